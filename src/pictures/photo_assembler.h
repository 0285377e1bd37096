#pragma once
#include <span>
#include <vector>

#include "model/photo.h"

namespace allaprima {

/// Puts rows of light together to a photograph, turning it upright and reducing it on the way, so that the
/// picture is never held at a larger size than the one that is wanted.
///
/// Each pixel is the mean light of the area it covers, weighted by alpha, so that what is hidden does not
/// bleed into what is seen. Wholly transparent pixels get the mean colour of the rest.
class PhotoAssembler {
  public:
    /// @param source size of the rows to come; sides ≥ 1.
    /// @param target size before turning; at most that of the source.
    /// @param orientation as in EXIF, 1 to 8.
    PhotoAssembler(Size source, Size target, int orientation, bool alpha);

    /// The next row from the top.
    void add_row(std::span<const Rgb> colour, std::span<const float> alpha);

    /// The photograph, once all rows have been added; its original size, name and digest are left empty.
    Photo finish();

  private:
    /// Sums over the part of the source that a target pixel covers.
    struct Sums {
        double r = 0.0, g = 0.0, b = 0.0;  ///< Colour times alpha times area.
        double alpha = 0.0;                ///< Alpha times area.
    };

    void reduce(std::span<const Rgb> colour, std::span<const float> alpha);
    void add_to_target_rows();
    void place_row(std::span<const Sums> row, double area);
    void place(int x, int y, Rgb colour, float alpha);
    void fill_transparent_pixels();

    Size source_, target_;
    int orientation_;
    bool has_alpha_;
    int source_row_ = 0, target_row_ = 0;
    std::vector<Sums> reduced_;  ///< The last row at the target's width.
    std::vector<Sums> sums_;     ///< The target row in the making.
    Photo photo_;
};

}  // namespace allaprima
