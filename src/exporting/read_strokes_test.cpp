#include "exporting/read_strokes.h"

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>

#include "exporting/json_fields.h"
#include "exporting/sample_painting.h"
#include "exporting/write_json.h"

namespace allaprima {
namespace {

using testing::bytes_of_file;
using testing::exported;
using testing::sample_painting;
using testing::TestFolder;

std::string text_of(const Painting& painting) {
    const TestFolder folder;
    EXPECT_TRUE(exported(kStrokesFile, painting, folder.at("a.json")).ok());
    return bytes_of_file(folder.at("a.json"));
}

Result<Painting> read(const std::string& text) {
    std::istringstream stream(text);
    return strokes_from_json(stream, "a.json");
}

/// Why a text is refused; empty when it is not.
std::string refusal(const std::string& text) {
    const Result<Painting> painting = read(text);
    return painting ? "" : painting.error().message;
}

/// The sample with one part of its text replaced where that part is met first.
std::string changed(const std::string& from, const std::string& to) {
    static const std::string text = text_of(sample_painting(8));
    // The brushes of the sample have a load, too.
    const size_t strokes =
        std::string(from).find("load") == std::string::npos ? 0 : text.find("\"strokes\": [");
    const size_t at = text.find(from, strokes);
    EXPECT_NE(at, std::string::npos) << from;
    return std::string(text).replace(at, from.size(), to);
}

/// What the file does not tell is how far the painting had come and where its picture went.
void expect_same(const Painting& told, const Painting& read) {
    EXPECT_EQ(*told.plan, *read.plan);
    EXPECT_EQ(told.start.brief, read.start.brief);
    EXPECT_EQ(told.start.faces, read.start.faces);
    EXPECT_EQ(told.start.photo_digest, read.start.photo_digest);
    EXPECT_EQ(told.start.photo_name, read.start.photo_name);
    EXPECT_EQ(told.start.photo_size, read.start.photo_size);
    EXPECT_EQ(told.start.software, read.start.software);
    EXPECT_EQ(read.start.materials, told.plan->materials);
    EXPECT_EQ(read.stage, Stage::Planned);
}

TEST(ReadStrokes, GivesThePaintingBack) {
    const Painting painting = sample_painting();
    const Result<Painting> again = read(text_of(painting));
    ASSERT_TRUE(again.ok()) << again.error().message;
    expect_same(painting, *again);
}

TEST(ReadStrokes, GivesTheSamePictureBack) {
    const Painting painting = sample_painting();
    const Result<Painting> again = read(text_of(painting));
    ASSERT_TRUE(again.ok()) << again.error().message;
    EXPECT_EQ(testing::painted(*painting.plan, {80, 60}, Finish::Lit),
              testing::painted(*again->plan, {80, 60}, Finish::Lit));
}

TEST(ReadStrokes, PlainColourAndAnEmptyPlanAreReadBack) {
    for (const int strokes : {0, 5}) {
        Painting painting;
        painting.plan = testing::busy_plan(strokes);
        painting.plan->transparent = true;
        painting.plan->passes = {{"all", strokes}};
        painting.start.photo_digest = std::string(64, '0');
        painting.start.photo_size = {1, 1};
        painting.start.brief.strokes = 5;
        const Result<Painting> again = read(text_of(painting));
        ASSERT_TRUE(again.ok()) << again.error().message;
        expect_same(painting, *again);
    }
}

TEST(ReadStrokes, TheOutlineOfACutOutIsReadBack) {
    Painting painting = sample_painting(4);
    Plan& plan = *painting.plan;
    plan.transparent = true;
    plan.outline = Image<float>(Size{40, 30}, 1.0f);
    for (int y = 0; y < 12; ++y)
        for (int x = 0; x < 40; ++x)
            plan.outline.at(x, y) = x < 20 ? 0.0f : static_cast<float>(1000 * x + y) / 65535.0f;
    const Result<Painting> again = read(text_of(painting));
    ASSERT_TRUE(again.ok()) << again.error().message;
    expect_same(painting, *again);
}

TEST(ReadStrokes, AnOutlineThatIsNoneIsRefused) {
    const struct {
        const char *outline, *why;
    } kCases[] = {
        {"3", "outline must be a list"},
        {"[3]", "outline[0] must be a list of runs"},
        {"[[]]", "outline[0] must be a list of runs"},
        {"[[0]]", "outline[0] must be a list of runs"},
        {"[[0, 9], [1, 3, 65535, 5]]", "outline[1] has 8 pixels, and the first row 9"},
        {"[[65536, 1]]", "outline[0] must be of shares"},
        {"[[0, 0]]", "outline[0] must be of shares"},
        {"[[0, 18446744073709551615]]", "outline[0] must be of shares"},
        {"[[0, 6144, 0, 1]]", "6144 pixels at most"},
        {"[[0.5, 2]]", "outline[0] must be of shares"},
        {"[[\"0\", 2]]", "outline[0] must be of shares"},
        {"[[-1, 2]]", "outline[0] must be of shares"},
        {"[[null, 2]]", "outline[0] must be of shares"},
    };
    for (const auto& one : kCases) {
        const std::string why =
            refusal(changed("\"passes\": ", fmt::format("\"outline\": {}, \"passes\": ", one.outline)));
        EXPECT_NE(why.find(one.why), std::string::npos) << one.outline << ": " << why;
    }
    std::string rows = "[0, 1]";
    for (int row = 0; row < 6144; ++row)
        rows += ", [0, 1]";
    EXPECT_NE(refusal(changed("\"passes\": ", "\"outline\": [" + rows + "], \"passes\": "))
                  .find("outline has more than 6144 rows"),
              std::string::npos);
}

float any_float(Rng& rng) {
    float value = 0.0f;
    const auto bits = static_cast<uint32_t>(rng.bits());
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

TEST(ReadStrokes, EveryFloatComesBackBitForBit) {
    Painting painting = sample_painting(0);
    Plan& plan = *painting.plan;
    plan.passes = {{"all", 400}};
    Rng rng(3, 1);
    for (int i = 0; i < 400; ++i) {
        Stroke stroke = testing::random_stroke(rng);
        stroke.paint.shares = {1.0f};
        for (Vec2& point : stroke.path.points)
            for (float* value : {&point.x, &point.y})
                do
                    *value = any_float(rng);
                while (!(std::abs(*value) <= 1e5f));
        stroke.path.points[1].y = -0.0f;
        stroke.seed = rng.bits();
        plan.strokes.push_back(stroke);
    }
    const Result<Painting> again = read(text_of(painting));
    ASSERT_TRUE(again.ok()) << again.error().message;
    for (const Stroke& stroke : again->plan->strokes)
        EXPECT_TRUE(std::signbit(stroke.path.points[1].y)) << "equal to a zero without a sign";
    expect_same(painting, *again);
}

TEST(ReadStrokes, TheTextOfANumberIsTheNumber) {
    Rng rng(4, 1);
    for (int i = 0; i < 100'000; ++i) {
        const float value = any_float(rng);
        if (std::isfinite(value)) {
            EXPECT_EQ(static_cast<float>(std::strtod(exporting::exact_text(value).c_str(), nullptr)), value);
        }
    }
    EXPECT_EQ(exporting::exact_text(-0.0f), "-0.0");
    EXPECT_EQ(exporting::exact_text(0.1f), "0.1");
}

TEST(ReadStrokes, TellsWhatFollowsForPeople) {
    const nlohmann::json json = nlohmann::json::parse(text_of(sample_painting(8)));
    EXPECT_EQ(json["schema"], "alla-prima-strokes");
    EXPECT_EQ(json["strokes"].size(), 8u);
    EXPECT_EQ(json["strokes"][7]["order"], 8);
    EXPECT_EQ(json["strokes"][7]["pass"], 2);
    EXPECT_EQ(json["strokes"][0]["parts"].size(), json["materials"]["tubes"].size());
    const auto& pressure = json["strokes"][3]["pressure"];
    EXPECT_EQ(std::max(pressure[0].get<double>(), pressure[1].get<double>()), 1.0);
}

TEST(ReadStrokes, RefusesWhatIsOutOfRangeAndSaysWhere) {
    const struct {
        const char *from, *to, *why;
    } kCases[] = {
        {"\"load\": 0.", "\"load\": 7.", "strokes[0].load must be a number from 0 to 1"},
        {"\"load\": 0.", "\"load\": 1e999, \"x\": 0.", "line "},
        {"\"load\": 0.", "\"load\": \"\", \"y\": 0.", "strokes[0].load must be a number"},
        {"\"load\": 0.", "\"lode\": 0.", "strokes[0] has a member that is not known: \"lode\""},
        {"\"x0\": ", "\"x-0\": ", "strokes[0].x0 is missing"},
        {"\"load\": 0.", "\"colour\": 3, \"load\": 0.",
         "strokes[0] has a member that is not known: \"colour\""},
        {"\"load\": 0.", "\"opacity\": 1, \"load\": 0.", "strokes[0] has 'opacity' twice"},
        {"\"x0\": ", "\"x0\": 1e300, \"_\": ", "strokes[0].x0 must be a number from -100000 to 100000"},
        {"\"brush\": 1", "\"brush\": 2", "stroke 1 is painted with a brush that is not there"},
        {"\"brush\": 1", "\"brush\": 0.5", "strokes[0].brush must be a whole number from 0 to 99"},
        {"\"brush\": 1", "\"brush\": -1", "strokes[0].brush must be a whole number"},
        {"\"brush\": 1", "\"brush\": 18446744073709551615", "strokes[0].brush must be a whole number"},
        {"\"shares\": [", "\"shares\": [0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0], \"old\": [",
         "strokes[0].shares must be a list"},
        {"\"shares\": [", "\"shares\": [0, 0, 0, 0, 0, 1], \"old\": [", "strokes[0] has a member"},
        {"\"seed\": \"", "\"seed\": \"-", "seed must be a whole number of at most 64 bits"},
        {"\"width_mm\": 80", "\"width_mm\": 0", "canvas.width_mm must be a number from"},
        {"\"coat\": \"body\"", "\"coat\": \"bodies\"", "passes[0].coat must be one of body, scumble, glaze"},
        {"\"version\": 1", "\"version\": 2", "newer Alla Prima (version 2"},
        {"\"version\": 1", "\"version\": \"1\"", "version must be 1"},
        {"\"schema\": \"alla", "\"schema\": \"beppe", "schema must be"},
        {"\"schema\": ", "\"shema\": ", "it is not a file of strokes"},
        {"\"sha256\": \"7", "\"sha256\": \"X", "photo.sha256 must be 64 hexadecimal digits"},
        {"\"faces\": [", "\"faces\": 3, \"faces\": [", "faces must be a list"},
        {"\"passes\": [", "\"canvas\": [", "canvas is there twice"},
        {"\"hand\": {", "\"hand\": {\"fingers\": 6, ", "materials.hand has a member that is not known"},
        {"\"support\": \"linen", "\"support\": \"silk", "materials.support must be one of linen"},
    };
    for (const auto& one : kCases) {
        const std::string why = refusal(changed(one.from, one.to));
        EXPECT_NE(why.find(one.why), std::string::npos) << one.to << ": " << why;
        EXPECT_EQ(why.find('\n'), std::string::npos) << why;
    }
}

TEST(ReadStrokes, TheLeastThatOneWritesByHandIsAPainting) {
    std::ifstream in(std::string(ALLAPRIMA_SOURCE_DIR) + "/docs/strokes.example.json");
    const Result<Painting> least = strokes_from_json(in, "strokes.example.json");
    ASSERT_TRUE(least.ok()) << least.error().message;
    const Plan& plan = *least->plan;
    ASSERT_EQ(plan.strokes.size(), 3u);
    EXPECT_EQ(plan.passes.size(), 1u);
    EXPECT_EQ(plan.materials.brushes.size(), 1u);
    EXPECT_EQ(least->start.brief.strokes, 3);
    const Path& first = plan.strokes[0].path;
    EXPECT_EQ(first.points[1], (first.points[0] + first.points[2]) * 0.5f);
    EXPECT_NE(plan.strokes[0].seed, plan.strokes[1].seed);
    for (const Stroke& stroke : plan.strokes)
        EXPECT_NEAR(std::accumulate(stroke.paint.shares.begin(), stroke.paint.shares.end(), 0.0f), 1.0f,
                    1e-4f);
}

TEST(ReadStrokes, AnEmptyBriefAndMembersOfOnesOwnAreTaken) {
    const std::string head = R"({"schema": "alla-prima-strokes", "version": 1, "brief": {}, "x-mine": [1],
        "canvas": {"width_mm": 100, "height_mm": 50}, "strokes": [)";
    const std::string stroke = R"({"x0": 1, "y0": 2, "x2": 30, "y2": 4, "red": 1, "green": 0, "blue": 0.5)";
    ASSERT_EQ(refusal(head + stroke + R"(, "x-note": "sky"}]})"), "");
    EXPECT_EQ(read(head + stroke + "}]}")->start.brief.strokes, 1);
    EXPECT_NE(refusal(head + stroke + R"(, "note": "sky"}]})"), "");
    EXPECT_NE(refusal(head + R"({"x0": 1}]})").find("strokes[0].y0 is missing"), std::string::npos);
    const std::string tubes = R"("materials": {"tubes": [{"name": "Titan White"}]}, "strokes": [)";
    EXPECT_NE(
        refusal(R"({"schema": "alla-prima-strokes", "version": 1, )" + tubes + "]}").find("Titanium White"),
        std::string::npos);
}

TEST(ReadStrokes, RefusesForeignAndBrokenFiles) {
    for (const char* text : {"", "[]", "3", "null", "{}", "{\"a\": 1}", "{\"strokes\": []}", "[[[[",
                             "{\"schema\": \"alla-prima-strokes\", \"version\": 1}", "\xff\xfe", "{\"a\"",
                             "{\"schema\": \"\xff\"}", "{\"strokes\": {}}", "{\"strokes\": [[]]}"})
        EXPECT_NE(refusal(text), "") << text;
    EXPECT_NE(refusal("{\n\n  \"schema\": alla").find("line 3"), std::string::npos);
    const std::string whole = text_of(sample_painting(3));
    for (size_t length = 0; length + 2 < whole.size(); length += 97)
        EXPECT_NE(refusal(whole.substr(0, length)), "") << length;
    EXPECT_NE(refusal(whole + "x"), "");
}

TEST(ReadStrokes, WhatIsLargeInAFileIsNotHeld) {
    const std::string deep = "{\"brief\": " + std::string(100'000, '[');
    EXPECT_NE(refusal(deep).find("brief is nested too deeply"), std::string::npos) << refusal(deep);
    std::string wide = "{\"brief\": [0";
    for (int i = 0; i < 100'001; ++i)
        wide += ",0";
    EXPECT_NE(refusal(wide).find("brief holds too much"), std::string::npos) << refusal(wide);
    const std::string longest = "{\"schema\": \"" + std::string(70'000, 'x') + "\"}";
    EXPECT_NE(refusal(longest).find("longer than 65536 bytes"), std::string::npos) << refusal(longest);
    const std::string digits = "{\"version\": 1" + std::string(70'000, '0') + "}";
    EXPECT_NE(refusal(digits).find("longer than 65536 bytes"), std::string::npos) << refusal(digits);
}

TEST(ReadStrokes, AnyChangedByteIsReadOrRefused) {
    const std::string whole = text_of(sample_painting(2));
    Rng rng(11, 2);
    for (int i = 0; i < 300; ++i) {
        std::string text = whole;
        text[static_cast<size_t>(rng.bits() % text.size())] = static_cast<char>(rng.bits());
        (void)read(text);
    }
}

TEST(ReadStrokes, AFolderAndAMissingFileAreRefused) {
    EXPECT_FALSE(read_strokes("/tmp").ok());
    EXPECT_FALSE(read_strokes("/tmp/there is none.json").ok());
}

}  // namespace
}  // namespace allaprima
