#include "planning/mix_colours.h"

#include <algorithm>

#include "image/oklab.h"
#include "pigment/recipe_book.h"
#include "planning/break_colours.h"
#include "planning/level.h"
#include "planning/objective.h"
#include "planning/painted_picture.h"
#include "planning/solve_colours.h"
#include "planning/stroke_colours.h"
#include "planning/stroke_place.h"
#include "planning/view_frame.h"

namespace allaprima {
namespace {

/// How far colours for paint go from the smooth strokes, 0, to the bristled ones, 1: neither loses much.
constexpr float kBristleShare = 0.5f;
/// Rounds in which recipes are corrected by the picture that they give, and how far each goes.
constexpr int kRecipeRounds = 2;
constexpr float kRecipeGain = 0.7f;
constexpr int kIterations = 8;
constexpr double kDamping = 30.0;
/// Mean chroma, in Oklab, of pictures that are colourful enough for broken colour.
constexpr float kBreakableChroma = 0.02f;

/// Adds to a target what the painted picture is short of the reference.
void correct(Image<Rgb>& target, const Image<Rgb>& wanted, const Image<Rgb>& got, float share) {
    for (size_t i = 0; i < target.pixels().size(); ++i)
        target.pixels()[i] = target.pixels()[i] + (wanted.pixels()[i] - got.pixels()[i]) * share;
}

/// The whole picture and its close views, each a picture.
struct Pictures {
    Image<Rgb> whole;
    std::vector<Image<Rgb>> views;
};

Pictures wanted_of(const Reference& reference) {
    Pictures wanted{reference.colour, {}};
    for (const CloseView& view : reference.close_views)
        wanted.views.push_back(view.colour);
    return wanted;
}

/// What the plan looks like painted.
Pictures painted_of(const Plan& plan, const Reference& reference, const ThreadPool& workers) {
    return {painted_picture(plan, reference.size(), workers),
            painted_views(plan, reference.size(), reference.close_views, workers)};
}

void correct(Pictures& targets, const Pictures& wanted, const Pictures& got, float share) {
    correct(targets.whole, wanted.whole, got.whole, share);
    for (size_t v = 0; v < targets.views.size(); ++v)
        correct(targets.views[v], wanted.views[v], got.views[v], share);
}

/// A close view, its weights, and the strokes in it, of which its own may be changed.
class ViewToColour {
  public:
    /// @param focus of the reference. @param finer how finely each stroke was planned.
    ViewToColour(const CloseView& view, const Image<float>& focus, const std::vector<DraftStroke>& strokes,
                 const std::vector<float>& finer)
        : weight_(weight_of(view, focus)) {
        const Size size = view.colour.size();
        const auto own = [&](size_t i, const DraftStroke& seen) {
            return finer[i] == static_cast<float>(view.finer) && middle_lies_within(seen, size);
        };
        in_ = strokes_in(ViewFrame(view), size, strokes, finer, own);
    }

    /// Solves for the colours of its own strokes, all others being as they are.
    void solve(const Image<Rgb>& target, Rgb ground, std::vector<DraftStroke>& strokes,
               const ThreadPool& workers) {
        for (size_t k = 0; k < in_.of.size(); ++k)
            in_.strokes[k].colour = strokes[in_.of[k]].colour;
        Objective objective(target, weight_, ground, workers);
        solve_colours(in_.strokes, objective, kIterations, kDamping, in_.chosen);
        for_each_own([&](size_t i, const DraftStroke& seen) { strokes[i].colour = seen.colour; });
    }

    /// Visits its own strokes: the number of each, and how the view has it.
    template <typename Visit>
    void for_each_own(Visit visit) const {
        for (size_t k = 0; k < in_.of.size(); ++k)
            if (in_.chosen[k])
                visit(in_.of[k], in_.strokes[k]);
    }

  private:
    Image<float> weight_;
    StrokesInView in_;
};

/// What colours are solved for, and how.
class ColourSolver {
  public:
    ColourSolver(const std::vector<DraftStroke>& strokes, const Plan& plan, const Reference& reference,
                 const Study& study, const ThreadPool& workers)
        : reference_(reference), study_(study), workers_(workers) {
        std::vector<float> finer;
        finer.reserve(plan.strokes.size());
        for (const Stroke& stroke : plan.strokes)
            finer.push_back(1.0f + stroke.closer);
        views_.reserve(reference.close_views.size());
        for (const CloseView& view : reference.close_views)
            views_.emplace_back(view, study.focus, strokes, finer);
    }

    /// The strokes as they would have to be coloured for the smooth picture to be this one: all of them for
    /// the whole, and those of the close views for these.
    std::vector<DraftStroke> coloured_for(const Pictures& target, std::vector<DraftStroke> strokes) {
        Objective whole(target.whole, study_.focus, reference_.ground, workers_);
        solve_colours(strokes, whole, kIterations, kDamping);
        for (size_t v = 0; v < views_.size(); ++v)
            views_[v].solve(target.views[v], reference_.ground, strokes, workers_);
        return strokes;
    }

    const std::vector<ViewToColour>& views() const { return views_; }

  private:
    const Reference& reference_;
    const Study& study_;
    const ThreadPool& workers_;
    std::vector<ViewToColour> views_;
};

/// What is to be seen beneath each stroke, by the closest look at it.
std::vector<Rgb> colours_beneath(const std::vector<DraftStroke>& strokes, const Reference& reference,
                                 const ColourSolver& solver) {
    std::vector<Rgb> colours;
    colours.reserve(strokes.size());
    for (const DraftStroke& stroke : strokes)
        colours.push_back(colour_beneath(stroke, reference.colour));
    for (size_t v = 0; v < solver.views().size(); ++v)
        solver.views()[v].for_each_own([&](size_t i, const DraftStroke& seen) {
            colours[i] = colour_beneath(seen, reference.close_views[v].colour);
        });
    return colours;
}

/// How far colours can be broken without a grey picture becoming a coloured one, 0 to 1.
float breakable_share(const Image<Rgb>& reference) {
    return std::min(1.0f, colour_means(oklab_of_srgb(reference)).chroma / kBreakableChroma);
}

/// The strokes in the colours that the hand breaks theirs into.
std::vector<DraftStroke> as_broken(std::vector<DraftStroke> strokes, const Hand& hand,
                                   const Image<Rgb>& reference) {
    if (hand.broken <= 0.0f)
        return strokes;
    const std::vector<Rgb> broken = broken_colours(strokes, hand.broken * breakable_share(reference));
    for (size_t i = 0; i < strokes.size(); ++i)
        strokes[i].colour = broken[i];
    return strokes;
}

/// What the plan looks like smooth.
Pictures planned_of(const std::vector<DraftStroke>& strokes, const Reference& reference, const Study& study,
                    const ThreadPool& workers) {
    Objective smooth(reference.colour, study.focus, reference.ground, workers);
    // A close view is taken to be planned as it is wanted: its strokes were refined last, for it.
    Pictures planned = wanted_of(reference);
    smooth.evaluate(strokes, TileWork::Composite, &planned.whole);
    return planned;
}

/// Colours for the mean of the smooth and of the bristled picture.
void mix_plain(Plan& plan, const std::vector<DraftStroke>& strokes, const Reference& reference,
               const Study& study, const ThreadPool& workers) {
    Pictures target = wanted_of(reference);
    correct(target, planned_of(strokes, reference, study, workers), painted_of(plan, reference, workers),
            kBristleShare);
    ColourSolver solver(strokes, plan, reference, study, workers);
    set_colours(plan, as_broken(solver.coloured_for(target, strokes), plan.materials.hand, reference.colour));
}

}  // namespace

void mix_colours(Plan& plan, std::vector<DraftStroke> strokes, const Reference& reference, const Study& study,
                 ColourTarget solved_for, const ThreadPool& workers) {
    if (strokes.empty())
        return;
    const Palette& palette = plan.materials.palette;
    if (palette.plain() && solved_for == ColourTarget::Paint)
        return mix_plain(plan, strokes, reference, study, workers);
    ColourSolver solver(strokes, plan, reference, study, workers);
    const Pictures wanted = wanted_of(reference);
    strokes = solver.coloured_for(wanted, std::move(strokes));
    set_colours(plan, strokes);
    if (palette.plain())
        return;
    // What is hidden takes any colour in the plan, while in paint a brush may drag some of it along: its
    // recipe is for about what is to be seen there.
    const std::vector<Rgb> beneath = colours_beneath(strokes, reference, solver);
    for (size_t i = 0; i < strokes.size(); ++i)
        strokes[i].colour = near_to(beneath[i], strokes[i].colour);
    strokes = solver.coloured_for(wanted, std::move(strokes));
    const std::vector<float> chroma = most_chroma(strokes, reference.colour);
    const RecipeBook book(palette);
    set_recipes(plan, held(strokes, chroma), book, workers);
    if (solved_for == ColourTarget::Plan)
        return;
    Pictures target = wanted;
    for (int round = 0; round < kRecipeRounds; ++round) {
        correct(target, wanted, painted_of(plan, reference, workers), kRecipeGain);
        set_recipes(plan, held(solver.coloured_for(target, strokes), chroma), book, workers);
    }
    if (plan.materials.hand.broken > 0.0f) {
        const std::vector<DraftStroke> broken = as_broken(held(solver.coloured_for(target, strokes), chroma),
                                                          plan.materials.hand, reference.colour);
        set_colours(plan, broken);
        set_recipes(plan, broken, book, workers);
    }
}

}  // namespace allaprima
