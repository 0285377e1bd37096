#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/brief_files.h"
#include "model/brief_settings.h"
#include "model/part_settings.h"
#include "model/setting_values.h"

/// How the region of a part is said; `Of` has a member `region`.

namespace allaprima::region_settings {

using namespace setting_values;

inline constexpr std::array kRegionsByWord{"everywhere", "face", "subject", "background"};

inline bool may_be_file(std::string_view text) {
    return looks_like_file(text) && text.size() <= kLongestText;
}

/// A word, or else the file of a mask.
template <typename Of>
bool set_region(Of& of, std::string_view text) {
    for (size_t i = 0; i < kRegionsByWord.size(); ++i)
        if (text == kRegionsByWord[i]) {
            of.region.kind = static_cast<Region::Kind>(i);
            return true;
        }
    if (may_be_file(text))
        of.region = {.kind = Region::Kind::Mask, .mask = std::string(text)};
    return may_be_file(text);
}

template <typename Of>
bool set_region_box(Of& of, std::string_view text) {
    const std::optional<ShareRect> box = share_box(text);
    if (box)
        of.region = {.kind = Region::Kind::Box, .box = *box};
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
    return {{.name = "region",
             .placeholder = "REGION",
             .range = one_of(kRegionsByWord) + ", or a picture's file that is light where it is meant",
             .standard = standard,
             .help = "Where: the faces that are found, the figure, what is behind it, or where a picture of "
                     "the photograph's shape is light",
             .choices = list_of(kRegionsByWord),
             .against = {"box", "circle"},
             .files = Files::Perhaps,
             .example = "face",
             .set = set_region<Of>},
            {.name = "box",
             .placeholder = "X,Y,W,H",
             .range = kBoxInWords,
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
