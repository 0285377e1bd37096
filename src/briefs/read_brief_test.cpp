#include "briefs/read_brief.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/test_folder.h"
#include "briefs/describe_brief.h"

namespace allaprima {
namespace {

class ReadBrief : public ::testing::Test {
  protected:
    void SetUp() override {
        for (const char* name : {"sitter.jpg", "flag.png", "figure.png"})
            std::ofstream(folder_.at(name)) << "there";
    }
    Result<BriefFile> read(const std::string& text) const {
        return brief_from_toml(text, "b.toml", std::filesystem::path(folder_.at("x")).parent_path().string());
    }
    std::string refusal(const std::string& text) const {
        const Result<BriefFile> file = read("photo = 'sitter.jpg'\n" + text);
        EXPECT_FALSE(file.ok()) << text;
        if (file)
            return {};
        EXPECT_TRUE(file.error().usage);
        EXPECT_EQ(file.error().message.find('\n'), std::string::npos);
        return file.error().message;
    }
    testing::TestFolder folder_;
};

TEST_F(ReadBrief, TellsWhatIsAsked) {
    const Result<BriefFile> file = read(
        "photo = 'sitter.jpg'\nstrokes = 60\n[canvas]\nwidth = '60cm'\n[subject]\nmask = 'figure.png'\n"
        "[[focus]]\nbox = [0.4, 0.1, 0.18, 0.22]\nweight = 3\n[[motif]]\nfile = 'flag.png'\nveil = 0.4\n"
        "[[spatter]]\nregion = 'face'\namount = 0.5\n[signature]\ntext = 'A. P.'\n");
    ASSERT_TRUE(file.ok()) << file.error().message;
    EXPECT_EQ(file->photo, folder_.at("sitter.jpg"));
    EXPECT_EQ(file->brief.strokes, 60);
    EXPECT_EQ(file->brief.output.width_mm, 600.0);
    EXPECT_EQ(file->brief.subject.mask, folder_.at("figure.png"));
    ASSERT_EQ(file->brief.marks.size(), 1u);
    EXPECT_EQ(file->brief.marks[0].region.box, (ShareRect{0.4f, 0.1f, 0.18f, 0.22f}));
    EXPECT_EQ(file->brief.marks[0].weight, 3.0f);
    ASSERT_EQ(file->brief.motifs.size(), 1u);
    EXPECT_EQ(file->brief.motifs[0].veil, 0.4f);
    ASSERT_EQ(file->brief.spatters.size(), 1u);
    EXPECT_EQ(file->brief.spatters[0].amount, 0.5f);
    EXPECT_EQ(file->brief.signature.text, "A. P.");
}

TEST_F(ReadBrief, TheTemplateAsksForNothingButThePhotograph) {
    const Result<BriefFile> file = read(brief_template());
    ASSERT_TRUE(file.ok()) << file.error().message;
    EXPECT_TRUE(file->brief == Brief{});
}

TEST_F(ReadBrief, AGivenNameIsARegion) {
    const Result<BriefFile> file =
        read("photo = 'sitter.jpg'\n[[see]]\nwhat = 'hand 1'\nname = 'nose'\n[[spatter]]\nregion = 'nose'\n");
    ASSERT_TRUE(file.ok()) << file.error().message;
    EXPECT_EQ(file->brief.spatters[0].region, (Region{.kind = Region::Kind::Named, .name = "nose"}));
}

TEST_F(ReadBrief, FaultsAreToldWithTheirPlace) {
    EXPECT_EQ(refusal("strokes = 0\n"), "b.toml, line 2, column 11: 'strokes' must be 1 to 100000, not '0'");
    for (const char* wrong : {"strokes = '9'\n",
                              "colour = 1\n",
                              "canvas = 3\n",
                              "[canvas]\nwide = 1\n",
                              "[[motif]]\n",
                              "[[motif]]\nfile = 'gone.png'\n",
                              "[[motif]]\nfile = 'flag.png'\nplace = 'box'\n",
                              "[[motif]]\nfile = 'flag.png'\nbox = [0, 0, 1, 1]\n",
                              "[[focus]]\nweight = 2\n",
                              "[[focus]]\nbox = [0.5, 0, 0.6, 1]\n",
                              "[[focus]]\nbox = [0, 0, 1, 1]\ncircle = [0.5, 0.5, 0.1]\n",
                              "[subject]\nmask = 'figure.png'\nmarks = 'figure.png'\n",
                              "motif = 1\n",
                              "motif = [1]\n",
                              "[subject]\nbox = [0, 0, 1, 1]\ncrop = true\n",
                              "[canvas]\nwidth = '60cm'\n[output]\nsize = '100x100'\n",
                              "[[spatter]]\namount = nan\n",
                              "strokes = 5\nstrokes = 6\n",
                              "[[see]]\nwhat = 'nose'\noff = true\n",
                              "[[see]]\nwhat = 'hand'\n"})
        EXPECT_EQ(refusal(wrong).rfind("b.toml, line ", 0), 0u) << wrong << refusal(wrong);
    EXPECT_EQ(
        refusal("[[spatter]]\nregion = 'nose'\n").rfind("b.toml: 'nose' is none of everywhere, face", 0), 0u);
    std::string many;
    for (int i = 0; i < 33; ++i)
        many += "[[spatter]]\n";
    EXPECT_NE(refusal(many).find("at most 32 of [[spatter]]"), std::string::npos);
}

}  // namespace
}  // namespace allaprima
