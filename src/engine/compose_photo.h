#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "brush/hand.h"
#include "composing/compose.h"
#include "engine/destination.h"
#include "engine/inputs.h"
#include "model/brief.h"
#include "model/reference.h"

namespace allaprima {

/// What a painting is painted from.
struct Composed {
    Reference reference;
    Brief brief;  ///< With the ground that a plain backdrop has.
    Hints hints;  ///< With the figure as it stands in the picture now, where it was composed.
    /// The reference's colours before the hand saw others in them; empty where it sees what is there.
    std::optional<Image<Rgb>> untempered = {};
    std::optional<Photo> picture = {};      ///< What was composed, as large as the photograph, where it was.
    std::vector<Image<float>> motifs = {};  ///< As Composition has them.
    Sights sight = {};  ///< What is seen in the photograph, as it stands in the picture now.
    std::vector<std::string> warnings = {};  ///< What could not be done as it was asked; one line each.
};

/// The picture that the brief asks for: the photograph itself where none has to be composed of it.
Result<Composition> composition_of(const Inputs& inputs, const Brief& brief, const ThreadPool& workers,
                                   Observer& observer);

/// Composes the picture that the brief asks for, where it asks for one, and makes the reference of it.
Result<Composed> compose_inputs(const Inputs& inputs, const Brief& brief, const ThreadPool& workers,
                                Observer& observer);

/// The reference as a hand sees it.
void temper(Composed& composed, const Hand& hand);

/// What composing alone is asked for: a reference to look at before it is painted.
struct CompositionOrder {
    std::string photo;  ///< The photograph's file.
    Brief brief;
    Destination picture;  ///< Where the reference goes.
};

/// Reads the photograph, composes, and writes the picture as sRGB.
/// @return the composition that was written.
Result<Composition> compose_to_file(const CompositionOrder& order, const ThreadPool& workers,
                                    Observer& observer);

}  // namespace allaprima
