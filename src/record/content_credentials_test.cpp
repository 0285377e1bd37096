#include "record/content_credentials.h"

#include <gtest/gtest.h>

#include "base/rng.h"
#include "record/sample_record.h"

namespace allaprima {
namespace {

using Json = nlohmann::json;

CredentialsWords some_words(const std::string& motifs) {
    MakingFacts facts = testing::sample_facts();
    facts.motifs = motifs;
    return credentials_words({testing::sample_claims(), facts}, "image/png", "0.1.0");
}

TEST(ContentCredentials, SayOpenedThenPlacedThenDrawing) {
    const CredentialsWords words = some_words("a/flag.svg, moon.png");
    const auto& actions = words.manifest["assertions"][0]["data"]["actions"];
    ASSERT_EQ(actions.size(), 4u);
    EXPECT_EQ(actions[0]["action"], "c2pa.opened");
    EXPECT_EQ(actions[1]["action"], "c2pa.placed");
    EXPECT_EQ(actions[3]["action"], "c2pa.drawing");
    EXPECT_EQ(actions[3]["digitalSourceType"],
              "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation");
    ASSERT_EQ(words.ingredients.size(), 3u);
    EXPECT_EQ(words.ingredients[0]["about"]["relationship"], "parentOf");
    EXPECT_EQ(words.ingredients[0]["about"]["instance_id"], "sha256:" + std::string(64, '1'));
    EXPECT_EQ(words.ingredients[1]["about"]["relationship"], "componentOf");
    EXPECT_EQ(words.ingredients[1]["about"]["title"], "flag.svg");
    for (size_t i = 0; i < 3; ++i)
        EXPECT_EQ(actions[i]["parameters"]["ingredientIds"][0], words.ingredients[i]["about"]["label"]);
}

TEST(ContentCredentials, WithoutMotifsNothingIsPlacedAndTheDigestsAreThere) {
    const CredentialsWords words = some_words("");
    EXPECT_EQ(words.manifest["assertions"][0]["data"]["actions"].size(), 2u);
    const auto& data = words.manifest["assertions"][1]["data"];
    EXPECT_EQ(words.manifest["assertions"][1]["label"], kPaintingLabel);
    EXPECT_EQ(data["plan"], "sha256:" + std::string(64, '4'));
    EXPECT_EQ(data["brief"], "sha256:" + std::string(64, '2'));
    EXPECT_EQ(data["palette"], "sha256:" + std::string(64, '3'));
    EXPECT_EQ(words.manifest.dump().find("compositeSynthetic"), std::string::npos);
}

TEST(ContentCredentials, OnlySomeKindsOfFilesCarryThem) {
    EXPECT_EQ(credentials_mime("a.JPG"), "image/jpeg");
    EXPECT_EQ(credentials_mime("a.mp4"), "video/mp4");
    EXPECT_EQ(credentials_mime("a.exr"), "");
    EXPECT_EQ(credentials_mime("a.heic"), "");
}

/// What c2pa tells of a signed picture.
Json some_store(const char* state, const std::vector<std::string>& faults) {
    Json store{{"active_manifest", "m"}, {"validation_state", state}, {"validation_status", Json::array()}};
    for (const std::string& code : faults)
        store["validation_status"].push_back({{"code", code}, {"explanation", "so it is"}});
    Json& manifest = store["manifests"]["m"];
    manifest = {{"title", "A Title"}, {"signature_info", {{"common_name", "Ada"}}}};
    manifest["assertions"] =
        Json::array({{{"label", kPaintingLabel}, {"data", {{"plan", "sha256:" + std::string(64, '4')}}}}});
    return store;
}

bool has(const CredentialsReading& reading, Standing standing, const std::string& words) {
    return std::ranges::any_of(reading.findings, [&](const Finding& finding) {
        return finding.standing == standing && finding.words.find(words) != std::string::npos;
    });
}

TEST(ContentCredentials, AWholeFileIsProvenAndAStrangersNameIsOnlyClaimed) {
    const CredentialsReading read = weigh_credentials(some_store("Valid", {"signingCredential.untrusted"}));
    EXPECT_TRUE(has(read, Standing::Proven, "as it was when it was signed with the key of a certificate"));
    EXPECT_TRUE(has(read, Standing::Claimed, "nobody whom you trust vouches"));
    EXPECT_TRUE(has(read, Standing::Claimed, "the title is A Title"));
    EXPECT_EQ(read.plan_digest, std::string(64, '4'));
    EXPECT_TRUE(
        has(weigh_credentials(some_store("Trusted", {})), Standing::Proven, "somebody whom you trust"));
}

TEST(ContentCredentials, WhatWasChangedDoesNotHold) {
    for (const char* code : {"assertion.dataHash.mismatch", "assertion.bmffHash.mismatch",
                             "claimSignature.mismatch", "assertion.hashedURI.mismatch", "something.new"}) {
        const CredentialsReading read = weigh_credentials(some_store("Invalid", {code}));
        EXPECT_TRUE(is_broken(read.findings)) << code;
        EXPECT_FALSE(has(read, Standing::Proven, "")) << code;
    }
    EXPECT_TRUE(is_broken(weigh_credentials(some_store("Invalid", {})).findings));
    EXPECT_TRUE(has(weigh_credentials(some_store("Invalid", {"signingCredential.expired"})),
                    Standing::Doubtful, "is not valid today"));
}

TEST(ContentCredentials, WhateverAStoreHoldsIsWeighed) {
    const std::string whole = some_store("Valid", {"signingCredential.untrusted"}).dump();
    Rng rng(1, 0);
    for (int i = 0; i < 2000; ++i) {
        std::string text = whole;
        text[rng.bits() % text.size()] = "0[]{}\",:n"[rng.bits() % 9];
        const Json store = Json::parse(text, nullptr, false);
        EXPECT_FALSE(weigh_credentials(store).findings.empty());
    }
    for (const char* text : {"null", "[]", "3", R"({"active_manifest": "m", "manifests": {"m": []}})",
                             R"({"active_manifest": "m", "manifests": {"m": {"ingredients": [3]}}})"})
        EXPECT_TRUE(is_broken(weigh_credentials(Json::parse(text)).findings)) << text;
}

}  // namespace
}  // namespace allaprima
