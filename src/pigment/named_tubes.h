#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pigment/pigment.h"

namespace allaprima {

/// A tube by the name that people know it by, in any letters: a measured paint; another name of one ("Ivory
/// Black"); or a mixture of measured paints that looks like what has not been measured, which is called its
/// hue
/// ("Yellow Ochre (hue)"). Nothing where the name is not known.
std::optional<Pigment> tube_named(std::string_view name);

/// The names that are spelled most like this one, the nearest first, `count` at most.
std::vector<std::string> nearest_tube_names(std::string_view name, size_t count);

}  // namespace allaprima
