#include "cli/values_in_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/printing.h"

namespace allaprima {

std::string spaced(std::string name) {
    std::ranges::replace(name, '_', ' ');
    return name;
}

std::string in_words(const nlohmann::ordered_json& value) {
    if (value.is_string())
        return printable(value.get<std::string>());
    if (value.is_boolean())
        return value.get<bool>() ? "yes" : "no";
    if (value.is_number_float())
        return fmt::format("{:g}", value.get<double>());
    if (!value.is_object())
        return value.dump();
    std::string words;
    const char* between = "";
    for (const nlohmann::ordered_json& part : value) {
        words += between + in_words(part);
        between = part.is_number() ? ", " : " ";
    }
    return words;
}

std::string titled_line(const std::string& title, const std::string& text) {
    return fmt::format("  {:<14} {}\n", spaced(title), text);
}

}  // namespace allaprima
