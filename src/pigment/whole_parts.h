#pragma once
#include <array>
#include <optional>

#include "pigment/recipe_book.h"

namespace allaprima {

/// A mixture as a painter measures it out: so many parts of each tube, by volume.
using WholeParts = std::array<int, kMostTubes>;

/// So many parts lie in a heap at most; beyond, nobody counts them.
constexpr int kMostWholeParts = 72;
/// What is said to look alike, CIEDE2000: about the least that one sees side by side.
constexpr float kAlike = 1.0f;

/// How much of each tube is in the heap; at least one part is in it.
Shares shares_of(const WholeParts& parts);

/// The fewest whole parts that look like a recipe; nothing where no heap of kMostWholeParts does.
std::optional<WholeParts> whole_parts(const RecipeBook& book, const Recipe& recipe);

/// What a heap may differ from the mixture that it stands for, CIEDE2000, before it counts.
constexpr float kHeapAlike = 1.0f;
/// Touches are stirred into a heap of so many parts at most.
constexpr int kMostHeapParts = 120;

/// The parts that one mixes a heap of, of kMostHeapParts or about: few parts of few tubes, weighed against
/// looking like these shares. @param shares of the book's tubes; one is positive.
WholeParts heap_of(const RecipeBook& book, const Shares& shares);

}  // namespace allaprima
