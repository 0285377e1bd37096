#include "engine/tell_brief.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "painting_file/json_members.h"

namespace allaprima {
namespace {

using namespace painting_fields;
using Json = JsonMembers::Json;

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

}  // namespace

Json brief_as_json(const Brief& brief) {
    Brief asked = brief;
    Json json = Json::object();
    JsonMembers members(json, by_name);
    visit_work(members, asked);
    return json;
}

Json commission_as_json(const Brief& brief) {
    Brief asked = brief;
    Json json = {{"see", json_of_parts(brief.corrections)}, {"focus_on", json_of_parts(brief.marks)}};
    JsonMembers members(json, by_table);
    visit_commission(members, asked);
    if (json["signature"]["text"].is_null() && json["signature"]["file"].is_null())
        json["signature"] = nullptr;
    json["motifs"] = json_of_parts(brief.motifs);
    json["spatter"] = json_of_parts(brief.spatters);
    return json;
}

}  // namespace allaprima
