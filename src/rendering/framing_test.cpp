#include "rendering/framing.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "image/colour.h"
#include "image/part_of.h"
#include "rendering/golden.h"

namespace allaprima {
namespace {

constexpr Vec2 kCanvas{80.0f, 60.0f};

/// The whole of a framed picture of even grey, handed on in bands of so many rows.
Image<Rgb> framed_grey(const Framing& framing, Size painting, int band, int threads = 1, Light light = {}) {
    const ThreadPool workers(threads);
    Image<Rgb> whole(framed_size(framing, painting, kCanvas));
    int next = 0;
    const RowSink take = [&](int first_row, const Picture& rows) {
        EXPECT_EQ(first_row, next);
        for (int y = 0; y < rows.size().height; ++y)
            std::ranges::copy(rows.colour.row(y), whole.row(first_row + y).begin());
        next += rows.size().height;
        return true;
    };
    const RowSink sink = framed_rows(framing, {.size = painting, .light = light}, kCanvas, workers, take);
    for (int row = 0; row < painting.height; row += band)
        EXPECT_TRUE(sink(
            row,
            {Image<Rgb>({painting.width, std::min(band, painting.height - row)}, {0.5f, 0.5f, 0.5f}), {}}));
    EXPECT_EQ(next, whole.height());
    return whole;
}

Framing some_framing(FrameKind kind) {
    return {.frame = kind, .frame_mm = 8.0, .mat_mm = 10.0};
}

TEST(Framing, NothingIsAroundWhatIsNotFramed) {
    EXPECT_FALSE(is_framed({}));
    EXPECT_FALSE(is_framed({.frame_mm = 30.0}));
    EXPECT_TRUE(is_framed({.mat_mm = 5.0}));
    EXPECT_EQ(framed_size({}, {80, 60}, kCanvas), (Size{80, 60}));
    EXPECT_EQ(framed_grey({}, {16, 12}, 5), Image<Rgb>({16, 12}, {0.5f, 0.5f, 0.5f}));
}

TEST(Framing, WidthsAreThoseOfTheCanvas) {
    EXPECT_EQ(border_of(some_framing(FrameKind::Oak), {160, 120}, kCanvas), (Border{16, 20}));
    EXPECT_EQ(border_of({.frame = FrameKind::Oak}, {96, 72}, {96.0f, 72.0f}), (Border{7, 0}));
    EXPECT_EQ(framed_size(some_framing(FrameKind::Oak), {160, 120}, kCanvas), (Size{232, 192}));
}

TEST(Framing, ThePaintingIsFoundInItsFrameAgain) {
    for (const FrameKind kind : {FrameKind::None, FrameKind::Black})
        for (int width = 20; width < 300; width += 7)
            for (const Size painting : {Size{width, width * 3 / 4}, Size{width, width}}) {
                const Framing framing{.frame = kind, .mat_mm = 7.3};
                EXPECT_EQ(size_in_frame(framing, framed_size(framing, painting, kCanvas), kCanvas), painting);
            }
    EXPECT_EQ(size_in_frame({}, {33, 20}, kCanvas), (Size{33, 20}));
    EXPECT_GT(size_in_frame(some_framing(FrameKind::Oak), {3, 1}, kCanvas).height, 0);
}

TEST(Framing, BandsAndThreadsMakeTheSamePicture) {
    const Framing framing = some_framing(FrameKind::Gilt);
    const Image<Rgb> whole = framed_grey(framing, {64, 48}, 48);
    EXPECT_EQ(framed_grey(framing, {64, 48}, 7, 2), whole);
}

TEST(Framing, PaintBeyondTheShadowStaysAsItIs) {
    const Framing framing = some_framing(FrameKind::White);
    const Image<Rgb> whole = framed_grey(framing, {160, 120}, 64);
    const int border = border_of(framing, {160, 120}, kCanvas).width();
    const auto at = [&](int x, int y) { return whole.at(border + x, border + y); };
    for (int y = 12; y < 108; ++y)
        for (int x = 12; x < 148; ++x)
            ASSERT_EQ(at(x, y), (Rgb{0.5f, 0.5f, 0.5f}));
    // The lamp stands above on the left: so fall the shadows.
    EXPECT_LT(at(0, 60).g, 0.45f);
    EXPECT_GT(at(159, 60).g, at(0, 60).g + 0.02f);
}

TEST(Framing, LooksLikeItsMaterial) {
    for (const FrameKind kind :
         {FrameKind::Oak, FrameKind::Walnut, FrameKind::Black, FrameKind::White, FrameKind::Gilt}) {
        const std::string name = std::string("frame-") + kFrameWords[static_cast<size_t>(kind)];
        const Image<Rgb> whole = framed_grey(some_framing(kind), {96, 72}, 72);
        EXPECT_EQ(testing::differs_from_golden(name, part_of(whole, {0, 0, 72, 72})), "");
    }
}

}  // namespace
}  // namespace allaprima
