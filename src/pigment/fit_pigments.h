#pragma once
#include <array>
#include <span>
#include <string>
#include <vector>

namespace allaprima {

/// A film of paint drawn over a card that is black in one part and white in the other, and what was measured
/// there: reflectances, 0 to 1, the surface's gleam included, one for each band.
struct Drawdown {
    std::string name;
    std::vector<double> shares;                     ///< By mass, of each paint that is to be fitted; sum 1.
    std::array<std::vector<double>, 2> card, film;  ///< Over black, over white.
};

/// What is peculiar to one film, whatever it was mixed of.
struct FilmState {
    double thickness = 1.0;  ///< In units of the usual one.
    double gleam = 0.035;    ///< What its surface reflects: the Saunderson correction's k1.
};

/// How far things may stray from the usual, and how near a fit has to come.
struct FitSettings {
    double inner = 0.6;              ///< The Saunderson correction's k2.
    double card_gleam = 0.04;        ///< Its k1 for the card.
    FilmState usual;                 ///< Of the films.
    double noise = 0.01;             ///< Of the cube root of a reflectance; about a unit of L*.
    double density_spread = 0.5;     ///< Standard deviation of the logarithm, paint to paint,
    double thickness_spread = 0.15;  ///< the same, film to film,
    double weighing_spread = 0.15;   ///< and of the smallest part of a mixture;
    double gleam_spread = 0.008;     ///< of the gleam itself.
    double dilution_spread = 0.3;    ///< Of the exponents below.
    double optics_spread = 6.0;      ///< Of the logarithms of K and S: as good as unknown.
    int most_steps = 80;
    std::vector<double> band_weights;  ///< How much each band's error counts; empty: all alike.
    std::vector<int> kin;  ///< For each paint a number from 0 that paints of one dye share; empty: all alike.
};

/// Paints as Kubelka and Munk know them, fitted to drawdowns.
struct FittedPaints {
    double inner = 0.6, card_gleam = 0.04;
    /// K and S of each paint in each band: of a film of it of the usual thickness.
    std::vector<std::vector<double>> absorption, scattering;
    std::vector<double> density;   ///< Relative; what turns shares by mass into shares by volume.
    std::vector<double> dilution;  ///< A share v by volume acts as v^(1 + dilution): tints of some dyes fade.
};

/// Fits K, S and density of every paint to all the films at once, and each film's own thickness and gleam.
///
/// K and S of a mixture are the sums of its paints', by volume (Duncan, Proc. Phys. Soc. 52, 1940). Least
/// squares of cube roots of reflectances, by Levenberg and Marquardt's method; the bands hang together only
/// by what they have in common (densities, the films' states, errors of weighing), so that each is solved for
/// by itself (a Schur complement).
FittedPaints fit_paints(std::span<const Drawdown> films, int paints, const FitSettings& settings);

/// What a film of this mixture reflects over black and over white.
std::array<std::vector<double>, 2> predicted_film(const FittedPaints& paints, const Drawdown& film,
                                                  const FilmState& state);

/// What of a film's own state may be read off the film.
enum class Known { Nothing, Thickness, ThicknessAndGleam };

/// The state that explains a film best: likely in itself, and near to what was measured.
FilmState film_state(const FittedPaints& paints, const Drawdown& film, Known known,
                     const FitSettings& settings);

}  // namespace allaprima
