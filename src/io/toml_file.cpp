#include "io/toml_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace allaprima {

Result<std::string> read_text_file(const std::string& path) {
    constexpr size_t kLongest = 1 << 20;
    std::error_code fault;
    if (!std::filesystem::is_regular_file(path, fault))
        return Error{fmt::format("there is no file {}", path), true};
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error{fmt::format("cannot open {}: {}", path, std::strerror(errno))};
    std::string text(kLongest + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<size_t>(file.gcount()));
    if (file.bad())
        return Error{fmt::format("cannot read {}: {}", path, std::strerror(errno))};
    if (text.size() > kLongest)
        return Error{fmt::format("{} is longer than a megabyte; it is none of ours", path), true};
    return text;
}

Error toml_error(const std::string& name, const toml::source_region& at, const std::string& what) {
    if (at.begin.line == 0)
        return {fmt::format("{}: {}", name, what), true};
    return {fmt::format("{}, line {}, column {}: {}", name, at.begin.line, at.begin.column, what), true};
}

Result<toml::table> parse_toml(std::string_view text, const std::string& name) {
    toml::parse_result parsed = toml::parse(text, name);
    if (!parsed)
        return toml_error(name, parsed.error().source(), std::string(parsed.error().description()));
    return std::move(parsed).table();
}

Status check_keys(const toml::table& table, const std::set<std::string, std::less<>>& known,
                  const std::string& name) {
    for (const auto& [key, value] : table)
        if (!known.contains(key.str())) {
            std::string names;
            for (const std::string& one : known)
                names += (names.empty() ? "" : ", ") + one;
            return toml_error(name, key.source(),
                              fmt::format("there is no setting '{}' here; there are: {}", key.str(), names));
        }
    return Done{};
}

}  // namespace allaprima
