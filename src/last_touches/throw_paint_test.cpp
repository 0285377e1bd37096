#include "last_touches/throw_paint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace allaprima {
namespace {

constexpr Vec2 kThrownAtCanvas{200.0f, 150.0f};
constexpr ThrowBrushes kBrushes{.drop = 1, .run = 2};
const Face kFace{.box = {0.3f, 0.2f, 0.35f, 0.5f}, .eyes = {}};

Spatter thrown_at(Region region) {
    Spatter spatter;
    spatter.region = std::move(region);
    return spatter;
}

Region middle_box() {
    return {.kind = Region::Kind::Box, .box = {0.2f, 0.2f, 0.6f, 0.6f}};
}

std::vector<Stroke> drops(const Spatter& spatter, const ThrownAt& at = {.canvas_mm = kThrownAtCanvas}) {
    Result<std::vector<Stroke>> strokes = thrown_drops(spatter, at, {}, kBrushes);
    EXPECT_TRUE(strokes.ok()) << (strokes.ok() ? "" : strokes.error().message);
    return strokes.ok() ? std::move(strokes).value() : std::vector<Stroke>();
}

float width_of(const Stroke& stroke) {
    return 0.5f * (stroke.width_start + stroke.width_end);
}

float area_of(const Stroke& stroke) {
    return width_of(stroke) * (PlannedWay(stroke.path).length() + 0.2f * width_of(stroke));
}

/// The share of the area of drops whose middles lie where `inside` says, in shares of the canvas.
template <typename Inside>
float share_of_area(const std::vector<Stroke>& strokes, const Inside& inside) {
    float all = 0.0f, there = 0.0f;
    for (const Stroke& stroke : strokes) {
        const Vec2 p = stroke.path.at(0.5f);
        all += area_of(stroke);
        there += inside(Vec2{p.x / kThrownAtCanvas.x, p.y / kThrownAtCanvas.y}) ? area_of(stroke) : 0.0f;
    }
    return there / all;
}

bool holds(const ShareRect& box, Vec2 p) {
    return p.x >= box.x && p.y >= box.y && p.x <= box.x + box.width && p.y <= box.y + box.height;
}

/// Whether any of the paint may lie in the box.
bool touches(const Stroke& stroke, const ShareRect& box) {
    for (int k = 0; k <= 40; ++k) {
        const Vec2 p = stroke.path.at(static_cast<float>(k) / 40.0f);
        const float half = 0.5f * width_of(stroke);
        for (int turn = 0; turn < 12; ++turn) {
            const float angle = static_cast<float>(turn) * std::numbers::pi_v<float> / 6.0f;
            const Vec2 rim = p + Vec2{std::cos(angle), std::sin(angle)} * half;
            if (holds(box, {rim.x / kThrownAtCanvas.x, rim.y / kThrownAtCanvas.y}))
                return true;
        }
    }
    return false;
}

/// Share of the canvas that is covered, on a grid.
float covered(const std::vector<Stroke>& strokes) {
    constexpr int kWidth = 200, kHeight = 150;
    std::vector<bool> cells(static_cast<size_t>(kWidth) * kHeight, false);
    for (const Stroke& stroke : strokes)
        for (int k = 0; k <= 10; ++k) {
            const Vec2 p = stroke.path.at(static_cast<float>(k) / 10.0f);
            const auto half = static_cast<int>(0.5f * width_of(stroke));
            for (int y = static_cast<int>(p.y) - half; y <= static_cast<int>(p.y) + half; ++y)
                for (int x = static_cast<int>(p.x) - half; x <= static_cast<int>(p.x) + half; ++x)
                    if (x >= 0 && y >= 0 && x < kWidth && y < kHeight)
                        cells[static_cast<size_t>(y) * kWidth + static_cast<size_t>(x)] = true;
        }
    return static_cast<float>(std::ranges::count(cells, true)) / (kWidth * kHeight);
}

TEST(ThrowPaint, NoAmountThrowsNothing) {
    Spatter spatter = thrown_at(middle_box());
    spatter.amount = 0.0f;
    EXPECT_TRUE(drops(spatter).empty());
}

TEST(ThrowPaint, DependsOnTheSeedAlone) {
    Spatter spatter = thrown_at(middle_box());
    const std::vector<Stroke> once = drops(spatter);
    EXPECT_GT(once.size(), 50U);
    EXPECT_EQ(once, drops(spatter));
    spatter.seed = 2;
    EXPECT_NE(once, drops(spatter));
}

TEST(ThrowPaint, MoreAddsToWhatLessThrew) {
    Spatter spatter = thrown_at(middle_box());
    std::vector<Stroke> before;
    float covered_before = 0.0f;
    for (const float amount : {0.02f, 0.1f, 0.3f, 0.6f, 1.0f}) {
        spatter.amount = amount;
        const std::vector<Stroke> strokes = drops(spatter);
        ASSERT_GT(strokes.size(), before.size()) << amount;
        EXPECT_TRUE(std::equal(before.begin(), before.end(), strokes.begin())) << amount;
        EXPECT_GT(covered(strokes), covered_before) << amount;
        covered_before = covered(strokes);
        before = strokes;
    }
    // The region is 36 % of the canvas.
    EXPECT_GT(covered_before, 0.5f * 0.36f) << "drenched";
}

TEST(ThrowPaint, FewDropsAreLargeAndManySmall) {
    Spatter spatter = thrown_at({.kind = Region::Kind::Everywhere});
    std::vector<float> widths;
    for (const Stroke& stroke : drops(spatter)) {
        ASSERT_GT(stroke.width_start, 0.0f);
        ASSERT_GT(stroke.width_end, 0.0f);
        ASSERT_LE(stroke.width_start, 1.5f * spatter.drop_mm);
        if (stroke.brush == kBrushes.drop)
            widths.push_back(stroke.width_start);
    }
    std::ranges::sort(widths);
    EXPECT_LT(widths[widths.size() / 2], 0.3f * spatter.drop_mm);
    EXPECT_GT(widths[widths.size() - widths.size() / 200], 0.6f * spatter.drop_mm);
}

TEST(ThrowPaint, NearlyAllLandsInTheRegion) {
    Image<float> mask({100, 75});
    for (int y = 0; y < 75; ++y)
        for (int x = 0; x < 40; ++x)
            mask.at(x, y) = 1.0f;
    const ThrownAt at{.canvas_mm = kThrownAtCanvas, .faces = {kFace}, .mask = &mask};
    const auto expect_inside = [&](const Region& region, const auto& inside) {
        for (const uint64_t seed : {1U, 2U, 3U}) {
            Spatter spatter = thrown_at(region);
            spatter.seed = seed;
            EXPECT_GT(share_of_area(drops(spatter, at), inside), 0.9f)
                << "kind " << static_cast<int>(region.kind) << ", seed " << seed;
        }
    };
    const Region box = middle_box();
    expect_inside(box, [&](Vec2 p) { return holds(box.box, p); });
    expect_inside({.kind = Region::Kind::Circle, .centre = {0.5f, 0.5f}, .radius = 0.25f}, [](Vec2 p) {
        return std::hypot((p.x - 0.5f) * kThrownAtCanvas.x, (p.y - 0.5f) * kThrownAtCanvas.y) <
               0.25f * kThrownAtCanvas.x;
    });
    expect_inside({.kind = Region::Kind::Mask, .mask = "left.png"}, [](Vec2 p) { return p.x < 0.4f; });
}

TEST(ThrowPaint, FliesAcrossAFaceAndOnBeyondIt) {
    const ThrownAt at{.canvas_mm = kThrownAtCanvas, .faces = {kFace}};
    // With the forehead, and round it what belongs to the head.
    constexpr ShareRect kHead{0.265f, 0.07f, 0.42f, 0.68f};
    for (const uint64_t seed : {1U, 2U, 3U}) {
        Spatter spatter = thrown_at({.kind = Region::Kind::Face});
        spatter.seed = seed;
        const std::vector<Stroke> thrown = drops(spatter, at);
        const double within = share_of_area(thrown, [&](Vec2 p) { return holds(kHead, p); });
        EXPECT_GT(within, 0.6) << "seed " << seed;
        EXPECT_LT(within, 0.95) << "seed " << seed;
        // Near the face there is more of it than far away.
        constexpr ShareRect kAround{0.1f, 0.0f, 0.75f, 0.95f};
        EXPECT_GT(share_of_area(thrown, [&](Vec2 p) { return holds(kAround, p); }), 0.9) << "seed " << seed;
    }
}

TEST(ThrowPaint, EyesMouthAndNostrilsStayFreeUnlessTheyMayBeHidden) {
    Face known = kFace;
    known.eyes = {{0.36f, 0.3f, 0.08f, 0.05f}, {0.52f, 0.3f, 0.08f, 0.05f}};
    known.mouth = {0.4f, 0.55f, 0.15f, 0.06f};
    for (const Face& face : {kFace, known}) {
        Spatter spatter = thrown_at({.kind = Region::Kind::Face});
        spatter.amount = 0.4f;
        spatter.runs = 1.0f;
        const ThrownAt at{.canvas_mm = kThrownAtCanvas, .faces = {face}};
        const auto over_features = [&] {
            return std::ranges::count_if(drops(spatter, at), [&](const Stroke& stroke) {
                return std::ranges::any_of(features_of(face),
                                           [&](const ShareRect& part) { return touches(stroke, part); });
            });
        };
        EXPECT_EQ(over_features(), 0);
        spatter.eyes = true;
        EXPECT_GT(over_features(), 10);
    }
}

TEST(ThrowPaint, UsualFeaturesTurnWithTheHead) {
    Face leaning = kFace;
    leaning.angle = 20.0f;
    const std::vector<ShareRect> upright = features_of(kFace), turned = features_of(leaning);
    ASSERT_EQ(upright.size(), 4U) << "two eyes, the mouth, the nostrils";
    EXPECT_FLOAT_EQ(upright[0].y, upright[1].y);
    EXPECT_LT(turned[0].y, turned[1].y) << "clockwise";
    EXPECT_GT(turned[0].x, upright[0].x);
}

/// Those of one brush that are so much longer than wide.
std::vector<Stroke> long_ones(const std::vector<Stroke>& strokes, int brush, float longer) {
    std::vector<Stroke> found;
    std::ranges::copy_if(strokes, std::back_inserter(found), [&](const Stroke& s) {
        return s.brush == brush && PlannedWay(s.path).length() > longer * s.width_start &&
               s.width_start > 0.5f;
    });
    return found;
}

TEST(ThrowPaint, DropsStretchTheWayTheyFly) {
    for (const float direction : {0.0f, 90.0f, 200.0f}) {
        Spatter spatter = thrown_at({.kind = Region::Kind::Everywhere});
        spatter.direction = direction;
        const float radians = direction * std::numbers::pi_v<float> / 180.0f;
        const Vec2 flight{std::sin(radians), -std::cos(radians)};
        double along = 0.0;
        const std::vector<Stroke> stretched = long_ones(drops(spatter), kBrushes.drop, 1.2f);
        ASSERT_GT(stretched.size(), 30U) << direction;
        for (const Stroke& s : stretched) {
            const Vec2 way = s.path.points[2] - s.path.points[0];
            along += static_cast<double>(dot(way, flight) / length(way));
        }
        EXPECT_GT(along / static_cast<double>(stretched.size()), 0.75) << direction;
    }
}

float running_way(Support support) {
    Spatter spatter = thrown_at(middle_box());
    spatter.runs = 1.0f;
    float way = 0.0f;
    for (const Stroke& s : drops(spatter, {.canvas_mm = kThrownAtCanvas, .support = support}))
        way += s.brush == kBrushes.run ? PlannedWay(s.path).length() : 0.0f;
    return way;
}

TEST(ThrowPaint, HeavyDropsRunDownAndThinOut) {
    Spatter spatter = thrown_at(middle_box());
    spatter.runs = 1.0f;
    const std::vector<Stroke> strokes = drops(spatter);
    int runs = 0;
    for (const Stroke& s : strokes) {
        if (s.brush != kBrushes.run)
            continue;
        ++runs;
        const Vec2 way = s.path.points[2] - s.path.points[0];
        EXPECT_GT(way.y, 4.0f * std::fabs(way.x));
        EXPECT_GT(s.width_start, s.width_end);
    }
    EXPECT_GT(runs, 10);
    spatter.runs = 0.0f;
    EXPECT_TRUE(
        std::ranges::all_of(drops(spatter), [](const Stroke& s) { return s.brush == kBrushes.drop; }));
    EXPECT_LT(running_way(Support::Linen), 0.9f * running_way(Support::Panel));
}

TEST(ThrowPaint, UnderTheSubjectNothingLiesOnIt) {
    Image<float> figure({40, 30});
    for (int y = 8; y < 30; ++y)
        for (int x = 14; x < 26; ++x)
            figure.at(x, y) = 1.0f;
    const ShareRect inside{0.36f, 0.28f, 0.28f, 0.72f};
    Spatter spatter = thrown_at({.kind = Region::Kind::Everywhere});
    const ThrownAt at{.canvas_mm = kThrownAtCanvas, .figure = &figure};
    const auto on_figure = [&] {
        return std::ranges::count_if(drops(spatter, at), [&](const Stroke& s) { return touches(s, inside); });
    };
    EXPECT_GT(on_figure(), 10);
    spatter.under = true;
    EXPECT_EQ(on_figure(), 0);
}

std::string refusal(const Spatter& spatter, const ThrownAt& at) {
    const Result<std::vector<Stroke>> strokes = thrown_drops(spatter, at, {}, kBrushes);
    EXPECT_TRUE(!strokes.ok() && strokes.error().usage);
    return strokes.ok() ? "" : strokes.error().message;
}

TEST(ThrowPaint, RefusesRegionsThatAreNotThere) {
    const ThrownAt bare{.canvas_mm = kThrownAtCanvas};
    EXPECT_NE(refusal(thrown_at({.kind = Region::Kind::Face}), bare).find("no face was found"),
              std::string::npos);
    for (const Region::Kind kind : {Region::Kind::Subject, Region::Kind::Background})
        EXPECT_NE(refusal(thrown_at({.kind = kind}), bare).find("no subject was found"), std::string::npos);
    EXPECT_NE(refusal(thrown_at({.kind = Region::Kind::Mask}), bare).find("a mask"), std::string::npos);
    Spatter under = thrown_at({.kind = Region::Kind::Everywhere});
    under.under = true;
    EXPECT_NE(refusal(under, bare).find("under the subject"), std::string::npos);
    EXPECT_NE(refusal(thrown_at({.kind = Region::Kind::Box, .box = {1.5f, 0.0f, 0.2f, 0.2f}}), bare)
                  .find("no part of its region"),
              std::string::npos);
}

Plan canvas_to_throw_at(std::initializer_list<const char*> tubes) {
    Plan plan;
    plan.width_mm = kThrownAtCanvas.x;
    plan.height_mm = kThrownAtCanvas.y;
    plan.materials.palette.name = "some";
    for (const char* tube : tubes)
        plan.materials.palette.tubes.push_back(*find_pigment(tube));
    return plan;
}

TEST(ThrowPaint, TheColourIsATubeOrAMixture) {
    const Brush drop{.name = "drop", .tip = 8.0f, .dome = 0.8f};
    Spatter spatter = thrown_at(middle_box());
    const ThrownAt at{.canvas_mm = kThrownAtCanvas};
    Plan plan = canvas_to_throw_at({"Titanium White", "Bone Black", "Cadmium Red Light"});
    plan.strokes.resize(1);
    plan.passes = {{"form", 1, Coat::Body}};
    ASSERT_TRUE(add_spatter(plan, spatter, at, drop).ok());
    EXPECT_EQ(plan.passes.back().name, "spatter");
    EXPECT_EQ(static_cast<size_t>(plan.passes.back().strokes) + 1, plan.strokes.size());
    EXPECT_EQ(plan.strokes.back().paint.shares[2], 1.0f) << "pure, whatever its letters' case";
    EXPECT_EQ(plan.materials.brushes.size(), 3U);

    spatter.colour = "#808080";
    ASSERT_TRUE(add_spatter(plan, spatter, at, drop).ok());
    EXPECT_GT(plan.strokes.back().paint.shares[0], 0.0f);
    EXPECT_GT(plan.strokes.back().paint.shares[1], 0.0f);
    EXPECT_EQ(plan.materials.brushes.size(), 3U) << "brushes are not added twice";

    spatter.colour = "viridian";
    const Status refused = add_spatter(plan, spatter, at, drop);
    ASSERT_FALSE(refused.ok());
    EXPECT_TRUE(refused.error().usage);
    EXPECT_NE(refused.error().message.find("Titanium White, Bone Black, Cadmium Red Light"),
              std::string::npos);
}

TEST(ThrowPaint, PlainColourKnowsTheMeasuredPaints) {
    Plan plan = canvas_to_throw_at({});
    const Brush drop{.name = "drop", .dome = 0.8f};
    ASSERT_TRUE(add_spatter(plan, thrown_at(middle_box()), {.canvas_mm = kThrownAtCanvas}, drop).ok());
    const Rgb red = plan.strokes.back().paint.colour;
    EXPECT_GT(red.r, red.g + 0.3f);
    EXPECT_EQ(plan.strokes.back().paint.shares, Shares{});
}

}  // namespace
}  // namespace allaprima
