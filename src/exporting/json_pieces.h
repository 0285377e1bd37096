#pragma once
#include <functional>
#include <istream>
#include <nlohmann/json.hpp>
#include <string>

namespace allaprima::exporting {

/// Takes one value at a time out of a large JSON object, so that never more than that is held.
///
/// @param list   the member that is a list, whose elements come one by one.
/// @param member is given each other member; returns a fault, or nothing.
/// @param element is given each element of the list and its number; returns a fault, or nothing.
struct JsonPieces {
    std::string list;
    std::function<std::string(const std::string& name, const nlohmann::json& value)> member;
    std::function<std::string(size_t number, const nlohmann::json& value)> element;
};

/// @return what is wrong, and where; empty when all has been taken. Anything but an object is wrong, and so
///         are a member that comes twice, a piece of more than 100,000 values or eight levels, and a text of
///         more than 64 kilobytes.
std::string take_pieces(std::istream& text, const JsonPieces& pieces);

}  // namespace allaprima::exporting
