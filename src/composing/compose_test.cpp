#include "composing/compose.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "composing/make_reference.h"
#include "image/oklab.h"

namespace allaprima {
namespace {

constexpr Size kSize{96, 80};
constexpr Rgb kSkin{0.6f, 0.3f, 0.2f}, kWall{0.1f, 0.7f, 0.1f}, kMotif{0.05f, 0.05f, 0.9f};

/// A figure from the lower edge up, with a soft outline, and a photograph of it before a green wall.
struct Sitter {
    Photo photo;
    Image<float> figure{kSize};
    std::vector<Face> faces{{.box = {0.42f, 0.3f, 0.16f, 0.2f}}};
};

Sitter sitter(bool even = true) {
    Sitter made;
    made.photo.colour = Image<Rgb>(kSize);
    for (int y = 0; y < kSize.height; ++y)
        for (int x = 0; x < kSize.width; ++x) {
            const float from_outline =
                std::min(16.0f - std::fabs(static_cast<float>(x) - 47.5f), static_cast<float>(y) - 20.0f);
            const float alpha = std::clamp(0.5f + from_outline / 4.0f, 0.0f, 1.0f);
            const float grain = even ? 0.0f : 0.02f * static_cast<float>((7 * x + 13 * y) % 11);
            made.figure.at(x, y) = alpha;
            made.photo.colour.at(x, y) = lerp(kWall, kSkin + Rgb{grain, grain, grain}, alpha);
        }
    return made;
}

Photo plain(Rgb colour, Size size = {40, 30}) {
    Photo photo;
    photo.colour = Image<Rgb>(size, colour);
    return photo;
}

Motif motif_at(MotifPlace place, float veil = 0.3f, ShareRect box = {}) {
    Motif motif;
    motif.place = place;
    motif.veil = veil;
    motif.box = box;
    return motif;
}

Composition composed(const Sitter& sitter, const Brief& brief, const std::vector<Photo>& motifs,
                     int threads = 1) {
    SilentObserver observer;
    return compose_picture(sitter.photo, sitter.figure, {.faces = sitter.faces}, motifs, brief,
                           ThreadPool(threads), observer);
}

TEST(Compose, WithNothingAskedForThePhotographComesBack) {
    const Sitter s = sitter(false);
    for (const Backdrop backdrop : {Backdrop::Auto, Backdrop::Photograph}) {
        Brief brief;
        brief.backdrop = backdrop;
        const Composition result = composed(s, brief, {});
        EXPECT_EQ(result.photo, s.photo);
        EXPECT_EQ(make_reference(result.photo, brief), make_reference(s.photo, brief));
        EXPECT_EQ(result.sight.faces, s.faces);
        EXPECT_TRUE(result.warnings.empty());
    }
}

TEST(Compose, OpaquePixelsOfTheSubjectStayToTheBitAndNoMotifLiesOverThem) {
    const Sitter s = sitter(false);
    for (const MotifPlace place :
         {MotifPlace::Across, MotifPlace::Left, MotifPlace::Right, MotifPlace::Behind, MotifPlace::Box})
        for (const Backdrop backdrop : {Backdrop::Auto, Backdrop::Photograph, Backdrop::Plain}) {
            Brief brief;
            brief.backdrop = backdrop;
            brief.motifs = {motif_at(place, 0.3f, {0.0f, 0.0f, 1.0f, 1.0f})};
            const Composition result = composed(s, brief, {plain(kMotif)});
            ASSERT_EQ(result.photo.size(), kSize);
            for (size_t i = 0; i < s.figure.pixels().size(); ++i)
                if (s.figure.pixels()[i] >= 1.0f) {
                    ASSERT_EQ(result.photo.colour.pixels()[i], s.photo.colour.pixels()[i]) << i;
                }
        }
}

TEST(Compose, TheSoftEdgeKeepsNothingOfTheOldBackground) {
    const Sitter s = sitter();
    Brief brief;
    brief.ground = Rgb{0.5f, 0.5f, 0.5f};
    brief.backdrop = Backdrop::Plain;
    const Composition result = composed(s, brief, {});
    for (const Rgb& pixel : result.photo.colour.pixels())
        // Neither skin nor grey is greener than it is red by much; the wall is.
        EXPECT_LT(pixel.g - pixel.r, 0.06f);
}

TEST(Compose, ClothCoversTheBackground) {
    const Sitter s = sitter();
    for (const float folds : {0.0f, 0.5f, 1.0f})
        for (const bool repeat : {false, true}) {
            Brief brief;
            Motif cloth = motif_at(MotifPlace::Across, 0.0f);
            cloth.folds = folds;
            cloth.scale = 0.3f;
            cloth.repeat = repeat;
            brief.motifs = {cloth};
            const Composition result = composed(s, brief, {plain(kMotif)});
            int background = 0, covered = 0;
            for (size_t i = 0; i < s.figure.pixels().size(); ++i) {
                if (s.figure.pixels()[i] > 0.0f)
                    continue;
                ++background;
                const Rgb seen = result.photo.colour.pixels()[i];
                covered += seen.b > 2.0f * seen.g && seen.b > 2.0f * seen.r;
            }
            EXPECT_GE(covered, 0.95 * background) << folds << repeat;
        }
}

TEST(Compose, MotifsStandInTheirThird) {
    const Sitter s = sitter();
    for (const MotifPlace place : {MotifPlace::Left, MotifPlace::Right}) {
        Brief brief;
        brief.backdrop = Backdrop::Plain;
        brief.motifs = {motif_at(place, 0.0f)};
        const Image<Rgb> with = composed(s, brief, {plain(kMotif)}).photo.colour;
        const int near = place == MotifPlace::Left ? 12 : 83;
        EXPECT_GT(with.at(near, 70).b, 2.0f * with.at(near, 70).r);
        EXPECT_LT(with.at(95 - near, 70).b, 1.5f * with.at(95 - near, 70).g + 0.2f);
    }
}

/// A wide building with a tower at its right end, before nothing.
Photo building() {
    Photo photo = plain({0.1f, 0.1f, 0.8f}, {120, 40});
    photo.alpha = Image<float>(photo.size());
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 120; ++x)
            photo.alpha.at(x, y) = y >= 20 || x >= 110 ? 1.0f : 0.0f;
    return photo;
}

bool is_blue(Rgb seen) {
    return seen.b > 2.0f * seen.g && seen.b > 2.0f * seen.r;
}

TEST(Compose, TellsWhereEachMotifIsSeen) {
    const Sitter s = sitter();
    Brief brief;
    EXPECT_TRUE(composed(s, brief, {}).motifs.empty());
    brief.motifs = {motif_at(MotifPlace::Across), motif_at(MotifPlace::Right)};
    const Composition result = composed(s, brief, {plain(kMotif), plain({0.9f, 0.8f, 0.1f})});
    const std::vector<Image<float>>& seen = result.motifs;
    ASSERT_EQ(seen.size(), 2u);
    EXPECT_EQ(seen[0].size(), kSize);
    EXPECT_GT(seen[0].at(5, 40), 0.99f);
    EXPECT_EQ(seen[1].at(5, 40), 0.0f);
    EXPECT_GT(seen[1].at(84, 70), 0.9f);
    for (size_t i = 0; i < result.figure.pixels().size(); ++i)
        EXPECT_NEAR(seen[0].pixels()[i] + seen[1].pixels()[i], 1.0f - result.figure.pixels()[i], 1e-4f)
            << "the cloth is seen where nothing is before it, the figure hides both";
}

TEST(Compose, AWideMotifIsShownWholeUnlessItIsCropped) {
    const Sitter s = sitter();
    Brief brief;
    brief.backdrop = Backdrop::Plain;
    brief.motifs = {motif_at(MotifPlace::Right, 0.0f)};
    brief.motifs[0].softness = 0.0f;
    const auto shown = [&] { return composed(s, brief, {building()}).photo.colour; };
    const Image<Rgb> whole = shown();
    const int last = kSize.width - 2, above = kSize.height - 10;
    EXPECT_TRUE(is_blue(whole.at(last, kSize.height - 2)));
    EXPECT_TRUE(is_blue(whole.at(last, above))) << "the tower at its end";
    EXPECT_FALSE(is_blue(whole.at(last - 10, above)));
    brief.motifs[0].fit = MotifFit::Crop;
    brief.motifs[0].anchor = MotifAnchor::Left;
    const Image<Rgb> left = shown();
    brief.motifs[0].anchor = MotifAnchor::Highest;
    const Image<Rgb> tower = shown();
    EXPECT_NE(left, whole);
    EXPECT_NE(left, tower);
}

TEST(Compose, AGreyFigureTakesTheColourBehindItWhereItIsAsked) {
    Sitter s = sitter();
    for (Rgb& pixel : s.photo.colour.pixels())
        pixel = {pixel.g, pixel.g, pixel.g};
    Brief brief;
    brief.motifs = {motif_at(MotifPlace::Across, 0.0f)};
    const auto chroma = [&] {
        const Oklab seen = oklab_of_linear(composed(s, brief, {plain({0.5f, 0.1f, 0.1f})})
                                               .photo.colour.at(kSize.width / 2, kSize.height / 2));
        return std::hypot(seen.a, seen.b);
    };
    EXPECT_LT(chroma(), 1e-3f);
    brief.subject.tint = 0.5f;
    EXPECT_GT(chroma(), 0.01f);
}

TEST(Compose, AVeilTakesContrastAway) {
    const Sitter s = sitter();
    float last = 10.0f;
    for (const float veil : {0.0f, 0.3f, 0.7f, 1.0f}) {
        Brief brief;
        brief.motifs = {motif_at(MotifPlace::Behind, veil)};
        Photo stripes = plain({0.9f, 0.9f, 0.9f}, kSize);
        for (int y = 0; y < kSize.height; ++y)
            for (int x = 0; x < kSize.width; ++x)
                if (y / 20 % 2 == 0)
                    stripes.colour.at(x, y) = {0.02f, 0.02f, 0.02f};
        const Image<Rgb> with = composed(s, brief, {stripes}).photo.colour;
        const float contrast = distance(oklab_of_linear(with.at(5, 30)), oklab_of_linear(with.at(5, 50)));
        EXPECT_LT(contrast, last);
        last = contrast;
    }
    EXPECT_LT(last, 0.3f);
}

TEST(Compose, GivesTheSameForAnyNumberOfThreads) {
    const Sitter s = sitter(false);
    Brief brief;
    brief.motifs = {motif_at(MotifPlace::Across), motif_at(MotifPlace::Right),
                    motif_at(MotifPlace::Box, 0.3f, {0, 0, 0.4f, 0.4f})};
    brief.subject.scale = 0.8f;
    const std::vector<Photo> motifs = {plain(kMotif), sitter(false).photo, plain({0.8f, 0.1f, 0.1f})};
    const Composition one = composed(s, brief, motifs, 1), three = composed(s, brief, motifs, 3);
    EXPECT_EQ(one.photo, three.photo);
    EXPECT_EQ(one.figure, three.figure);
}

TEST(Compose, TheSubjectGoesIntoItsBoxAndItsFaceWithIt) {
    const Sitter s = sitter();
    Brief brief;
    brief.subject.box = ShareRect{0.0f, 0.5f, 0.5f, 0.5f};
    const Composition result = composed(s, brief, {});
    for (int y = 0; y < kSize.height; ++y)
        for (int x = 0; x < kSize.width; ++x)
            if (x > kSize.width / 2 + 2 || y < kSize.height / 2 - 2) {
                EXPECT_LT(result.figure.at(x, y), 0.2f) << x << ", " << y;
            }
    EXPECT_LT(result.sight.faces.front().box.x + result.sight.faces.front().box.width, 0.5f);
    EXPECT_GT(result.sight.faces.front().box.y, 0.4f);
    EXPECT_FLOAT_EQ(result.sight.faces.front().box.width / result.sight.faces.front().box.height,
                    0.16f / 0.2f);
}

TEST(Compose, HandsAreNotCutEither) {
    const Sitter s = sitter();
    Sights sight{.faces = s.faces};
    sight.others = {{.kind = Sighting::Kind::Hand,
                     .box = {0.7f, 0.6f, 0.1f, 0.1f},
                     .outline = {{0.7f, 0.6f}, {0.8f, 0.6f}, {0.8f, 0.7f}}}};
    Brief brief;
    brief.subject.box = ShareRect{0.6f, 0.0f, 1.0f, 1.0f};
    SilentObserver observer;
    const Composition kept = compose_picture(s.photo, s.figure, sight, {}, brief, ThreadPool(1), observer);
    const Sighting& hand = kept.sight.others.front();
    EXPECT_LE(hand.box.x + hand.box.width, 1.0f);
    EXPECT_FLOAT_EQ(hand.outline[1].x, hand.box.x + hand.box.width) << "the outline goes with the box";
}

TEST(Compose, HeadsAreCutOnlyWhereThatIsAllowed) {
    const Sitter s = sitter();
    Brief brief;
    brief.subject.box = ShareRect{0.6f, -0.6f, 1.0f, 1.0f};
    const Composition kept = composed(s, brief, {});
    ASSERT_EQ(kept.warnings.size(), 1u);
    EXPECT_NE(kept.warnings[0].find("head"), std::string::npos);
    EXPECT_GE(kept.sight.faces.front().box.y, 0.0f);
    EXPECT_LE(kept.sight.faces.front().box.x + kept.sight.faces.front().box.width, 1.0f);
    brief.subject.crop = true;
    EXPECT_LT(composed(s, brief, {}).sight.faces.front().box.y, 0.0f);
}

TEST(Compose, APictureOfAnotherShapeKeepsTheSubjectAsItIs) {
    const Sitter s = sitter(false);
    Brief brief;
    brief.backdrop = Backdrop::Plain;
    brief.output.size = Size{400, 200};
    const Composition result = composed(s, brief, {});
    ASSERT_EQ(result.photo.size(), (Size{160, 80}));
    EXPECT_EQ(result.photo.colour.at(48 + 32, 60), s.photo.colour.at(48, 60));
    EXPECT_TRUE(result.ground.has_value());
}

TEST(Compose, WithoutASubjectThereIsAWarning) {
    Sitter s = sitter();
    s.figure = Image<float>(kSize);
    Brief brief;
    brief.backdrop = Backdrop::Plain;
    const Composition result = composed(s, brief, {});
    EXPECT_EQ(result.photo, s.photo);
    EXPECT_EQ(result.warnings.size(), 1u);
}

TEST(Compose, ExtremeShapesWork) {
    for (const Size size : {Size{1, 1}, Size{3000, 1}, Size{1, 3000}, Size{5, 4}}) {
        Sitter s;
        s.photo = plain(kSkin, size);
        s.figure = Image<float>(size, 1.0f);
        Brief brief;
        brief.motifs = {motif_at(MotifPlace::Across), motif_at(MotifPlace::Left), motif_at(MotifPlace::Box)};
        brief.subject.scale = 3.0f;
        for (const Size motif : {Size{1, 1}, Size{2, 500}, Size{500, 2}})
            EXPECT_EQ(composed(s, brief, {plain(kMotif, motif), plain(kMotif, motif), plain(kMotif, motif)})
                          .photo.size(),
                      size);
    }
}

}  // namespace
}  // namespace allaprima
