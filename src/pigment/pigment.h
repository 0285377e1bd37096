#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pigment/spectrum.h"

namespace allaprima {

/// Paint as it comes from the tube, as Kubelka and Munk see it.
struct Pigment {
    std::string name;
    std::string colour_index;  ///< The Colour Index name of what is in it, such as "PB29"; may be empty.
    std::string source;        ///< Where its numbers come from.
    Spectrum absorption{};     ///< K, per millimetre of film; not negative.
    Spectrum scattering{};     ///< S, per millimetre of film; positive.

    bool operator==(const Pigment&) const = default;
};

/// The paints whose K and S were measured, in the order of the table.
///
/// "heavy body": 19 artists' paints by R. S. Berns (Rochester Institute of Technology), relative to the
/// scattering of titanium white, here taken as 250 per millimetre. "oil": nineteenth-century oil paints,
/// reconstructed and measured for the project Revigo (Geldof, Proaño Gaibor, Ligterink, Hendriks & Kirchner,
/// Heritage Science 6:17, 2018; CC0), fitted by fit_paints() to 84 films of them and of their mixtures, 400
/// to 700 nm; beyond, the last band goes on. `bench/pigments table` makes the table anew.
std::span<const Pigment> measured_pigments();

/// The measured paint of this name, upper or lower case; nullptr when there is none.
const Pigment* find_pigment(std::string_view name);

/// Their names, in their order.
std::vector<std::string> names_of(std::span<const Pigment> tubes);

/// What parts of several paints, by volume, make together. There is at least one, and their sum is positive.
struct PigmentPart {
    const Pigment* pigment;
    float parts;
};
Pigment blended(std::string name, std::span<const PigmentPart> parts);

}  // namespace allaprima
