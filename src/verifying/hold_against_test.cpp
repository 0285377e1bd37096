#include "verifying/hold_against.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/test_folder.h"
#include "engine/load_painting.h"
#include "engine/render_painting.h"
#include "image/colour.h"
#include "image/filters.h"
#include "painting_file/painting_fixture.h"
#include "pictures/read_photo.h"
#include "pictures/write_picture.h"
#include "verifying/verified_kind.h"

namespace allaprima {
namespace {

/// A small painting in a file, and pictures of it.
class HoldAgainst : public ::testing::Test {
  protected:
    void SetUp() override {
        PaintingStart start = testing_paintings::some_start();
        start.brief.output = {};
        start.brief.output.long_side = 96;
        start.brief.finish = Finish::Lit;
        start.brief.framing = {};
        start.brief.icc.clear();
        start.brief.depth = 0;
        start.enclosed.clear();
        Plan plan = testing_paintings::some_plan(40);
        plan.transparent = false;
        ASSERT_TRUE(PaintingFile::create_planned(painting_, start, plan, false).ok());
    }

    void render(const std::string& name, const Wishes& wishes = {}) {
        SilentObserver silent;
        const Result<Painted> made =
            render_painting({.painting_file = painting_, .picture = {folder_.at(name)}, .of_picture = wishes},
                            workers_, silent);
        ASSERT_TRUE(made.ok()) << made.error().message;
    }

    /// Changes the pixels of a picture and writes them anew.
    template <typename Change>
    void rewrite(const std::string& from, const std::string& to, Change change) {
        Result<Photo> photo = read_photo(folder_.at(from));
        ASSERT_TRUE(photo.ok());
        Image<Rgb> colour = std::move(photo->colour);
        for (Rgb& pixel : colour.pixels())
            pixel = srgb_from_linear(pixel);
        change(colour);
        ASSERT_TRUE(write_picture(folder_.at(to), {std::move(colour), {}}, {}).ok());
    }

    Finding held(const std::string& name) {
        SilentObserver silent;
        const Result<Painting> painting = load_planned(painting_);
        EXPECT_TRUE(painting.ok());
        const Result<Finding> finding =
            hold_against({folder_.at(name), painting_, *painting}, workers_, silent);
        EXPECT_TRUE(finding.ok()) << (finding ? "" : finding.error().message);
        return finding ? *finding : Finding{};
    }

    testing::TestFolder folder_;
    std::string painting_ = folder_.at("a.alla");
    ThreadPool workers_{2};
};

TEST_F(HoldAgainst, ProvesItsPicturesHoweverTheyWereRendered) {
    render("usual.png");
    render("small.png", {{"long", "50"}});
    render("light.png", {{"light", "270,15"}});
    render("unlit.jpg", {{"unlit", "true"}});
    render("deep.png", {{"depth", "16"}});
    render("framed.png", {{"long", "60"}, {"frame", "oak"}, {"mat", "20mm"}, {"mat-colour", "#8090a0"}});
    for (const char* name : {"usual.png", "small.png", "light.png", "unlit.jpg", "deep.png", "framed.png"}) {
        const Finding finding = held(name);
        EXPECT_EQ(finding.standing, Standing::Proven) << name << ": " << finding.words;
    }
}

TEST_F(HoldAgainst, SeesAPatchForWhatItIs) {
    render("usual.png");
    rewrite("usual.png", "patched.png", [](Image<Rgb>& colour) {
        for (int y = 20; y < 26; ++y)
            for (int x = 30; x < 37; ++x)
                colour.at(x, y) = {1.0f - colour.at(x, y).r, 0.5f, 0.0f};
    });
    const Finding finding = held("patched.png");
    EXPECT_EQ(finding.standing, Standing::Broken);
    EXPECT_NE(finding.words.find("7 x 6 pixels at 30,20"), std::string::npos) << finding.words;
}

TEST_F(HoldAgainst, ASmallerCopyIsLikeItWithFigures) {
    render("usual.png");
    rewrite("usual.png", "half.png", [](Image<Rgb>& colour) {
        colour = resized(colour, {colour.width() / 2, colour.height() / 2});
    });
    const Finding finding = held("half.png");
    EXPECT_EQ(finding.standing, Standing::Doubtful) << finding.words;
    EXPECT_NE(finding.words.find(" dB"), std::string::npos) << finding.words;
    EXPECT_NE(finding.words.find("made smaller"), std::string::npos) << finding.words;
}

TEST_F(HoldAgainst, AnotherPictureIsNotIt) {
    render("usual.png");
    rewrite("usual.png", "other.png", [](Image<Rgb>& colour) {
        for (Rgb& pixel : colour.pixels())
            pixel = {pixel.b, 1.0f - pixel.g, pixel.r};
    });
    EXPECT_EQ(held("other.png").standing, Standing::Broken);
    rewrite("usual.png", "shape.png", [](Image<Rgb>& colour) { colour = resized(colour, {90, 1}); });
    EXPECT_EQ(held("shape.png").standing, Standing::Broken);
}

TEST_F(HoldAgainst, WhatIsVerifiedTheFirstBytesTell) {
    render("usual.png");
    EXPECT_EQ(*kind_to_verify(folder_.at("usual.png")), VerifiedKind::Picture);
    EXPECT_EQ(*kind_to_verify(painting_), VerifiedKind::Painting);
    std::filesystem::copy(painting_, folder_.at("b.png"));
    EXPECT_EQ(*kind_to_verify(folder_.at("b.png")), VerifiedKind::Painting);
    std::ofstream(folder_.at("text.ALLA")) << "words";
    EXPECT_EQ(*kind_to_verify(folder_.at("text.ALLA")), VerifiedKind::Painting) << "and damaged";
    std::ofstream(folder_.at("passwd")) << "root:x:0:0:root:/root:/bin/bash\n";
    const Result<VerifiedKind> neither = kind_to_verify(folder_.at("passwd"));
    ASSERT_FALSE(neither.ok());
    EXPECT_TRUE(neither.error().usage);
}

}  // namespace
}  // namespace allaprima
