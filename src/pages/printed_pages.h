#pragma once
#include <array>
#include <string>
#include <vector>

#include "base/geometry.h"
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

/// A PDF to be made.
struct PagesOrder {
    std::string file;
    PaperSheet sheet;
    double scale = 1.0;  ///< Of the letters.
    std::string title;
    std::string date =
        {};  ///< That the file says it was made, as 2026-05-14T00:00:00Z; empty: it does not say.
    std::string footer = {};  ///< At the foot of each page, with the page's number; empty: there is none.
    int pages = 0;            ///< How many there will be, as the footer tells; 0: it does not.
};

/// Where something stands on a page, millimetres from its upper left corner.
struct PageBox {
    double x, y, width, height;
};

/// A straight line on a page, from (x0, y0) to (x1, y1), millimetres from its upper left corner.
struct PageLine {
    double x0, y0, x1, y1;
};

/// A stroke of a brush as its way: a quadratic curve by its three control points, as broad as said, with a
/// thin line along it and a dot where it begins.
struct DrawnCurve {
    std::array<Vec2, 3> points;
    double width;
    Rgb colour;              ///< sRGB-encoded.
    std::string label = {};  ///< Beside the dot.
};

/// Curves in units of a canvas that fills a box of the page; what reaches beyond is cut off.
struct CurveDrawing {
    double x_mm, y_mm, width_mm;         ///< The box on the page, as high as the canvas's shape has it.
    double canvas_width, canvas_height;  ///< In the units of the curves.
    std::vector<DrawnCurve> curves;
};

/// A PDF of paragraphs and pictures, one below the other, on as many pages as it takes. Same content, same
/// bytes.
class PrintedPages {
  public:
    virtual ~PrintedPages() = default;
    PrintedPages(const PrintedPages&) = delete;
    PrintedPages& operator=(const PrintedPages&) = delete;

    /// Text of any kind; long paragraphs are cut.
    virtual void paragraph(const ParagraphStyle& style, const std::string& text) = 0;

    /// A line to write on, with what belongs there below it.
    virtual void line_to_sign(const std::string& who) = 0;

    /// Takes room below what stands there, on the next page where there is not enough.
    /// @return its upper border, in millimetres from the top of the page.
    virtual double take_room(double height_mm) = 0;
    /// What is left of the page, mm.
    virtual double room_left_mm() const = 0;
    /// Goes on at the top of the next page.
    virtual void turn() = 0;

    /// Text of one or more lines at a place, mm from the page's upper left corner.
    virtual void text_at(double x_mm, double y_mm, double width_mm, const ParagraphStyle& style,
                         const std::string& text) = 0;
    /// A picture of sRGB-encoded colours, as wide as said.
    virtual void picture_at(double x_mm, double y_mm, double width_mm, const Image<Rgb>& picture) = 0;
    /// A box of one sRGB-encoded colour with a thin grey border.
    virtual void swatch_at(const PageBox& box, Rgb colour) = 0;
    /// Thin lines through which one sees what is beneath.
    virtual void guide_lines(const std::vector<PageLine>& lines) = 0;
    virtual void draw(const CurveDrawing& drawing) = 0;

    virtual int count() const = 0;

    /// Ends the last page. @param path what the file is called in errors. @return what went wrong, if
    /// anything.
    virtual Status finish(const std::string& path) = 0;

  protected:
    PrintedPages() = default;
};

}  // namespace allaprima
