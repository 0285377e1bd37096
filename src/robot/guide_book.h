#pragma once
#include <memory>

#include "exporting/export_format.h"
#include "pages/pages_module.h"
#include "robot/guide_brushes.h"
#include "robot/guide_steps.h"
#include "robot/hand_pots.h"

namespace allaprima {

/// All that a guide tells: a plan as a person paints it, and the pages that are printed.
struct GuideBook {
    const ExportJob& job;
    Plan plan;  ///< Dipped into the heaps, with the widths of the brushes, in the order of the guide.
    Pots heaps;
    std::vector<size_t> heap_of;  ///< By stroke of `plan`.
    GuideBrushes brushes;         ///< Its `of` too.
    PaperSheet sheet;
    PrintedPages& pages;

    double text_width() const { return sheet.width_mm - 2.0 * sheet.margin_mm; }
    double room_on_a_page() const { return sheet.height_mm - 2.0 * sheet.margin_mm; }
};

/// The side of the squares in which the canvas is squared up, mm: a round length, of which the shorter side
/// has five to ten.
double grid_mm(const Plan& plan);

/// Draws squares over a picture of the canvas, with letters across and numbers down where `labels` asks for
/// them.
void draw_grid(const GuideBook& book, const PageBox& picture, bool labels);

/// The front: the finished picture, the ground; tubes, brushes and heaps; contours to trace.
void set_front(const GuideBook& book, const Image<Rgb>& finished, const Image<Rgb>& contours);

/// A step: its strokes, numbered, over what is there; what to take for which; and what is there afterwards.
void set_step(const GuideBook& book, size_t number, const GuideStep& step, const Image<Rgb>& before,
              const Image<Rgb>& after);

/// How it dries, and a line to sign on.
void set_end(const GuideBook& book);

/// What the paint is, so far as the palette tells: advice for oils is none for acrylics.
enum class PaintKind { Any, Oil, Acrylic };
PaintKind kind_of(const Palette& palette);

/// How letters are set.
inline constexpr ParagraphStyle kGuideTitle{"DejaVu Serif Bold 20", 0.0};
inline constexpr ParagraphStyle kGuideHeading{"DejaVu Serif Bold 13", 3.0};
inline constexpr ParagraphStyle kGuideBody{"DejaVu Serif 9.5", 1.0};
inline constexpr ParagraphStyle kGuideSmall{"DejaVu Serif 8", 0.6, 0.0, 0.15};

}  // namespace allaprima
