#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "base/observer.h"
#include "model/plan.h"

namespace allaprima {

/// How a hand will paint each stroke of a plan.
struct HandWork {
    std::vector<size_t> tools;  ///< By stroke; numbers of `ranks`.
    std::vector<size_t> pots;   ///< By stroke; numbers of `looks`.
    std::vector<size_t> ranks;  ///< By tool: those of a lower rank paint first.
    std::vector<Rgb> looks;     ///< By pot: what its paint looks like, sRGB-encoded.
};

/// What is seen of a stroke may change so much for an order that saves washing, CIEDE2000 on average.
constexpr double kOrderShift = 3.0;

/// An order in which tools are taken seldom and brushes are washed seldom, and what is seen stays nearly the
/// same.
///
/// Strokes stay in their passes. Of each pass one tool paints all that is its own before the next is taken;
/// and of what it paints, strokes of one pot follow each other. A stroke goes before another that it was to
/// cover only where that is of the same pot, is hidden at last by a third, or where what is seen of the
/// stroke changes by no more than kOrderShift. Of several orders that are followed side by side, each a pot
/// longer at a time, the one is taken that comes to its end with the fewest pots.
/// @return the numbers of the strokes, in their new order; nothing when the observer ended it.
std::optional<std::vector<size_t>> order_for_hand(const Plan& plan, const HandWork& work, Observer& observer);

}  // namespace allaprima
