// The program where nothing of its own stands beside it, or something else under its parts' names.

#include "cli/command_line_fixture.h"
#include "files/child_process.h"

namespace allaprima {
namespace {

class MissingParts : public testing::CommandLine {
  protected:
    void SetUp() override {
        CommandLine::SetUp();
        std::filesystem::create_directories(file("bin"));
        std::filesystem::copy_file(ALLAPRIMA_PROGRAM, file("bin/allaprima"));
        std::string bmp = "BM";
        for (const int number : {58, 0, 54, 40, 1, 1, 1 | 24 << 16, 0, 4, 0, 0, 0, 0, 0})
            bmp.append(reinterpret_cast<const char*>(&number), sizeof number);
        std::ofstream(file("a.bmp"), std::ios::binary) << bmp;
    }
    ChildAnswer answer_to(std::vector<std::string> words) const {
        words.insert(words.begin(), file("bin/allaprima"));
        const Result<ChildAnswer> answer = run_child(words, "");
        EXPECT_TRUE(answer.ok());
        return answer.ok() ? answer.value() : ChildAnswer{};
    }
    /// Has a shell's words take the helper's place, and a rare file read.
    ChildAnswer answer_with_helper(const std::string& words) const {
        const std::filesystem::path helper = file("lib/allaprima/allaprima-decode-oiio");
        std::filesystem::create_directories(helper.parent_path());
        std::ofstream(helper) << "#!/bin/sh\n" << words << "\n";
        std::filesystem::permissions(helper, std::filesystem::perms::owner_all);
        return answer_to({"compare", file("a.bmp"), file("a.bmp")});
    }
};

TEST_F(MissingParts, ARareFormatIsRefusedByNamingWhatReadsIt) {
    const ChildAnswer answer = answer_to({"compare", file("a.bmp"), file("a.bmp")});
    EXPECT_EQ(answer.status, 1);
    EXPECT_NE(answer.errors.find(
                  "a.bmp: reading .bmp needs allaprima-decode-oiio, which is not installed beside this "
                  "program; install the whole package, or convert it to PNG\n"),
              std::string::npos)
        << answer.errors;
}

TEST_F(MissingParts, AnExrIsRefusedBeforeAnythingIsPainted) {
    const ChildAnswer answer =
        answer_to({"paint", file("photo.png"), "-o", file("a.exr"), "--strokes", "20"});
    EXPECT_EQ(answer.status, 2);
    EXPECT_NE(answer.errors.find("writing .exr needs allaprima-decode-oiio"), std::string::npos)
        << answer.errors;
    EXPECT_EQ(answer.errors.find("painted"), std::string::npos) << answer.errors;
}

TEST_F(MissingParts, AHelperThatTellsNonsenseIsNotBelieved) {
    const ChildAnswer nonsense = answer_with_helper("yes 'all is well'");
    EXPECT_EQ(nonsense.status, 1);
    EXPECT_NE(nonsense.errors.find("describes an impossible picture"), std::string::npos) << nonsense.errors;
    const ChildAnswer nothing = answer_with_helper("exit 0");
    EXPECT_NE(nothing.errors.find("decoding it takes more time or memory"), std::string::npos)
        << nothing.errors;
    const ChildAnswer killed = answer_with_helper("kill -9 $$");
    EXPECT_NE(killed.errors.find("decoding it takes more time or memory"), std::string::npos)
        << killed.errors;
}

TEST_F(MissingParts, OneLineOfItsTroublesIsPassedOn) {
    const ChildAnswer answer = answer_with_helper("printf 'it is\\nbroken\\033[2J' >&2; exit 1");
    EXPECT_NE(answer.errors.find("a.bmp: it is broken"), std::string::npos) << answer.errors;
    EXPECT_EQ(answer.errors.find('\033'), std::string::npos);
    const ChildAnswer flood = answer_with_helper("yes it is broken >&2");
    EXPECT_LT(flood.errors.size(), 600u);
}

TEST_F(MissingParts, CommonFormatsNeedNoOther) {
    EXPECT_EQ(answer_to({"compare", file("photo.png"), file("photo.png")}).status, 0);
}

}  // namespace
}  // namespace allaprima
