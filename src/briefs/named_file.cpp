#include "briefs/named_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "base/closest_word.h"
#include "briefs/toml_file.h"

namespace allaprima {
namespace {

/// What one is called, and the folder that they come from.
struct Called {
    const char *one, *folder;
};
constexpr std::array kCalled{Called{"", ""}, Called{"palette", "palettes"}, Called{"brush", "brushes"},
                             Called{"hand", "hands"}};

}  // namespace

bool names_a_file(std::string_view name) {
    return name.find('/') != std::string_view::npos || name.ends_with(".toml");
}

Result<NamedText> read_named(Shipped folder, const std::string& name_or_file,
                             const std::vector<std::string>& others) {
    if (names_a_file(name_or_file)) {
        Result<std::string> text = read_text_file(name_or_file);
        return text ? Result(NamedText{std::move(text).value(), name_or_file}) : text.error();
    }
    const Called& called = kCalled.at(static_cast<size_t>(folder));
    for (const ShippedFile& shipped : shipped_files(folder))
        if (shipped.name == name_or_file)
            return NamedText{std::string(shipped.text),
                             fmt::format("{}/{}.toml", called.folder, shipped.name)};
    std::vector<std::string> names = names_of(shipped_files(folder));
    names.insert(names.end(), others.begin(), others.end());
    return Error{fmt::format("there is no {} '{}'{}; there are: {}, or name a .toml file", called.one,
                             name_or_file, did_you_mean(name_or_file, names), fmt::join(names, ", ")),
                 true};
}

}  // namespace allaprima
