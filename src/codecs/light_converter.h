#pragma once
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "codecs/pixel_source.h"
#include "image/image.h"

namespace allaprima {

/// Turns the samples of a picture file into light: linear sRGB primaries, by the file's ICC profile when it
/// has one that fits, otherwise by the encoding that it tells.
///
/// Profiles are applied relative-colorimetrically with black point compensation. A profile that is broken, or
/// is for another kind of colour than the samples, is ignored; one whose cicp tag says PQ or HLG is read by
/// that tag. CMYK without a profile is read as R = (1 − C)(1 − K), and so on: plausible, not colour-managed.
class LightConverter {
  public:
    explicit LightConverter(const PixelLayout& layout);

    /// Converts one row. Colour that is not a number becomes black, and light beyond ±65,504 (half floats'
    /// range) is cut off there; alpha is cut to [0, 1].
    /// @param alpha as long as `colour`, or empty when the layout has no alpha.
    void convert(const std::byte* row, std::span<Rgb> colour, std::span<float> alpha);

    /// Which colour space the samples are read in and where that is told, in words.
    const std::string& colour_space() const { return colour_space_; }
    /// Whether light above 1 is highlights that a screen has to be spared (bring_to_screen).
    bool has_highlights() const { return has_highlights_; }

    /// Light from colour samples in [0, 1], those of a pixel side by side.
    using Conversion = std::function<void(std::span<const float> samples, std::span<Rgb> light)>;

  private:
    void take_profile(const PixelLayout& layout);
    void unpack(const std::byte* row, size_t pixels, std::span<float> alpha);

    PixelLayout layout_;
    Conversion to_light_;
    std::string colour_space_;
    bool has_highlights_ = false;
    std::vector<float> samples_;
};

}  // namespace allaprima
