#pragma once
#include <array>
#include <span>
#include <vector>

#include "pigment/palette.h"

namespace allaprima {

/// A mixture for a wanted colour.
struct Recipe {
    Shares shares{};
    Rgb colour;         ///< What it looks like when it hides all beneath: sRGB-encoded, 0 to 1.
    float miss = 0.0f;  ///< CIEDE2000 between that and what was wanted.
};

/// Finds mixtures of a palette's tubes for colours.
///
/// Every mixture of up to three tubes, in coarse steps, is looked at; the best few are refined by Gauss and
/// Newton's method in L*a*b*, and tubes that are missing join them one by one. Colours that no mixture
/// reaches get the one that looks most like them. Of recipes that do as well, the one of fewer tubes is
/// taken, and one that keeps its hue when it is laid thin or mixed with white: a black of two complements
/// would leave a coloured fringe wherever it thins out.
class RecipeBook {
  public:
    /// @param palette has at least one tube.
    explicit RecipeBook(const Palette& palette);

    /// For an sRGB-encoded colour, 0 to 1, as it is shown under exposure().
    Recipe nearest(Rgb wanted) const;

    /// Of the whitest tube's masstone and the darkest mixture's, so that these are shown as white and black.
    Exposure exposure() const { return exposure_; }
    /// sRGB-encoded colour of a mixture's masstone under exposure(); leaves [0, 1] outside a screen's gamut.
    Rgb colour_of(const Shares& shares) const;
    /// The same, cut to what a screen shows.
    Rgb shown(const Shares& shares) const;
    /// The number of the tube that counts as white.
    int whitest() const { return whitest_; }

  private:
    static constexpr int kMostParts = 6;
    /// A few tubes and how much of each, in any unit.
    struct Parts {
        std::array<int, kMostParts> tubes{};
        std::array<float, kMostParts> amounts{};
        int count = 0;
    };
    struct Sample {
        Parts parts;
        Lab lab;
    };

    Xyz seen(const Parts& parts) const;
    Lab lab_of_parts(const Parts& parts) const;
    void add_sample(std::span<const int> tubes, std::span<const float> ratios);
    void sample_all();
    std::vector<const Sample*> nearest_samples(Lab wanted) const;
    Parts refined(Parts parts, Lab wanted) const;
    void add(Parts& parts, int tube) const;
    /// The tubes that would lead nearest to the wanted colour, best first.
    std::vector<int> missing_tubes(const Parts& parts, Lab wanted) const;
    /// The same when none helps.
    Parts with_one_more(const Parts& parts, Lab wanted) const;
    /// As near as these tubes, and those that they miss, come.
    Parts matched(Parts parts, Lab wanted) const;
    /// The tubes that greys are mixed from.
    Parts black_and_white() const;
    /// By how much chroma a tint of a mixture betrays what it is mixed from, CIELAB.
    float undertone(Parts parts, Lab wanted) const;
    Parts without_traces(const Parts& parts) const;
    Recipe recipe_of(const Parts& parts, Lab wanted) const;

    Palette palette_;
    std::vector<float> strengths_;  ///< How much of a mixture's look a unit of each tube makes.
    int whitest_ = 0, blackest_ = 0;
    Exposure exposure_;
    std::vector<Sample> samples_;
};

}  // namespace allaprima
