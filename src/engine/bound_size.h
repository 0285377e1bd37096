#pragma once
#include <optional>
#include <string>

#include "base/geometry.h"
#include "model/brief.h"
#include "model/wish.h"

namespace allaprima {

/// Whether wishes name the size of a picture: pixels, a print, its resolution.
bool name_a_size(const Wishes& wishes);

/// Keeps the size that a painting file asks for, and nobody beside it, within the standard one: a file of any
/// size could ask for any picture. The shape stays.
/// @param canvas of the plan, mm. @param word the option that asks for all of it; empty: --long.
/// @return what is said about it, naming what would make the whole size; nothing where it was within.
std::optional<std::string> bound_size(Vec2 canvas, OutputSize& output, const std::string& word = "");

}  // namespace allaprima
