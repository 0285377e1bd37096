#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "exporting/sample_painting.h"
#include "image/colour.h"
#include "image/metrics.h"
#include "model/robot_head_settings.h"
#include "robot/hand_plan.h"
#include "robot/judges.h"
#include "robot/recipe_words.h"
#include "robot/robot_layout.h"
#include "robot/simulate_robot.h"
#include "robot/write_gcode.h"

namespace allaprima {
namespace {

constexpr Vec2 kCanvas{80.0f, 60.0f};

/// Strokes within the canvas and, of some plans, far beyond; with one paint or many.
Plan random_plan(Rng& rng, int strokes, bool within) {
    Plan plan = testing::busy_pigment_plan(strokes);
    plan.materials.brushes.push_back({.name = "round", .tip = 1.0f});
    for (Stroke& stroke : plan.strokes) {
        stroke = testing::random_stroke(rng);
        stroke.brush = rng.unit() < 0.5f ? 0 : 1;
        stroke.paint =
            testing::mixture(plan.materials.palette, {1.0f, std::round(3.0f * rng.unit()), 1.0f, 0.0f, 0.0f});
        for (Vec2& p : stroke.path.points)
            p = within ? Vec2{std::clamp(p.x, 0.0f, 80.0f), std::clamp(p.y, 0.0f, 60.0f)} : p * 1.3f;
    }
    return plan;
}

/// A head that is whole, and has room for the canvas and some pots.
RobotHead random_head(Rng& rng) {
    RobotHead head;
    head.dialect = rng.unit() < 0.5f ? Dialect::Grbl : Dialect::Marlin;
    head.lift = rng.unit() < 0.5f ? Lift::Axis : Lift::Servo;
    head.servo_per_mm = rng.unit() < 0.5f ? 5.0f : -5.0f;
    head.canvas_height = rng.between(8.0f, 20.0f);
    head.canvas_at = {rng.between(200.0f, 300.0f), rng.between(5.0f, 200.0f)};
    head.overrun = rng.between(0.0f, 20.0f);
    head.hop = rng.between(1.0f, 8.0f);
    head.rim = rng.between(0.0f, 60.0f);
    head.dip = rng.between(1.0f, 30.0f);
    head.safe =
        std::max({head.rim, head.dip, head.canvas_height + head.hop, 10.0f}) + rng.between(2.0f, 20.0f);
    head.load_way = rng.between(50.0f, 400.0f);
    head.paint_feed = rng.between(100.0f, 3000.0f);
    head.columns = 1 + static_cast<int>(3.9f * rng.unit());
    head.wash_times = 1 + static_cast<int>(3.9f * rng.unit());
    const float first = rng.between(1.0f, 3.0f), second = first + rng.between(1.0f, 8.0f);
    head.tools = {{.name = "a", .narrowest = first, .widest = second},
                  {.name = "b", .narrowest = 0.5f * (first + second), .widest = second + 5.0f}};
    if (rng.unit() < 0.3f)
        head.tools[1].brush = "round";
    if (head.lift == Lift::Axis)
        head.tools[0].longer = std::round(rng.between(-3.0f, 3.0f) * 4.0f) / 4.0f;
    head.start = "M17 | G28";
    return head;
}

HandPlan planned(const Plan& plan, const RobotHead& head, const RobotSettings& asked) {
    SilentObserver observer;
    return plan_hand(plan, head, asked, ThreadPool(1), observer).value();
}

Simulation simulated(const HandPlan& hand, const RobotHead& head) {
    return simulate_robot(gcode_of(hand, head), head, {hand.plan.width_mm, hand.plan.height_mm},
                          hand.pots.pots.size());
}

/// All that it found, in a text.
std::string told(const Simulation& simulation) {
    std::string text;
    for (const std::string& fault : simulation.faults)
        text += fault + "\n";
    return text;
}

RC_GTEST_PROP(Robot, EveryProgramHonoursEveryLimit, ()) {
    Rng rng(*rc::gen::arbitrary<uint64_t>(), 0);
    const Plan plan = random_plan(rng, *rc::gen::inRange(1, 40), false);
    const RobotHead head = random_head(rng);
    RC_ASSERT(check_whole(head).ok());
    const RobotSettings asked{.pots = *rc::gen::inRange(0, 4)};
    RC_PRE(fit_strokes(plan, head, asked.fit).ok());  // something is left to paint
    const HandPlan hand = planned(plan, head, asked);
    RC_ASSERT(check_layout(head, kCanvas, hand.pots.pots.size()).ok());
    const Simulation simulation = simulated(hand, head);
    RC_ASSERT(told(simulation) == std::string());
    RC_ASSERT(simulation.strokes.size() == hand.plan.strokes.size());
    RC_ASSERT(simulation.loads == count_of(hand, HandAction::Kind::Load));
    RC_ASSERT(simulation.washes == count_of(hand, HandAction::Kind::Wash));
    RC_ASSERT(asked.pots == 0 || hand.pots.pots.size() <= static_cast<size_t>(asked.pots));
    const Result<Plan> painted = painted_by(simulation, hand, head);
    RC_ASSERT(painted.ok());
    RC_ASSERT(painted->strokes == hand.plan.strokes);
}

/// A head whose limits none of the strokes meets.
RobotHead boundless(Lift lift, int decimals) {
    RobotHead head;
    head.lift = lift;
    head.decimals = decimals;
    head.load_way = 10'000.0f;
    head.tools = {
        {.name = "all", .narrowest = 0.5f, .widest = 20.0f, .light_press = 0.5f, .full_press = 4.0f}};
    return head;
}

/// How far strokes lie from those of another plan, mm.
float astray(const Plan& painted, const Plan& planned) {
    float most = 0.0f;
    for (size_t i = 0; i < planned.strokes.size(); ++i) {
        const Stroke &a = painted.strokes[i], &b = planned.strokes[i];
        for (size_t k = 0; k < 3; ++k)
            most = std::max(most, length(a.path.points[k] - b.path.points[k]));
        most = std::max({most, std::abs(a.width_start - b.width_start), std::abs(a.width_end - b.width_end)});
    }
    return most;
}

RC_GTEST_PROP(Robot, TheSimulatedPaintingIsThePicture, ()) {
    Rng rng(*rc::gen::arbitrary<uint64_t>(), 0);
    const Plan plan = random_plan(rng, *rc::gen::inRange(1, 16), true);
    const int decimals = *rc::gen::inRange(3, 7);
    const RobotHead head = boundless(rng.unit() < 0.5f ? Lift::Axis : Lift::Servo, decimals);
    const HandPlan hand = planned(plan, head, {.pots = 0, .fit = Fit::Refuse, .order = HandOrder::Kept});
    const Result<Plan> painted = painted_by(simulated(hand, head), hand, head);
    RC_ASSERT(painted.ok());
    const Image<Rgb> simulated_painting = testing::painted(*painted, {80, 60}, Finish::Lit).colour;
    RC_ASSERT(simulated_painting == testing::painted(hand.plan, {80, 60}, Finish::Lit).colour);
    // What the hand is to paint is the painting, but that moves are rounded.
    Plan ordered = plan;
    for (size_t i = 0; i < plan.strokes.size(); ++i)
        ordered.strokes[i] = plan.strokes[hand.planned_as[i]];
    const Image<Rgb> picture = testing::painted(plan, {80, 60}, Finish::Lit).colour;
    RC_ASSERT(testing::painted(ordered, {80, 60}, Finish::Lit).colour == picture);
    RC_ASSERT(astray(hand.plan, ordered) < (decimals > 3 ? 5e-4f : 5e-3f));
    // Less than a hair can tip a bristle over its threshold, and changes how a curve is cut into lines.
    RC_ASSERT(psnr(simulated_painting, picture) > 38.0);
}

Plan two_strokes() {
    Plan plan = testing::empty_plan();
    for (const float y : {20.0f, 40.0f}) {
        Stroke stroke = testing::long_stroke();
        stroke.path.points = {Vec2{10.0f, y}, Vec2{40.0f, y + 5.0f}, Vec2{70.0f, y}};
        stroke.width_start = 3.0f;
        stroke.width_end = 6.0f;
        stroke.paint.colour = y < 30.0f ? Rgb{0.8f, 0.1f, 0.1f} : Rgb{0.1f, 0.1f, 0.8f};
        plan.strokes.push_back(stroke);
    }
    return plan;
}

TEST(Robot, AStrokeThatBulgesOrIsOfAnotherWidthIsNoneOfThePaintings) {
    const RobotHead head;
    const HandPlan hand = planned(two_strokes(), head, {});
    const Simulation simulation = simulated(hand, head);
    ASSERT_TRUE(painted_by(simulation, hand, head).ok());
    for (double Place::*const axis : {&Place::x, &Place::y, &Place::z}) {
        Simulation changed = simulation;
        changed.strokes[0].places[1].*axis += 0.05;
        EXPECT_FALSE(painted_by(changed, hand, head).ok());
    }
    Simulation shortened = simulation;
    shortened.strokes[1].places.pop_back();
    EXPECT_FALSE(painted_by(shortened, hand, head).ok());
}

TEST(Robot, ABrushIsWashedBetweenPaintsAndBeforeItRests) {
    const HandPlan hand = planned(two_strokes(), RobotHead{}, {});
    using Kind = HandAction::Kind;
    std::vector<Kind> kinds;
    for (const HandAction& action : hand.actions)
        kinds.push_back(action.kind);
    EXPECT_EQ(kinds, (std::vector<Kind>{Kind::BeginPass, Kind::TakeTool, Kind::Load, Kind::Paint, Kind::Wash,
                                        Kind::Load, Kind::Paint, Kind::Wash}));
}

TEST(Robot, TheMachineFindsWhatIsLeftOut) {
    const RobotHead head;
    const HandPlan hand = planned(two_strokes(), head, {});
    const std::string program = gcode_of(hand, head);
    ASSERT_EQ(told(simulate_robot(program, head, kCanvas, 2)), "");
    std::vector<std::string> lines;
    for (size_t from = 0; from < program.size(); from = program.find('\n', from) + 1)
        lines.push_back(program.substr(from, program.find('\n', from) - from));
    // Without any one of its rises, or with all that goes down going deeper, something goes wrong.
    const std::string safe = "G0 Z45";
    for (size_t i = 0; i + 1 < lines.size(); ++i) {
        const bool rises = lines[i] == safe && i > 0 && lines[i - 1] != "M0" && lines[i - 1] != "G90";
        const bool plunges = lines[i].starts_with("G1 Z");
        if (!rises && !plunges)
            continue;
        std::string changed;
        for (size_t k = 0; k < lines.size(); ++k)
            if (k != i)
                changed += lines[k] + "\n";
            else if (plunges)
                changed += "G1 Z0.5 F600\n";
        EXPECT_GT(simulate_robot(changed, head, kCanvas, 2).fault_count, 0u) << i + 1 << ": " << lines[i];
    }
}

TEST(Robot, ForeignTextIsAFaultAndNoMore) {
    const RobotHead head;
    for (const std::string& text : {std::string("G2 X1 Y1"),
                                    std::string("G0 X"),
                                    std::string("G0 Xnan Y1"),
                                    std::string("G0 X1e300 Y1"),
                                    std::string(5000, 'G'),
                                    std::string("\0\xff", 2),
                                    std::string("; tool 99999999999999999999"),
                                    std::string("; tool 7"),
                                    std::string("M3 S10"),
                                    std::string("G1 X1e308 Y1 F1e308"),
                                    std::string("G4 P1e308"),
                                    std::string("G1 X0x10 Y1"),
                                    std::string("G1 X1 Y1 F0"),
                                    std::string("G1 Xinf"),
                                    std::string("G1 X1 Y1 F1e-300"),
                                    std::string("; stroke 1\x1b[2J\n; tool \x07"),
                                    std::string(5000, '('),
                                    std::string("G1 X1\rG20"),
                                    std::string("G4"),
                                    std::string("G0 X5 Y5")}) {
        const Simulation simulation = simulate_robot(text, head, kCanvas, 2);
        EXPECT_GT(simulation.fault_count, 0u) << text.substr(0, 40);
    }
    std::string many;
    for (int i = 0; i < 1000; ++i)
        many += "what\n";
    EXPECT_LE(simulate_robot(many, head, kCanvas, 2).faults.size(), 20u);
    // What is no program is not read to its end.
    for (int i = 0; i < 5; ++i)
        many += many;
    const size_t told = simulate_robot(many, head, kCanvas, 2).fault_count;
    EXPECT_GE(told, kMostFaults);
    EXPECT_LT(told, kMostFaults + 10) << "a line and the end may have a few";
}

TEST(Robot, WhatDoesNotFitIsRefusedCutOrLeftOutAndCounted) {
    Plan plan = two_strokes();
    plan.strokes[0].path.points[2] = {300.0f, 20.0f};
    plan.strokes[1].width_end = 70.0f;
    SilentObserver observer;
    const auto tried = [&](Fit fit) { return fit_strokes(plan, RobotHead{}, fit); };
    const Result<FittedPlan> refused = tried(Fit::Refuse);
    ASSERT_FALSE(refused.ok());
    EXPECT_NE(refused.error().message.find("of 2 strokes 1 cut off where the reach ends; 1 too narrow or too "
                                           "broad"),
              std::string::npos)
        << refused.error().message;
    const FittedPlan adapted = tried(Fit::Adapt).value();
    ASSERT_EQ(adapted.plan.strokes.size(), 2u);
    EXPECT_EQ(adapted.figures, (FitFigures{.cut = 1, .resized = 1}));
    EXPECT_NEAR(adapted.plan.strokes[0].path.points[2].x, 90.0f, 0.02f);
    EXPECT_EQ(adapted.plan.strokes[1].width_end, 40.0f);
    EXPECT_FALSE(tried(Fit::Omit).ok()) << "nothing is left";
    plan.strokes.push_back(two_strokes().strokes[0]);
    EXPECT_EQ(tried(Fit::Omit).value().figures.unfit, 2u);
}

TEST(Robot, ALongStrokeIsPaintedInPiecesThatMeet) {
    RobotHead head;
    head.load_way = 50.0f;
    const FittedPlan fitted = fit_strokes(two_strokes(), head, Fit::Refuse).value();
    ASSERT_EQ(fitted.plan.strokes.size(), 4u);
    EXPECT_EQ(fitted.plan.strokes[0].path.points[2], fitted.plan.strokes[1].path.points[0]);
    EXPECT_EQ(fitted.plan.strokes[0].width_end, fitted.plan.strokes[1].width_start);
    EXPECT_EQ(fitted.figures.split, 2u);
}

TEST(Robot, PaintsThatLookAlikeShareAPot) {
    Plan plan = testing::empty_plan();
    for (const float red : {0.9f, 0.88f, 0.1f, 0.12f}) {
        plan.strokes.push_back(testing::long_stroke());
        plan.strokes.back().paint.colour = {red, 0.2f, 0.2f};
    }
    const Pots pots = fill_pots(plan, 2, ThreadPool(1));
    EXPECT_EQ(pots.paints, 4u);
    ASSERT_EQ(pots.pots.size(), 2u);
    EXPECT_EQ(pots.of, (std::vector<size_t>{0, 0, 1, 1}));
    EXPECT_EQ(plan.strokes[0].paint, plan.strokes[1].paint);
    EXPECT_GT(pots.mean_shift, 0.0f);
}

/// A plan whose colours are not those that its recipes mix, as after mix_colours().
Plan corrected_plan(int strokes) {
    Plan plan = testing::busy_pigment_plan(strokes);
    Rng rng(7, 7);
    for (Stroke& stroke : plan.strokes) {
        Shares shares{};
        for (size_t tube = 0; tube < 5; ++tube)
            shares[tube] = std::pow(rng.unit(), 3.0f);
        const float whole = shares[0] + shares[1] + shares[2] + shares[3] + shares[4];
        for (float& share : shares)
            share /= whole;
        stroke.paint = {.colour = {rng.unit(), rng.unit(), rng.unit()}, .shares = shares};
    }
    return plan;
}

TEST(Robot, EveryHeapLooksAsItsRecipeMixes) {
    const Palette palette = corrected_plan(1).materials.palette;
    const Exposure exposure = RecipeBook(palette).exposure();
    for (const size_t most : {2, 8, 24}) {
        Plan plan = corrected_plan(40);
        const Pots pots = fill_pots(plan, most, ThreadPool(1));
        EXPECT_LE(pots.pots.size(), most);
        std::set<std::string> recipes;
        for (const Pot& pot : pots.pots) {
            ASSERT_TRUE(pot.parts.has_value());
            const std::string words = recipe_in_words(*pot.parts, palette);
            EXPECT_TRUE(recipes.insert(words).second) << "no two heaps of " << words;
            const Rgb mixed = testing::mixed_by_words(words, palette, exposure);
            EXPECT_LE(delta_e_2000(lab_of_srgb(mixed), lab_of_srgb(pot.paint.colour)), 1.0) << words;
            EXPECT_GT(pot.strokes, 0u);
        }
        for (size_t i = 0; i < plan.strokes.size(); ++i)
            EXPECT_EQ(plan.strokes[i].paint, pots.pots[pots.of[i]].paint);
    }
}

TEST(Robot, TheProgramTellsTheSameColourAndRecipe) {
    const Plan plan = corrected_plan(12);
    const RobotHead head;
    std::istringstream program(gcode_of(planned(plan, head, {.pots = 6}), head));
    const Palette& palette = plan.materials.palette;
    const Exposure exposure = RecipeBook(palette).exposure();
    int heaps = 0;
    for (std::string line; std::getline(program, line);) {
        const size_t looks = line.find(" [looks ");
        if (looks == std::string::npos)
            continue;
        const size_t words = line.rfind(": ", looks) + 2;
        const std::string recipe = line.substr(words, looks - words);
        const Rgb told = *srgb_from_hex("#" + line.substr(looks + 8, 6));
        const Rgb mixed = testing::mixed_by_words(recipe, palette, exposure);
        EXPECT_LE(delta_e_2000(lab_of_srgb(mixed), lab_of_srgb(told)), 1.0) << line;
        ++heaps;
    }
    EXPECT_GT(heaps, 3) << "the ground and the pots";
}

TEST(Robot, HeapsLieWhereThePaintIs) {
    // Four large areas in neighbouring greys, and one small dab of red.
    Plan plan = testing::empty_plan();
    for (const float grey : {0.2f, 0.4f, 0.6f, 0.8f})
        for (int i = 0; i < 5; ++i) {
            plan.strokes.push_back(testing::long_stroke());
            plan.strokes.back().paint.colour = {grey, grey, grey};
        }
    plan.strokes.push_back(testing::long_stroke());
    plan.strokes.back().width_start = plan.strokes.back().width_end = 0.1f;
    plan.strokes.back().paint.colour = {0.4f, 0.3f, 0.3f};
    const Pots pots = fill_pots(plan, 4, ThreadPool(1));
    ASSERT_EQ(pots.pots.size(), 4u);
    for (const Pot& pot : pots.pots)
        EXPECT_GE(pot.strokes, 5u);
}

TEST(Robot, AnotherReaderOfTheProgramPaintsWithinTheCanvasAndItsOverrun) {
    RobotHead head;
    head.start = "M17 | G28";
    const HandPlan hand = planned(corrected_plan(12), head, {.pots = 6});
    double painted = 0.0, planned_way = 0.0;
    testing::MoveMade before{0.0, 0.0, 90.0, true};
    for (const testing::MoveMade& move : testing::moves_made(gcode_of(hand, head))) {
        EXPECT_TRUE(move.x >= -1e-3 && move.y >= -1e-3 && move.x <= 900.0 && move.y <= 700.0 &&
                    move.z <= 90.0);
        const double way = std::hypot(move.x - before.x, move.y - before.y);
        if (move.z < 10.0 && before.z < 10.0 && way > 0.0) {
            EXPECT_FALSE(move.rapid);
            EXPECT_TRUE(move.x >= 190.0 && move.x <= 290.01 && move.y >= 50.0 && move.y <= 130.01);
            painted += way;
        }
        before = move;
    }
    for (const Stroke& stroke : hand.plan.strokes)
        planned_way += static_cast<double>(way_of(stroke.path));
    EXPECT_NEAR(painted, planned_way, 0.01 * planned_way);
}

TEST(Robot, ALongerToolIsLiftedHigher) {
    RobotHead head;
    const HandPlan hand = planned(two_strokes(), head, {});
    const std::string plain = gcode_of(hand, head);
    for (RobotTool& tool : head.tools)
        tool.longer = 5.0f;
    const std::string longer = gcode_of(planned(two_strokes(), head, {}), head);
    const auto lowest = [](const std::string& program) {
        double z = 1e9;
        for (const testing::MoveMade& move : testing::moves_made(program))
            z = std::min(z, move.z > 0.0 ? move.z : z);
        return z;
    };
    EXPECT_NEAR(lowest(longer), lowest(plain) + 5.0, 1e-6);
    EXPECT_EQ(told(simulate_robot(longer, head, kCanvas, 2)), "");
    EXPECT_NE(told(simulate_robot(plain, head, kCanvas, 2)), "") << "it would be pressed into everything";
}

TEST(Robot, TheProgramWaitsUntilItIsDryBeforeScumblesAndGlazes) {
    Plan plan = two_strokes();
    plan.passes = {{"form", 1, Coat::Body}, {"glaze", 1, Coat::Glaze}};
    const RobotHead head;
    const std::string program = gcode_of(planned(plan, head, {}), head);
    const size_t glaze = program.find("; pass 2: glaze");
    ASSERT_NE(glaze, std::string::npos);
    EXPECT_LT(program.find("dry, then go on\nM0", glaze), program.find("; stroke", glaze));
}

TEST(Robot, StrokesOfWetPassesThatDoNotTouchAreGatheredByTheirPaint) {
    Plan plan = testing::empty_plan();
    plan.planned_pixel_mm = 0.1f;
    for (int i = 0; i < 12; ++i) {
        Stroke stroke = testing::long_stroke();
        stroke.width_start = stroke.width_end = 1.0f;
        for (Vec2& p : stroke.path.points)
            p = {10.0f + 0.1f * p.x, 4.0f + 4.4f * static_cast<float>(i)};
        stroke.paint.colour = i % 2 == 0 ? Rgb{0.9f, 0.1f, 0.1f} : Rgb{0.1f, 0.1f, 0.9f};
        plan.strokes.push_back(stroke);
    }
    plan.passes = {{"block-in", 6}, {"form", 6}};
    const HandPlan hand = planned(plan, RobotHead{}, {});
    EXPECT_EQ(count_of(hand, HandAction::Kind::Wash), 2u);
    EXPECT_EQ(hand.plan.passes.size(), 1u);
}

TEST(RecipeWords, ATouchIsWhatThereIsLittleOf) {
    const Palette palette = corrected_plan(1).materials.palette;
    const std::string white = palette.tubes[0].name, black = palette.tubes[1].name;
    EXPECT_EQ(recipe_in_words({1}, palette), white);
    EXPECT_EQ(recipe_in_words({3, 1}, palette), "3 " + white + " + 1 " + black);
    EXPECT_EQ(recipe_in_words({24, 1}, palette), "24 " + white + " and a touch of " + black + " (1)");
    EXPECT_EQ(in_millilitres(0.1), "0.5 ml");
    EXPECT_EQ(in_millilitres(3.2), "4 ml");
    EXPECT_EQ(in_millilitres(31.0), "35 ml");
}

TEST(Robot, ThereMustBeRoom) {
    RobotHead head;
    EXPECT_TRUE(check_layout(head, kCanvas, 32).ok());
    const Status crowded = check_layout(head, kCanvas, 33);
    ASSERT_FALSE(crowded.ok());
    EXPECT_NE(crowded.error().message.find("room for only 32 pots"), std::string::npos);
    head.wash_at = {220.0f, 80.0f};
    EXPECT_FALSE(check_layout(head, kCanvas, 1).ok());
    const Result<FittedPlan> beyond = fit_strokes(two_strokes(), {.canvas_at = {850.0f, 0.0f}}, Fit::Adapt);
    ASSERT_FALSE(beyond.ok());
    EXPECT_NE(beyond.error().message.find("does not lie within the head's reach"), std::string::npos);
}

}  // namespace
}  // namespace allaprima
