#pragma once
#include <optional>
#include <string>

#include "image/image.h"

namespace allaprima {

/// Words on a picture.
struct Label {
    enum class Align { Left, Centre, Right };

    std::string text;
    int x = 0, y = 0;    ///< Where the base line begins, or its middle, or its end; pixels.
    int height = 20;     ///< Of the font, pixels.
    int most_width = 0;  ///< What is longer ends in three dots; 0 takes any width.
    Align align = Align::Left;
    Rgb colour{0.13f, 0.12f, 0.11f};  ///< sRGB-encoded.
};

/// Writes with a font of this machine: DejaVu Sans, from the Debian package fonts-dejavu-core.
class Lettering {
  public:
    /// Nothing where the font is not installed.
    static std::optional<Lettering> find();

    /// Letters beyond Latin-1 become question marks; parts that lie outside the picture are left out.
    void write(const Label& label, Image<Rgb>& picture) const;

  private:
    explicit Lettering(std::string font) : font_(std::move(font)) {}
    int width_of(const std::string& text, int height) const;
    std::string shortened(const Label& label) const;

    std::string font_;
};

}  // namespace allaprima
