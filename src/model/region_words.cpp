#include "model/region_words.h"

#include <algorithm>
#include <cmath>

#include "model/part_settings.h"
#include "model/setting_values.h"

namespace allaprima {
namespace {

using namespace setting_values;

/// How one of the hands is called.
const std::string kOneHand = "hand";
/// What the command line says of something that is none.
constexpr std::string_view kOff = "off";

bool is_sighting(Region::Kind kind) {
    return kind == Region::Kind::Hands || kind == Region::Kind::Held || kind == Region::Kind::Person ||
           kind == Region::Kind::Animal;
}

bool is_said_by_word(Region::Kind kind) {
    return kind != Region::Kind::Box && kind != Region::Kind::Circle && kind != Region::Kind::Mask &&
           kind != Region::Kind::Named;
}

std::optional<ShareRect> per_cent_box(std::string_view text) {
    std::string bare(text);
    if (!text.ends_with('%') || std::erase(bare, '%') != 4)
        return std::nullopt;
    for (size_t comma = text.find(','); comma != std::string_view::npos; comma = text.find(',', comma + 1))
        if (comma == 0 || text[comma - 1] != '%')
            return std::nullopt;
    const auto sides = numbers<4>(bare, {}, {100.0f, 100.0f, 100.0f, 100.0f});
    if (!sides)
        return std::nullopt;
    const auto [x, y, width, height] = *sides;
    return box_within({x / 100.0f, y / 100.0f, width / 100.0f, height / 100.0f});
}

std::optional<ShareRect> pixel_box(std::string_view text) {
    constexpr float kMost = 1e6f;
    const auto sides = numbers<4>(text, {0.0f, 0.0f, 1.0f, 1.0f}, {kMost, kMost, kMost, kMost});
    const auto is_whole = [](float side) { return side == std::floor(side); };
    if (!sides || !std::ranges::all_of(*sides, is_whole))
        return std::nullopt;
    return ShareRect{(*sides)[0], (*sides)[1], (*sides)[2], (*sides)[3]};
}

/// What is left of a box in a part of the photograph, in shares of that part.
ShareRect left_of(const ShareRect& box, const ShareRect& part) {
    const float left = std::max(box.x, part.x), top = std::max(box.y, part.y);
    const float cut_right = std::max(0.0f, box.x + box.width - (part.x + part.width));
    const float cut_below = std::max(0.0f, box.y + box.height - (part.y + part.height));
    return {(left - part.x) / part.width, (top - part.y) / part.height,
            (box.width - (left - box.x) - cut_right) / part.width,
            (box.height - (top - box.y) - cut_below) / part.height};
}

std::string pixels_in_words(const ShareRect& box) {
    std::string text;
    for (const float side : {box.x, box.y, box.width, box.height})
        text += (text.empty() ? "" : ",") + std::to_string(std::lround(side));
    return text;
}

}  // namespace

bool is_of_face(Region::Kind kind) {
    return kind == Region::Kind::Face || kind == Region::Kind::Eyes || kind == Region::Kind::Mouth;
}

bool is_numbered(Region::Kind kind) {
    return is_of_face(kind) || is_sighting(kind);
}

std::string word_of(Region::Kind kind) {
    return kRegionWords[static_cast<size_t>(kind)];
}

std::string words_of(const Region& region) {
    if (region.kind == Region::Kind::Named)
        return region.name;
    if (region.number == 0)
        return word_of(region.kind);
    return (region.kind == Region::Kind::Hands ? kOneHand : word_of(region.kind)) + " " +
           std::to_string(region.number);
}

std::optional<Region> region_of_word(std::string_view text) {
    const size_t end = text.find_last_not_of("0123456789");
    const std::string_view digits = text.substr(end == std::string_view::npos ? 0 : end + 1);
    std::string_view word = text.substr(0, text.size() - digits.size());
    if (word.ends_with(' '))
        word.remove_suffix(1);
    const bool one_hand = word == kOneHand;
    const auto found = std::ranges::find(kRegionWords, one_hand ? word_of(Region::Kind::Hands) : word);
    const auto which = digits.empty() ? std::optional(0) : number(digits, 1, kMostNumbered);
    if (found == kRegionWords.end() || !which)
        return std::nullopt;
    const auto kind = static_cast<Region::Kind>(found - kRegionWords.begin());
    const bool counted = is_numbered(kind) && (kind != Region::Kind::Hands || one_hand);
    const bool fits = is_said_by_word(kind) && (digits.empty() ? word == text : counted);
    return fits ? std::optional(Region{.kind = kind, .number = *which}) : std::nullopt;
}

std::optional<Region> seen_thing(std::string_view text) {
    std::optional<Region> thing = region_of_word(text);
    const bool whole = thing && text != word_of(Region::Kind::Hands) &&
                       (thing->kind == Region::Kind::Face || is_sighting(thing->kind));
    return whole ? thing : std::nullopt;
}

bool can_be_given(std::string_view name) {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -";
    return !name.empty() && name.size() <= kLongestGivenName && name.front() != ' ' && name.back() != ' ' &&
           name.find_first_not_of(kLetters) == std::string_view::npos && name != kOff &&
           std::ranges::find(kRegionWords, name) == kRegionWords.end() && !region_of_word(name) &&
           name.find_first_not_of("0123456789") != std::string_view::npos;
}

std::optional<Region> box_region(std::string_view text) {
    std::optional<ShareRect> box = share_box(text);
    if (!box)
        box = per_cent_box(text);
    if (box)
        return Region{.kind = Region::Kind::Box, .box = *box};
    box = pixel_box(text);
    return box ? std::optional(Region{.kind = Region::Kind::Box, .box = *box, .in_pixels = true})
               : std::nullopt;
}

Result<Region> in_shares(const Region& region, Size photo, const ShareRect& part) {
    if (!region.in_pixels)
        return region;
    const auto width = static_cast<float>(photo.width), height = static_cast<float>(photo.height);
    const ShareRect& box = region.box;
    if (box.x + box.width > width || box.y + box.height > height)
        return Error{"the box " + pixels_in_words(box) + " reaches beyond the photograph, which has " +
                         std::to_string(photo.width) + " x " + std::to_string(photo.height) + " pixels",
                     true};
    Region placed = region;
    placed.in_pixels = false;
    placed.box = left_of({box.x / width, box.y / height, box.width / width, box.height / height}, part);
    if (placed.box.width <= 0.0f || placed.box.height <= 0.0f)
        return Error{"the box " + pixels_in_words(box) +
                         " lies in what is cropped from the photograph to fill the canvas",
                     true};
    return placed;
}

}  // namespace allaprima
