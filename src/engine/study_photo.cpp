#include "engine/study_photo.h"

#include <utility>

#include "composing/make_reference.h"
#include "engine/begin_painting.h"
#include "engine/look_at.h"
#include "engine/read_companions.h"
#include "io/read_photo.h"
#include "model/brief_settings.h"

namespace allaprima {

Result<Studied> study_photo(const StudyFiles& files) {
    const Brief brief = settled({}, Hand{});
    const Result<Photo> photo = read_photo(files.photo, ReadLimits{}, reading_long_side(brief));
    if (!photo)
        return photo.error();
    Reference reference = make_reference(*photo, brief);
    Hints hints;
    if (!files.marks.empty()) {
        Result<Marks> marks = read_marks(files.marks, *photo, reference.size());
        if (!marks)
            return marks.error();
        hints.marks = std::move(marks).value();
    }
    if (!files.mask.empty()) {
        Result<Image<float>> subject = read_mask(files.mask, *photo, reference.size());
        if (!subject)
            return subject.error();
        hints.subject = std::move(subject).value();
    }
    Study study = look_at(reference, brief, hints);
    return Studied{std::move(reference), std::move(study)};
}

}  // namespace allaprima
