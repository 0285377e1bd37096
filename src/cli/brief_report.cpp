#include "cli/brief_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "cli/printing.h"
#include "engine/tell_painting.h"

namespace allaprima {
namespace {

using Json = nlohmann::ordered_json;

/// Told even where nobody asked for anything else.
constexpr std::array kAlwaysTold{"strokes", "seed", "hand", "focus", "finish", "light"};

/// "box 0.3, 0.2, 0.3, 0.4".
std::string in_words(const Json& value) {
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
    for (const Json& part : value) {
        words += between + in_words(part);
        between = part.is_number() ? ", " : " ";
    }
    return words;
}

std::string spaced(std::string name) {
    std::ranges::replace(name, '_', ' ');
    return name;
}

std::string line(const std::string& title, const std::string& text) {
    return fmt::format("  {:<14} {}\n", spaced(title), text);
}

/// Calls `tell` with the name and the value of each member that says something else than the standard.
template <typename Tell>
void each_asked(const Json& asked, const Json& standard, Tell tell) {
    for (const auto& [name, value] : asked.items())
        if (!value.is_null() && value != standard[name])
            tell(name, value);
}

/// What a sentence about a part has not said of it: ", scale 2".
std::string rest_of(Json part, Json standard, std::initializer_list<const char*> said) {
    std::string text;
    for (const char* name : said)
        part.erase(name);
    each_asked(part, standard, [&](const std::string& name, const Json& value) {
        text += fmt::format(", {} {}", spaced(name), in_words(value));
    });
    return text;
}

std::string mark_in_words(const Json& mark, const Json& standard) {
    return fmt::format("{}, counts {}", in_words(mark["region"]), in_words(mark["weight"])) +
           rest_of(mark, standard, {"region", "weight"});
}

std::string motif_in_words(const Json& motif, const Json& standard) {
    return fmt::format("{}, {}, veiled by {}", in_words(motif["file"]),
                       motif["box"].is_null() ? in_words(motif["place"]) : "box " + in_words(motif["box"]),
                       in_words(motif["veil"])) +
           rest_of(motif, standard, {"file", "place", "box", "veil"});
}

std::string spatter_in_words(const Json& spatter, const Json& standard) {
    return fmt::format("{} of {} at {}", in_words(spatter["amount"]), in_words(spatter["colour"]),
                       in_words(spatter["region"])) +
           rest_of(spatter, standard, {"amount", "colour", "region"});
}

/// A commission with one of each part as it is when nobody asks for anything else of it.
Json usual_commission() {
    Brief usual;
    usual.marks.resize(1);
    usual.motifs.resize(1);
    usual.spatters.resize(1);
    usual.signature.text = "?";
    return commission_as_json(usual);
}

template <typename Words>
std::string lines_of(const char* title, const Json& parts, const Json& usual, Words in_words) {
    std::string text;
    for (const Json& part : parts)
        text += line(title, in_words(part, usual.front()));
    return text;
}

std::string signed_as_text(const Json& signature, const Json& standard) {
    if (signature.is_null())
        return "";
    const Json& name = signature[signature["text"].is_null() ? "file" : "text"];
    return line("signed", fmt::format("{}, {}", in_words(name), in_words(signature["corner"])) +
                              rest_of(signature, standard, {"text", "file", "corner"}));
}

std::string commission_as_text(const Brief& brief) {
    const Json asked = commission_as_json(brief), standard = usual_commission();
    std::string text = lines_of("in focus", asked["focus_on"], standard["focus_on"], mark_in_words);
    for (const char* table : {"subject", "background"})
        each_asked(asked[table], standard[table], [&](const std::string& name, const Json& value) {
            text += line(fmt::format("{} {}", table, name), in_words(value));
        });
    return text + lines_of("motif", asked["motifs"], standard["motifs"], motif_in_words) +
           lines_of("spatter", asked["spatter"], standard["spatter"], spatter_in_words) +
           signed_as_text(asked["signature"], standard["signature"]);
}

}  // namespace

std::string asked_as_text(const Brief& brief) {
    const Json asked = brief_as_json(brief), usual = brief_as_json(Brief{});
    std::string text;
    for (const auto& [name, value] : asked.items())
        if (!value.is_null() && (std::ranges::count(kAlwaysTold, name) > 0 || value != usual[name]))
            text += line(name, in_words(value));
    return text + commission_as_text(brief);
}

}  // namespace allaprima
