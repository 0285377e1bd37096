#include "briefs/read_brush.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "briefs/named_file.h"
#include "briefs/toml_file.h"

namespace allaprima {
Result<Brush> brush_from_toml(std::string_view text, const std::string& file) {
    constexpr size_t kLongestBrushName = 100;
    constexpr double kAbsurd = 1e9;  // no setting allows so much, and a float holds it
    const Result<toml::table> parsed = parse_toml(text, file);
    if (!parsed)
        return parsed.error();
    std::set<std::string, std::less<>> known{"name"};
    for (const BrushSetting& setting : brush_settings())
        known.insert(setting.name);
    if (const Status keys = check_keys(*parsed, known, file); !keys)
        return keys.error();
    Brush brush;
    brush.name = (*parsed)["name"].value_or(std::string());
    if (brush.name.empty() || brush.name.size() > kLongestBrushName)
        return toml_error(file, {}, fmt::format("it needs a 'name' of 1 to {} letters", kLongestBrushName));
    for (const BrushSetting& setting : brush_settings()) {
        const toml::node* node = parsed->get(setting.name);
        if (!node)
            continue;
        const std::optional<double> value = node->value<double>();
        // The limits are floats: a double of the same spelling can lie just outside them.
        const float kept = value && std::isfinite(*value) && std::fabs(*value) < kAbsurd
                               ? static_cast<float>(*value)
                               : std::numeric_limits<float>::quiet_NaN();
        if (!(kept >= setting.low && kept <= setting.high))
            return toml_error(file, node->source(),
                              fmt::format("'{}' must be a number from {:g} to {:g}", setting.name,
                                          setting.low, setting.high));
        brush.*setting.member = kept;
    }
    return brush;
}

Result<Brush> read_brush(const std::string& name_or_file) {
    const Result<NamedText> named = read_named(Shipped::Brushes, name_or_file);
    return named ? brush_from_toml(named->text, named->file) : named.error();
}

std::string brush_as_toml(const Brush& brush) {
    std::string text = fmt::format("name = {}\n", quoted_for_toml(brush.name));
    for (const BrushSetting& setting : brush_settings())
        text += fmt::format("\n# {} ({:g} to {:g}).\n{} = {}\n", setting.help, setting.low, setting.high,
                            setting.name, brush.*setting.member);
    return text;
}

}  // namespace allaprima
