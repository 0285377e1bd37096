#include "pigment/kubelka_munk.h"

#include <gtest/gtest.h>

#include <cmath>

namespace allaprima {
namespace {

TEST(KubelkaMunk, AThickFilmIsItsMasstone) {
    for (double k : {0.0, 0.01, 1.0, 30.0})
        for (double s : {0.1, 5.0, 200.0})
            for (double beneath : {0.0, 0.5, 1.0})
                EXPECT_NEAR(film_reflectance(k, s, 1e5, beneath), masstone_reflectance(k, s), 1e-4)
                    << "K " << k << " S " << s << " over " << beneath;
}

TEST(KubelkaMunk, FloatsKeepTheirDigitsFromNearlyClearToNearlyBlack) {
    // K/S of measured paints goes up to 241.
    for (const double ratio : {1e-6, 1e-4, 0.01, 1.0, 10.0, 100.0, 241.0, 1000.0}) {
        const double k = 20.0 * ratio, s = 20.0;
        const double exact = 1.0 / (1.0 + ratio + std::sqrt(ratio * (ratio + 2.0)));
        const auto fk = static_cast<float>(k), fs = static_cast<float>(s);
        EXPECT_NEAR(masstone_reflectance(fk, fs) / exact, 1.0, 1e-6) << "K/S " << ratio;
        for (const double depth : {0.01, 0.5, 30.0}) {  // of b S X
            const double mm = depth / (s * std::sqrt(ratio * (ratio + 2.0)));
            for (const float beneath : {0.0f, 0.5f, 1.0f})
                EXPECT_NEAR(film_reflectance(fk, fs, static_cast<float>(mm), beneath) /
                                film_reflectance(k, s, mm, static_cast<double>(beneath)),
                            1.0, 2e-5)
                    << "K/S " << ratio << ", " << mm << " mm over " << beneath;
        }
    }
}

TEST(KubelkaMunk, NoFilmShowsWhatIsBeneath) {
    for (double beneath : {0.0, 0.3, 1.0})
        EXPECT_NEAR(film_reflectance(2.0, 3.0, 1e-12, beneath), beneath, 1e-6);
}

TEST(KubelkaMunk, TwoFilmsOfOnePaintAreOneOfBothThicknesses) {
    const double k = 1.5, s = 4.0, beneath = 0.8;
    const double first = film_reflectance(k, s, 0.1, beneath);
    EXPECT_NEAR(film_reflectance(k, s, 0.25, first), film_reflectance(k, s, 0.35, beneath), 1e-9);
}

TEST(KubelkaMunk, AClearFilmOnlyTakesAway) {
    // Without scattering to speak of, light passes twice through what absorbs it: e^(-2 K X).
    EXPECT_NEAR(film_reflectance(1.0, 1e-6, 0.4, 0.9), 0.9 * std::exp(-0.8), 1e-5);
}

TEST(KubelkaMunk, MoreAbsorptionIsDarker) {
    double last = 2.0;
    for (double k = 0.0; k < 20.0; k += 0.25) {
        const double next = film_reflectance(k, 3.0, 0.5, 0.6);
        EXPECT_LT(next, last);
        last = next;
    }
}

TEST(Surface, LightComesBackToWhatWasInside) {
    const Surface<double> surface{0.03, 0.65};
    for (double inside = 0.0; inside <= 1.0; inside += 0.1)
        EXPECT_NEAR(surface.inside(surface.seen(inside)), inside, 1e-12);
    EXPECT_NEAR(surface.seen(1.0), 1.0, 1e-12);
    EXPECT_NEAR(surface.seen(0.0), 0.03, 1e-12);
    EXPECT_EQ(surface.without_gleam(0.0), 0.0);
}

}  // namespace
}  // namespace allaprima
