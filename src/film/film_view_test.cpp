#include "film/film_view.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace allaprima {
namespace {

FilmFrame seen(const Image<Rgb>& picture, const View& view, Size size, int threads = 1) {
    FilmFrame frame(size);
    look_through(picture, view, ThreadPool(threads), frame);
    return frame;
}

Image<Rgb> waves(Size size, double lengths) {
    Image<Rgb> picture(size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const auto v =
                static_cast<float>(0.5 + 0.4 * std::sin(2.0 * 3.14159265 * lengths * (x + 0.5) / size.width));
            picture.at(x, y) = {v, 0.25f, 1.0f - v};
        }
    return picture;
}

TEST(FilmView, OfTheSameSizeChangesNothing) {
    const Image<Rgb> picture = waves({64, 32}, 8.0);
    FilmFrame copied({64, 32});
    const PixelRect all{0, 0, 64, 32};
    copy_areas(picture, std::span(&all, 1), copied);
    EXPECT_EQ(seen(picture, View{}, {64, 32}).samples, copied.samples);
    EXPECT_EQ(copied.row(3)[1], 64);
}

TEST(FilmView, CopiesAreasAlone) {
    FilmFrame frame({8, 4});
    const PixelRect area{2, 1, 4, 2};
    copy_areas(Image<Rgb>({8, 4}, Rgb{1.0f, 1.0f, 1.0f}), std::span(&area, 1), frame);
    EXPECT_EQ(std::ranges::count(frame.samples, 255), 6);
    EXPECT_EQ(frame.row(1)[6], 255);
}

TEST(FilmView, KeepsAFlatPictureFlatWhereverItLooks) {
    const Image<Rgb> picture({50, 40}, Rgb{0.2f, 0.4f, 0.6f});
    for (const View& view : {View{}, View{0.3125, 0.6875, 0.625}, View{0.5123, 0.4777, 0.8}}) {
        const FilmFrame frame = seen(picture, view, {31, 25});
        for (size_t i = 0; i < frame.samples.size(); i += 3) {
            EXPECT_EQ(frame.samples[i], 51);
            EXPECT_EQ(frame.samples[i + 1], 102);
            EXPECT_EQ(frame.samples[i + 2], 153);
        }
    }
}

TEST(FilmView, ShowsTheMiddleOfAViewInTheMiddle) {
    // A wave that is four frames long: its value tells the place.
    const Image<Rgb> picture = waves({800, 40}, 0.25);
    for (const double x : {0.35, 0.5, 0.6001}) {
        const FilmFrame frame = seen(picture, {x, 0.5, 0.625}, {501, 25});
        EXPECT_NEAR(frame.row(12)[3 * 250], 255.0 * (0.5 + 0.4 * std::sin(2.0 * 3.14159265 * 0.25 * x)), 1.0);
    }
}

TEST(FilmView, IsAsSharpBetweenPixelsAsOnThem) {
    const Image<Rgb> picture = waves({160, 16}, 20.0);
    const auto contrast = [&](double x) {
        const FilmFrame frame = seen(picture, {x, 0.5, 0.625}, {100, 10});
        int low = 255, high = 0;
        for (int i = 20; i < 80; ++i) {
            low = std::min<int>(low, frame.row(5)[3 * i]);
            high = std::max<int>(high, frame.row(5)[3 * i]);
        }
        return high - low;
    };
    EXPECT_NEAR(contrast(0.5), contrast(0.5 + 0.5 / 160.0), 20);
}

TEST(FilmView, DoesNotDependOnTheNumberOfThreads) {
    const Image<Rgb> picture = waves({160, 160}, 20.0);
    const View view{0.51, 0.47, 0.7};
    EXPECT_EQ(seen(picture, view, {100, 100}, 1).samples, seen(picture, view, {100, 100}, 3).samples);
}

}  // namespace
}  // namespace allaprima
