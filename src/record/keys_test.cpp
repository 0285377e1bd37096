#include "record/keys.h"

#include <gtest/gtest.h>

#include <string>

#include "record/sample_record.h"

namespace allaprima {
namespace {

// RFC 8032, 7.1, test 1.
TEST(Keys, TheSignatureOfTheStandardFits) {
    const std::string key = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    const std::string signature =
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25b"
        "f5f0"
        "595bbe24655141438e7a100b";
    EXPECT_TRUE(is_signed("", key, signature));
    EXPECT_FALSE(is_signed("x", key, signature));
    EXPECT_FALSE(is_signed("", key, signature.substr(2)));
    EXPECT_FALSE(is_signed("", "none", signature));
    EXPECT_FALSE(is_signed("", std::string(64, '0'), std::string(128, 'f')));
}

TEST(Keys, AKeySignsAfterItWasReadAgain) {
    const SigningKey key = SigningKey::make();
    const Result<SigningKey> again = SigningKey::from_pem(key.private_pem(), "a.pem");
    ASSERT_TRUE(again.ok()) << again.error().message;
    EXPECT_EQ(again->public_key(), key.public_key());
    EXPECT_TRUE(is_signed("text", key.public_key(), again->sign("text")));
    EXPECT_NE(SigningKey::make().public_key(), key.public_key());
}

TEST(Keys, WhatIsNoKeyIsRefused) {
    const SigningKey key = SigningKey::make();
    const auto told = [](const std::string& pem) {
        const Result<SigningKey> read = SigningKey::from_pem(pem, "a.pem");
        return read ? "" : read.error().message;
    };
    EXPECT_NE(told("").find("no private key"), std::string::npos);
    EXPECT_NE(told(key.private_pem().substr(0, 60)).find("no private key"), std::string::npos);
    EXPECT_NE(told(key.public_pem()).find("public key"), std::string::npos);
    EXPECT_NE(told("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n").find("no private key"),
              std::string::npos);
    EXPECT_FALSE(SigningKey::read("/nowhere/a.pem").ok());
}

TEST(SignEntry, OnlyAPartySignsAndOnce) {
    Record record = testing::sample_record();
    const SigningKey key = SigningKey::make();
    EXPECT_FALSE(sign_entry(record, {0, Role::Giver, {}}, key).ok());
    EXPECT_FALSE(sign_entry(record, {5, Role::Giver, {}}, key).ok());
    EXPECT_FALSE(sign_entry(record, {1, Role::Giver, {}}, key).ok()) << "she has signed already";
    EXPECT_FALSE(sign_entry(record, {1, Role::Witness, {}}, key).ok());
    EXPECT_FALSE(sign_entry(record, {1, Role::Receiver, "Ada Sample"}, key).ok());
    EXPECT_TRUE(sign_entry(record, {1, Role::Receiver, "Bo Sample"}, key).ok());
    Entry two = testing::sample_gift();
    two.parties = {{Role::Giver, "Ada"}, {Role::Giver, "Bo"}};
    ASSERT_TRUE(add_entry(record, two).ok());
    EXPECT_FALSE(sign_entry(record, {5, Role::Giver, {}}, key).ok()) << "which of them?";
    EXPECT_TRUE(sign_entry(record, {5, Role::Giver, "Bo"}, key).ok());
}

}  // namespace
}  // namespace allaprima
