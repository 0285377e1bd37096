#pragma once
#include <span>
#include <string>
#include <string_view>

#include "exporting/stroke_outline.h"
#include "model/plan.h"

namespace allaprima {

/// How lengths on the canvas are written in a drawing: in whole steps, so small that nothing is lost that was
/// planned, and a power of ten of a millimetre.
class SvgGrid {
  public:
    explicit SvgGrid(const Plan& plan);

    /// Steps to a length in mm.
    long steps(float mm) const;
    float step_mm() const { return step_mm_; }
    /// The head of a document: the canvas in mm and in steps. @param about what is in it.
    std::string head(const Plan& plan, std::string_view about, std::string_view metadata) const;
    /// The `d` of a path through these curves: relative, in as few letters as it can be said.
    std::string path(std::span<const std::array<Vec2, 3>> curves, bool closed) const;

  private:
    float step_mm_;
};

/// A text as XML has it between tags and in attributes; signs that XML has not become question marks.
std::string xml_text(std::string_view text);

/// "g" of a layer as Inkscape knows it, opened. @param id of its own in the document.
std::string layer_tag(std::string_view id, std::string_view label);

}  // namespace allaprima
