// Tables of the CIE: colour-matching functions of the 1931 2° observer (ISO/CIE 11664-1) and relative power
// of D65 and D50 (ISO/CIE 11664-2), every 10 nm.
#include "pigment/spectrum.h"

#include <cstddef>

namespace allaprima {
namespace {

constexpr Spectrum kX = {
    0.001368f,    0.004243f,    0.014310f,    0.043510f,    0.134380f,    0.283900f,   0.348280f, 0.336200f,
    0.290800f,    0.195360f,    0.095640f,    0.032010f,    0.004900f,    0.009300f,   0.063270f, 0.165500f,
    0.290400f,    0.433450f,    0.594500f,    0.762100f,    0.916300f,    1.026300f,   1.062200f, 1.002600f,
    0.854450f,    0.642400f,    0.447900f,    0.283500f,    0.164900f,    0.087400f,   0.046770f, 0.022700f,
    0.011359160f, 0.005790346f, 0.002899327f, 0.001439971f, 0.000690079f, 0.000332301f};
constexpr Spectrum kY = {
    0.000039f,    0.000120f,    0.000396f,    0.001210f,    0.004000f,    0.011600f,   0.023000f, 0.038000f,
    0.060000f,    0.090980f,    0.139020f,    0.208020f,    0.323000f,    0.503000f,   0.710000f, 0.862000f,
    0.954000f,    0.994950f,    0.995000f,    0.952000f,    0.870000f,    0.757000f,   0.631000f, 0.503000f,
    0.381000f,    0.265000f,    0.175000f,    0.107000f,    0.061000f,    0.032000f,   0.017000f, 0.008210f,
    0.004102000f, 0.002091000f, 0.001047000f, 0.000520000f, 0.000249200f, 0.000120000f};
constexpr Spectrum kZ = {0.006450f, 0.020050f, 0.067850f, 0.207400f, 0.645600f, 1.385600f, 1.747060f,
                         1.772110f, 1.669200f, 1.287640f, 0.812950f, 0.465180f, 0.272000f, 0.158200f,
                         0.078250f, 0.042160f, 0.020300f, 0.008750f, 0.003900f, 0.002100f, 0.001650f,
                         0.001100f, 0.000800f, 0.000340f, 0.000190f, 0.000050f, 0.000020f};
constexpr Spectrum kD65 = {49.9755f, 54.6482f, 82.7549f, 91.4860f, 93.4318f, 86.6823f, 104.865f, 117.008f,
                           117.812f, 114.861f, 115.923f, 108.811f, 109.354f, 107.802f, 104.790f, 107.689f,
                           104.405f, 104.046f, 100.000f, 96.3342f, 95.7880f, 88.6856f, 90.0062f, 89.5991f,
                           87.6987f, 83.2886f, 83.6992f, 80.0268f, 80.2146f, 82.2778f, 78.2842f, 69.7213f,
                           71.6091f, 74.3490f, 61.6040f, 69.8856f, 75.0870f, 63.5927f};
constexpr Spectrum kD50 = {24.488f,  29.871f,  49.308f,  56.513f, 60.034f, 57.818f,  74.825f, 87.247f,
                           90.612f,  91.368f,  95.109f,  91.963f, 95.724f, 96.613f,  97.129f, 102.099f,
                           100.755f, 102.317f, 100.000f, 97.735f, 98.918f, 93.499f,  97.688f, 99.269f,
                           99.042f,  95.722f,  98.857f,  95.667f, 98.190f, 103.003f, 99.133f, 87.381f,
                           91.604f,  92.889f,  76.854f,  86.511f, 92.580f, 78.230f};

/// One row of weights, scaled so that a perfect white gives `white`: a sum of 10 nm bands is not quite the
/// finer one that the CIE's white comes from.
Spectrum weights(const Spectrum& power, const Spectrum& matching, float white) {
    double sum = 0.0;
    for (size_t band = 0; band < kBands; ++band)
        sum += static_cast<double>(power[band]) * matching[band];
    Spectrum row{};
    for (size_t band = 0; band < kBands; ++band)
        row[band] = static_cast<float>(white * static_cast<double>(power[band]) * matching[band] / sum);
    return row;
}

std::array<Spectrum, 3> weights(const Spectrum& power, Xyz white) {
    return {weights(power, kX, white.x), weights(power, kY, white.y), weights(power, kZ, white.z)};
}

}  // namespace

const std::array<Spectrum, 3>& observer_weights(Illuminant illuminant) {
    static const std::array<Spectrum, 3> under_d65 = weights(kD65, kWhiteD65);
    static const std::array<Spectrum, 3> under_d50 = weights(kD50, kWhiteD50);
    return illuminant == Illuminant::D65 ? under_d65 : under_d50;
}

Xyz seen_under(const Spectrum& reflectance, Illuminant illuminant) {
    const auto& rows = observer_weights(illuminant);
    Xyz sum;
    for (size_t band = 0; band < kBands; ++band) {
        sum.x += rows[0][band] * reflectance[band];
        sum.y += rows[1][band] * reflectance[band];
        sum.z += rows[2][band] * reflectance[band];
    }
    return sum;
}

}  // namespace allaprima
