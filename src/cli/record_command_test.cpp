// The record as people keep it: told, added to, signed, checked, shown; keys; and paintings that are proven.

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/command_line_fixture.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;
using testing::contents;
using testing::Outcome;

class RecordCommand : public testing::CommandLine {
  protected:
    static std::string example(const std::string& name) {
        return (fs::path(ALLAPRIMA_SOURCE_DIR) / "examples/commission/record" / name).string();
    }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name) << text;
    }
    void paint() const {
        ASSERT_EQ(run({"paint", "photo.png", "-o", "out.png", "--save", "out.alla", "--strokes", "20",
                       "--long", "64", "--plan-size", "64", "--palette", "rgb", "--quiet"})
                      .code,
                  0);
    }
    /// The model commission's record, signed by the giver.
    void record_all() const {
        paint();
        ASSERT_EQ(run({"record", "making", "out.alla", example("making.toml")}).code, 0);
        for (const char* name : {"1-commission.toml", "2-gift.toml", "3-envoy.toml"})
            ASSERT_EQ(run({"record", "add", "out.alla", example(name)}).code, 0) << name;
        ASSERT_EQ(run({"identity", "new", "-o", "key.pem"}).code, 0);
        const Outcome signed_as =
            run({"record", "sign", "out.alla", "--entry", "2", "--as", "giver", "--key", "key.pem"});
        ASSERT_EQ(signed_as.code, 0) << signed_as.err;
        for (const char* name : {"4-gazette.toml", "5-lantern.toml", "6-exhibition.toml"})
            ASSERT_EQ(run({"record", "add", "out.alla", example(name)}).code, 0) << name;
    }
    void change(const std::string& sql) const {
        sqlite3* connection = nullptr;
        ASSERT_EQ(sqlite3_open(file("out.alla").c_str(), &connection), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sql;
        sqlite3_close(connection);
    }
    void expect_in(const std::string& text, std::initializer_list<const char*> all) const {
        for (const char* words : all)
            EXPECT_NE(text.find(words), std::string::npos) << words << " in " << text;
    }
};

TEST_F(RecordCommand, TheModelCommissionIsRecordedAndProven) {
    record_all();
    const Outcome checked = run({"record", "check", "out.alla"});
    EXPECT_EQ(checked.code, 0) << checked.err;
    expect_in(checked.out, {"Proven\n", "belongs to these 20 strokes", "signed as giver with the key",
                            "is that of Ottoline Fenwick-Example", "Only claimed\n",
                            "unknown, said to be the Larkspur Sketching Circle", "Pip Hollow-Example",
                            "Doubtful\n", "it contradicts entry 4"});
    EXPECT_EQ(checked.out.find("Does not hold"), std::string::npos);
    EXPECT_LT(checked.out.find("Proven\n"), checked.out.find("Only claimed\n"));

    const Outcome verified = run({"verify", "out.alla", "--picture", "out.png", "--quiet"});
    EXPECT_EQ(verified.code, 0) << verified.err << verified.out;
    expect_in(verified.out, {"make the same picture, pixel by pixel", "out.png is its picture"});

    const std::string text = run({"record", "show", "out.alla"}).out;
    expect_in(text, {"Portrait before a Flag", "Accounts that belong together", "The Overmere Lantern"});
}

TEST_F(RecordCommand, ItIsShownAsJsonAndAsLinkedArt) {
    record_all();
    const nlohmann::json json = nlohmann::json::parse(run({"record", "show", "out.alla", "--json"}).out);
    EXPECT_EQ(json["making"]["claims"]["patron"], "unknown");
    ASSERT_EQ(json["journey"].size(), 6u);
    EXPECT_EQ(json["journey"][4]["contradicts"], 4);
    EXPECT_EQ(json["journey"][2]["parties"][1]["role"], "envoy");
    EXPECT_EQ(json["signatures"][0]["entry"], 2);
    EXPECT_EQ(json["head"], json["journey"][5]["digest"]);
    const nlohmann::json linked = nlohmann::json::parse(run({"record", "show", "out.alla", "--json-ld"}).out);
    EXPECT_EQ(linked["type"], "HumanMadeObject");
    EXPECT_EQ(linked["attributed_by"].size(), 6u);
    expect_refusal({"record", "show", "out.alla", "--json", "--json-ld"}, 2, "--json");
}

TEST_F(RecordCommand, WhatWasChangedDoesNotHold) {
    record_all();
    const std::string head = nlohmann::json::parse(run({"record", "show", "out.alla", "--json"}).out)["head"];
    change("DELETE FROM entry WHERE number = 6; DELETE FROM party WHERE entry = 6");
    EXPECT_EQ(run({"record", "check", "out.alla"}).code, 0) << "a chain alone cannot tell";
    const Outcome noted = run({"record", "check", "out.alla", "--head", head});
    EXPECT_EQ(noted.code, 1);
    expect_in(noted.out, {"Does not hold\n", "entries were dropped"});
    change("UPDATE entry SET place = 'Village hall, Nethermerf' WHERE number = 2");
    const Outcome changed = run({"record", "check", "out.alla"});
    EXPECT_EQ(changed.code, 1);
    EXPECT_EQ(changed.err, "allaprima: out.alla: 2 things do not hold\n");
    expect_in(changed.out, {"entry 2 (gift", "it was changed", "it does not match"});
    expect_refusal({"record", "add", "out.alla", example("2-gift.toml")}, 1, "does not hold");
}

TEST_F(RecordCommand, AStrokeThatWasChangedIsFoundByPaintingAgain) {
    paint();
    EXPECT_EQ(run({"verify", "out.alla", "--quiet"}).code, 0);
    expect_refusal({"record", "check", "out.alla"}, 1, "nothing is recorded");
    change("UPDATE stroke SET width_start = width_start * 2 WHERE rowid = 3");
    const Outcome verified = run({"verify", "out.alla", "--quiet"});
    EXPECT_EQ(verified.code, 1);
    expect_in(verified.out, {"painted again, the strokes do not make the picture"});
    EXPECT_EQ(run({"verify", "out.alla", "--picture", "photo.png", "--quiet"}).code, 1);
}

TEST_F(RecordCommand, KeysAreKeptFromOthersAndNotReplaced) {
    const Outcome made = run({"identity", "new", "-o", "key.pem"});
    ASSERT_EQ(made.code, 0) << made.err;
    EXPECT_EQ(made.out, "key.pem\nkey.pub.pem\nkey.cert.pem\n");
    expect_in(made.err, {"Strangers cannot trust it yet"});
    struct stat about {};
    ASSERT_EQ(::stat(file("key.pem").c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600u);
    const std::string key = contents(folder_ / "key.pem");
    expect_refusal({"identity", "new", "-o", "key.pem"}, 2, "exists");
    EXPECT_EQ(contents(folder_ / "key.pem"), key);
    write("other.pub.pem", "there");
    expect_refusal({"identity", "new", "-o", "other.pem"}, 2, "exists");
    EXPECT_FALSE(fs::exists(folder_ / "other.pem"));
    expect_refusal({"identity", "new", "-o", "key"}, 2, ".pem");
}

TEST_F(RecordCommand, WrongWishesAreRefusedAndChangeNothing) {
    paint();
    ASSERT_EQ(run({"record", "making", "out.alla", example("making.toml")}).code, 0);
    ASSERT_EQ(run({"record", "add", "out.alla", example("2-gift.toml")}).code, 0);
    ASSERT_EQ(run({"identity", "new", "-o", "key.pem"}).code, 0);
    const std::string before = contents(folder_ / "out.alla");
    write("bad.toml", "kind = 'gift'\ndate = '2026-02-30'\n");
    write("self.toml", contents(example("6-exhibition.toml")).insert(0, "contradicts = 2\n"));
    write("a.json", "{\"kind\": \"gift\"}");
    expect_refusal({"record", "add", "out.alla", "bad.toml"}, 2, "bad.toml, line 2, column 8");
    expect_refusal({"record", "add", "out.alla", "self.toml"}, 2, "entry 2, which is not there");
    expect_refusal({"record", "add", "out.alla", "a.json"}, 2, "a.json, line 1");
    expect_refusal({"record", "add", "out.alla", "none.toml"}, 2, "none.toml");
    expect_refusal({"record", "add", "photo.png", example("2-gift.toml")}, 1, "is not a painting");
    expect_refusal({"record", "add", "out.alla"}, 2, "--template");
    expect_refusal({"record", "making", "out.alla", example("making.toml")}, 2, "the journey has begun");
    const auto sign = [](const char* entry, const char* as, const char* key) {
        return std::vector<std::string>{"record", "sign", "out.alla", "--entry", entry,
                                        "--as",   as,     "--key",    key};
    };
    expect_refusal(sign("9", "giver", "key.pem"), 2, "no entry 9");
    expect_refusal(sign("1", "duke", "key.pem"), 2, "giver, receiver");
    expect_refusal(sign("1", "receiver", "key.pub.pem"), 2, "public key");
    expect_refusal(sign("1", "receiver", "none.pem"), 2, "none.pem");
    expect_refusal(sign("1", "receiver", "photo.png"), 2, "no private key");
    EXPECT_TRUE(contents(folder_ / "out.alla") == before);
}

TEST_F(RecordCommand, LabelAndCertificateArePrinted) {
    paint();
    expect_refusal({"record", "label", "out.alla", "-o", "label.pdf"}, 1, "nothing is recorded");
    ASSERT_EQ(run({"record", "making", "out.alla", example("making.toml")}).code, 0);
    for (const std::string word : {"label", "certificate"}) {
        const Outcome printed = run({"record", word, "out.alla", "-o", word + ".pdf"});
        EXPECT_EQ(printed.out, word + ".pdf\n") << printed.err;
        expect_refusal({"record", word, "out.alla", "-o", word + ".pdf"}, 2, "exists");
        EXPECT_EQ(contents(folder_ / (word + ".pdf")).substr(0, 5), "%PDF-");
    }
    change("UPDATE making SET title = 'Portrait'");
    expect_refusal({"record", "certificate", "out.alla", "-o", "other.pdf"}, 1, "does not hold");
    EXPECT_FALSE(fs::exists(folder_ / "other.pdf"));
}

TEST_F(RecordCommand, PicturesSayWhatIsRecorded) {
    paint();
    const std::string before = contents(folder_ / "out.png");
    ASSERT_EQ(run({"record", "making", "out.alla", example("making.toml")}).code, 0);
    ASSERT_EQ(run({"render", "out.alla", "-o", "again.png", "--quiet"}).code, 0);
    const std::string again = contents(folder_ / "again.png");
    expect_in(again, {"Portrait before a Flag", "digitalsourcetype/digitalCreation", "DerivedFrom"});
    EXPECT_EQ(before.find("DerivedFrom"), std::string::npos);
    EXPECT_EQ(run({"verify", "out.alla", "--quiet", "--picture", "out.png"}).code, 0) << "made before";
    const Outcome exr = run({"render", "out.alla", "-o", "again.exr"});
    EXPECT_EQ(exr.code, 0);
    expect_in(exr.err, {"the picture says nothing about its record"});
}

TEST_F(RecordCommand, TemplatesAreReadAsTheyAre) {
    paint();
    write("making.toml", run({"record", "making", "--template"}).out);
    write("entry.toml", run({"record", "add", "--template"}).out);
    EXPECT_EQ(run({"record", "making", "out.alla", "making.toml"}).code, 0);
    EXPECT_EQ(run({"record", "add", "out.alla", "entry.toml"}).code, 0);
}

TEST_F(RecordCommand, TheSettingsAreThoseOfTheDocument) {
    const std::string document = contents(fs::path(ALLAPRIMA_SOURCE_DIR) / "docs/record.md");
    const std::string settings = run({"record", "settings"}).out;
    ASSERT_FALSE(settings.empty());
    EXPECT_NE(document.find(settings), std::string::npos)
        << "put the output of 'allaprima record settings' into docs/record.md";
}

}  // namespace
}  // namespace allaprima
