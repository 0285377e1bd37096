#pragma once
#include <span>
#include <string>
#include <vector>

#include "advising/study_photo.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "brush/brush.h"
#include "charts/contact_sheet.h"
#include "engine/destination.h"
#include "pigment/palette.h"

namespace allaprima {

// Each draws a sheet and writes it as a picture. What it returns is what could not be done as it is meant,
// one line each.

/// A few strokes with a brush.
Result<std::vector<std::string>> draw_brush_sample(const Brush& brush, const Destination& sheet,
                                                   const ThreadPool& workers);

/// A colour chart of a palette. An error of usage where it has no tubes.
Result<std::vector<std::string>> draw_palette_chart(const Palette& palette, const Destination& sheet,
                                                    const ThreadPool& workers);

/// Pictures of one size side by side.
Result<std::vector<std::string>> draw_contact_sheet(std::span<const Panel> panels, int columns,
                                                    const Destination& sheet);

/// What is seen in a photograph.
Result<std::vector<std::string>> draw_study(const Studied& studied, const Destination& sheet);

}  // namespace allaprima
