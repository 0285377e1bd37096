#pragma once
#include "model/picture.h"
#include "model/reference.h"
#include "model/study.h"
#include "pages/lettering.h"

namespace allaprima {

/// What the painter sees in a photograph, on one sheet of six pictures: the photograph with the faces, their
/// eyes and mouths and the outline of the figure; the direction of the form; the focus; the figure cut out;
/// the edges that are to be kept; and what stands out.
///
/// @param study of the reference. @param lettering may be null: then nothing is written on the sheet.
Picture study_sheet(const Reference& reference, const Study& study, const Lettering* lettering);

}  // namespace allaprima
