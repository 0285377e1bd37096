#include "rendering/tooth.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "image/image.h"

namespace allaprima {
namespace {

constexpr std::array kSupports{Support::Linen, Support::Cotton, Support::Panel, Support::Paper};

const char* word(Support support) {
    return kSupportWords[static_cast<size_t>(support)];
}

TEST(Tooth, LiesAboutZeroWithinItsHeight) {
    for (Support support : kSupports) {
        const Tooth tooth(support);
        double sum = 0.0, rough = 0.0;
        constexpr int kSide = 400;
        for (int y = 0; y < kSide; ++y)
            for (int x = 0; x < kSide; ++x) {
                const float h =
                    tooth.height_at({static_cast<float>(x) * 0.23f, static_cast<float>(y) * 0.23f}, 0.05f);
                ASSERT_LT(std::fabs(h), 1.9f * tooth.height()) << word(support);
                sum += h;
                rough += std::fabs(h);
            }
        EXPECT_NEAR(sum / (kSide * kSide), 0.0, 0.1 * static_cast<double>(tooth.height())) << word(support);
        EXPECT_GT(rough / (kSide * kSide), 0.1 * static_cast<double>(tooth.height())) << word(support);
    }
}

TEST(Tooth, VanishesInCoarsePixelsInsteadOfAliasing) {
    for (Support support : kSupports)
        EXPECT_EQ(Tooth(support).height_at({12.3f, 45.6f}, 3.0f), 0.0f) << word(support);
}

TEST(Tooth, APanelIsSmootherThanCanvas) {
    EXPECT_LT(Tooth(Support::Panel).height(), 0.5f * Tooth(Support::Linen).height());
    EXPECT_LT(Tooth(Support::Cotton).height(), Tooth(Support::Linen).height());
}

/// The heights of a square of 60 mm, in pixels of 0.1 mm.
constexpr int kSide = 600;
constexpr float kToothPixelMm = 0.1f;
Image<float> grain_of(Support support) {
    const Tooth tooth(support);
    Image<float> heights({kSide, kSide});
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            heights.at(x, y) = tooth.height_at(
                Vec2{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f} * kToothPixelMm,
                kToothPixelMm);
    return heights;
}

/// How alike heights are at this way from each other, in pixels: 1 the same, 0 unrelated.
double likeness_at(const Image<float>& heights, int dx, int dy) {
    double products = 0.0, squares = 0.0;
    for (int y = 0; y < kSide - dy; ++y)
        for (int x = 0; x < kSide - dx; ++x) {
            products += heights.at(x, y) * heights.at(x + dx, y + dy);
            squares += heights.at(x, y) * heights.at(x, y);
        }
    return products / squares;
}

TEST(Tooth, EverySupportHasAGrainOfItsOwn) {
    for (Support a : kSupports)
        for (Support b : kSupports) {
            if (a == b)
                continue;
            const Image<float> first = grain_of(a), second = grain_of(b);
            double off = 0.0, all = 0.0;
            for (size_t i = 0; i < first.pixels().size(); ++i) {
                off += std::fabs(first.pixels()[i] - second.pixels()[i]);
                all += std::max(std::fabs(first.pixels()[i]), std::fabs(second.pixels()[i]));
            }
            EXPECT_GT(off, 0.5 * all) << word(a) << " and " << word(b);
        }
}

TEST(Tooth, AWeaveComesBackWithItsThreads) {
    // Half a thread on lie the hollows between threads; a whole one on, the next threads.
    for (const auto& [support, thread_mm] : {std::pair{Support::Linen, 0.62f}, {Support::Cotton, 0.48f}}) {
        const Image<float> heights = grain_of(support);
        const auto half = static_cast<int>(std::lround(0.5f * thread_mm / kToothPixelMm));
        const auto whole = static_cast<int>(std::lround(thread_mm / kToothPixelMm));
        EXPECT_GT(likeness_at(heights, whole, 0), likeness_at(heights, half, 0) + 0.1) << word(support);
        EXPECT_GT(likeness_at(heights, 0, whole), likeness_at(heights, 0, half) + 0.1) << word(support);
    }
}

TEST(Tooth, CottonIsSpunMoreEvenlyThanLinen) {
    auto after_ten_threads = [](Support support, float thread_mm) {
        return likeness_at(grain_of(support),
                           static_cast<int>(std::lround(10.0f * thread_mm / kToothPixelMm)), 0);
    };
    EXPECT_GT(after_ten_threads(Support::Cotton, 0.48f), after_ten_threads(Support::Linen, 0.62f));
}

TEST(Tooth, PaperHasNoDirectionAndAPanelIsBrushed) {
    const Image<float> paper = grain_of(Support::Paper), panel = grain_of(Support::Panel);
    EXPECT_NEAR(likeness_at(paper, 4, 0), likeness_at(paper, 0, 4), 0.05);
    EXPECT_GT(likeness_at(panel, 0, 20), likeness_at(panel, 20, 0) + 0.2) << "from top to bottom";
}

TEST(Tooth, GritIsFineAndWithoutDirectionAndGoneFromAfar) {
    const Tooth tooth;
    Vec2 sum, squares;
    constexpr int kPlaces = 4000;
    for (int i = 0; i < kPlaces; ++i) {
        const int column = i % 64, row = i / 64;
        const Vec2 grit =
            tooth.grit_at({0.37f * static_cast<float>(column), 0.41f * static_cast<float>(row)}, 0.05f);
        sum = sum + grit;
        squares = squares + Vec2{grit.x * grit.x, grit.y * grit.y};
    }
    EXPECT_NEAR(sum.x / kPlaces, 0.0f, 0.005f);
    EXPECT_NEAR(sum.y / kPlaces, 0.0f, 0.005f);
    EXPECT_GT(squares.x, 0.0f);
    EXPECT_NEAR(squares.x / squares.y, 1.0f, 0.15f);
    EXPECT_EQ(length(tooth.grit_at({12.3f, 4.5f}, 2.0f)), 0.0f);
}

}  // namespace
}  // namespace allaprima
