#include "planning/plan_painting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "image/metrics.h"
#include "planning/objective.h"
#include "planning/painted_picture.h"
#include "planning/schedule.h"
#include "planning/seeding.h"
#include "seeing/study_reference.h"

namespace allaprima {
namespace {

/// A disc, a bar and a shaded ground: something with edges, corners and gradients.
Reference still_life(Size size) {
    Reference reference;
    reference.colour = Image<Rgb>(size);
    reference.ground = {0.5f, 0.45f, 0.4f};
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const float u = static_cast<float>(x) / static_cast<float>(size.width);
            const float v = static_cast<float>(y) / static_cast<float>(size.height);
            Rgb c{0.3f + 0.3f * u, 0.4f, 0.6f - 0.3f * v};
            if (std::hypot(u - 0.4f, v - 0.5f) < 0.2f)
                c = {0.9f, 0.8f - v, 0.2f};
            if (std::fabs(u - 0.8f) < 0.05f)
                c = {0.1f, 0.1f, 0.15f};
            reference.colour.at(x, y) = c;
        }
    return reference;
}

const Materials kPlain = Plan{}.materials;
const Hand kFaithful{.flow = 0.0f,
                     .calm = 0.0f,
                     .reach = 0.0f,
                     .opacity = 0.0f,
                     .taper = 0.0f,
                     .fading = true,
                     .likeness = true,
                     .width = 0.26f,
                     .spacing = 3.0f,
                     .blur = 0.3f};

struct Work {
    Reference reference = still_life({96, 72});
    Study study = study_reference(reference, {}, {Focus::Auto});
    Brief brief;
    Materials materials = kPlain;

    explicit Work(int strokes) { brief.strokes = strokes; }

    Plan plan(
        int threads = 2, const PlanState& from = {}, const Checkpoint& checkpoint = [](const PlanState&) {}) {
        const ThreadPool workers(threads);
        SilentObserver silent;
        return plan_painting({reference, study, brief, materials}, from, workers, silent, checkpoint);
    }

    /// Of all its rounds, before colours are mixed.
    double best_psnr() {
        const ThreadPool workers(2);
        Objective objective(reference.colour, study.focus, reference.ground, workers);
        double best = 0.0;
        plan(2, {}, [&](const PlanState& state) {
            best = std::max(best, objective.psnr(objective.evaluate(strokes_of(state), TileWork::Composite)));
        });
        return best;
    }
};

void expect_valid(const Plan& plan, int most) {
    EXPECT_LE(static_cast<int>(plan.strokes.size()), most);
    EXPECT_GE(plan.strokes.size(), 1u);
    int in_passes = 0;
    for (const Pass& pass : plan.passes)
        in_passes += pass.strokes;
    EXPECT_EQ(in_passes, static_cast<int>(plan.strokes.size()));
    for (const Stroke& s : plan.strokes) {
        for (const Vec2& p : s.path.points)
            EXPECT_TRUE(std::isfinite(p.x) && std::isfinite(p.y));
        EXPECT_GT(s.width_start, 0.0f);
        EXPECT_GT(s.width_end, 0.0f);
        for (float share :
             {s.opacity, s.load, s.softness, s.paint.colour.r, s.paint.colour.g, s.paint.colour.b}) {
            EXPECT_GE(share, 0.0f);
            EXPECT_LE(share, 1.0f);
        }
    }
}

TEST(PlanPainting, StrokesArePlannedForTheToolsThatThereAre) {
    Work work(30);
    const float pixel = work.reference.pixel_mm;
    work.materials.tools = {{4.0f * pixel, 6.0f * pixel}, {14.0f * pixel, 22.0f * pixel}};
    const Plan plan = work.plan();
    size_t fine = 0;
    for (const Stroke& stroke : plan.strokes) {
        const float low = std::min(stroke.width_start, stroke.width_end) / pixel,
                    high = std::max(stroke.width_start, stroke.width_end) / pixel;
        const bool by_fine = low > 3.999f && high < 6.001f;
        EXPECT_TRUE(by_fine || (low > 13.999f && high < 22.001f)) << low << " to " << high;
        fine += by_fine ? 1 : 0;
    }
    EXPECT_GT(fine, 0u);
    EXPECT_LT(fine, plan.strokes.size());
}

TEST(PlanPainting, GivesAnyNumberOfStrokes) {
    for (int strokes : {1, 2, 3, 7, 150})
        expect_valid(Work(strokes).plan(), strokes);
}

TEST(PlanPainting, SamePlanOnAnyNumberOfThreads) {
    const Plan one = Work(60).plan(1);
    EXPECT_EQ(one, Work(60).plan(2));
    EXPECT_EQ(one, Work(60).plan(3));
}

TEST(PlanPainting, AnotherSeedGivesAnotherPlan) {
    Work other(60);
    other.brief.seed = 2;
    EXPECT_NE(Work(60).plan(), other.plan());
}

TEST(PlanPainting, StrokesInFocusAreBlendedAsFarAsTheyAreBroad) {
    EXPECT_EQ(blending(0.02f), 1.0f) << "a few hundred strokes";
    EXPECT_EQ(blending(0.003f), 0.0f) << "ten thousand";
    for (float half = 0.001f; half < 0.02f; half += 0.001f)
        EXPECT_LE(blending(half), blending(half + 0.001f));
    const Plan plan = Work(15).plan();
    EXPECT_TRUE(std::ranges::any_of(plan.strokes, [](const Stroke& s) { return s.fade > 0.0f; }));
}

TEST(PlanPainting, FaithfulHandComesNearerAndLetsBordersFade) {
    const auto fading = [](const Plan& plan) {
        return std::count_if(plan.strokes.begin(), plan.strokes.end(),
                             [](const Stroke& s) { return s.fade > 0.0f; });
    };
    Work painterly(15), faithful(15);
    faithful.materials.hand = kFaithful;
    // In focus the painterly hand blends as well.
    for (Work* work : {&painterly, &faithful})
        work->study = study_reference(work->reference, {}, {Focus::None});
    EXPECT_GT(faithful.best_psnr(), painterly.best_psnr() + 0.5);
    EXPECT_EQ(fading(painterly.plan()), 0);
    EXPECT_GT(fading(faithful.plan()), 0);
}

/// Means over a plan's strokes: width, length in widths, the arc's rise over the length, and cos² to a level
/// line.
struct Habitus {
    double width = 0.0, length = 0.0, curvature = 0.0, level = 0.0;
};
Habitus habitus(const Plan& plan) {
    Habitus sum;
    for (const Stroke& s : plan.strokes) {
        const Vec2 chord = s.path.points[2] - s.path.points[0];
        const float l = length(chord) + 1e-3f, width = 0.5f * (s.width_start + s.width_end);
        sum.width += width;
        sum.length += l / width;
        sum.curvature += length(s.path.at(0.5f) - (s.path.points[0] + s.path.points[2]) * 0.5f) / l;
        sum.level += chord.x * chord.x / (l * l);
    }
    const auto n = static_cast<double>(plan.strokes.size());
    return {sum.width / n, sum.length / n, sum.curvature / n, sum.level / n};
}
Habitus habitus_of(const Hand& hand) {
    Work work(60);
    work.materials.hand = hand;
    return habitus(work.plan());
}

TEST(PlanPainting, TheHandsWidthLengthAndCurveShowInItsStrokes) {
    Hand small{.width = 0.4f, .keep_width = 3.0f}, broad = small;
    broad.width = 0.9f;
    EXPECT_GT(habitus_of(broad).width, 1.5 * habitus_of(small).width);
    Hand dabs{.keep_width = 1.0f, .length = 1.3f, .keep_length = 3.0f}, sweeps = dabs;
    sweeps.length = 6.0f;
    EXPECT_GT(habitus_of(sweeps).length, 2.0 * habitus_of(dabs).length);
    Hand straight{.calm = 2.0f}, commas = straight;
    commas.curvature = 0.2f;
    EXPECT_GT(habitus_of(commas).curvature, habitus_of(straight).curvature + 0.08);
}

TEST(PlanPainting, HatchingLeadsStrokesAlongTheSlant) {
    Hand level{.flow = 2.0f, .slant = 0.0f, .hatching = 10.0f}, upright = level;
    upright.slant = 90.0f;
    EXPECT_GT(habitus_of(level).level, 0.7);
    EXPECT_LT(habitus_of(upright).level, 0.3);
}

TEST(PlanPainting, GoesOnFromAnyRoundToTheSamePlan) {
    std::vector<PlanState> states;
    const Plan whole = Work(60).plan(2, {}, [&](const PlanState& state) { states.push_back(state); });
    ASSERT_GT(states.size(), 5u);
    for (size_t i : {size_t{0}, states.size() / 2, states.size() - 1})
        EXPECT_EQ(Work(60).plan(1, states[i]), whole) << "from round " << i + 1;
}

/// The disc's upper half, seen three times as closely, with lines in it that the reference cannot show.
Work with_close_view(int strokes) {
    Work work(strokes);
    const PixelRect area{20, 15, 52, 40};
    CloseView view{area, 3, Image<Rgb>({3 * area.width(), 3 * area.height()})};
    for (int y = 0; y < view.colour.height(); ++y)
        for (int x = 0; x < view.colour.width(); ++x) {
            const Rgb there = work.reference.colour.at(area.x0 + x / 3, area.y0 + y / 3);
            view.colour.at(x, y) = there * (x / 4 % 2 == 0 ? 1.2f : 0.8f);
        }
    work.reference.close_views = {std::move(view)};
    return work;
}

TEST(PlanPainting, WhatIsSeenCloselyIsPaintedAsFinely) {
    Work close = with_close_view(80), far = close;
    far.reference.close_views.clear();
    const CloseView& view = close.reference.close_views.front();
    const auto error = [&](const Plan& plan) {
        return psnr(painted_views(plan, close.reference.size(), {&view, 1}, ThreadPool(2)).front(),
                    view.colour);
    };
    const Plan closely = close.plan(), from_afar = far.plan();
    EXPECT_GT(error(closely), error(from_afar) + 1.0);
    EXPECT_EQ(closely.strokes.size(), 80u);
    EXPECT_EQ(closely.passes.back().name, "features");
    EXPECT_EQ(closely.strokes.back().closer, 2.0f);
    EXPECT_EQ(from_afar.strokes.size(), 80u);
}

TEST(PlanPainting, CloseViewsGoOnFromAnyRoundToTheSamePlan) {
    std::vector<PlanState> states;
    const Plan whole = with_close_view(60).plan(2, {}, [&](const PlanState& s) { states.push_back(s); });
    for (size_t i : {states.size() - 2, states.size() - 4, states.size() - 6})
        EXPECT_EQ(with_close_view(60).plan(1, states[i]), whole) << "from round " << i + 1;
}

TEST(PlanPainting, GoesOnOnlyFromWhatItCouldHaveLeft) {
    Work work(5);
    PlanState good;
    work.plan(2, {}, [&](const PlanState& state) { good = state; });
    ASSERT_TRUE(can_go_on_from(good, work.reference, {}, work.brief, {}));
    const auto spoilt = [&](const auto& spoil) {
        PlanState state = good;
        DraftStroke first = strokes_of(state).front();
        spoil(state, first);
        std::ranges::copy(parameters(first), state.parameters.begin());
        return can_go_on_from(state, work.reference, {}, work.brief, {});
    };
    EXPECT_TRUE(spoilt([](PlanState&, DraftStroke&) {}));
    EXPECT_FALSE(spoilt([](PlanState&, DraftStroke& stroke) { stroke.half_width[1] = 0.0f; }));
    EXPECT_FALSE(spoilt([](PlanState&, DraftStroke& stroke) { stroke.fade = -2.5f; }));
    EXPECT_FALSE(spoilt([](PlanState& state, DraftStroke&) { state.rounds_done = 1000; }));
    EXPECT_FALSE(spoilt([](PlanState& state, DraftStroke&) { state.born[0] = 1000; }));
    EXPECT_FALSE(spoilt([](PlanState& state, DraftStroke&) { state.parameters.push_back(0.0f); }));
}

/// The mean squared error of a plan of few strokes in a box in which errors count so many times as much.
double error_in_focus(float weight) {
    Work work(40);
    const ShareRect box{0.55f, 0.2f, 0.35f, 0.6f};
    FocusWishes wishes{.focus = Focus::None};
    wishes.marks = {{{.kind = Region::Kind::Box, .box = box}, weight}};
    // Stripes everywhere: the number of strokes tells how near they come.
    for (int y = 0; y < 72; ++y)
        for (int x = 0; x < 96; ++x)
            work.reference.colour.at(x, y) =
                work.reference.colour.at(x, y) * (0.6f + 0.4f * static_cast<float>((x + y) / 6 % 2));
    work.study = study_reference(work.reference, {}, wishes);
    std::vector<DraftStroke> drafts;
    work.plan(2, {}, [&](const PlanState& state) { drafts = strokes_of(state); });
    const ThreadPool workers(2);
    Image<float> inside({96, 72});
    for (int y = 15; y < 57; ++y)
        for (int x = 53; x < 86; ++x)
            inside.at(x, y) = 1.0f;
    Objective objective(work.reference.colour, inside, work.reference.ground, workers);
    return objective.evaluate(drafts, TileWork::Composite).loss;
}

TEST(PlanPainting, TheMoreErrorsCountTheNearerItComes) {
    const double alike = error_in_focus(1.0f), more = error_in_focus(3.0f), most = error_in_focus(10.0f);
    EXPECT_LT(more, 0.7 * alike);
    EXPECT_LT(most, 0.9 * more);
}

TEST(PlanPainting, MoreStrokesComeNearer) {
    double before = 0.0;
    for (int strokes : {5, 30, 150}) {
        const double best = Work(strokes).best_psnr();
        EXPECT_GT(best, before + 1.0) << strokes;
        before = best;
    }
    EXPECT_GT(before, 33.0);
}

TEST(PlanPainting, StopsOnceItIsLikeEnough) {
    Work work(5000);
    work.brief.target_psnr = 24.0;
    const Plan rough = work.plan();
    work.brief.target_psnr = 36.0;
    const Plan close = work.plan();
    EXPECT_LT(rough.strokes.size(), close.strokes.size());
    EXPECT_LT(close.strokes.size(), 2000u);
}

TEST(PlanPainting, KeepsWhatIsPaintedWhenTimeIsUp) {
    Work work(2000);
    work.brief.seconds = 0.05;
    expect_valid(work.plan(), 2000);
}

/// Asks for a stop after so many questions.
class Impatient final : public Observer {
  public:
    explicit Impatient(int patience) : left_(patience) {}
    void progress(std::string_view, double share) override {
        EXPECT_GE(share, 0.0);
        EXPECT_LE(share, 1.0 + 1e-9);
    }
    bool stop_requested() const override { return --left_ < 0; }

  private:
    mutable int left_;
};

TEST(PlanPainting, KeepsWhatIsPaintedWhenStopped) {
    Work work(200);
    Impatient observer(100);
    const Plan plan = plan_painting({work.reference, work.study, work.brief, work.materials}, {},
                                    ThreadPool(2), observer, [](const PlanState&) {});
    expect_valid(plan, 199);
}

TEST(PlanPainting, PicturesOfAnyShapeWork) {
    for (Size size : {Size{1, 1}, Size{300, 1}, Size{1, 300}, Size{17, 33}}) {
        Work work(12);
        work.reference = still_life(size);
        work.study = study_reference(work.reference, {}, {Focus::Auto});
        expect_valid(work.plan(), 12);
    }
}

TEST(PlanPainting, OfACutOutNothingIsPaintedForWhatLiesBesideIt) {
    Work work(80);
    const Size size = work.reference.size();
    work.reference.ground = {0.0f, 1.0f, 0.0f};
    work.reference.transparent_ground = true;
    work.reference.alpha = Image<float>(size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width / 2; ++x)
            work.reference.alpha.at(x, y) = 1.0f;
    work.study = study_reference(work.reference, {}, {Focus::Auto});
    const Plan plan = work.plan();
    EXPECT_TRUE(plan.transparent);
    EXPECT_EQ(plan.outline, work.reference.alpha);
    int beside = 0;
    for (const Stroke& stroke : plan.strokes) {
        const auto& p = stroke.path.points;
        beside += p[0].x * 0.25f + p[1].x * 0.5f + p[2].x * 0.25f > 0.6f * plan.width_mm;
    }
    EXPECT_LE(beside, 2) << "of " << plan.strokes.size();
}

TEST(Schedule, NeverAsksForMoreThanWasAskedAndEndsThere) {
    for (int strokes : {1, 5, 8, 1000, 100000})
        for (const auto& rounds :
             {schedule({512, 340}, strokes, 4, Hand{}), schedule({512, 340}, strokes, 4, kFaithful),
              schedule_until_good({512, 340}, strokes, 4, Hand{})}) {
            EXPECT_EQ(rounds.back().strokes, strokes);
            for (const Round& round : rounds) {
                EXPECT_GE(round.strokes, 1);
                EXPECT_LE(round.strokes, strokes);
                EXPECT_LT(round.level, 4);
                EXPECT_GT(round.seeding.half_width, 0.0f);
            }
        }
}

}  // namespace
}  // namespace allaprima
