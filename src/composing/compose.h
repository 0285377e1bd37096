#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/thread_pool.h"
#include "model/brief.h"
#include "model/photo.h"
#include "model/study.h"

namespace allaprima {

/// A photograph made anew for painting: its subject before another background, perhaps at another place.
struct Composition {
    Photo photo;          ///< The picture that takes the photograph's place; name and digest are kept.
    Image<float> figure;  ///< Share of each of its pixels that belongs to the subject.
    Sights sight;         ///< Where what was seen has come to, shares of the picture.
    std::optional<Rgb>
        ground;  ///< sRGB-encoded colour of a plain backdrop, which the canvas should have too.
    std::vector<std::string> warnings;  ///< What could not be done as it was asked; one line each.
    /// Share of each pixel in which each motif of the brief is seen, 0 to 1 in steps of 1/65535, at most
    /// kMotifLongSide pixels long; empty where no motif was laid.
    std::vector<Image<float>> motifs = {};
};

/// Long side of what is kept of where a motif is seen, pixels.
inline constexpr int kMotifLongSide = 512;

/// Whether the brief asks for another picture than the photograph itself.
bool asks_for_composing(const Brief& brief);

/// Makes the picture that the brief asks for of a photograph, its figure and the motifs.
///
/// The figure is cut out without the old background's colour at its soft edge, and stands before the backdrop
/// and the motifs, which are laid in their order. Opaque pixels of a figure that is not scaled stay what they
/// are, to the bit; no motif lies over them. Where nothing is asked for, the photograph comes back as it is.
/// The same for any number of threads.
///
/// @param figure alpha 0 to 1, of the photograph's size; when nothing of it is above 1/2, the photograph
/// comes
///        back with a warning.
/// @param sight in shares of the photograph.
/// @param motifs the pictures of brief.motifs, in the same order.
/// @param observer is told how far it is, and not asked.
Composition compose_picture(const Photo& photo, const Image<float>& figure, const Sights& sight,
                            const std::vector<Photo>& motifs, const Brief& brief, const ThreadPool& workers,
                            Observer& observer);

}  // namespace allaprima
