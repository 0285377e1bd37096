#pragma once
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "engine/destination.h"
#include "model/brief.h"
#include "model/reference.h"
#include "model/study.h"

namespace allaprima {

/// What the painter sees in a photograph.
struct Studied {
    Size photo_size;      ///< Of what is painted of the photograph, in its file's pixels, upright.
    Adjustment adjusted;  ///< What was done to the photograph.
    ShareRect part;       ///< What of it fills the canvas, shares of it.
    bool composed;        ///< Another picture was composed of it.
    Reference reference;  ///< Before the hand sees other colours in it.
    Study study;
    std::string colour_space;    ///< In which the photograph was read and where that was told, in words.
    std::string not_looked_for;  ///< What could not be looked for, and how to have that; empty: nothing.
    std::vector<std::string> warnings;  ///< What could not be done as it was asked; one line each.
};

/// Reads the photograph and all that the brief names beside it, composes, and looks.
Result<Studied> study_photo(const std::string& photo, const Brief& brief, const ThreadPool& workers,
                            Observer& observer);

/// Where the figure is written; what has no path is not.
struct FigureWish {
    Destination mask;     ///< White figure, black background.
    Destination cut_out;  ///< The photograph, transparent but for the figure.
};
/// No more pixels are written of it.
inline constexpr long long kMostCutOutPixels = 24'000'000;

/// Writes the figure at the photograph's own size, up to kMostCutOutPixels; of a picture that was composed,
/// at the size at which it was studied. An error where none was found.
Status write_figure(const std::string& photo, const Studied& studied, const FigureWish& wish,
                    const ThreadPool& workers);

}  // namespace allaprima
