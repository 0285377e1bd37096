#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

/// What programs are told of a painting, told to a person.

namespace allaprima {

/// "box 0.3, 0.2, 0.3, 0.4".
std::string in_words(const nlohmann::ordered_json& value);

/// The name of a member, with spaces.
std::string spaced(std::string name);

/// One line of a list, its texts below each other.
std::string titled_line(const std::string& title, const std::string& text);

}  // namespace allaprima
