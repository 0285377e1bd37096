#pragma once
#include "engine/commission.h"
#include "engine/export_painting.h"

namespace allaprima {

/// Whether the name asks for an export rather than for a picture: layers, a film, a drawing, a program.
bool asks_for_export(const std::string& path);

/// What painting straight into an export came to.
struct PaintedExport {
    Painted painted;
    ExportNotes notes;
};

/// Paints a photograph and hands the painting over in the format that the ending of commission.picture asks
/// for; no picture is made. The painting is kept where the commission says, or not at all.
Result<PaintedExport> paint_to_export(Commission commission, const ThreadPool& workers, Observer& observer);

}  // namespace allaprima
