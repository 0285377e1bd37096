#include "pigment/fit_pigments.h"

#include <gtest/gtest.h>

#include <cmath>

namespace allaprima {
namespace {

/// Two paints, a white and a blue, in four bands.
FittedPaints truth() {
    return {.inner = 0.6,
            .card_gleam = 0.04,
            .absorption = {{0.05, 0.02, 0.02, 0.03}, {0.5, 6.0, 14.0, 10.0}},
            .scattering = {{12.0, 10.0, 8.0, 6.0}, {0.8, 0.6, 0.7, 0.9}},
            .density = {1.0, 1.0},
            .dilution = {0.0, 0.0}};
}

Drawdown drawn(const FittedPaints& paints, double blue, const FilmState& state) {
    Drawdown film{.name = "film", .shares = {1.0 - blue, blue}, .card = {}, .film = {}};
    film.card = {std::vector<double>(4, 0.05), std::vector<double>(4, 0.83)};
    film.film = predicted_film(paints, film, state);
    return film;
}

TEST(FitPigments, ForetellsAMixtureThatItHasNotSeen) {
    const FittedPaints paints = truth();
    std::vector<Drawdown> films;
    for (double blue : {0.0, 0.05, 0.2, 0.5, 0.9, 1.0})
        films.push_back(drawn(paints, blue, {}));
    const FittedPaints fitted = fit_paints(films, 2, {});
    const Drawdown unseen = drawn(paints, 0.1, {});
    const auto seen = predicted_film(fitted, unseen, {});
    for (size_t side = 0; side < 2; ++side)
        for (size_t band = 0; band < 4; ++band)
            EXPECT_NEAR(seen[side][band], unseen.film[side][band], 0.01) << side << " " << band;
}

TEST(FitPigments, ReadsAFilmsStateOffTheFilm) {
    const FittedPaints paints = truth();
    const FilmState state{.thickness = 0.7, .gleam = 0.02};
    const Drawdown film = drawn(paints, 0.05, state);
    FitSettings how;
    how.thickness_spread = how.gleam_spread = 10.0;
    const FilmState found = film_state(paints, film, Known::ThicknessAndGleam, how);
    EXPECT_NEAR(found.thickness, 0.7, 0.05);
    EXPECT_NEAR(found.gleam, 0.02, 0.003);
    const FilmState usual = film_state(paints, film, Known::Nothing, how);
    EXPECT_EQ(usual.thickness, 1.0);
}

TEST(FitPigments, AThickFilmLooksTheSameOverBlackAndWhite) {
    const Drawdown film = drawn(truth(), 0.5, {.thickness = 50.0, .gleam = 0.035});
    for (size_t band = 0; band < 4; ++band)
        EXPECT_NEAR(film.film[0][band], film.film[1][band], 1e-6);
}

}  // namespace
}  // namespace allaprima
