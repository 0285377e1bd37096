#pragma once
#include <cairo/cairo.h>

#include <memory>
#include <string>

#include "base/result.h"
#include "image/image.h"

namespace allaprima {

/// PDF counts in points.
constexpr double kPointsPerMm = 72.0 / 25.4;

/// The paper that is printed on, upright.
struct PaperSheet {
    double width_mm, height_mm, margin_mm;
};

/// How a paragraph is set.
struct ParagraphStyle {
    const char* font;        ///< As Pango names fonts: family, style and size in points.
    double space_mm = 0.0;   ///< Above it.
    double indent_mm = 0.0;  ///< From the left margin.
    double grey = 0.0;       ///< 0 is black.
    bool centred = false;
};

/// A PDF of paragraphs and pictures, one below the other, on as many pages as it takes. Same content, same
/// bytes.
class PrintedPages {
  public:
    /// @param path  of the file.
    /// @param scale of the letters.
    /// @param date  that the file says it was made, as 2026-05-14T00:00:00Z; empty: it does not say.
    PrintedPages(const std::string& path, const PaperSheet& sheet, double scale, const std::string& title,
                 const std::string& date);

    /// Text of any kind; long paragraphs are cut.
    void paragraph(const ParagraphStyle& style, const std::string& text);

    /// A line to write on, with what belongs there below it.
    void line_to_sign(const std::string& who);

    /// Takes room below what stands there, on the next page where there is not enough.
    /// @return its upper border, in millimetres from the top of the page.
    double take_room(double height_mm);
    /// What is left of the page, mm.
    double room_left_mm() const;
    /// Goes on at the top of the next page.
    void turn();

    /// Text of one or more lines at a place, mm from the page's upper left corner. @return its height, mm.
    double text_at(double x_mm, double y_mm, double width_mm, const ParagraphStyle& style,
                   const std::string& text);
    /// A picture of sRGB-encoded colours, as wide as said.
    void picture_at(double x_mm, double y_mm, double width_mm, const Image<Rgb>& picture);
    /// For drawing on the page, in points from its upper left corner.
    cairo_t* drawing() { return context_.get(); }

    int count() const { return count_; }

    /// Ends the last page. @return what went wrong, if anything.
    Status finish(const std::string& path);

  private:
    struct Closer {
        void operator()(cairo_surface_t* surface) const;
        void operator()(cairo_t* context) const;
    };

    void make_room(double height);

    PaperSheet sheet_;
    double scale_;
    int count_ = 1;
    std::unique_ptr<cairo_surface_t, Closer> surface_;
    std::unique_ptr<cairo_t, Closer> context_;
    double y_;  ///< Points; where the next paragraph goes.
};

}  // namespace allaprima
