#pragma once
#include <vector>

#include "base/thread_pool.h"
#include "image/image.h"
#include "model/plan.h"
#include "pigment/recipe_book.h"
#include "planning/draft_stroke.h"

/// Which colours strokes may take, and how a plan takes them. Colours are sRGB-encoded.

namespace allaprima {

/// The reference's mean colour under a stroke's centre line.
Rgb colour_beneath(const DraftStroke& stroke, const Image<Rgb>& reference);

/// The colour, or the nearest to it that strays from the usual one, of each channel, only as far as a stroke
/// may before the picture asks it to.
Rgb near_to(Rgb usual, Rgb colour);

/// The greatest chroma that a recipe may have, for each stroke: somewhat more than what is painted has. What
/// thin films and streaks tint is made up for by other paint, but grey stays grey.
std::vector<float> most_chroma(const std::vector<DraftStroke>& strokes, const Image<Rgb>& reference);

/// The strokes with no more chroma than each may have.
std::vector<DraftStroke> held(std::vector<DraftStroke> strokes, const std::vector<float>& most);

/// Gives the plan's strokes these colours, in the same order.
void set_colours(Plan& plan, const std::vector<DraftStroke>& strokes);

/// Gives them the recipes for these colours, and the colours themselves only there.
void set_recipes(Plan& plan, const std::vector<DraftStroke>& strokes, const RecipeBook& book,
                 const ThreadPool& workers);

}  // namespace allaprima
