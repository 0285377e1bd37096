#include "briefs/toml_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "base/closest_word.h"
#include "files/ordinary_file.h"

namespace allaprima {
namespace {

/// Each dot in a key opens a table in a table. The parser takes them away by a recursion as deep, for which a
/// megabyte of dots leaves no stack; it limits only brackets in brackets.
constexpr int kMostDots = 1000;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Of "0.5" none, of "1.2.3", which is a key, the second.
int dots_outside_numbers(std::string_view text) {
    int dots = 0;
    char before_digits = ' ';  // what stands before the digits that are being read
    for (size_t i = 0; i < text.size(); ++i) {
        const bool of_number = i > 0 && is_digit(text[i - 1]) && before_digits != '.';
        if (text[i] == '.' && !of_number)
            ++dots;
        if (!is_digit(text[i]))
            before_digits = text[i];
    }
    return dots;
}

}  // namespace

Result<std::string> read_text_file(const std::string& path, const TextKind& kind) {
    constexpr size_t kLongest = 1 << 20;
    if (const Status ordinary = check_ordinary_file(path, kind.a_file); !ordinary)
        return ordinary.error();
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error{fmt::format("cannot open {}: {}", path, std::strerror(errno))};
    std::string text(kLongest + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<size_t>(file.gcount()));
    if (file.bad())
        return Error{fmt::format("cannot read {}: {}", path, std::strerror(errno))};
    if (text.size() > kLongest)
        return Error{fmt::format("{} is longer than a megabyte; {} are far shorter", path, kind.usual), true};
    return text;
}

std::string quoted_for_toml(const std::string& text) {
    std::ostringstream out;
    out << toml::toml_formatter(toml::value<std::string>(text), toml::format_flags::none);
    return out.str();
}

Error toml_error(const std::string& name, const toml::source_region& at, const std::string& what) {
    if (at.begin.line == 0)
        return {fmt::format("{}: {}", name, what), true};
    return {fmt::format("{}, line {}, column {}: {}", name, at.begin.line, at.begin.column, what), true};
}

Result<toml::table> parse_toml(std::string_view text, const std::string& name) {
    if (dots_outside_numbers(text) > kMostDots)
        return toml_error(name, {},
                          fmt::format("it has more than {} dots outside numbers; palettes, brushes and "
                                      "briefs have no tables nested so deeply",
                                      kMostDots));
    toml::parse_result parsed = toml::parse(text, name);
    if (!parsed)
        return toml_error(name, parsed.error().source(), std::string(parsed.error().description()));
    return std::move(parsed).table();
}

Status check_keys(const toml::table& table, const std::set<std::string, std::less<>>& known,
                  const std::string& name) {
    for (const auto& [key, value] : table)
        if (!known.contains(key.str())) {
            const std::vector<std::string> names(known.begin(), known.end());
            return toml_error(name, key.source(),
                              fmt::format("there is no setting '{}' here{}; there are: {}", key.str(),
                                          did_you_mean(key.str(), names), fmt::join(names, ", ")));
        }
    return Done{};
}

}  // namespace allaprima
