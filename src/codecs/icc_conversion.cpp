// Profiles of displays and cameras are three curves and a matrix: for integer samples these become tables,
// which is many times faster than lcms2's own path to floats and agrees with it. lcms2 itself does all the
// rest.

#include "codecs/icc_conversion.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <type_traits>
#include <utility>

#include "base/one_line.h"
#include "codecs/lcms_handles.h"

namespace allaprima {

namespace {

using Matrix = std::array<std::array<double, 3>, 3>;

/// Real profiles stay below four megabytes.
constexpr size_t kLargestProfile = size_t{32} << 20;

Profile linear_srgb() {
    const cmsCIExyY white{0.3127, 0.3290, 1.0};
    const cmsCIExyYTRIPLE primaries{{0.64, 0.33, 1.0}, {0.30, 0.60, 1.0}, {0.15, 0.06, 1.0}};
    const Curve straight(cmsBuildGamma(nullptr, 1.0));
    cmsToneCurve* curves[3] = {straight.get(), straight.get(), straight.get()};
    return Profile(cmsCreateRGBProfile(&white, &primaries, curves));
}

/// The kind of colour that a profile describes; empty for those that are not of pictures.
std::optional<ColourModel> model_of(const Profile& profile) {
    const cmsProfileClassSignature kind = cmsGetDeviceClass(profile.get());
    if (kind != cmsSigInputClass && kind != cmsSigDisplayClass && kind != cmsSigOutputClass &&
        kind != cmsSigColorSpaceClass)
        return std::nullopt;
    switch (cmsGetColorSpace(profile.get())) {
        case cmsSigGrayData:
            return ColourModel::Grey;
        case cmsSigRgbData:
            return ColourModel::Rgb;
        case cmsSigCmykData:
            return ColourModel::Cmyk;
        default:
            return std::nullopt;
    }
}

Profile profile_of(const PixelLayout& layout) {
    if (layout.profile.empty() || layout.profile.size() > kLargestProfile)
        return nullptr;
    return Profile(
        cmsOpenProfileFromMem(layout.profile.data(), static_cast<cmsUInt32Number>(layout.profile.size())));
}

std::string name_of(const Profile& profile) {
    std::array<char, 100> name{};
    cmsGetProfileInfoASCII(profile.get(), cmsInfoDescription, "en", "US", name.data(), name.size());
    name.back() = '\0';
    return one_line(name.data());
}

/// The profile's primaries as columns of XYZ under its white; empty when it lacks one.
std::optional<Matrix> colorants(const Profile& profile) {
    constexpr std::array kTags = {cmsSigRedColorantTag, cmsSigGreenColorantTag, cmsSigBlueColorantTag};
    Matrix matrix{};
    for (size_t c = 0; c < 3; ++c) {
        const auto* xyz = static_cast<const cmsCIEXYZ*>(cmsReadTag(profile.get(), kTags[c]));
        if (!xyz || !std::isfinite(xyz->X + xyz->Y + xyz->Z))
            return std::nullopt;
        matrix[0][c] = xyz->X;
        matrix[1][c] = xyz->Y;
        matrix[2][c] = xyz->Z;
    }
    return matrix;
}

Matrix inverse(const Matrix& m) {
    Matrix result{};
    double determinant = 0.0;
    for (size_t i = 0; i < 3; ++i)
        for (size_t j = 0; j < 3; ++j) {
            const size_t a = (j + 1) % 3, b = (j + 2) % 3, c = (i + 1) % 3, d = (i + 2) % 3;
            result[i][j] = m[a][c] * m[b][d] - m[a][d] * m[b][c];
        }
    for (size_t j = 0; j < 3; ++j)
        determinant += m[0][j] * result[j][0];
    for (auto& row : result)
        for (double& value : row)
            value /= determinant;
    return result;
}

Matrix product(const Matrix& a, const Matrix& b) {
    Matrix result{};
    for (size_t i = 0; i < 3; ++i)
        for (size_t j = 0; j < 3; ++j)
            for (size_t k = 0; k < 3; ++k)
                result[i][j] += a[i][k] * b[k][j];
    return result;
}

/// One channel's curve at every step of 1/65535.
struct CurveTable {
    std::vector<float> values = std::vector<float>(65536);

    explicit CurveTable(const cmsToneCurve* curve) {
        for (size_t i = 0; i < values.size(); ++i)
            values[i] = cmsEvalToneCurveFloat(curve, static_cast<float>(i) / 65535.0f);
    }
    float at(float sample) const {
        return values[static_cast<size_t>(std::clamp(sample, 0.0f, 1.0f) * 65535.0f + 0.5f)];
    }
};

const cmsToneCurve* curve_of(const Profile& profile, cmsTagSignature tag) {
    return static_cast<const cmsToneCurve*>(cmsReadTag(profile.get(), tag));
}

bool is_curves_alone(const Profile& profile) {
    return cmsIsMatrixShaper(profile.get()) && !cmsIsTag(profile.get(), cmsSigAToB0Tag) &&
           !cmsIsTag(profile.get(), cmsSigAToB1Tag) && !cmsIsTag(profile.get(), cmsSigDToB1Tag) &&
           cmsGetPCS(profile.get()) == cmsSigXYZData;
}

std::optional<LightConverter::Conversion> grey_tables(const Profile& profile) {
    const cmsToneCurve* curve = curve_of(profile, cmsSigGrayTRCTag);
    if (!curve)
        return std::nullopt;
    return [table = CurveTable(curve)](std::span<const float> samples, std::span<Rgb> light) {
        for (size_t i = 0; i < light.size(); ++i) {
            const float v = table.at(samples[i]);
            light[i] = {v, v, v};
        }
    };
}

std::optional<LightConverter::Conversion> rgb_tables(const Profile& profile) {
    const cmsToneCurve* red = curve_of(profile, cmsSigRedTRCTag);
    const cmsToneCurve* green = curve_of(profile, cmsSigGreenTRCTag);
    const cmsToneCurve* blue = curve_of(profile, cmsSigBlueTRCTag);
    const std::optional<Matrix> own = colorants(profile), target = colorants(linear_srgb());
    if (!red || !green || !blue || !own || !target)
        return std::nullopt;
    const Matrix exact = product(inverse(*target), *own);
    std::array<float, 9> m{};
    for (size_t i = 0; i < 9; ++i)
        m[i] = static_cast<float>(exact[i / 3][i % 3]);
    return [m, r = CurveTable(red), g = CurveTable(green), b = CurveTable(blue)](
               std::span<const float> samples, std::span<Rgb> light) {
        for (size_t i = 0; i < light.size(); ++i) {
            const Rgb v{r.at(samples[3 * i]), g.at(samples[3 * i + 1]), b.at(samples[3 * i + 2])};
            light[i] = {m[0] * v.r + m[1] * v.g + m[2] * v.b, m[3] * v.r + m[4] * v.g + m[5] * v.b,
                        m[6] * v.r + m[7] * v.g + m[8] * v.b};
        }
    };
}

std::optional<LightConverter::Conversion> by_lcms(const Profile& profile, ColourModel model) {
    const cmsUInt32Number from = model == ColourModel::Grey  ? TYPE_GRAY_FLT
                                 : model == ColourModel::Rgb ? TYPE_RGB_FLT
                                                             : TYPE_CMYK_FLT;
    const std::shared_ptr<void> transform(
        Transform(cmsCreateTransform(profile.get(), from, linear_srgb().get(), TYPE_RGB_FLT,
                                     INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION)));
    if (!transform)
        return std::nullopt;
    static_assert(sizeof(Rgb) == 3 * sizeof(float) && std::is_standard_layout_v<Rgb>);
    // lcms2 counts ink in per cent.
    const float scale = model == ColourModel::Cmyk ? 100.0f : 1.0f;
    return [transform, scale, scaled = std::vector<float>()](std::span<const float> samples,
                                                             std::span<Rgb> light) mutable {
        scaled.assign(samples.begin(), samples.end());
        for (float& sample : scaled)
            sample *= scale;
        cmsDoTransform(transform.get(), scaled.data(), light.data(),
                       static_cast<cmsUInt32Number>(light.size()));
    };
}

std::optional<LightConverter::Conversion> by_profile(const Profile& profile, ColourModel model,
                                                     SampleType sample) {
    if (sample != SampleType::F32 && is_curves_alone(profile)) {
        if (auto tables = model == ColourModel::Grey ? grey_tables(profile) : rgb_tables(profile))
            return tables;
    }
    return by_lcms(profile, model);
}

/// Greys as the colours of three equal channels.
LightConverter::Conversion for_greys(LightConverter::Conversion of_rgb) {
    return [convert = std::move(of_rgb), tripled = std::vector<float>()](std::span<const float> samples,
                                                                         std::span<Rgb> light) mutable {
        tripled.resize(3 * samples.size());
        for (size_t i = 0; i < tripled.size(); ++i)
            tripled[i] = samples[i / 3];
        convert(tripled, light);
    };
}

}  // namespace

std::optional<ProfileConversion> icc_conversion(const PixelLayout& layout) {
    const Profile profile = profile_of(layout);
    const std::optional<ColourModel> model = profile ? model_of(profile) : std::nullopt;
    const bool lent = layout.model == ColourModel::Grey && model == ColourModel::Rgb;
    if (!model || (*model != layout.model && !lent))
        return std::nullopt;
    auto conversion = by_profile(profile, *model, layout.sample);
    if (!conversion)
        return std::nullopt;
    return ProfileConversion{lent ? for_greys(std::move(*conversion)) : std::move(*conversion),
                             name_of(profile)};
}

std::optional<ColourEncoding> highlights_of_profile(const PixelLayout& layout) {
    constexpr auto kCicp = static_cast<cmsTagSignature>(0x63696370);
    const Profile profile = profile_of(layout);
    std::array<uint8_t, 12> tag{};
    if (!profile || layout.model == ColourModel::Cmyk ||
        cmsReadRawTag(profile.get(), kCicp, tag.data(), tag.size()) != tag.size())
        return std::nullopt;
    const auto encoding = encoding_of_code_points(tag[8], tag[9], tag[11] != 0);
    return encoding && has_highlights(*encoding) ? encoding : std::nullopt;
}

}  // namespace allaprima
