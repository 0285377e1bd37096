#include "advising/palette_for_photo.h"

#include "briefs/gather_materials.h"
#include "composing/make_reference.h"
#include "engine/inputs.h"
#include "model/brief_rules.h"
#include "pictures/read_photo.h"

namespace allaprima {

Result<Palette> palette_for_photo(const std::string& palette, const std::string& photo) {
    Brief brief;
    brief.palette = palette;
    const Hand hand = as_asked(Hand{}, brief);
    brief = settled(brief, hand);
    Result<Materials> materials = gather_materials(hand);
    if (!materials)
        return materials.error();
    const Result<Photo> read = read_photo(photo, ReadLimits{}, reading_long_side(brief));
    if (!read)
        return read.error();
    choose_open_tubes(*materials, make_reference(*read, brief));
    return std::move(materials->palette);
}

}  // namespace allaprima
