#pragma once
#include "image/image.h"
#include "model/study.h"

namespace allaprima {

/// The face with its eyes and its mouth, and leaning as the line between the eyes does.
///
/// An eye's centre is where the gradients around it point to (Timm & Barth, "Accurate eye centre localisation
/// by means of gradients", VISAPP 2011), dark, and paired with one as far from the middle of the face; the
/// mouth is the dark or red line across below them. What shows no such thing gets the usual proportions of a
/// face, so that eyes and mouth are always set.
///
/// @param picture sRGB-encoded. @param face its box and about how it leans.
Face with_features(const Image<Rgb>& picture, Face face);

}  // namespace allaprima
