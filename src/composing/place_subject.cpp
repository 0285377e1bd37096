#include "composing/place_subject.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "composing/bounds.h"
#include "model/brief_rules.h"

namespace allaprima {
namespace {

/// Of the face's height: hair above it, ears and chin beside and below it.
constexpr float kHairAbove = 0.8f, kBesideFace = 0.35f, kBelowChin = 0.2f;
/// Air around a head, as a share of the picture's long side.
constexpr float kAir = 0.02f;
/// Share of the figure's height that counts as its head where no face is found.
constexpr float kUpperEnd = 1.0f / 6.0f;
/// A hand, or what it holds, that is less certain may be cut.
constexpr float kSureEnough = 0.35f;
/// A cut fades over this share of the figure's longer side.
constexpr float kFade = 0.08f;

/// What of the figure is above 1/2, within rows [0, last_row).
std::optional<Bounds> bounds_of(const Image<float>& figure, int last_row) {
    int left = figure.width(), top = last_row, right = 0, bottom = 0;
    for (int y = 0; y < last_row; ++y)
        for (int x = 0; x < figure.width(); ++x)
            if (figure.at(x, y) > 0.5f) {
                left = std::min(left, x);
                right = std::max(right, x + 1);
                top = std::min(top, y);
                bottom = y + 1;
            }
    if (right <= left)
        return std::nullopt;
    return Bounds{static_cast<float>(left), static_cast<float>(top), static_cast<float>(right),
                  static_cast<float>(bottom)};
}

Bounds united(Bounds a, Bounds b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
            std::max(a.bottom, b.bottom)};
}

Bounds head_around(const Face& face, Size photo) {
    const auto w = static_cast<float>(photo.width), h = static_cast<float>(photo.height);
    const float high = face.box.height * h;
    return {face.box.x * w - kBesideFace * high, face.box.y * h - kHairAbove * high,
            (face.box.x + face.box.width) * w + kBesideFace * high,
            (face.box.y + face.box.height) * h + kBelowChin * high};
}

Bounds around(const ShareRect& box, Size photo) {
    const auto w = static_cast<float>(photo.width), h = static_cast<float>(photo.height);
    return {box.x * w, box.y * h, (box.x + box.width) * w, (box.y + box.height) * h};
}

/// Whether it is sure enough to move a picture for it.
bool must_be_whole(const Sighting& sighting) {
    return (sighting.kind == Sighting::Kind::Hand || sighting.kind == Sighting::Kind::Held) &&
           sighting.certainty >= kSureEnough;
}

/// All heads, as far as the photograph shows them, and hands with what they hold.
Bounds uncut_parts(const Image<float>& figure, const Sights& sight, const Bounds& whole) {
    const Size photo = figure.size();
    const std::vector<Face>& faces = sight.faces;
    Bounds heads{};
    if (faces.empty()) {
        const int last_row = static_cast<int>(whole.top + kUpperEnd * whole.height()) + 1;
        heads = bounds_of(figure, std::min(last_row, photo.height)).value_or(whole);
    } else {
        heads = head_around(faces.front(), photo);
        for (const Face& face : faces)
            heads = united(heads, head_around(face, photo));
    }
    for (const Sighting& sighting : sight.others)
        if (must_be_whole(sighting))
            heads = united(heads, around(sighting.box, photo));
    return {std::max(heads.left, 0.0f), std::max(heads.top, 0.0f),
            std::min(heads.right, static_cast<float>(photo.width)),
            std::min(heads.bottom, static_cast<float>(photo.height))};
}

/// What the brief asks for, before anyone looks at the heads.
Placement asked_for(const Bounds& figure, const Subject& subject, Size photo, Size canvas) {
    const auto w = static_cast<float>(canvas.width), h = static_cast<float>(canvas.height);
    Placement place;
    if (subject.box) {
        const ShareRect& box = *subject.box;
        const float scale = std::min(box.width * w / figure.width(), box.height * h / figure.height());
        place.scale_x = place.scale_y = scale;
        place.offset = {(box.x + 0.5f * box.width) * w - scale * 0.5f * (figure.left + figure.right),
                        (box.y + box.height) * h - scale * figure.bottom};
        return place;
    }
    // The whole photograph stands in the middle of the lower edge; whole pixels keep it as sharp as it is.
    const float fitted =
        std::min({1.0f, w / static_cast<float>(photo.width), h / static_cast<float>(photo.height)});
    const Vec2 shift{std::floor(0.5f * (w - fitted * static_cast<float>(photo.width))),
                     h - fitted * static_cast<float>(photo.height)};
    const float scale = fitted * subject.scale;
    const Vec2 feet{0.5f * (figure.left + figure.right), figure.bottom};
    place.scale_x = place.scale_y = scale;
    place.offset = shift + feet * (fitted - scale);
    return place;
}

/// By how much a span is to be moved to lie between two limits; the first wins if it is too long.
float shift_into(float low, float high, float least, float most) {
    if (low < least)
        return least - low;
    return high > most ? std::max(most - high, least - low) : 0.0f;
}

/// The place from which the heads and hands, and the air around them, lie inside the picture.
Placement with_parts_inside(const Bounds& heads, Placement place, Size photo, Size canvas) {
    const float air = std::min(kAir * static_cast<float>(canvas.long_side()),
                               0.1f * static_cast<float>(std::min(canvas.width, canvas.height)));
    // Where the photograph cuts a head there is no air to be had.
    const Bounds margin{heads.left > 0.0f ? air : 0.0f, heads.top > 0.0f ? air : 0.0f,
                        heads.right < static_cast<float>(photo.width) ? air : 0.0f,
                        heads.bottom < static_cast<float>(photo.height) ? air : 0.0f};
    const float room_x = static_cast<float>(canvas.width) - margin.left - margin.right;
    const float room_y = static_cast<float>(canvas.height) - margin.top - margin.bottom;
    const float most =
        std::min(room_x / std::max(heads.width(), 1.0f), room_y / std::max(heads.height(), 1.0f));
    if (place.scale_x > most) {
        const Vec2 fixed{0.5f * (heads.left + heads.right), heads.bottom};
        place.offset = place.offset + fixed * (place.scale_x - most);
        place.scale_x = place.scale_y = most;
    }
    const Bounds there = placed(heads, place);
    place.offset.x +=
        shift_into(there.left, there.right, margin.left, static_cast<float>(canvas.width) - margin.right);
    place.offset.y +=
        shift_into(there.top, there.bottom, margin.top, static_cast<float>(canvas.height) - margin.bottom);
    return place;
}

}  // namespace

Size composed_size(Size photo, const OutputSize& output) {
    const std::optional<double> shape = shape_asked(output);
    if (!shape)
        return photo;
    constexpr double kMostSide = 8192.0;
    const double width = std::max<double>(photo.width, photo.height * *shape);
    const double height = std::max<double>(photo.height, photo.width / *shape);
    const double shrink = std::min(1.0, kMostSide / std::max(width, height));
    const Size size{std::max(1, static_cast<int>(std::lround(width * shrink))),
                    std::max(1, static_cast<int>(std::lround(height * shrink)))};
    // A rounding's difference is no other shape.
    const bool same = std::abs(size.width - photo.width) <= 2 && std::abs(size.height - photo.height) <= 2;
    return same ? photo : size;
}

SubjectPlace place_subject(const Image<float>& figure, const Sights& sight, const Subject& subject,
                           Size canvas) {
    const std::optional<Bounds> whole = bounds_of(figure, figure.height());
    ALLAPRIMA_CHECK(whole.has_value());
    SubjectPlace result{asked_for(*whole, subject, figure.size(), canvas), {}};
    if (subject.crop || (result.placement.is_identity() && canvas == figure.size()))
        return result;
    const Placement kept =
        with_parts_inside(uncut_parts(figure, sight, *whole), result.placement, figure.size(), canvas);
    if (kept != result.placement) {
        result.warnings.push_back(
            kept.scale_x != result.placement.scale_x
                ? "the subject is smaller than asked for, so that the picture's edge does not cut its head "
                  "or hands"
                : "the subject is moved, so that the picture's edge does not cut its head or hands");
        result.placement = kept;
    }
    return result;
}

namespace {

/// Whether the figure reaches the photograph's left, top, right and lower edge.
std::array<bool, 4> edges_reached(const Image<float>& figure) {
    std::array<bool, 4> reached{};
    const int right = figure.width() - 1, bottom = figure.height() - 1;
    for (int y = 0; y <= bottom; ++y) {
        reached[0] = reached[0] || figure.at(0, y) > 0.5f;
        reached[2] = reached[2] || figure.at(right, y) > 0.5f;
    }
    for (int x = 0; x <= right; ++x) {
        reached[1] = reached[1] || figure.at(x, 0) > 0.5f;
        reached[3] = reached[3] || figure.at(x, bottom) > 0.5f;
    }
    return reached;
}

}  // namespace

bool fade_cuts(Layer& figure, const Placement& placement, Size canvas) {
    const Size size = figure.size();
    const auto w = static_cast<float>(size.width), h = static_cast<float>(size.height);
    const Bounds frame = placed(Bounds{0.0f, 0.0f, w, h}, placement);
    const std::array<bool, 4> cut = edges_reached(figure.alpha);
    const bool open_left = cut[0] && frame.left > 0.5f, open_top = cut[1] && frame.top > 0.5f,
               open_right = cut[2] && frame.right < static_cast<float>(canvas.width) - 0.5f,
               open_bottom = cut[3] && frame.bottom < static_cast<float>(canvas.height) - 0.5f;
    if (!open_left && !open_top && !open_right && !open_bottom)
        return false;
    const float reach = kFade * static_cast<float>(size.long_side());
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const float across = static_cast<float>(x) + 0.5f, down = static_cast<float>(y) + 0.5f;
            float near = reach;
            near = open_left ? std::min(near, across) : near;
            near = open_right ? std::min(near, w - across) : near;
            near = open_top ? std::min(near, down) : near;
            near = open_bottom ? std::min(near, h - down) : near;
            if (near >= reach || figure.alpha.at(x, y) <= 0.0f)
                continue;
            const float share = smooth_step(0.0f, reach, near);
            figure.alpha.at(x, y) *= share;
            figure.colour.at(x, y) = figure.colour.at(x, y) * share;
        }
    return true;
}

Sights moved(const Sights& sight, const Placement& place, Size photo, Size canvas) {
    Sights result = sight;
    if (place.is_identity() && photo == canvas)
        return result;
    result.people = {};
    const Vec2 photo_side{static_cast<float>(photo.width), static_cast<float>(photo.height)};
    const Vec2 side{static_cast<float>(canvas.width), static_cast<float>(canvas.height)};
    const auto move_point = [&](Vec2& p) {
        p = {(place.offset.x + p.x * photo_side.x * place.scale_x) / side.x,
             (place.offset.y + p.y * photo_side.y * place.scale_y) / side.y};
    };
    const auto move = [&](ShareRect& box) {
        Vec2 corner{box.x, box.y};
        move_point(corner);
        box = {corner.x, corner.y, box.width * photo_side.x * place.scale_x / side.x,
               box.height * photo_side.y * place.scale_y / side.y};
    };
    for (Face& face : result.faces) {
        move(face.box);
        std::ranges::for_each(face.eyes, move);
        std::ranges::for_each(face.irises, move);
        if (face.mouth)
            move(*face.mouth);
    }
    for (Sighting& sighting : result.others) {
        move(sighting.box);
        std::ranges::for_each(sighting.outline, move_point);
    }
    for (Bone& bone : result.bones) {
        move_point(bone.from);
        move_point(bone.to);
    }
    return result;
}

}  // namespace allaprima
