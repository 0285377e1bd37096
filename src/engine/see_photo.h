#pragma once
#include <string>
#include <vector>

#include "image/image.h"
#include "model/brief.h"
#include "model/photo.h"
#include "model/sight.h"

namespace allaprima {

/// Looks at a photograph for faces, people and hands, once: by the component for seeing where it is
/// installed, and by dlib's detector; with what the brief corrects of faces, people and animals.
///
/// A line of `warnings` says what could not be looked for because allaprima-faces.so is missing, or what is
/// wrong with the component; all goes on without it.
Sights see_photo(const Photo& photo, const Brief& brief, std::vector<std::string>& warnings);

/// What is seen with the help of the figure: hands by their skin where the component has not looked for them,
/// and what they hold; with what the brief corrects of them.
///
/// @param picture sRGB-encoded. @param figure the cut-out, of its size, or empty.
void see_hands(const Image<Rgb>& picture, const Image<float>& figure, const Brief& brief, Sights& sight,
               std::vector<std::string>& warnings);

}  // namespace allaprima
