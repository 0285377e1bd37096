#include "record/certificates.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/test_folder.h"

namespace allaprima {
namespace {

constexpr UnixTime kToday = 1'790'000'000;  // In September 2026.
constexpr UnixTime kYear = 365 * 24 * 3600;

class Certificates : public ::testing::Test {
  protected:
    void SetUp() override {
        const SigningKey key = SigningKey::make();
        const Result<std::string> chain = make_local_certificates(key, "Ada Sämple", kToday);
        ASSERT_TRUE(chain.ok()) << chain.error().message;
        chain_ = *chain;
        ASSERT_TRUE(write_key(key, chain_, key_).ok());
    }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_.at(name)) << text;
    }
    void expect_refusal(const std::string& certificate, UnixTime time, const std::string& reason) const {
        const Result<ClaimSigner> read = read_claim_signer(key_, certificate, time);
        ASSERT_FALSE(read.ok());
        EXPECT_TRUE(read.error().usage);
        EXPECT_NE(read.error().message.find(reason), std::string::npos) << read.error().message;
    }

    testing::TestFolder folder_;
    std::string key_ = folder_.at("ada.pem");
    std::string chain_;
};

TEST_F(Certificates, AreFoundBesideTheKeyAndNameItsOwner) {
    EXPECT_EQ(local_certificate_path("a/ada.pem"), "a/ada.cert.pem");
    const Result<ClaimSigner> signer = read_claim_signer(key_, "", kToday);
    ASSERT_TRUE(signer.ok()) << signer.error().message;
    EXPECT_EQ(signer->name, "Ada Sämple");
    EXPECT_EQ(signer->algorithm, "ed25519");
    EXPECT_EQ(signer->certificates, chain_);
    EXPECT_TRUE(signer->key.starts_with("-----BEGIN PRIVATE KEY-----"));
}

TEST_F(Certificates, AreValidForThreeYearsFromNowOn) {
    EXPECT_TRUE(read_claim_signer(key_, "", kToday + 3 * kYear - 7200).ok());
    expect_refusal("", kToday + 3 * kYear, "the certificate of Ada Sämple was valid until 2029-09-");
    expect_refusal("", kToday - 7200, "is not valid before 2026-09-");
}

TEST_F(Certificates, OfAnotherKeyOrOfNoneAreRefused) {
    const Result<std::string> other = make_local_certificates(SigningKey::make(), "Bo", kToday);
    write("other.pem", *other);
    expect_refusal(folder_.at("other.pem"), kToday, "is not the certificate of the key");
    write("none.pem", "no certificate");
    expect_refusal(folder_.at("none.pem"), kToday, "holds no certificate");
    expect_refusal(folder_.at("missing.pem"), kToday, "there is no certificate");
    EXPECT_FALSE(read_claim_signer(folder_.at("other.pem"), "", kToday).ok());
}

TEST_F(Certificates, TheSignersOwnMustStandFirst) {
    const size_t second = chain_.find("-----BEGIN", 10);
    write("turned.pem", chain_.substr(second) + chain_.substr(0, second));
    EXPECT_FALSE(read_claim_signer(key_, folder_.at("turned.pem"), kToday).ok());
}

TEST_F(Certificates, ADamagedLetterIsNoCrash) {
    for (size_t at = 30; at < chain_.size(); at += 97) {
        std::string damaged = chain_;
        damaged[at] = damaged[at] == 'A' ? 'B' : 'A';
        write("damaged.pem", damaged);
        const Result<ClaimSigner> read = read_claim_signer(key_, folder_.at("damaged.pem"), kToday);
        if (!read) {
            EXPECT_EQ(read.error().message.find('\n'), std::string::npos);
        }
    }
}

TEST(CertificateNames, HaveOneTo64Letters) {
    const SigningKey key = SigningKey::make();
    EXPECT_TRUE(make_local_certificates(key, std::string(64, 'x'), kToday).ok());
    EXPECT_FALSE(make_local_certificates(key, std::string(65, 'x'), kToday).ok());
    EXPECT_FALSE(make_local_certificates(key, "", kToday).ok());
    EXPECT_FALSE(make_local_certificates(key, "\xff\xfe", kToday).ok());
}

}  // namespace
}  // namespace allaprima
