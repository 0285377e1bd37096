#include "engine/render_painting.h"

#include <fmt/format.h>

#include "engine/make_picture.h"
#include "io/painting_file.h"
#include "io/write_picture.h"

namespace allaprima {

Result<Painted> render_painting(const std::string& painting_file, const std::function<void(Brief&)>& choose,
                                const Destination& picture, const Workers& workers, Observer& observer) {
    if (const Status apart = check_apart({painting_file, picture.path}); !apart)
        return apart.error();
    if (const Status possible = check_destination(picture, {}); !possible)
        return possible.error();
    Result<PaintingFile> file = PaintingFile::open(painting_file);
    if (!file)
        return file.error();
    const Result<Painting> painting = file->load();
    if (!painting)
        return painting.error();
    if (!painting->plan)
        return Error{fmt::format("{} is still being planned; finish it first: allaprima resume {}",
                                 painting_file, painting_file)};
    Brief brief = painting->start.brief;
    if (!can_hold_depth(picture.path, brief.depth))
        brief.depth = 0;
    choose(brief);
    const Result<Made> made = make_picture(*painting->plan, brief, picture, workers, observer, {});
    if (!made)
        return made.error();
    return Painted{picture.path, made->size,    static_cast<int>(painting->plan->strokes.size()),
                   false,        painting_file, mixing_of(*painting->plan),
                   made->gamut};
}

}  // namespace allaprima
