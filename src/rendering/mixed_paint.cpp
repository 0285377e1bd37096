#include "rendering/mixed_paint.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>

#include "image/colour.h"

namespace allaprima {
namespace {

/// A bristle holds at most so much more of one tube for a unit of lightness or warmth: tubes that hardly
/// change the colour would have to be moved too far.
constexpr float kMostMoved = 4.0f;
constexpr float kLeastShare = 0.01f;  // of a tube that counts as part of the mixture
/// What moving a tube costs against missing the colour: keeps many tubes from pulling against each other.
constexpr float kMovingCost = 0.01f;
/// How far paint grows more colourful as it gets lighter; 1 would be in proportion, as under more light.
constexpr float kColourGrows = 0.6f;
/// Paint darker than this, sRGB-encoded, has no hue that an eye could tell.
constexpr float kDark = 0.15f;

/// sRGB-encoded: how light, how warm, how green a colour is.
using Look = Eigen::Vector3f;

Look look_of(Rgb c) {
    return {luma(c), 0.5f * (c.r - c.b), c.g - 0.5f * (c.r + c.b)};
}

Look look_of(const Palette& palette, const Shares& shares) {
    return look_of(srgb_from_linear(
        linear_srgb_from_xyz(seen_under(masstone(medium_of(palette, shares)), Illuminant::D65))));
}

/// The ways from a mixture towards each of its tubes.
struct Ways {
    std::vector<Shares> towards;
    Eigen::Matrix3Xf slopes;              ///< What a small step that way changes, for a unit of it.
    Eigen::LDLT<Eigen::Matrix3f> normal;  ///< Of the least squares over them, with the price on moving.
};

Ways ways_from(const Palette& palette, const Shares& shares) {
    constexpr float kStep = 0.05f;
    const Look now = look_of(palette, shares);
    Ways ways;
    for (size_t tube = 0; tube < palette.tubes.size(); ++tube) {
        if (shares[tube] < kLeastShare)
            continue;
        Shares way{}, there = shares;
        for (size_t i = 0; i < shares.size(); ++i) {
            way[i] = (i == tube ? 1.0f : 0.0f) - shares[i];
            there[i] += kStep * way[i];
        }
        ways.towards.push_back(way);
        ways.slopes.conservativeResize(3, static_cast<Eigen::Index>(ways.towards.size()));
        ways.slopes.rightCols<1>() = (look_of(palette, there) - now) / kStep;
    }
    ways.normal.compute(ways.slopes * ways.slopes.transpose() + kMovingCost * Eigen::Matrix3f::Identity());
    return ways;
}

/// How the tubes move for the colour to change like this: by least squares with a price on moving, brought to
/// the wanted length. All of them move together, so that a grey gets lighter without turning pink.
std::vector<float> direction_towards(const Ways& ways, const Look& wanted, size_t size) {
    std::vector<float> direction(size, 0.0f);
    if (ways.towards.size() < 2)
        return direction;
    Eigen::VectorXf moved = ways.slopes.transpose() * ways.normal.solve(wanted);
    const float reached = wanted.dot(ways.slopes * moved) / wanted.squaredNorm();
    const float most = moved.cwiseAbs().maxCoeff();
    if (reached <= 0.0f || most <= 0.0f)
        return direction;
    moved *= std::min(1.0f / reached, kMostMoved / most);
    for (size_t way = 0; way < ways.towards.size(); ++way)
        for (size_t i = 0; i < ways.towards[way].size() && 4 + i < size; ++i)
            direction[4 + i] += moved[static_cast<Eigen::Index>(way)] * ways.towards[way][i];
    return direction;
}

}  // namespace

float scattering_of(const Palette& palette, const Shares& shares) {
    const Spectrum& seen = observer_weights(Illuminant::D65)[1];
    const Medium medium = medium_of(palette, shares);
    float sum = 0.0f;
    for (size_t band = 0; band < kBands; ++band)
        sum += seen[band] * medium.scattering[band];
    return sum;
}

MixedPaint mixed_paint(const Paint& paint, const Palette& palette) {
    MixedPaint mixed;
    mixed.scattering = scattering_of(palette, paint.shares);
    mixed.channels = channels_of(palette);
    const size_t size = 4 + static_cast<size_t>(mixed.channels);
    mixed.mean.assign(size, 0.0f);
    mixed.mean[0] = paint.colour.r;
    mixed.mean[1] = paint.colour.g;
    mixed.mean[2] = paint.colour.b;
    std::copy_n(paint.shares.begin(), palette.tubes.size(), mixed.mean.begin() + 4);

    Ways ways;
    if (!palette.plain())
        ways = ways_from(palette, paint.shares);
    const Look now = look_of(paint.colour);
    const Look lighter = Look(now[0], kColourGrows * now[1], kColourGrows * now[2]) / std::max(now[0], kDark);
    mixed.lighter = direction_towards(ways, {1.0f, lighter[1], lighter[2]}, size);
    mixed.darker = direction_towards(ways, {-1.0f, -lighter[1], -lighter[2]}, size);
    mixed.warmer = direction_towards(ways, {0.0f, 1.0f, 0.0f}, size);
    mixed.cooler = direction_towards(ways, {0.0f, -1.0f, 0.0f}, size);
    for (size_t i = 0; i < 3; ++i) {
        mixed.lighter[i] = 1.0f;
        mixed.darker[i] = -1.0f;
    }
    mixed.warmer[0] = mixed.cooler[2] = 1.0f;
    mixed.warmer[2] = mixed.cooler[0] = -1.0f;
    return mixed;
}

}  // namespace allaprima
