#include "last_touches/sign.h"

#include <gtest/gtest.h>

#include <cmath>

#include "image/cie.h"
#include "last_touches/handwriting.h"

namespace allaprima {
namespace {

constexpr Vec2 kSignedCanvas{300.0f, 400.0f};
const Brush kRigger{.name = "rigger", .tip = 4.0f};

std::vector<PenPath> written(const std::string& text) {
    Result<std::vector<PenPath>> lines = handwritten(text);
    EXPECT_TRUE(lines.ok()) << text;
    return lines.ok() ? std::move(lines).value() : std::vector<PenPath>();
}

Signature text(const std::string& words, Corner corner = Corner::BottomRight,
               const std::string& colour = "") {
    return {.text = words, .file = {}, .corner = corner, .colour = colour};
}

Plan canvas_to_sign(std::initializer_list<const char*> tubes = {}) {
    Plan plan;
    plan.width_mm = kSignedCanvas.x;
    plan.height_mm = kSignedCanvas.y;
    for (const char* tube : tubes)
        plan.materials.palette.tubes.push_back(*find_pigment(tube));
    return plan;
}

/// What add_signature says, with what it warns of.
struct Said {
    Status status = Done{};
    std::vector<std::string> warnings = {};
    bool ok() const { return status.ok(); }
    const Error& error() const { return status.error(); }
};

Said signed_by(Plan& plan, const Signature& signature, std::span<const PenPath> drawn,
               const Image<Rgb>& beneath) {
    Said said;
    said.status = add_signature(plan, signature, drawn, beneath, kRigger, said.warnings);
    return said;
}

TEST(Handwriting, EveryCharacterIsDrawnAndHangsTogether) {
    EXPECT_EQ(writable_characters().size(), 26U + 26U + 10U + 3U);
    for (const char character : writable_characters()) {
        const std::vector<PenPath> lines = written(std::string(1, character));
        ASSERT_FALSE(lines.empty()) << character;
        for (const PenPath& line : lines) {
            ASSERT_FALSE(line.curves.empty()) << character;
            for (size_t i = 0; i < line.curves.size(); ++i) {
                for (const Vec2 p : line.curves[i].points) {
                    EXPECT_TRUE(p.x > -0.3f && p.x < 1.5f) << character;
                    EXPECT_TRUE(p.y > -1.2f && p.y < 0.6f) << character;
                }
                const Vec2 before = i > 0 ? line.curves[i - 1].points[2] : line.curves[i].points[0];
                EXPECT_EQ(line.curves[i].points[0], before) << character;
            }
        }
    }
}

TEST(Handwriting, SmallLettersAreJoined) {
    EXPECT_EQ(written("amen").size(), 1U);
    EXPECT_EQ(written("am en").size(), 2U) << "two words";
    EXPECT_EQ(written("AB").size(), written("A").size() + written("B").size());
    EXPECT_TRUE(written("").empty());
    EXPECT_TRUE(written("  ").empty());
}

TEST(Handwriting, NamesWhatItCannotWrite) {
    const Result<std::vector<PenPath>> lines = handwritten("J. Müller #1 #\n");
    ASSERT_FALSE(lines.ok());
    EXPECT_TRUE(lines.error().usage);
    EXPECT_NE(lines.error().message.find("'ü', '#', an unprintable one;"), std::string::npos)
        << lines.error().message;
}

Signing signing(Corner corner, float height = 10.0f) {
    Signing signing;
    signing.canvas_mm = kSignedCanvas;
    signing.height_mm = height;
    signing.corner = corner;
    return signing;
}

TEST(Sign, StandsInItsCornerAtItsHeight) {
    for (const Corner corner : {Corner::BottomRight, Corner::BottomLeft, Corner::TopRight, Corner::TopLeft}) {
        const std::vector<Stroke> strokes = signature_strokes(written("A. Mey"), 1.0f, signing(corner));
        const ShareRect place = signature_place(strokes, kSignedCanvas);
        const bool right = corner == Corner::BottomRight || corner == Corner::TopRight;
        const bool bottom = corner == Corner::BottomRight || corner == Corner::BottomLeft;
        EXPECT_GE(place.x, right ? 0.6f : 0.02f);
        EXPECT_LE(place.x + place.width, right ? 0.98f : 0.4f);
        EXPECT_GE(place.y, bottom ? 0.9f : 0.01f);
        EXPECT_LE(place.y + place.height, bottom ? 0.99f : 0.1f);
        // From the top of the A to the tail of the y.
        EXPECT_NEAR(place.height * kSignedCanvas.y, 14.5f, 1.5f);
    }
}

TEST(Sign, IsAsSmallAsFits) {
    const std::vector<Stroke> strokes =
        signature_strokes(written(std::string(200, 'm')), 1.0f, signing(Corner::BottomLeft, 60.0f));
    const ShareRect place = signature_place(strokes, kSignedCanvas);
    EXPECT_GT(place.x, 0.0f);
    EXPECT_LT(place.x + place.width, 1.0f);
    for (const Stroke& stroke : strokes)
        ASSERT_GT(stroke.width_start, 0.0f);
}

TEST(Sign, TheHandPressesDownwardsAndLinesTaper) {
    const std::vector<Stroke> strokes = signature_strokes(written("l"), 1.0f, signing(Corner::TopLeft));
    EXPECT_LT(strokes.front().width_start, 0.6f * strokes.front().width_end);
    EXPECT_LT(strokes.back().width_end, 0.6f * strokes.back().width_start);
    float up = 0.0f, down = 1e9f;
    for (size_t i = 1; i + 1 < strokes.size(); ++i) {
        const Vec2 way = strokes[i].path.points[2] - strokes[i].path.points[0];
        const float width = 0.5f * (strokes[i].width_start + strokes[i].width_end);
        if (way.y < -2.0f * std::fabs(way.x))
            up = std::max(up, width);
        if (way.y > 2.0f * std::fabs(way.x))
            down = std::min(down, width);
    }
    EXPECT_GT(up, 0.0f);
    EXPECT_LT(up, down);
}

TEST(Sign, TremblesByItsSeed) {
    Signing by = signing(Corner::TopLeft);
    const std::vector<Stroke> once = signature_strokes(written("R"), 1.0f, by);
    EXPECT_EQ(once, signature_strokes(written("R"), 1.0f, by));
    by.seed = 2;
    const std::vector<Stroke> other = signature_strokes(written("R"), 1.0f, by);
    ASSERT_EQ(once.size(), other.size());
    EXPECT_NE(once, other);
    for (size_t i = 0; i < once.size(); ++i)
        EXPECT_LT(length(once[i].path.points[1] - other[i].path.points[1]), 0.08f * by.height_mm);
}

TEST(Sign, ItsColourShowsOnWhatLiesBeneath) {
    for (const float grey : {0.0f, 0.2f, 0.4f, 0.5f, 0.6f, 0.8f, 1.0f})
        for (const bool tubes : {false, true}) {
            Plan plan =
                tubes ? canvas_to_sign({"Titanium White", "Bone Black", "Chrome Yellow"}) : canvas_to_sign();
            const Image<Rgb> beneath({30, 40}, Rgb{grey, grey, grey});
            ASSERT_TRUE(signed_by(plan, text("A. K."), {}, beneath).ok());
            const float mine = lab_of_srgb(plan.strokes.back().paint.colour).lightness;
            EXPECT_GE(std::fabs(mine - lab_of_srgb(beneath.at(0, 0)).lightness), 25.0f) << grey << tubes;
        }
}

TEST(Sign, LooksOnlyAtItsOwnCorner) {
    Image<Rgb> beneath({30, 40}, Rgb{1.0f, 1.0f, 1.0f});
    for (int y = 30; y < 40; ++y)
        for (int x = 15; x < 30; ++x)
            beneath.at(x, y) = {};
    Plan dark = canvas_to_sign(), light = canvas_to_sign();
    ASSERT_TRUE(signed_by(dark, text("A", Corner::BottomRight), {}, beneath).ok());
    ASSERT_TRUE(signed_by(light, text("A", Corner::TopLeft), {}, beneath).ok());
    EXPECT_GT(dark.strokes.back().paint.colour.g, 0.5f);
    EXPECT_LT(light.strokes.back().paint.colour.g, 0.5f);
}

/// Where it is half over dark and half over light, the ink that is best in the mean cannot be read on half.
TEST(Sign, WarnsWhereItIsHardToReadAndNamesABetterCorner) {
    Image<Rgb> beneath({300, 400}, Rgb{1.0f, 1.0f, 1.0f});
    for (int y = 200; y < 400; ++y)
        for (int x = 150; x < 300; ++x)
            if (x / 4 % 3 == 1)
                beneath.at(x, y) = {};
            else if (x / 4 % 3 == 2)
                beneath.at(x, y) = {0.45f, 0.45f, 0.45f};
    Plan plan = canvas_to_sign();
    const Said said = signed_by(plan, text("E. Marlow"), {}, beneath);
    ASSERT_TRUE(said.ok());
    ASSERT_EQ(said.warnings.size(), 1U);
    EXPECT_EQ(said.warnings[0],
              "the signature is hard to read in the bottom right corner; in the bottom left corner it shows");
    EXPECT_EQ(signed_by(plan, text("E. Marlow", Corner::TopLeft), {}, beneath).warnings.size(), 0U);
    const Said white = signed_by(plan, text("E. Marlow", Corner::TopLeft, "#ffffff"), {}, beneath);
    ASSERT_EQ(white.warnings.size(), 1U);
}

TEST(Sign, TakesTheInkThatShowsWhereItShowsLeast) {
    // On the whole it is light, so that a dark ink shows best in the mean; but a fifth of it is nearly black.
    Image<Rgb> beneath({300, 400}, Rgb{0.62f, 0.62f, 0.62f});
    for (int y = 0; y < 400; ++y)
        for (int x = 0; x < 300; ++x)
            if (x / 6 % 4 == 0)
                beneath.at(x, y) = {0.05f, 0.05f, 0.05f};
    Plan plan = canvas_to_sign();
    ASSERT_TRUE(signed_by(plan, text("E. Marlow"), {}, beneath).ok());
    EXPECT_GT(plan.strokes.back().paint.colour.g, 0.5f);
}

TEST(Sign, IsAPassOfItsOwnOverAllOthers) {
    Plan plan = canvas_to_sign();
    plan.strokes.resize(3);
    plan.passes = {{"form", 3, Coat::Body}};
    const Image<Rgb> beneath({30, 40});
    const Plan before = plan;
    ASSERT_TRUE(signed_by(plan, {}, {}, beneath).ok());
    EXPECT_EQ(plan, before) << "nothing to write";
    ASSERT_TRUE(signed_by(plan, text("Ada 1843", Corner::TopLeft, "#c03020"), {}, beneath).ok());
    ASSERT_EQ(plan.passes.size(), 2U);
    EXPECT_EQ(plan.passes.back().name, "signature");
    EXPECT_EQ(static_cast<size_t>(plan.passes.back().strokes) + 3, plan.strokes.size());
    EXPECT_NEAR(plan.strokes.back().paint.colour.r, 192.0f / 255.0f, 1e-5f);
    EXPECT_EQ(plan.materials.brushes.at(static_cast<size_t>(plan.strokes.back().brush)).name, "rigger");
    const Said refused = signed_by(plan, text("A", Corner::TopLeft, "no such"), {}, beneath);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().message.rfind("signature: ", 0), 0U);
}

TEST(Sign, WhatIsDrawnIsAsHighAsAsked) {
    const PenPath line{{{{Vec2{100.0f, 7.0f}, Vec2{150.0f, 70.0f}, Vec2{200.0f, 107.0f}}}}};
    Plan plan = canvas_to_sign();
    const Image<Rgb> beneath({30, 40});
    ASSERT_TRUE(signed_by(plan, {.text = {}, .file = "mine.svg", .colour = {}, .height_mm = 12.0f},
                          std::vector{line}, beneath)
                    .ok());
    ASSERT_EQ(plan.strokes.size(), 1U);
    EXPECT_NEAR(signature_place(plan.strokes, kSignedCanvas).height * kSignedCanvas.y, 12.0f, 1.0f);
    EXPECT_FLOAT_EQ(signature_height({}, kSignedCanvas), 10.0f);
}

}  // namespace
}  // namespace allaprima
