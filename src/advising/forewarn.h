#pragma once
#include <optional>
#include <string>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "composing/compose.h"
#include "engine/destination.h"
#include "model/brief.h"
#include "pigment/palette.h"
#include "pigment/reach.h"

namespace allaprima {

/// What is known of a picture's colours before it is painted.
struct Forewarning {
    std::string palette;
    Reach reach;
    /// The shipped palette that misses least, where it misses less than half as much; empty: none.
    std::string better = {};
    double better_missed = 0.0;  ///< Of the picture, as Reach::missed_share.
};

/// @param picture sRGB-encoded. Nothing where paint is plain colour, which can be anything.
std::optional<Forewarning> forewarn(const Image<Rgb>& picture, const Palette& palette,
                                    const ThreadPool& workers, Observer& observer);

/// One sentence for people, without a full stop.
std::string in_words(const Forewarning& forewarning);

/// What a brief asks for: its palette, before the picture that it would be painted from.
/// @param brief settled.
Result<std::optional<Forewarning>> forewarn_of_brief(const std::string& photo, const Brief& brief,
                                                     const ThreadPool& workers, Observer& observer);

/// The same of what was composed for it. @param brief as it was asked for.
Result<std::optional<Forewarning>> forewarn_of_composition(const Composition& composition, const Brief& brief,
                                                           const ThreadPool& workers, Observer& observer);

/// A photograph before a palette. @param proof where the photograph goes in the colours that the tubes mix;
/// no path: nowhere.
Result<std::optional<Forewarning>> forewarn_of_photo(const std::string& photo, const Palette& palette,
                                                     const Destination& proof, const ThreadPool& workers,
                                                     Observer& observer);

}  // namespace allaprima
