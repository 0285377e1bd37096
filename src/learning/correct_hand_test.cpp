#include "learning/correct_hand.h"

#include <gtest/gtest.h>

#include <cmath>

#include "briefs/gather_materials.h"

namespace allaprima {
namespace {

constexpr PaintingMeasures kWanted{.width = 0.004f,
                                   .length = 0.03f,
                                   .coherence = 0.5f,
                                   .curvature = 0.3f,
                                   .relief = 0.01f,
                                   .broken = 0.008f,
                                   .darkest = 0.3f,
                                   .middle = 0.6f,
                                   .lightest = 0.8f,
                                   .chroma = 0.04f,
                                   .light_warmth = 0.01f,
                                   .shadow_warmth = -0.01f};

const Hand kHand{.strokes = 2000.0f, .eddy = 3.0f, .waver = 20.0f, .middle = 0.6f, .broken = 0.01f};

/// What becomes of the hand when its painting differs in one measure.
Hand after(float PaintingMeasures::*measure, float times) {
    PaintingMeasures painted = kWanted;
    painted.*measure *= times;
    return corrected(kHand, painted, kWanted);
}

TEST(CorrectHand, NothingChangesWhereAllIsMet) {
    EXPECT_EQ(corrected(kHand, kWanted, kWanted), kHand);
    EXPECT_EQ(distance_of(kWanted, kWanted), 0.0f);
}

TEST(CorrectHand, EachMeasureMovesItsSettingTowardsTheModel) {
    EXPECT_LT(after(&PaintingMeasures::width, 0.8f).strokes, kHand.strokes) << "broader strokes, so fewer";
    EXPECT_GT(after(&PaintingMeasures::coherence, 1.2f).waver, kHand.waver);
    EXPECT_LT(after(&PaintingMeasures::coherence, 0.9f).waver, kHand.waver);
    EXPECT_GT(after(&PaintingMeasures::curvature, 1.2f).eddy, kHand.eddy) << "broad eddies turn slowly";
    EXPECT_GT(after(&PaintingMeasures::relief, 0.8f).relief, kHand.relief);
    EXPECT_LT(after(&PaintingMeasures::broken, 1.2f).broken, kHand.broken);
    EXPECT_GT(after(&PaintingMeasures::middle, 0.9f).middle, kHand.middle);
}

TEST(CorrectHand, AMotifKeepsEdgesAndLosesTouches) {
    Image<Rgb> painting({256, 16});
    for (int y = 0; y < 16; ++y)
        for (int x = 0; x < 256; ++x) {
            const float grey = (x < 128 ? 0.25f : 0.75f) + (x / 2 % 2 ? 0.03f : -0.03f);
            painting.at(x, y) = {grey, grey, grey};
        }
    const Image<Rgb> motif = motif_of(painting);
    EXPECT_LT(std::fabs(motif.at(256, 32).g - motif.at(264, 32).g), 0.02f);
    EXPECT_GT(motif.at(530, 32).g - motif.at(490, 32).g, 0.4f);
}

/// Shaded, with a bar: a narrow picture, which is soon painted.
Image<Rgb> small_motif() {
    Image<Rgb> motif({320, 8});
    for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 320; ++x) {
            const float u = static_cast<float>(x) / 320.0f;
            motif.at(x, y) =
                x / 40 % 3 == 1 ? Rgb{0.2f, 0.25f, 0.4f} : Rgb{0.3f + 0.5f * u, 0.5f, 0.6f - 0.3f * u};
        }
    return motif;
}

TEST(CorrectHand, ComesNearerToAPaintingOfAKnownHand) {
    Hand known;
    known.palette = "rgb";  // soon mixed
    known.strokes = 120.0f;
    known.range = 1.0f;
    known.darkest = 0.4f;
    known.middle = 0.65f;
    known.lightest = 0.85f;
    known.tint = 1.0f;
    known.broken = 0.04f;
    known.ground = Rgb{0.3f, 0.25f, 0.2f};
    const Materials materials = gather_materials(known).value();
    const ThreadPool workers(2);
    SilentObserver silent;
    const Image<Rgb> motif = small_motif();
    const auto measured = [&](const Hand& hand) {
        return measure_painting(painted_by(hand, motif, materials, workers, silent));
    };
    const PaintingMeasures wanted = measured(known);
    Hand guess = known;
    guess.middle = 0.5f;
    guess.darkest = 0.3f;
    guess.broken = 0.01f;
    const Hand learned = corrected_by_painting(guess, motif, wanted, materials, workers, silent);
    EXPECT_LT(distance_of(measured(learned), wanted), 0.8f * distance_of(measured(guess), wanted));
}

class Stopped final : public Observer {
  public:
    void progress(std::string_view, double) override {}
    bool stop_requested() const override { return true; }
};

TEST(CorrectHand, AStopLeavesTheHandAsItWas) {
    const Hand hand;
    const Materials materials = gather_materials(hand).value();
    Stopped stopped;
    EXPECT_EQ(corrected_by_painting(hand, small_motif(), kWanted, materials, ThreadPool(1), stopped), hand);
}

}  // namespace
}  // namespace allaprima
