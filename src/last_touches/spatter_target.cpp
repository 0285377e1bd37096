#include "last_touches/spatter_target.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "image/filters.h"
#include "model/region_words.h"
#include "seeing/region_map.h"

namespace allaprima {
namespace {

constexpr int kLongSide = 384;  // cells of the maps
/// Width over which a spatter thins out inside its border, as a share of the region's extent; drops stray
/// twice as far out of it.
constexpr float kThinning = 0.08f;
/// The same for paint that flies on past a face, as a share of the face's extent.
constexpr float kFlownPast = 0.45f;
/// By how much features are grown on each side, shares of their width and height.
constexpr float kFeatureMargin = 0.15f;
/// Of a pixel of the figure that counts as covered by it.
constexpr float kCovered = 0.5f;

bool has_figure(const ThrownAt& at) {
    return at.figure && !at.figure->empty();
}

Vec2 centre_of(int x, int y, Size cells) {
    return {(static_cast<float>(x) + 0.5f) / static_cast<float>(cells.width),
            (static_cast<float>(y) + 0.5f) / static_cast<float>(cells.height)};
}

bool holds(const ShareRect& box, Vec2 p) {
    return p.x >= box.x && p.y >= box.y && p.x < box.x + box.width && p.y < box.y + box.height;
}

/// In an upright ellipse about a face's box that holds the forehead too, which the box does not.
bool in_face(const Face& face, Vec2 p) {
    constexpr float kAcross = 0.60f, kUp = 0.68f, kHigher = 0.08f;  // of the box
    const float x = ((p.x - face.box.x) / face.box.width - 0.5f) / kAcross;
    const float y = ((p.y - face.box.y) / face.box.height - 0.5f + kHigher) / kUp;
    return x * x + y * y < 1.0f;
}

/// Whose face it is: everyone's, or that of one.
std::vector<Face> faces_of(const Region& region, const ThrownAt& at) {
    std::vector<Face> faces;
    for (size_t i = 0; i < at.faces.size(); ++i)
        if (is_meant(region, at.faces[i], i))
            faces.push_back(at.faces[i]);
    return faces;
}

/// Whether it is one or more of the things that are seen beside faces.
bool is_of_others(const Region& region, const ThrownAt& at) {
    const bool face = is_of_face(region.kind) || !faces_of(region, at).empty();
    return !face && (is_numbered(region.kind) || region.kind == Region::Kind::Named);
}

/// @param p in shares of the canvas.
bool in_region(const Region& region, const ThrownAt& at, Vec2 p) {
    switch (region.kind) {
        case Region::Kind::Face:
        case Region::Kind::Named:
            for (size_t i = 0; i < at.faces.size(); ++i)
                if (is_meant(region, at.faces[i], i) && in_face(at.faces[i], p))
                    return true;
            return false;
        case Region::Kind::Box:
            return holds(region.box, p);
        case Region::Kind::Circle: {
            const Vec2 off{p.x - region.centre.x, (p.y - region.centre.y) * at.canvas_mm.y / at.canvas_mm.x};
            return length(off) < region.radius;
        }
        default:
            return true;
    }
}

Status check_region(const Region& region, const ThrownAt& at) {
    using Kind = Region::Kind;
    const auto refused = [](const char* what) {
        return Status(Error{std::string("spatter: ") + what, true});
    };
    if (region.kind == Kind::Face && faces_of(region, at).empty())
        return refused(
            region.number > 0
                ? "there are not so many faces; 'allaprima study' lists those that were found"
                : "no face was found to throw at; name another region, such as everywhere or a box");
    if (is_of_others(region, at) && !is_seen(region, {.others = at.others}))
        return Error{"spatter: " + words_of(region) +
                         " was not seen; 'allaprima study' lists what is, and a box can be given instead",
                     true};
    if ((region.kind == Kind::Subject || region.kind == Kind::Background) && !has_figure(at))
        return refused("no subject was found; give a mask of it, or name another region");
    if (region.kind == Kind::Mask && (!at.mask || at.mask->empty()))
        return refused("its region is a mask, and no mask is given");
    return Done{};
}

/// What share of each cell belongs to the region.
Image<float> map_of(const Region& region, const ThrownAt& at, Size cells) {
    if (region.kind == Region::Kind::Mask)
        return resized(*at.mask, cells);
    if (region.kind == Region::Kind::Subject)
        return resized(*at.figure, cells);
    if (is_of_others(region, at)) {
        const Image<float> figure = has_figure(at) ? resized(*at.figure, cells) : Image<float>();
        return region_map(region, {cells, at.faces, figure, at.others});
    }
    Image<float> map(cells);
    for (int y = 0; y < cells.height; ++y)
        for (int x = 0; x < cells.width; ++x)
            map.at(x, y) = in_region(region, at, centre_of(x, y, cells)) ? 1.0f : 0.0f;
    return map;
}

/// Where a part of an upright face is usually, turned with the head.
/// @param off from the middle of the face's box. @param size both in shares of the box.
ShareRect usual_part(const Face& face, Vec2 off, Vec2 size) {
    const float turn = face.angle * std::numbers::pi_v<float> / 180.0f;
    const float x = off.x * std::cos(turn) - off.y * std::sin(turn);
    const float y = off.x * std::sin(turn) + off.y * std::cos(turn);
    return {face.box.x + (0.5f + x - 0.5f * size.x) * face.box.width,
            face.box.y + (0.5f + y - 0.5f * size.y) * face.box.height, size.x * face.box.width,
            size.y * face.box.height};
}

void leave_out(const Image<float>& figure, Image<float>& map) {
    const Image<float> there = resized(figure, map.size());
    for (size_t i = 0; i < map.pixels().size(); ++i)
        map.pixels()[i] *= 1.0f - std::clamp(there.pixels()[i], 0.0f, 1.0f);
}

}  // namespace

std::vector<ShareRect> features_of(const Face& face) {
    std::vector<ShareRect> features = face.eyes;
    if (features.empty())
        for (const float side : {-0.23f, 0.23f})
            features.push_back(usual_part(face, {side, -0.29f}, {0.26f, 0.14f}));
    features.push_back(face.mouth ? *face.mouth : usual_part(face, {0.0f, 0.28f}, {0.42f, 0.16f}));
    features.push_back(usual_part(face, {0.0f, 0.08f}, {0.22f, 0.09f}));  // the nostrils
    for (ShareRect& part : features)
        part = {part.x - kFeatureMargin * part.width, part.y - kFeatureMargin * part.height,
                (1.0f + 2.0f * kFeatureMargin) * part.width, (1.0f + 2.0f * kFeatureMargin) * part.height};
    return features;
}

Result<SpatterTarget> SpatterTarget::of(const Spatter& spatter, const ThrownAt& at) {
    if (const Status possible = check_region(spatter.region, at); !possible)
        return possible.error();
    if (spatter.under && !has_figure(at))
        return Error{"spatter: it should lie under the subject, but no subject was found", true};
    const float scale = static_cast<float>(kLongSide) / std::max(at.canvas_mm.x, at.canvas_mm.y);
    const Size cells{std::max(1, static_cast<int>(std::lround(at.canvas_mm.x * scale))),
                     std::max(1, static_cast<int>(std::lround(at.canvas_mm.y * scale)))};
    SpatterTarget target;
    target.canvas_ = at.canvas_mm;
    target.flies_on_ = spatter.region.kind == Region::Kind::Face;
    target.region_ = map_of(spatter.region, at, cells);
    target.kept_clear_ = Image<float>(cells);
    if (spatter.region.kind == Region::Kind::Background)
        leave_out(*at.figure, target.region_);
    if (spatter.under)
        target.kept_clear_ = resized(*at.figure, cells);
    if (!spatter.eyes)
        target.keep_clear_of_features(at.faces);

    target.see_from_afar();
    if (!(target.area_ > 0.0f))
        return Error{"spatter: no part of its region is in the picture" +
                         std::string(spatter.under ? " beside the subject" : ""),
                     true};
    return target;
}

void SpatterTarget::see_from_afar() {
    float all = 0.0f;
    for (const float share : region_.pixels())
        all += share;
    const Image<float> near = blurred(region_, kThinning * std::sqrt(all));
    reached_ = flies_on_ ? blurred(region_, kFlownPast * std::sqrt(all)) : near;
    wanted_ = Image<float>(region_.size());
    float free = 0.0f, running = 0.0f;
    for (int y = 0; y < wanted_.height(); ++y) {
        for (int x = 0; x < wanted_.width(); ++x) {
            if (kept_clear_.at(x, y) >= kCovered)
                continue;
            free += region_.at(x, y);
            wanted_.at(x, y) = std::clamp(2.0f * near.at(x, y) - 1.0f, 0.0f, 1.0f);
            running += wanted_.at(x, y);
        }
        row_sums_.push_back(running);
    }
    const float cell_mm2 = canvas_.x * canvas_.y / static_cast<float>(region_.size().area());
    area_ = running > 0.0f ? free * cell_mm2 : 0.0f;
}

void SpatterTarget::keep_clear_of_features(const std::vector<Face>& faces) {
    const float width = 1.0f / static_cast<float>(kept_clear_.width()),
                height = 1.0f / static_cast<float>(kept_clear_.height());
    for (const Face& face : faces)
        for (const ShareRect& part : features_of(face)) {
            // Cells that it only touches belong to it too.
            const ShareRect grown{part.x - 0.5f * width, part.y - 0.5f * height, part.width + width,
                                  part.height + height};
            for (int y = 0; y < kept_clear_.height(); ++y)
                for (int x = 0; x < kept_clear_.width(); ++x)
                    if (holds(grown, centre_of(x, y, kept_clear_.size())))
                        kept_clear_.at(x, y) = 1.0f;
        }
}

Vec2 SpatterTarget::aim(float row, float column) const {
    const auto below = std::ranges::upper_bound(row_sums_, row * row_sums_.back());
    const int y = std::min(static_cast<int>(below - row_sums_.begin()), wanted_.height() - 1);
    float sum = 0.0f;
    for (const float share : wanted_.row(y))
        sum += share;
    float left = column * sum;
    int x = 0;
    while (x + 1 < wanted_.width() && left >= wanted_.at(x, y))
        left -= wanted_.at(x++, y);
    const Vec2 shares = centre_of(x, y, wanted_.size());
    return {shares.x * canvas_.x, shares.y * canvas_.y};
}

float SpatterTarget::read(const Image<float>& map, Vec2 p) const {
    const auto x = static_cast<int>(std::floor(p.x / canvas_.x * static_cast<float>(map.width())));
    const auto y = static_cast<int>(std::floor(p.y / canvas_.y * static_cast<float>(map.height())));
    return x < 0 || y < 0 || x >= map.width() || y >= map.height() ? 0.0f : map.at(x, y);
}

float SpatterTarget::wanted(Vec2 p) const {
    return read(wanted_, p);
}

float SpatterTarget::reached(Vec2 p) const {
    return std::min(1.0f, 2.0f * read(reached_, p));
}

bool SpatterTarget::inside(Vec2 p) const {
    return read(region_, p) >= 0.5f;
}

bool SpatterTarget::allows(const Stroke& stroke) const {
    const float cell = canvas_.x / static_cast<float>(kept_clear_.width());
    // Outlines stray a little, and a map is as fine as its cells.
    const float half = 0.6f * std::max(stroke.width_start, stroke.width_end) + cell;
    const float way = PlannedWay(stroke.path).length() + 2.0f * half;
    const int along = std::clamp(static_cast<int>(std::ceil(way / cell)), 2, 256);
    const int across = std::clamp(static_cast<int>(std::ceil(2.0f * half / cell)), 2, 64);
    for (int i = 0; i <= along; ++i) {
        // A little beyond both ends, which are round.
        const float u = static_cast<float>(i) / static_cast<float>(along);
        const float on = way * u - half;
        const Vec2 low = stroke.path.points[0], high = stroke.path.points[2];
        const Vec2 heading = (high - low) * (1.0f / std::max(length(high - low), 1e-4f));
        const float share = std::clamp(on / std::max(way - 2.0f * half, 1e-4f), 0.0f, 1.0f);
        const Vec2 middle = stroke.path.at(share) + heading * (on - share * (way - 2.0f * half));
        for (int j = 0; j <= across; ++j) {
            const float aside = half * (2.0f * static_cast<float>(j) / static_cast<float>(across) - 1.0f);
            if (read(kept_clear_, middle + Vec2{-heading.y, heading.x} * aside) >= kCovered)
                return false;
        }
    }
    return true;
}

}  // namespace allaprima
