#pragma once
#include <cmath>

namespace allaprima {

/// Kubelka & Munk's two-constant theory of a film that absorbs (K) and scatters (S) light (Zeitschrift für
/// technische Physik 12, 1931; the hyperbolic form: Kubelka, JOSA 38, 1948). K and S are per length of film;
/// none of them negative, and S positive. All reflectances are those inside the film, 0 to 1.

/// Of a film so thick that nothing beneath shows: its masstone.
template <typename Real>
Real masstone_reflectance(Real absorption, Real scattering) {
    const Real q = absorption / scattering;
    // 1 + q less the root, which would leave a float few digits of a dark paint, times their sum: that is 1.
    return Real(1) / (Real(1) + q + std::sqrt(q * (q + Real(2))));
}

/// Of a film of this thickness over something that reflects `beneath`.
template <typename Real>
Real film_reflectance(Real absorption, Real scattering, Real thickness, Real beneath) {
    // Kubelka's a is 1 + q and his b √(a² − 1). Written without a, in which a small q would lose its digits.
    const Real q = absorption / scattering;
    const Real b = std::sqrt(std::fmax(q * (q + Real(2)), Real(1e-12)));
    const Real optical = b * scattering * thickness;
    // b coth(b S X); for thin and clear films it is 1 / (S X).
    const Real coth = Real(1) / std::tanh(std::fmax(optical, Real(1e-9)));
    const Real bc = b * coth, swallowed = Real(1) - beneath;
    return (swallowed + beneath * (bc - q)) / (swallowed + q + bc);
}

/// The border between paint and air, after Saunderson (JOSA 32, 1942): `outer` of the light is reflected
/// before it enters, `inner` of what comes from inside is thrown back into the film.
template <typename Real>
struct Surface {
    Real outer, inner;

    /// What is seen of a film that reflects `inside`, the gleam of the surface itself included.
    Real seen(Real inside) const { return outer + without_gleam(inside); }
    /// The same without the gleam, as one sees a painting from beside the reflection of the window.
    Real without_gleam(Real inside) const {
        return (Real(1) - outer) * (Real(1) - inner) * inside / (Real(1) - inner * inside);
    }
    /// What the film reflects inside when this much is seen, the gleam included; may be negative where less
    /// is seen than the gleam.
    Real inside(Real seen) const {
        const Real x = (seen - outer) / ((Real(1) - outer) * (Real(1) - inner));
        return x / (Real(1) + inner * x);
    }
};

}  // namespace allaprima
