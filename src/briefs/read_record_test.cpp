#include "briefs/read_record.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace allaprima {
namespace {

constexpr const char* kSource =
    "[source]\nperson = 'Ada Sample'\nsaid = '2026-05-15'\ncertainty = 'probable'\n";
constexpr const char* kParty = "[[party]]\nrole = 'giver'\nname = 'Ada Sample'\n";

std::string gift(const std::string& more = "", const std::string& source = kSource,
                 const std::string& parties = kParty) {
    return "kind = 'gift'\ndate = '2026-05-14'\n" + more + source + parties;
}

TEST(ReadRecord, AnEntryIsTakenAsItIsSaid) {
    const Result<Entry> entry = entry_from_toml(
        gift("place = 'Hall'\nevent = 'the gift'\ncontradicts = 3\nnote = 'n'\n"), "gift.toml");
    ASSERT_TRUE(entry.ok()) << entry.error().message;
    const Source source{.person = "Ada Sample", .said = "2026-05-15", .certainty = Certainty::Probable};
    const Entry expected{.kind = EntryKind::Gift,
                         .event = "the gift",
                         .contradicts = 3,
                         .date = "2026-05-14",
                         .place = "Hall",
                         .note = "n",
                         .source = source,
                         .parties = {{Role::Giver, "Ada Sample"}}};
    EXPECT_TRUE(*entry == expected);
}

TEST(ReadRecord, TemplatesCanBeReadAsTheyAre) {
    const Result<MakingClaims> making = making_from_toml(making_template(), "making.toml");
    EXPECT_TRUE(making.ok()) << making.error().message;
    const Result<Entry> entry = entry_from_toml(entry_template(), "entry.toml");
    EXPECT_TRUE(entry.ok()) << entry.error().message;
}

struct Wrong {
    std::string text, told;
};

TEST(ReadRecord, WrongEntriesAreRefusedWithTheirPlace) {
    const std::vector<Wrong> all = {
        {gift("colour = 'red'\n"), "line 3, column 1: there is no setting 'colour'"},
        {gift("place = 3\n"), "line 3, column 9"},
        {gift("place = \"a\\nb\"\n"), "line break"},
        {gift("place = '" + std::string(2001, 'x') + "'\n"), "2000 letters"},
        {gift("contradicts = 0\n"), "'contradicts'"},
        {gift("object_digest = 'ABC'\n"), "64 hexadecimal digits"},
        {"kind = 'theft'\ndate = '2026'\n", "acquisition, gift"},
        {"kind = 'gift'\ndate = '2026-02-30'\n", "line 2, column 8"},
        {"kind = 'gift'\ndate = '2026/2025'\n", "the end must not be before the beginning"},
        {"kind = 'gift'\n", "'date' is missing"},
        {gift("", ""), "'said' is missing"},
        {gift("", "source = 3\n"), "write it as [source]"},
        {gift("", "[source]\nsaid = '2026'\ncertainty = 'certain'\n"), "names nobody"},
        {gift("", "[source]\nperson = 'A'\nsaid = '2026'\ncertainty = 'sure'\n"), "certain, probable"},
        {gift("", kSource, ""), "nobody takes part"},
        {gift("", kSource, "[party]\nrole = 'giver'\n"), "write it as [[party]]"},
        {gift("", kSource, "[[party]]\nrole = 'giver'\n"), "'name' is missing"},
        {gift("", kSource, std::string(kParty) + kParty), "twice"},
        {"kind = 'report'\ndate = '2026'\n" + std::string(kSource), "needs a 'note'"},
        {"{\"kind\": \"gift\"}", "line 1"},
        {"kind = 'gift", "line 1"}};
    for (const Wrong& wrong : all) {
        const Result<Entry> entry = entry_from_toml(wrong.text, "gift.toml");
        ASSERT_FALSE(entry.ok()) << wrong.text;
        EXPECT_TRUE(entry.error().usage);
        EXPECT_EQ(entry.error().message.rfind("gift.toml", 0), 0u) << entry.error().message;
        EXPECT_NE(entry.error().message.find(wrong.told), std::string::npos) << entry.error().message;
    }
}

TEST(ReadRecord, TheSitterIsNamedOnlyWithConsent) {
    const std::string begin = "title = 'T'\npainter = 'P'\ndate = '2026'\n";
    const auto told = [&](const std::string& text) {
        const Result<MakingClaims> making = making_from_toml(begin + text + kSource, "making.toml");
        return making ? "" : making.error().message;
    };
    EXPECT_EQ(told(""), "");
    EXPECT_NE(told("[sitter]\nname = 'Cleo'\n").find("consent"), std::string::npos);
    EXPECT_NE(told("[sitter]\nconsent = 'letter'\n").find("no name"), std::string::npos);
    EXPECT_EQ(told("[sitter]\nname = 'Cleo'\nconsent = 'letter'\n"), "");
    EXPECT_EQ(told("[patron]\nsaid_to_be = 'somebody'\n"), "");
    EXPECT_NE(told("[patron]\nname = 'Dee'\nsaid_to_be = 'somebody'\n").find("said_to_be"),
              std::string::npos);
}

TEST(ReadRecord, ControlCharactersAreRefusedWithTheirField) {
    const Result<Entry> entry = entry_from_toml(gift("note = \"a\\u001Bb\"\n", kSource), "gift.toml");
    ASSERT_FALSE(entry.ok());
    EXPECT_NE(entry.error().message.find("'note' holds a control character"), std::string::npos)
        << entry.error().message;
    EXPECT_TRUE(entry_from_toml(gift("note = \"two lines, – ä\"\n", kSource), "gift.toml").ok());
}

TEST(ReadRecord, ACommissionTellsItsTerms) {
    const auto told = [](const std::string& terms) {
        const Result<Entry> entry =
            entry_from_toml("kind = 'commission'\ndate = '2026'\n" + terms + kSource + kParty, "c.toml");
        return entry ? "" : entry.error().message;
    };
    EXPECT_EQ(told("terms = 'fee'\namount = '900 crowns'\n"), "");
    EXPECT_EQ(told("terms = 'not-charged'\nreason = 'a friend'\n"), "");
    EXPECT_NE(told("").find("needs its 'terms'"), std::string::npos);
    EXPECT_NE(told("terms = 'not-charged'\n").find("'reason'"), std::string::npos);
    EXPECT_NE(told("terms = 'fee'\nreason = 'a friend'\n").find("'reason'"), std::string::npos);
    EXPECT_FALSE(entry_from_toml(gift("amount = '1'\n", kSource), "gift.toml").ok());
}

TEST(ReadRecord, NobodyTellsOfAPaintingBeforeItIsPainted) {
    const Result<MakingClaims> making =
        making_from_toml("title = 'T'\npainter = 'P'\ndate = '2027'\n" + std::string(kSource), "making.toml");
    ASSERT_FALSE(making.ok());
    EXPECT_NE(making.error().message.find("before the painting was painted"), std::string::npos);
}

}  // namespace
}  // namespace allaprima
