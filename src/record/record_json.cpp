#include "record/record_json.h"

#include <nlohmann/json.hpp>

#include "painting_file/json_members.h"
#include "painting_file/record_fields.h"
#include "record/chain.h"

namespace allaprima {
namespace {

using namespace painting_fields;
using OrderedJson = nlohmann::ordered_json;

OrderedJson entry_json(const Entry& entry) {
    OrderedJson object = json_of(entry);
    object["parties"] = OrderedJson::array();
    for (const Party& party : entry.parties)
        object["parties"].push_back(json_of(party));
    return object;
}

}  // namespace

OrderedJson record_as_json(const Record& record) {
    OrderedJson json{
        {"making", OrderedJson()}, {"journey", OrderedJson::array()}, {"signatures", OrderedJson::array()}};
    if (record.making)
        json["making"] = {{"claims", json_of(record.making->claims)},
                          {"facts", json_of(record.making->facts)},
                          {"digest", record.making->digest}};
    for (const Entry& entry : record.entries)
        json["journey"].push_back(entry_json(entry));
    for (const EntrySignature& signature : record.signatures)
        json["signatures"].push_back(json_of(signature));
    const std::string head = record_head(record);
    json["head"] = head.empty() ? OrderedJson() : OrderedJson(head);
    return json;
}

}  // namespace allaprima
