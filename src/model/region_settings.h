#pragma once
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/brief_files.h"
#include "model/brief_settings.h"
#include "model/part_settings.h"
#include "model/region_words.h"
#include "model/setting_values.h"

/// How the region of a part is said; `Of` has a member `region`.

namespace allaprima::region_settings {

using namespace setting_values;

/// The words for where something is thrown, and for what is in focus besides.
inline constexpr std::array kRegionsByWord{
    Region::Kind::Everywhere, Region::Kind::Face,   Region::Kind::Hands,   Region::Kind::Held,
    Region::Kind::Person,     Region::Kind::Animal, Region::Kind::Subject, Region::Kind::Background};
inline constexpr std::array kFocusByWord{
    Region::Kind::Face,   Region::Kind::Eyes,    Region::Kind::Mouth,
    Region::Kind::Hands,  Region::Kind::Held,    Region::Kind::Person,
    Region::Kind::Animal, Region::Kind::Subject, Region::Kind::Background};

template <typename Of>
std::vector<std::string> words_of_regions() {
    std::vector<std::string> words;
    const auto add = [&](const auto& kinds) {
        for (const Region::Kind kind : kinds)
            words.push_back(word_of(kind));
    };
    if constexpr (std::is_same_v<Of, FocusMark>)
        add(kFocusByWord);
    else
        add(kRegionsByWord);
    return words;
}

inline bool may_be_file(std::string_view text) {
    return looks_like_file(text) && text.size() <= kLongestText;
}

/// A word, the file of a mask, or else a name that the brief gives to something; whether it does is seen
/// when all of it is known (check_whole).
template <typename Of>
bool set_region(Of& of, std::string_view text) {
    const std::optional<Region> named = region_of_word(text);
    if (named && std::ranges::count(words_of_regions<Of>(), word_of(named->kind)) > 0) {
        of.region = *named;
        return true;
    }
    if (may_be_file(text))
        of.region = {.kind = Region::Kind::Mask, .mask = std::string(text)};
    else if (can_be_given(text))
        of.region = {.kind = Region::Kind::Named, .name = std::string(text)};
    return may_be_file(text) || can_be_given(text);
}

template <typename Of>
bool set_region_box(Of& of, std::string_view text) {
    const std::optional<Region> box = box_region(text);
    if (box)
        of.region = *box;
    return box.has_value();
}

template <typename Of>
bool set_region_circle(Of& of, std::string_view text) {
    const auto circle = numbers<3>(text, {0.0f, 0.0f, kSmallestRadius}, {1.0f, 1.0f, 1.0f});
    if (circle)
        of.region = {
            .kind = Region::Kind::Circle, .centre = {(*circle)[0], (*circle)[1]}, .radius = (*circle)[2]};
    return circle.has_value();
}

/// Where in the picture: one of three ways to say it. @param standard what holds when none is said, in words.
template <typename Of>
std::vector<Setting<Of>> ways_to_say_where(const std::string& standard) {
    const std::vector<std::string> words = words_of_regions<Of>();
    return {
        {.name = "region",
         .placeholder = "REGION",
         .range = one_of(words) + "; face 2, eyes 2 or hand 2 are the second that 'study' lists; a name "
                                  "that [[see]] gives; or a picture's file that is light where it is meant",
         .standard = standard,
         .help = "Where: the faces that are found or a part of them, hands, what they hold, the figure, "
                 "what is behind it, or where a picture of the photograph's shape is light",
         .choices = words,
         .against = {"box", "circle"},
         .files = Files::Perhaps,
         .example = "face",
         .set = set_region<Of>},
        {.name = "box",
         .placeholder = "X,Y,W,H",
         .range = kBoxRegionInWords,
         .help = "Where: within a rectangle",
         .against = {"region", "circle"},
         .form = Form::Numbers,
         .example = "0.40,0.10,0.18,0.22",
         .set = set_region_box<Of>},
        {.name = "circle",
         .placeholder = "X,Y,R",
         .range = "three numbers: the centre's x and y, 0 to 1, and the radius, 0.001 to 1, as a share "
                  "of the width",
         .help = "Where: within a circle",
         .against = {"region", "box"},
         .form = Form::Numbers,
         .example = "0.5,0.3,0.1",
         .set = set_region_circle<Of>}};
}

}  // namespace allaprima::region_settings
