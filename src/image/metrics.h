#pragma once
#include "image/image.h"

namespace allaprima {

/// How far two sRGB-encoded pictures of one size are apart. Neither may be empty. Deterministic.

/// Peak signal-to-noise ratio in dB over all channels together, both pictures rounded to 8 bits first;
/// infinite when they are then equal.
double psnr(const Image<Rgb>& a, const Image<Rgb>& b);

/// Structural similarity (Wang, Bovik, Sheikh & Simoncelli, IEEE TIP 2004), −1 to 1; 1 when equal.
///
/// Both pictures are rounded to 8 bits. Of the paper's choices: an even 7×7 window, wholly inside the
/// picture (cut to the picture where that is smaller), K1 = 0.01, K2 = 0.03, L = 255, variances and
/// covariance of the sample (divided by n − 1). The mean over all windows and the three channels: the
/// figure that scikit-image's structural_similarity gives by default.
double ssim(const Image<Rgb>& a, const Image<Rgb>& b);

/// The mean FLIP error (Andersson, Nilsson, Akenine-Möller, Oskarsson, Åström & Fairchild, HPG 2020),
/// 0 to 1; 0 when equal. What someone sees who flips between the two on a screen 3,840 pixels and 0.7 m
/// wide, 0.7 m away (67 pixels a degree). Values are clamped to [0, 1].
double flip_error(const Image<Rgb>& reference, const Image<Rgb>& test);

/// The same figure, worked out in bands of so many rows (at least 1): memory grows with the band.
double flip_error_in_bands(const Image<Rgb>& reference, const Image<Rgb>& test, int band_rows);

/// How two pictures of one size differ from place to place.
struct Differences {
    long long pixels = 0;  ///< That are not the same to 8 bits.
    PixelRect within;      ///< All of those; empty where there is none.
    /// Of squares of kDifferenceSide pixels: how far apart the channels are there in the mean, sRGB-encoded:
    /// where most, and in the middle one of all squares.
    double most = 0.0, usual = 0.0;
    PixelRect where;  ///< The square that differs most.
};
constexpr int kDifferenceSide = 16;
Differences differences(const Image<Rgb>& a, const Image<Rgb>& b);

}  // namespace allaprima
