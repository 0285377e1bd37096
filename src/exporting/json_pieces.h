#pragma once
#include <functional>
#include <istream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace allaprima::exporting {

/// Takes one value at a time out of a large JSON object, so that never more than that is held.
///
/// Each function returns a fault, or nothing.
struct JsonPieces {
    /// Is given each element of a list and its number.
    using Element = std::function<std::string(size_t number, const nlohmann::json& value)>;

    std::map<std::string, Element> lists;  ///< The members that are lists whose elements come one by one.
    /// Is given each other member.
    std::function<std::string(const std::string& name, const nlohmann::json& value)> member;
};

/// @return what is wrong, and where; empty when all has been taken. Anything but an object is wrong, and so
///         are a member that comes twice, a piece of more than 100,000 values or eight levels, and a text of
///         more than 64 kilobytes.
std::string take_pieces(std::istream& text, const JsonPieces& pieces);

}  // namespace allaprima::exporting
