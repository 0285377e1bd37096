#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "image/image.h"
#include "model/brief.h"

namespace allaprima {

/// How far a picture went beyond what a device can show.
struct GamutReport {
    std::string device;       ///< What the profile calls itself.
    double out_share = 0.0;   ///< Share of the pixels that come out visibly different, by more than 2 ΔE00.
    double mean_miss = 0.0;   ///< Mean ΔE00 over all pixels,
    double worst_miss = 0.0;  ///< and the worst.
};

/// A printer, a press or a screen, as its ICC profile describes it.
class OutputProfile {
  public:
    /// Reads a profile: of a device or a colour space, RGB, CMYK or grey.
    /// @return an error of usage that says what the file is instead, or why it cannot be read.
    static Result<OutputProfile> open(const std::string& path, Intent intent);

    OutputProfile(OutputProfile&&) noexcept;
    OutputProfile& operator=(OutputProfile&&) noexcept;
    ~OutputProfile();

    /// 1 for grey, 3 for RGB, 4 for CMYK.
    int channels() const;
    /// The profile's own bytes, which the picture carries.
    const std::vector<uint8_t>& bytes() const;

    /// Converts sRGB-encoded colours, which may leave [0, 1], to the device's, 0 to 1 each (CMYK: 1 is full
    /// ink), and takes note of what the device cannot show.
    /// @param samples channels() for each colour.
    void convert(std::span<const Rgb> colours, std::span<float> samples);

    /// Of all that was converted so far.
    GamutReport report() const;

  private:
    struct State;
    explicit OutputProfile(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace allaprima
