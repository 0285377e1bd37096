#include "briefs/read_palette.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "base/closest_word.h"
#include "briefs/named_file.h"
#include "briefs/toml_file.h"
#include "pigment/named_tubes.h"

namespace allaprima {
namespace {

/// What paint may absorb and scatter, per millimetre.
constexpr double kMostAbsorption = 1e6, kLeastScattering = 1e-6, kMostScattering = 1e6;
constexpr double kFewestParts = 1e-6, kMostParts = 1e6;
constexpr size_t kLongestTubeName = 100;

Result<const Pigment*> measured(std::string_view name, const toml::source_region& at,
                                const std::string& file) {
    if (const Pigment* found = find_pigment(name))
        return found;
    return toml_error(file, at,
                      fmt::format("no paint '{}' was measured{}; there are: {}", name,
                                  did_you_mean(name, names_of(measured_pigments())),
                                  fmt::join(names_of(measured_pigments()), ", ")));
}

Result<Pigment> mixed(const std::string& name, const toml::table& mix, const std::string& file) {
    std::vector<PigmentPart> parts;
    for (const auto& [key, value] : mix) {
        const Result<const Pigment*> pigment = measured(key.str(), key.source(), file);
        if (!pigment)
            return pigment.error();
        const std::optional<double> amount = value.value<double>();
        if (!amount || !(*amount >= kFewestParts && *amount <= kMostParts))
            return toml_error(file, value.source(),
                              fmt::format("'{}' must be a number of parts, {:g} to {:g}", key.str(),
                                          kFewestParts, kMostParts));
        parts.push_back({*pigment, static_cast<float>(*amount)});
    }
    if (parts.empty())
        return toml_error(file, mix.source(), "'mix' names no paint; give it parts of at least one");
    return blended(name, parts);
}

Result<Spectrum> spectrum(const toml::table& tube, const char* key, double low, double high,
                          const std::string& file) {
    const toml::array* values = tube[key].as_array();
    const toml::source_region& at = values ? values->source() : tube.source();
    const auto wrong = [&](const toml::source_region& place) {
        return toml_error(file, place,
                          fmt::format("'{}' must be a list of {} numbers, {:g} to {:g}: one for each 10 nm "
                                      "from 380 to 750",
                                      key, kBands, low, high));
    };
    if (!values || values->size() != kBands)
        return wrong(at);
    Spectrum result{};
    for (size_t band = 0; band < kBands; ++band) {
        const std::optional<double> value = (*values)[band].value<double>();
        if (!value || !(*value >= low && *value <= high))
            return wrong((*values)[band].source());
        result[band] = static_cast<float>(*value);
    }
    return result;
}

/// A tube has exactly one of three forms; the two that make a paint need a name for it.
Result<Pigment> read_tube(const toml::table& tube, const std::string& file) {
    if (const Status keys =
            check_keys(tube, {"pigment", "name", "mix", "colour_index", "absorption", "scattering"}, file);
        !keys)
        return keys.error();
    const auto pigment = tube["pigment"].value<std::string>();
    const toml::table* mix = tube["mix"].as_table();
    const bool own = tube.contains("absorption") || tube.contains("scattering");
    if ((pigment ? 1 : 0) + (mix ? 1 : 0) + (own ? 1 : 0) != 1)
        return toml_error(file, tube.source(),
                          "a tube has either 'pigment', or 'name' and 'mix', or 'name', 'absorption' and "
                          "'scattering'");
    std::string name = tube["name"].value_or(std::string());
    if (name.size() > kLongestTubeName)
        return toml_error(file, tube.source(),
                          fmt::format("a name has at most {} letters", kLongestTubeName));
    if (pigment) {
        const Result<const Pigment*> found = measured(*pigment, tube["pigment"].node()->source(), file);
        if (!found)
            return found.error();
        Pigment paint = **found;
        if (!name.empty())
            paint.name = name;
        return paint;
    }
    if (name.empty())
        return toml_error(file, tube.source(), "this tube needs a 'name'");
    if (mix)
        return mixed(name, *mix, file);
    const Result<Spectrum> absorption = spectrum(tube, "absorption", 0.0, kMostAbsorption, file);
    if (!absorption)
        return absorption.error();
    const Result<Spectrum> scattering = spectrum(tube, "scattering", kLeastScattering, kMostScattering, file);
    if (!scattering)
        return scattering.error();
    return Pigment{name, tube["colour_index"].value_or(std::string()), file, *absorption, *scattering};
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// The tubes of a list with commas between their names.
Result<Palette> palette_of_names(const std::string& names) {
    constexpr size_t kNamesTold = 4;
    Palette palette{.name = "of its own", .tubes = {}};
    for (size_t from = 0; from <= names.size();) {
        const size_t comma = std::min(names.find(',', from), names.size());
        std::string name = names.substr(std::min(names.find_first_not_of(' ', from), comma), comma - from);
        name = name.substr(0, name.find(','));
        std::optional<Pigment> tube = tube_named(name);
        if (!tube)
            return Error{
                fmt::format("there is no measured pigment '{}'; spelled most like it are {}. 'allaprima "
                            "palette' lists those of the palettes, and a palette file may hold your own",
                            name.substr(0, kLongestTubeName), joined(nearest_tube_names(name, kNamesTold))),
                true};
        if (std::ranges::find(palette.tubes, tube->name, &Pigment::name) != palette.tubes.end())
            return Error{fmt::format("there are two tubes '{}'", tube->name), true};
        palette.tubes.push_back(std::move(*tube));
        from = comma + 1;
    }
    if (palette.tubes.size() > static_cast<size_t>(kMostTubes))
        return Error{
            fmt::format("a palette has at most {1} tubes; {0} are named", palette.tubes.size(), kMostTubes),
            true};
    return palette;
}

}  // namespace

Result<Palette> palette_from_toml(std::string_view text, const std::string& file) {
    const Result<toml::table> parsed = parse_toml(text, file);
    if (!parsed)
        return parsed.error();
    if (const Status keys = check_keys(*parsed, {"name", "about", "tube"}, file); !keys)
        return keys.error();
    Palette palette{.name = (*parsed)["name"].value_or(std::string()), .tubes = {}};
    if (palette.name.empty() || palette.name.size() > kLongestTubeName)
        return toml_error(file, {}, fmt::format("it needs a 'name' of 1 to {} letters", kLongestTubeName));
    const toml::array* tubes = (*parsed)["tube"].as_array();
    if (!tubes || tubes->empty())
        return toml_error(file, {}, "it has no tubes; give it at least one [[tube]]");
    if (tubes->size() > kMostTubes)
        return toml_error(
            file, tubes->source(),
            fmt::format("it has {} tubes; a palette holds at most {}", tubes->size(), kMostTubes));
    for (const toml::node& node : *tubes) {
        const toml::table* table = node.as_table();
        if (!table)
            return toml_error(file, node.source(), "a tube is a table: [[tube]]");
        Result<Pigment> tube = read_tube(*table, file);
        if (!tube)
            return tube.error();
        if (std::ranges::find(palette.tubes, tube->name, &Pigment::name) != palette.tubes.end())
            return toml_error(file, table->source(), fmt::format("there are two tubes '{}'", tube->name));
        palette.tubes.push_back(std::move(tube).value());
    }
    return palette;
}

Result<Palette> read_palette(const std::string& name_or_file) {
    if (name_or_file.find(',') != std::string::npos && !name_or_file.ends_with(".toml"))
        return palette_of_names(name_or_file);
    if (name_or_file == "rgb")
        return Palette{.name = "rgb", .tubes = {}};
    const Result<NamedText> named =
        read_named(Shipped::Palettes, name_or_file, {"rgb", fmt::format("auto:3 to auto:{}", kMostTubes)});
    return named ? palette_from_toml(named->text, named->file) : named.error();
}

}  // namespace allaprima
