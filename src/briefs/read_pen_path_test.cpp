#include "briefs/read_pen_path.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/test_folder.h"
#include "briefs/path_data.h"

namespace allaprima {
namespace {

std::vector<PenPath> drawn(const std::string& data) {
    Result<std::vector<PenPath>> paths = pen_paths_from_data(data);
    EXPECT_TRUE(paths.ok()) << data << ": " << (paths.ok() ? "" : paths.error().message);
    return paths.ok() ? std::move(paths).value() : std::vector<PenPath>();
}

Path line(Vec2 from, Vec2 to) {
    return {{from, (from + to) * 0.5f, to}};
}

TEST(PathData, LinesGoWhereTheyAreSent) {
    const PenPath square{
        {line({1, 2}, {5, 2}), line({5, 2}, {5, 6}), line({5, 6}, {1, 6}), line({1, 6}, {1, 2})}};
    for (const char* data :
         {"M1 2 L5 2 L5 6 L1 6 Z", "M1,2 5,2 5,6 1,6z", "m1 2h4v4h-4z", "M 1 2 H 5 V 6 H 1 Z",
          "m1,2 4,0 0,4 -4,0 0,-4", "M1 2l4 0 0 4-4 0 0-4", "\n M+1e0 2.0\tL.5e1,2 5 6 1 6 1 2 "})
        EXPECT_EQ(drawn(data), std::vector{square}) << data;
}

TEST(PathData, CurvesAreTheirOwn) {
    const Path bow{{Vec2{0, 0}, Vec2{5, 10}, Vec2{10, 0}}},
        mirrored{{Vec2{10, 0}, Vec2{15, -10}, Vec2{20, 0}}};
    EXPECT_EQ(drawn("M0 0Q5 10 10 0"), std::vector{PenPath{{bow}}});
    EXPECT_EQ(drawn("M0 0q5 10 10 0T20 0"), (std::vector{PenPath{{bow, mirrored}}}));
    EXPECT_EQ(drawn("M0 0q5 10 10 0t10 0"), (std::vector{PenPath{{bow, mirrored}}}));
    // A cubic curve that is a quadratic one.
    const std::vector<PenPath> cubic = drawn("M0 0C3.3333333 6.6666667 6.6666667 6.6666667 10 0");
    ASSERT_EQ(cubic.size(), 1U);
    ASSERT_EQ(cubic[0].curves.size(), 4U);
    for (int k = 0; k < 4; ++k) {
        const Vec2 mine = cubic[0].curves[static_cast<size_t>(k)].at(0.5f);
        const Vec2 wanted = bow.at((static_cast<float>(k) + 0.5f) / 4.0f);
        EXPECT_NEAR(length(mine - wanted), 0.0f, 1e-4f);
    }
}

TEST(PathData, CubicCurvesAreFollowedClosely) {
    // A quarter of a circle of radius 100, to a thousandth.
    for (const char* data : {"M100 0C100 55.23 55.23 100 0 100", "m100 0c0 55.23-44.77 100-100 100"}) {
        const PenPath quarter = drawn(data).at(0);
        for (const Path& curve : quarter.curves)
            for (const float u : {0.0f, 0.25f, 0.5f, 0.75f, 1.0f})
                EXPECT_NEAR(length(curve.at(u)), 100.0f, 0.1f) << data;
    }
    // S mirrors the last handle, and begins straight after anything else.
    const std::vector<PenPath> smooth = drawn("M0 0C0 10 10 10 10 0S20 -10 20 0");
    EXPECT_NEAR(length(smooth.at(0).curves.at(5).at(0.0f) -
                       drawn("M10 0C10 -10 20 -10 20 0").at(0).curves.at(1).at(0.0f)),
                0.0f, 1e-4f);
    EXPECT_EQ(drawn("M0 0S5 5 10 0"), drawn("M0 0C0 0 5 5 10 0"));
}

TEST(PathData, EachMoveBeginsAnotherLine) {
    EXPECT_EQ(drawn("M0 0L1 0M5 5L6 5").size(), 2U);
    EXPECT_EQ(drawn("M0 0L1 0zL0 5").size(), 2U) << "after Z it goes on from its start";
    EXPECT_TRUE(drawn("").empty());
    EXPECT_TRUE(drawn("M3 3").empty());
}

TEST(PathData, SaysWhatItCannotRead) {
    const std::pair<const char*, const char*> faults[] = {
        {"L1 1", "does not begin with M"},   {"1 1", "does not begin with M"},
        {"M0 0A1 1 0 0 0 2 2", "command A"}, {"M0 0L1", "lacks a number"},
        {"M0 0 L 1e99 0", "lacks a number"}, {"M0 0L1 1Z5", "after Z"},
        {"M0 0L1 1;", "lacks a number"},     {"M0 0Lnan 1", "lacks a number"}};
    for (const auto& [data, told] : faults) {
        const Result<std::vector<PenPath>> paths = pen_paths_from_data(data);
        ASSERT_FALSE(paths.ok()) << data;
        EXPECT_TRUE(paths.error().usage);
        EXPECT_NE(paths.error().message.find(told), std::string::npos)
            << data << ": " << paths.error().message;
    }
    std::string endless = "M0 0";
    for (size_t i = 0; i <= kMostPenCurves; ++i)
        endless += i % 2 ? "h1" : "v1";
    EXPECT_FALSE(pen_paths_from_data(endless).ok());
}

std::string pen_svg(const std::string& content) {
    return "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'>" + content + "</svg>";
}

std::vector<PenPath> pen_paths_in(const std::string& content) {
    Result<std::vector<PenPath>> paths = pen_paths_from_svg(pen_svg(content), "name.svg");
    EXPECT_TRUE(paths.ok()) << (paths.ok() ? "" : paths.error().message);
    return paths.ok() ? std::move(paths).value() : std::vector<PenPath>();
}

TEST(PenPaths, AreThoseOfAllPathsInTheirOrder) {
    const std::vector<PenPath> paths = pen_paths_in(
        "<g><path d='M0 0h1'/></g><circle r='3'/><path d='M5 5h1M6 6h1'/>"
        "<defs><path d='M9 9h1'/></defs>");
    ASSERT_EQ(paths.size(), 3U);
    EXPECT_EQ(paths[0].curves[0], line({0, 0}, {1, 0}));
    EXPECT_EQ(paths[2].curves[0], line({6, 6}, {7, 6}));
}

TEST(PenPaths, AreTransformedFromTheInsideOut) {
    const Path wanted = line({13, 24}, {15, 24});
    for (const char* content :
         {"<g transform='translate(10 20)'><path transform='scale(2)' d='M1.5 2h1'/></g>",
          "<path transform='translate(10,20) scale(2,2)' d='M1.5 2h1'/>",
          "<path transform=' matrix(2 0 0 2 10 20) ' d='M1.5 2h1'/>"})
        EXPECT_EQ(pen_paths_in(content).at(0).curves.at(0), wanted) << content;
}

std::string pen_path_refusal(const std::string& text) {
    const Result<std::vector<PenPath>> paths = pen_paths_from_svg(text, "name.svg");
    EXPECT_TRUE(!paths.ok() && paths.error().usage) << text;
    return paths.ok() ? "" : paths.error().message;
}

TEST(PenPaths, SayWhatCannotBeUsed) {
    EXPECT_EQ(pen_path_refusal(pen_svg("")), "name.svg: it has no path that can be drawn");
    EXPECT_EQ(pen_path_refusal("<html/>"), "name.svg: it is not an SVG, but begins with <html>");
    EXPECT_NE(pen_path_refusal("a painting").find("name.svg: it is not an SVG: "), std::string::npos);
    EXPECT_EQ(pen_path_refusal(pen_svg("<path d='M0 0h1'/><path d='M0 0A1 1 0 0 1 1 1'/>")),
              "name.svg: path 2: the command A is not one of M, L, H, V, C, S, Q, T and Z");
    EXPECT_NE(pen_path_refusal(pen_svg("<path transform='rotate(5)' d='M0 0h1'/>"))
                  .find("'rotate(5)' is not matrix"),
              std::string::npos);
    EXPECT_NE(
        pen_path_refusal(pen_svg("<path transform='scale(1e6) scale(1e6)' d='M1 1h1'/>")).find("far away"),
        std::string::npos);
    std::string deep;
    for (int i = 0; i < 100000; ++i)
        deep += "<g>";
    EXPECT_FALSE(pen_paths_from_svg("<svg>" + deep, "deep.svg").ok());
    std::string closed;
    for (int i = 0; i < 100000; ++i)
        closed += "</g>";
    EXPECT_NE(pen_path_refusal("<svg>" + deep + closed + "</svg>").find("nested more than"),
              std::string::npos);
}

TEST(PenPaths, AreReadFromFiles) {
    const testing::TestFolder folder;
    const std::string file = folder.at("mine.svg");
    EXPECT_FALSE(read_pen_paths(file).ok());
    std::ofstream(file) << pen_svg("<path d='M0 0h1'/>");
    const Result<std::vector<PenPath>> paths = read_pen_paths(file);
    ASSERT_TRUE(paths.ok());
    EXPECT_EQ(paths->size(), 1U);
    std::ofstream(file) << std::string((1 << 20) + 1, ' ');
    const Result<std::vector<PenPath>> long_one = read_pen_paths(file);
    ASSERT_FALSE(long_one.ok());
    EXPECT_EQ(long_one.error().message, file + " is longer than a megabyte; signatures are far shorter");
}

}  // namespace
}  // namespace allaprima
