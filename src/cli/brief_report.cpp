#include "cli/brief_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/printing.h"
#include "painting_file/json_members.h"

namespace allaprima {
namespace {

using namespace painting_fields;
using Json = JsonMembers::Json;

/// Told even where nobody asked for anything else.
constexpr std::array kAlwaysTold{"strokes", "seed", "hand", "focus", "finish", "light"};

const char* unit_of(const Declared& field) {
    return field.notation == Notation::Length ? "_mm" : "";
}

/// The words of the command line, as far as there is one.
Json& by_name(Json& object, const Declared& field) {
    std::string name = field.typed() ? field.name : field.in_files();
    std::ranges::replace(name, '-', '_');
    return object[name + unit_of(field)];
}

/// As in a brief file.
Json& by_table(Json& object, const Declared& field) {
    return (*field.table ? object[field.table] : object)[std::string(field.key_in_table()) + unit_of(field)];
}

template <typename Part>
Json json_of_parts(const std::vector<Part>& parts) {
    Json json = Json::array();
    for (const Part& part : parts)
        json.push_back(json_of(part, by_table));
    return json;
}

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

std::string in_words(const FocusMark& mark) {
    const Json json = json_of(mark, by_table);
    return fmt::format("{}, counts {}", in_words(json["region"]), in_words(json["weight"])) +
           rest_of(json, json_of(FocusMark{}, by_table), {"region", "weight"});
}

std::string in_words(const Motif& motif) {
    const Json json = json_of(motif, by_table);
    return fmt::format("{}, {}, veiled by {}", in_words(json["file"]),
                       json["box"].is_null() ? in_words(json["place"]) : "box " + in_words(json["box"]),
                       in_words(json["veil"])) +
           rest_of(json, json_of(Motif{}, by_table), {"file", "place", "box", "veil"});
}

std::string in_words(const Spatter& spatter) {
    const Json json = json_of(spatter, by_table);
    return fmt::format("{} of {} at {}", in_words(json["amount"]), in_words(json["colour"]),
                       in_words(json["region"])) +
           rest_of(json, json_of(Spatter{}, by_table), {"amount", "colour", "region"});
}

template <typename Part>
std::string lines_of(const char* title, const std::vector<Part>& parts) {
    std::string text;
    for (const Part& part : parts)
        text += line(title, in_words(part));
    return text;
}

std::string signed_as_text(const Json& signature) {
    if (signature.is_null())
        return "";
    const Json& name = signature[signature["text"].is_null() ? "file" : "text"];
    Json standard = json_of(Signature{}, by_table)["signature"];
    return line("signed", fmt::format("{}, {}", in_words(name), in_words(signature["corner"])) +
                              rest_of(signature, standard, {"text", "file", "corner"}));
}

std::string commission_as_text(const Brief& brief) {
    const Json asked = commission_as_json(brief), standard = commission_as_json(Brief{});
    std::string text = lines_of("in focus", brief.marks);
    for (const char* table : {"subject", "background"})
        each_asked(asked[table], standard[table], [&](const std::string& name, const Json& value) {
            text += line(fmt::format("{} {}", table, name), in_words(value));
        });
    return text + lines_of("motif", brief.motifs) + lines_of("spatter", brief.spatters) +
           signed_as_text(asked["signature"]);
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

Json brief_as_json(const Brief& brief) {
    Brief asked = brief;
    Json json = Json::object();
    JsonMembers members(json, by_name);
    visit_work(members, asked);
    return json;
}

Json commission_as_json(const Brief& brief) {
    Brief asked = brief;
    Json json = {{"focus_on", json_of_parts(brief.marks)}};
    JsonMembers members(json, by_table);
    visit_commission(members, asked);
    if (json["signature"]["text"].is_null() && json["signature"]["file"].is_null())
        json["signature"] = nullptr;
    json["motifs"] = json_of_parts(brief.motifs);
    json["spatter"] = json_of_parts(brief.spatters);
    return json;
}

}  // namespace allaprima
