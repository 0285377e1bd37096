#include "record/linked_art.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "record/sample_record.h"

namespace allaprima {
namespace {

using OrderedJson = nlohmann::ordered_json;
using Names = std::set<std::string>;

/// What the model allows of each class that is used: linked.art/api/1.0, its entities and shared structures.
const std::map<std::string, Names>& model() {
    static const Names common{"id", "type", "_label", "classified_as", "identified_by", "referred_to_by"};
    static const Names activity{"timespan",  "took_place_at", "carried_out_by", "used_specific_object",
                                "caused_by", "part",          "attributed_by",  "assigned_by"};
    const auto with = [](Names names, const Names& more) {
        names.insert(more.begin(), more.end());
        return names;
    };
    static const Names event = with(common, activity);
    static const std::map<std::string, Names> classes{
        {"HumanMadeObject",
         with(common, {"@context", "dimension", "produced_by", "shows", "attributed_by", "subject_of"})},
        {"Production", event},
        {"Activity", event},
        {"Creation", event},
        {"Acquisition",
         with(event, {"transferred_title_of", "transferred_title_from", "transferred_title_to"})},
        {"TransferOfCustody",
         with(event, {"transferred_custody_of", "transferred_custody_from", "transferred_custody_to"})},
        {"AttributeAssignment", with(event, {"assigned", "assigned_property"})},
        {"TimeSpan", with(common, {"begin_of_the_begin", "end_of_the_end"})},
        {"Name", with(common, {"content"})},
        {"LinguisticObject", with(common, {"content", "digitally_carried_by"})},
        {"DigitalObject", with(common, {"access_point", "created_by"})},
        {"VisualItem", with(common, {"represents"})},
        {"Dimension", with(common, {"value", "unit"})},
        {"MeasurementUnit", common},
        {"Type", common},
        {"Person", common},
        {"Group", common},
        {"Place", common}};
    return classes;
}

/// Those that are no lists.
const Names& single() {
    static const Names names{"id",
                             "type",
                             "_label",
                             "content",
                             "timespan",
                             "value",
                             "unit",
                             "@context",
                             "created_by",
                             "produced_by",
                             "assigned_property",
                             "begin_of_the_begin",
                             "end_of_the_end"};
    return names;
}

void expect_of_the_model(const OrderedJson& node) {
    ASSERT_TRUE(node.is_object()) << node;
    ASSERT_TRUE(node.contains("type")) << node;
    ASSERT_TRUE(model().contains(node["type"].get<std::string>())) << node;
    for (const auto& [name, value] : node.items()) {
        EXPECT_TRUE(model().at(node["type"]).contains(name)) << name << " of " << node["type"];
        EXPECT_EQ(value.is_array(), !single().contains(name)) << name;
        if (value.is_array()) {
            EXPECT_FALSE(value.empty()) << name;
            for (const OrderedJson& one : value)
                expect_of_the_model(one);
        } else if (value.is_object()) {
            expect_of_the_model(value);
        }
    }
    if (node["type"] == "TimeSpan") {
        EXPECT_LT(node["begin_of_the_begin"].get<std::string>(), node["end_of_the_end"].get<std::string>());
    }
    if (node.contains("id")) {
        EXPECT_NE(node["id"].get<std::string>().find(":/"), std::string::npos) << node["id"];
    }
}

TEST(LinkedArt, EveryNodeIsOfTheModel) {
    Record record = testing::sample_record();
    for (size_t kind = 0; kind < kEntryKindWords.size(); ++kind) {
        Entry entry = testing::sample_gift();
        entry.kind = static_cast<EntryKind>(kind);
        entry.parties.clear();
        for (size_t role = 0; role < kRoleWords.size(); ++role)
            entry.parties.push_back({static_cast<Role>(role), kRoleWords[role]});
        ASSERT_TRUE(add_entry(record, entry).ok());
    }
    const OrderedJson json = record_as_linked_art(record);
    EXPECT_EQ(json["@context"], "https://linked.art/ns/v1/linked-art.json");
    EXPECT_EQ(json.begin().key(), "@context");
    expect_of_the_model(json);
    EXPECT_EQ(json["attributed_by"].size(), record.entries.size());
}

TEST(LinkedArt, TheObjectIsNamedByTheDigestOfItsPlan) {
    Record record = testing::sample_record();
    record.making->facts.plan_digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    EXPECT_EQ(record_as_linked_art(record)["id"],
              "ni:///sha-256;47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
}

TEST(LinkedArt, StatementsAreAssignedByWhoMadeThem) {
    const OrderedJson gift = record_as_linked_art(testing::sample_record())["attributed_by"][2];
    EXPECT_EQ(gift["carried_out_by"][0]["_label"], "Ada Sample");
    EXPECT_EQ(gift["carried_out_by"][1]["type"], "Group");
    EXPECT_EQ(gift["timespan"]["begin_of_the_begin"], "2026-06-01T00:00:00Z");
    EXPECT_EQ(gift["classified_as"][0]["_label"], "Probably");
    EXPECT_EQ(gift["assigned_property"], "changed_ownership_through");
    EXPECT_EQ(gift["referred_to_by"][0]["content"], "contradicts entry 1");
    const OrderedJson event = gift["assigned"][0];
    EXPECT_EQ(event["type"], "Acquisition");
    EXPECT_EQ(event["transferred_title_from"][0]["_label"], "Ada Sample");
    EXPECT_EQ(event["transferred_title_to"][0]["_label"], "Bo Sample");
    EXPECT_EQ(event["carried_out_by"][0]["_label"], "Eli Sample");
}

TEST(LinkedArt, ALoanIsOfCustodyAndAReturnGoesBack) {
    Record record = testing::sample_record();
    Entry back = record.entries.back();
    back.kind = EntryKind::Return;
    ASSERT_TRUE(add_entry(record, back).ok());
    const OrderedJson all = record_as_linked_art(record)["attributed_by"];
    EXPECT_EQ(all[3]["assigned"][0]["type"], "TransferOfCustody");
    EXPECT_EQ(all[3]["assigned"][0]["transferred_custody_from"][0]["_label"], "Bo Sample");
    EXPECT_EQ(all[4]["assigned"][0]["transferred_custody_from"][0]["_label"], "Fay Sample");
}

TEST(LinkedArt, AnUnknownPatronIsAssignedAsPossible) {
    const OrderedJson made = record_as_linked_art(testing::sample_record())["produced_by"];
    EXPECT_FALSE(made.contains("caused_by"));
    EXPECT_EQ(made["attributed_by"][0]["classified_as"][0]["_label"], "Possibly");
    EXPECT_EQ(made["attributed_by"][0]["assigned"][0]["carried_out_by"][0]["_label"], "a society");
}

}  // namespace
}  // namespace allaprima
