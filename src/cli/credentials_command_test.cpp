// Content Credentials as people ask for them: signed, shown, changed; and pictures that are verified.

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

#include "cli/command_line_fixture.h"
#include "record/credentials_component.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;
using testing::contents;
using testing::Outcome;

/// Changes a variable of the environment as long as it lives.
class ChangedVariable {
  public:
    ChangedVariable(const char* name, const char* value) : name_(name) {
        if (const char* before = std::getenv(name))
            before_ = before;
        ::setenv(name, value, 1);
    }
    ~ChangedVariable() { before_.empty() ? ::unsetenv(name_) : ::setenv(name_, before_.c_str(), 1); }
    ChangedVariable(const ChangedVariable&) = delete;
    ChangedVariable& operator=(const ChangedVariable&) = delete;

  private:
    const char* name_;
    std::string before_;
};

class CredentialsCommand : public testing::CommandLine {
  protected:
    void record() const {
        ASSERT_EQ(run({"paint", "photo.png", "-o", "out.png", "--save", "out.alla", "--strokes", "20",
                       "--long", "64", "--plan-size", "64", "--palette", "rgb", "--quiet"})
                      .code,
                  0);
        const std::string making =
            (fs::path(ALLAPRIMA_SOURCE_DIR) / "examples/commission/record/making.toml").string();
        ASSERT_EQ(run({"record", "making", "out.alla", making}).code, 0);
        ASSERT_EQ(run({"identity", "new", "-o", "key.pem", "--name", "Ada Sample"}).code, 0);
    }
    static bool is_installed() { return find_credentials_component().ok(); }
    void expect_in(const std::string& text, std::initializer_list<const char*> all) const {
        for (const char* words : all)
            EXPECT_NE(text.find(words), std::string::npos) << words << " in " << text;
    }
    void copy_changed(const std::string& from, const std::string& to, size_t at) const {
        std::string bytes = contents(folder_ / from);
        ASSERT_LT(at, bytes.size());
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        std::ofstream(folder_ / to, std::ios::binary) << bytes;
    }
};

TEST_F(CredentialsCommand, WithoutTheComponentTheRestWorksAndSaysWhatIsMissing) {
    const ChangedVariable none("ALLAPRIMA_CREDENTIALS", "/nowhere");
    record();
    expect_refusal({"render", "out.alla", "-o", "signed.png", "--sign", "key.pem", "--quiet"}, 1,
                   "scripts/set-up-credentials");
    EXPECT_FALSE(fs::exists(folder_ / "signed.png"));
    expect_refusal({"credentials", "show", "out.png"}, 1, "ALLAPRIMA_CREDENTIALS names /nowhere");
    ASSERT_EQ(run({"render", "out.alla", "-o", "again.png", "--quiet"}).code, 0);
    const Outcome verified = run({"verify", "again.png", "--painting", "out.alla", "--quiet"});
    EXPECT_EQ(verified.code, 0) << verified.err;
    expect_in(verified.out, {"Proven\n", "make the same pixels", "Only claimed\n",
                             "the title is Portrait before", "was not checked: "});
}

TEST_F(CredentialsCommand, APictureOfOtherStrokesIsFound) {
    const ChangedVariable none("ALLAPRIMA_CREDENTIALS", "/nowhere");
    record();
    const Outcome other = run({"verify", "photo.png", "--painting", "out.alla", "--quiet"});
    EXPECT_EQ(other.code, 1);
    expect_in(other.out, {"Does not hold\n", "it is not what the strokes of out.alla make"});
    ASSERT_EQ(run({"render", "out.alla", "-o", "again.jpg", "--unlit", "--long", "48", "--quiet"}).code, 0);
    const Outcome unlit = run({"verify", "again.jpg", "--painting", "out.alla", "--quiet"});
    expect_in(unlit.out, {"painted again at this size (unlit)", "make the same pixels"});
    expect_refusal({"verify", "again.jpg", "--head", "00"}, 2, "--painting and --trust");
    expect_refusal({"verify", "out.alla", "--painting", "out.alla"}, 2, "--picture and --head");
}

TEST_F(CredentialsCommand, WhatShowsNoPictureIsNotTakenForAFalseOne) {
    const ChangedVariable none("ALLAPRIMA_CREDENTIALS", "/nowhere");
    record();
    for (const std::string name : {"out.height.png", "out.normal.png", "out.PSD"}) {
        ASSERT_EQ(run({"export", "out.alla", "-o", name, "--long", "48", "--quiet"}).code, 0);
        const Outcome told = run({"verify", name, "--painting", "out.alla", "--quiet"});
        EXPECT_EQ(told.code, 0) << name << told.out;
        expect_in(told.out, {"it was not compared with what the strokes of out.alla make"});
    }
}

/// The ending of a picture's name.
class SignedPicture : public CredentialsCommand, public ::testing::WithParamInterface<const char*> {};

TEST_P(SignedPicture, HoldsUntilAByteIsChanged) {
    if (!is_installed())
        GTEST_SKIP() << find_credentials_component().error().message;
    record();
    const std::string ending = GetParam(), name = "signed" + ending;
    const Outcome made = run({"render", "out.alla", "-o", name, "--sign", "key.pem", "--quiet"});
    ASSERT_EQ(made.code, 0) << made.err;
    const Outcome verified = run({"verify", name, "--painting", "out.alla", "--quiet"});
    EXPECT_EQ(verified.code, 0) << verified.out;
    expect_in(verified.out, {"when it was signed with the key of a certificate",
                             "holds the plan that the picture says it is of", "the same pixels",
                             "nobody whom you trust vouches", "opened, then drawing (digitalCreation)"});
    expect_in(run({"credentials", "show", name, "--trust", "key.cert.pem"}).out, {"somebody whom you trust"});
    // Of the picture itself, which stands at the end, and in a TIFF at the beginning.
    copy_changed(name, "changed" + ending, ending == ".tif" ? 300 : contents(folder_ / name).size() - 200);
    EXPECT_EQ(run({"credentials", "show", "changed" + ending}).code, 1);
}

INSTANTIATE_TEST_SUITE_P(Formats, SignedPicture, ::testing::Values(".png", ".jpg", ".tif"),
                         [](const auto& tested) { return std::string(tested.param).substr(1); });

TEST_F(CredentialsCommand, WhatIsNotSignedIsRefused) {
    if (!is_installed())
        GTEST_SKIP() << find_credentials_component().error().message;
    expect_refusal({"credentials", "show", "photo.png"}, 1, "carries no Content Credentials");
}

TEST_F(CredentialsCommand, ExportsAreSignedOnTheirOwn) {
    if (!is_installed())
        GTEST_SKIP() << find_credentials_component().error().message;
    record();
    ASSERT_EQ(run({"export", "out.alla", "-o", "out.svg"}).code, 0);
    const std::vector<std::string> sign{"credentials", "sign",    "out.svg", "--painting", "out.alla",
                                        "--key",       "key.pem", "--photo", "photo.png",  "-o"};
    auto words = sign;
    words.push_back("signed.svg");
    const Outcome made = run(words);
    ASSERT_EQ(made.code, 0) << made.err;
    expect_in(run({"credentials", "show", "signed.svg"}).out,
              {"when it was signed with the key of a certificate"});
    expect_refusal(words, 2, "signed.svg");
    words.back() = "signed.png";
    expect_refusal(words, 2, "of the same kind");
}

TEST_F(CredentialsCommand, WhatSigningTakesIsLookedAtBeforeAnythingIsWritten) {
    record();
    ASSERT_EQ(run({"identity", "new", "-o", "other.pem"}).code, 0);
    const auto refused = [this](std::vector<std::string> words, int code, const char* reason) {
        words.insert(words.begin(), {"render", "out.alla", "-o", "signed.png", "--quiet"});
        expect_refusal(words, code, reason);
        EXPECT_FALSE(fs::exists(folder_ / "signed.png"));
    };
    refused({"--sign", "none.pem"}, 2, "none.pem");
    refused({"--sign", "key.pem", "--certificate", "other.cert.pem"}, 2, "is not the certificate of the key");
    refused({"--sign", "key.pem", "--certificate", "none.pem"}, 2, "there is no certificate");
    refused({"--sign", "key.pem", "--photo", "out.png"}, 2, "is not the photograph that was painted");
    refused({"--photo", "photo.png"}, 2, "--sign");
    expect_refusal({"render", "out.alla", "-o", "signed.exr", "--sign", "key.pem", "--quiet"}, 2,
                   "only .png");
    ASSERT_EQ(run({"paint", "photo.png", "-o", "new.png", "--save", "new.alla", "--strokes", "5", "--long",
                   "32", "--plan-size", "32", "--palette", "rgb", "--quiet"})
                  .code,
              0);
    expect_refusal({"render", "new.alla", "-o", "signed.png", "--sign", "key.pem", "--quiet"}, 1,
                   "nothing is recorded");
}

}  // namespace
}  // namespace allaprima
