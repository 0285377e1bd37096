#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "brush/hand.h"

namespace allaprima {

/// A hand by the name of one that is shipped, or from a file: what holds a slash or ends in .toml is a file.
/// An error of usage names the hands there are, or the line at fault and what is allowed there.
Result<Hand> read_hand(const std::string& name_or_file);

/// A hand from TOML: its `name`, and any of the settings of hand_settings(); the rest are the painterly
/// hand's. What a brief can ask for too (palette, brush, canvas, ground) may be what it may be there.
/// @param file what the text is called in errors.
Result<Hand> hand_from_toml(std::string_view text, const std::string& file);

/// A hand file with every setting, its range and what it means.
std::string hand_as_toml(const Hand& hand);

/// The value of a setting as a hand file tells it, and what it may be, in words.
std::string value_as_toml(const HandSetting& setting, const Hand& hand);
std::string range_of(const HandSetting& setting);

}  // namespace allaprima
