#include "record/record_json.h"

#include <nlohmann/json.hpp>

#include "painting_file/record_fields.h"
#include "record/chain.h"

namespace allaprima {
namespace {

using namespace painting_fields;
using OrderedJson = nlohmann::ordered_json;

/// One more visitor of the columns: a member of an object for each. What says nothing is null.
class JsonMembers {
  public:
    explicit JsonMembers(OrderedJson& object) : object_(object) {}

    void text(const char* name, const std::string& value, size_t) {
        object_[name] = value.empty() ? OrderedJson() : OrderedJson(value);
    }
    void whole(const char* name, int value, int64_t, int64_t) { object_[name] = value; }
    void seed(const char* name, uint64_t value) { object_[name] = value; }
    template <typename T>
    void real(const char* name, T value, Range) {
        object_[name] = value;
    }
    template <typename Enum, size_t N>
    void choice(const char* name, Enum value, const std::array<const char*, N>& words) {
        word(name, words.data(), static_cast<size_t>(value));
    }

  private:
    void word(const char* name, const char* const* words, size_t index) { object_[name] = words[index]; }

    OrderedJson& object_;
};

template <typename T>
OrderedJson members_of(T value) {
    OrderedJson object = OrderedJson::object();
    JsonMembers members(object);
    visit_fields(members, value);
    return object;
}

OrderedJson entry_json(const Entry& entry) {
    OrderedJson object = members_of(entry);
    object["parties"] = OrderedJson::array();
    for (const Party& party : entry.parties)
        object["parties"].push_back(members_of(party));
    return object;
}

}  // namespace

OrderedJson record_as_json(const Record& record) {
    OrderedJson json{
        {"making", OrderedJson()}, {"journey", OrderedJson::array()}, {"signatures", OrderedJson::array()}};
    if (record.making)
        json["making"] = {{"claims", members_of(record.making->claims)},
                          {"facts", members_of(record.making->facts)},
                          {"digest", record.making->digest}};
    for (const Entry& entry : record.entries)
        json["journey"].push_back(entry_json(entry));
    for (const EntrySignature& signature : record.signatures)
        json["signatures"].push_back(members_of(signature));
    const std::string head = record_head(record);
    json["head"] = head.empty() ? OrderedJson() : OrderedJson(head);
    return json;
}

}  // namespace allaprima
