#pragma once
#include <optional>
#include <string_view>

#include "base/result.h"
#include "brush/hand.h"
#include "model/brief.h"

/// What follows from several settings of a brief together.

namespace allaprima {

/// Takes back what was asked for before, and cannot hold beside the setting that is asked for now.
void make_room_for(std::string_view setting, Brief& brief);

/// Whether every name in its regions is one that it gives; an error of usage.
Status check_names(const Brief& brief);

/// Whether what was asked for goes together as a whole; an error of usage.
Status check_whole(const Brief& brief);

/// The brief with what was left open decided: the number of strokes, the hand's, the standard one, or as many
/// as it takes when a likeness is asked for; and the ground, if the hand has one. Where nothing but likeness
/// counts there is no focus.
Brief settled(Brief brief, const Hand& hand);

/// The shape of the picture that is asked for, width over height, where it does not follow from the
/// photograph.
std::optional<double> shape_asked(const OutputSize& output);

/// The hand with its habits, all that are numbers, so many times as far from the painterly hand's, as far as
/// settings go: 0 paints as that does, 1 as itself. Its paints, brushes and switches stay.
Hand with_strength(Hand hand, float strength);

/// The hand with what the brief asks for in place of its own materials.
Hand as_asked(Hand hand, const Brief& brief);

}  // namespace allaprima
