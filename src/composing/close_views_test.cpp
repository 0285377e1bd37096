#include "composing/close_views.h"

#include <gtest/gtest.h>

#include "composing/make_reference.h"
#include "image/filters.h"
#include "model/brief.h"

namespace allaprima {
namespace {

/// Stripes two pixels wide, which a reference of a quarter of the size cannot show.
Photo striped(Size size) {
    Photo photo;
    photo.colour = Image<Rgb>(size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            photo.colour.at(x, y) = x / 2 % 2 == 0 ? Rgb{0.9f, 0.5f, 0.2f} : Rgb{0.1f, 0.2f, 0.1f};
    return photo;
}

Reference small_reference(const Photo& photo) {
    Brief brief;
    brief.plan_size = photo.size().long_side() / 4;
    return make_reference(photo, brief);
}

TEST(CloseViews, ShowWhatTheReferenceCannot) {
    const Photo photo = striped({320, 240});
    const Reference reference = small_reference(photo);
    const std::vector<CloseView> views = close_views(photo, reference, {{{0.25f, 0.25f, 0.15f, 0.15f}}}, {});
    ASSERT_EQ(views.size(), 1u);
    const CloseView& view = views.front();
    EXPECT_EQ(view.finer, 4);
    EXPECT_EQ(view.colour.size(), (Size{4 * view.area.width(), 4 * view.area.height()}));
    EXPECT_GT(view.colour.at(40, 40).r, view.colour.at(42, 40).r + 0.3f);
}

TEST(CloseViews, AreTheReferenceFromAfar) {
    const Photo photo = striped({320, 240});
    Reference reference = small_reference(photo);
    for (Rgb& pixel : reference.colour.pixels())
        pixel = pixel * 0.8f + Rgb{0.0f, 0.05f, 0.1f};  // as a hand that sees it darker and colder
    const CloseView view = close_views(photo, reference, {{{0.25f, 0.25f, 0.15f, 0.15f}}}, {}).front();
    const Image<Rgb> reduced = resized(view.colour, {view.area.width(), view.area.height()});
    for (int y = 2; y < reduced.height() - 2; ++y)
        for (int x = 2; x < reduced.width() - 2; ++x)
            EXPECT_NEAR(reduced.at(x, y).b, reference.colour.at(view.area.x0 + x, view.area.y0 + y).b, 0.02f);
}

TEST(CloseViews, AreNotMadeOfWhatIsLostOrTransparentNorFinerThanUseful) {
    const Photo photo = striped({320, 240});
    const Reference reference = small_reference(photo);
    EXPECT_TRUE(close_views(photo, reference, {{{0.1f, 0.1f, 0.05f, 0.05f}}}, {}).empty()) << "four pixels";
    EXPECT_TRUE(close_views(photo, reference, {}, {}).empty());
    const Photo same = striped(reference.size());
    EXPECT_EQ(close_views(same, reference, {{{0.25f, 0.25f, 0.15f, 0.15f}}}, {}).front().finer, 2)
        << "strokes are finer than pixels";
    Photo cut_out = photo;
    cut_out.alpha = Image<float>(photo.size(), 0.5f);
    EXPECT_TRUE(close_views(cut_out, reference, {{{0.25f, 0.25f, 0.15f, 0.15f}}}, {}).empty());
}

TEST(CloseViews, OfHandsComeAfterTheFirstFace) {
    const Photo photo = striped({320, 240});
    const Reference reference = small_reference(photo);
    const Face first{.box = {0.1f, 0.1f, 0.1f, 0.1f}}, second{.box = {0.5f, 0.1f, 0.1f, 0.1f}};
    const Sighting hand{.box = {0.1f, 0.6f, 0.1f, 0.1f}},
        person{.kind = Sighting::Kind::Person, .box = {0.0f, 0.0f, 0.4f, 0.9f}};
    const std::vector<CloseView> views = close_views(photo, reference, {first, second}, {person, hand});
    ASSERT_EQ(views.size(), 3u);
    EXPECT_GT(views[1].area.y0, views[0].area.y1);
    EXPECT_EQ(views[2].area.y0, views[0].area.y0);
}

TEST(CloseViews, OfACrowdTakeNoMoreThanTheirShare) {
    const Photo photo = striped({320, 240});
    const Reference reference = small_reference(photo);
    const std::vector<Face> crowd(50, Face{.box = {0.2f, 0.2f, 0.1f, 0.15f}});
    double pixels = 0.0;
    for (const CloseView& view : close_views(photo, reference, crowd, {}))
        pixels += static_cast<double>(view.colour.size().area());
    EXPECT_LE(pixels, 1.5 * static_cast<double>(reference.size().area()));
}

}  // namespace
}  // namespace allaprima
