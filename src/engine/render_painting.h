#pragma once
#include <string>

#include "engine/paint_photo.h"
#include "engine/sign_picture.h"
#include "model/wish.h"

namespace allaprima {

/// Makes a picture of a painting that is kept in a file; neither the photograph nor any planning is needed.
///
/// @param wishes how it is shown, where it is not shown as when it was made: its size, finish and light.
/// @param signing with what it is signed; without a key it is not.
/// @return an error when the painting has no plan yet, and when the observer ended it.
Result<Painted> render_painting(const std::string& painting_file, const Wishes& wishes,
                                const Destination& picture, const CredentialsWish& signing,
                                const Workers& workers, Observer& observer);

}  // namespace allaprima
