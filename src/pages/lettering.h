#pragma once
#include <string>
#include <utility>

#include "base/result.h"
#include "image/image.h"

namespace allaprima {

class PagesModule;

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

/// Writes with a font of this machine.
class Lettering {
  public:
    /// DejaVu Sans, from the Debian package fonts-dejavu-core.
    static constexpr const char* kFont = "DejaVu Sans";

    /// With kFont, or with what this machine has in its place. An error where it has no font, and where
    /// allaprima-pages.so is not installed.
    static Result<Lettering> find();

    /// The family that is written with.
    const std::string& font() const { return font_; }

    /// One line. Letters that the font lacks are taken from others; parts that lie outside the picture are
    /// left out.
    void write(const Label& label, Image<Rgb>& picture) const;

  private:
    Lettering(const PagesModule& pages, std::string font) : pages_(&pages), font_(std::move(font)) {}
    std::string shortened(const Label& label) const;

    const PagesModule* pages_;  ///< It lives as long as the program.
    std::string font_;
};

}  // namespace allaprima
