#include "engine/palette_for_photo.h"

#include "briefs/gather_materials.h"
#include "composing/make_reference.h"
#include "engine/begin_painting.h"
#include "model/brief_settings.h"
#include "pictures/read_photo.h"

namespace allaprima {

Result<Palette> palette_for_photo(const std::string& palette, const std::string& photo) {
    Brief brief;
    brief.palette = palette;
    const Hand hand = as_asked(Hand{}, brief);
    brief = settled(brief, hand);
    if (const Result<Materials> possible = gather_materials(hand, nullptr); !possible)
        return possible.error();
    const Result<Photo> read = read_photo(photo, ReadLimits{}, reading_long_side(brief));
    if (!read)
        return read.error();
    const Reference reference = make_reference(*read, brief);
    Result<Materials> materials = gather_materials(hand, &reference);
    if (!materials)
        return materials.error();
    return std::move(materials->palette);
}

}  // namespace allaprima
