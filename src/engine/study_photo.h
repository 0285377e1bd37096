#pragma once
#include <string>

#include "base/result.h"
#include "model/reference.h"
#include "model/study.h"

namespace allaprima {

/// The files of what is to be looked at; all but the photograph may be empty.
struct StudyFiles {
    std::string photo;
    std::string marks;  ///< A picture of its shape: green where the figure certainly is, red where it is not.
    std::string mask;   ///< A picture of its shape: light where the figure is; nothing is cut out then.
};

/// A photograph, as it would be planned, and what is seen in it.
struct Studied {
    Reference reference;
    Study study;
};

/// Looks at a photograph as for painting it with the standard brief.
/// @return an error when a file cannot be read, or a picture has another shape than the photograph.
Result<Studied> study_photo(const StudyFiles& files);

}  // namespace allaprima
