#pragma once
#include <cairo/cairo.h>

#include <memory>
#include <string>

#include "pages/printed_pages.h"

namespace allaprima {

/// Pages set by Pango and cairo.
class CairoPages final : public PrintedPages {
  public:
    explicit CairoPages(const PagesOrder& order);

    void paragraph(const ParagraphStyle& style, const std::string& text) override;
    void line_to_sign(const std::string& who) override;
    double take_room(double height_mm) override;
    double room_left_mm() const override;
    void turn() override;
    void text_at(double x_mm, double y_mm, double width_mm, const ParagraphStyle& style,
                 const std::string& text) override;
    void picture_at(double x_mm, double y_mm, double width_mm, const Image<Rgb>& picture) override;
    void swatch_at(const PageBox& box, Rgb colour) override;
    void guide_lines(const std::vector<PageLine>& lines) override;
    void draw(const CurveDrawing& drawing) override;
    int count() const override { return count_; }
    Status finish(const std::string& path) override;

  private:
    struct Closer {
        void operator()(cairo_surface_t* surface) const;
        void operator()(cairo_t* context) const;
    };

    void make_room(double height);
    void end_page();
    void draw_body(const DrawnCurve& curve, double hair);
    void label(double x, double y, const std::string& text);

    PaperSheet sheet_;
    double scale_;
    std::string footer_;
    int pages_;
    int count_ = 1;
    std::unique_ptr<cairo_surface_t, Closer> surface_;
    std::unique_ptr<cairo_t, Closer> context_;
    double y_;  ///< Points; where the next paragraph goes.
};

}  // namespace allaprima
