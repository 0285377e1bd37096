#pragma once
#include <string>

#include "base/observer.h"
#include "base/result.h"
#include "engine/growth.h"
#include "model/painting.h"
#include "retouching/repaint_painting.h"
#include "shelf/shelf.h"

namespace allaprima {

// Paintings that go on from another one, which stays as it is.

/// A painting that is to go on from a finished one: all of its entry but what the shelf decides.
ShelfEntry going_on_from(const ShelfEntry& entry, GoesOnFrom from);

/// What is wished besides of a painting on the shelf. Where a setting takes a file, the id of an upload
/// stands for it.
RepaintWish repaint_wish(const ShelfEntry& entry, const Wishes& besides, const Shelf& shelf);

/// Whether a finished painting can go on with these wishes, as far as that is known from its brief: an error
/// of usage where they cannot be asked, and one that is none where it has to be painted anew.
Status check_repaint(const ShelfEntry& entry, const Painting& painting, const Wishes& besides,
                     const Shelf& shelf);

/// Where the photograph of a painting lies that remembers nothing; empty where the shelf has none.
std::string photo_of(const ShelfEntry& entry, const Shelf& shelf);

/// Works over the painting that an entry goes on from, in the entry's own file.
/// @param growth hears of the new strokes alone. @return how many strokes it has then.
Result<int> go_on_from_other(const ShelfEntry& entry, const Shelf& shelf, Observer& observer,
                             const Growth& growth);

}  // namespace allaprima
