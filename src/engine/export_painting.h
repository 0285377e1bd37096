#pragma once
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/thread_pool.h"
#include "engine/destination.h"
#include "engine/export_formats.h"
#include "engine/forecast.h"
#include "exporting/json_schema.h"
#include "model/wish.h"

namespace allaprima {

/// A wish to hand a painting over.
struct ExportWish {
    std::string painting_file;
    Destination destination;  ///< Its ending tells the format.
    Wishes of_picture = {};   ///< How the painting is shown, where it is not shown as when it was made.
    Wishes of_export = {};    ///< What else is asked for; each of the format's group.
};

/// Writes the painting in the format that the destination's ending asks for.
/// @return what is worth telling about it; a usage error where the format is not known or has no use for what
///         is asked; an error when the painting has no plan yet, and when the observer ended it.
Result<ExportNotes> export_painting(const ExportWish& wish, const ThreadPool& workers, Observer& observer);

/// What that comes to. @return an error where it would be refused before its first stroke.
Result<Forecast> forecast_export(const ExportWish& wish, const ThreadPool& workers);

/// Makes a painting file of a file of strokes. @return how many strokes there are.
Result<int> import_strokes(const std::string& strokes, const Destination& painting_file);

}  // namespace allaprima
