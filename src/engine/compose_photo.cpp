#include "engine/compose_photo.h"

#include <fmt/format.h>

#include "engine/begin_painting.h"
#include "engine/look_at.h"
#include "engine/read_companions.h"
#include "image/colour.h"
#include "image/filters.h"
#include "pictures/read_motif.h"
#include "pictures/write_picture.h"
#include "seeing/cut_out.h"

namespace allaprima {
namespace {

/// The detector of faces finds them in pictures of this long side as in larger ones, sooner.
constexpr int kFaceSide = 1024;

/// The photograph as small as it may be to see figures and faces in it.
Image<Rgb> looked_at(const Photo& photo) {
    const Size size =
        photo.size().long_side() > kFaceSide ? with_long_side(photo.size(), kFaceSide) : photo.size();
    return screen_srgb(resized(photo.colour, size));
}

}  // namespace

Result<std::vector<Photo>> read_motifs(const Brief& brief, int long_side) {
    std::vector<Photo> motifs;
    for (const Motif& motif : brief.motifs) {
        Result<Photo> picture = read_motif(motif.file, ReadLimits{}, long_side);
        if (!picture)
            return picture.error();
        motifs.push_back(std::move(picture).value());
    }
    return motifs;
}

Result<Image<float>> figure_of(const Photo& photo, const std::vector<Face>& faces, const Subject& subject) {
    if (!subject.mask.empty())
        return read_mask(subject.mask, photo, photo.size());
    const Image<Rgb> seen = looked_at(photo);
    Marks marks;
    if (!subject.marks.empty()) {
        Result<Marks> read = read_marks(subject.marks, photo, seen.size());
        if (!read)
            return read.error();
        marks = std::move(read).value();
    }
    const Result<Image<float>> figure = cut_out(seen, faces, marks);
    if (!figure)
        return figure.error();
    return resized(*figure, photo.size());
}

Result<Composition> compose_photo(const Photo& photo, const Brief& brief, const Workers& workers) {
    const Result<std::vector<Photo>> motifs = read_motifs(brief, photo.size().long_side());
    if (!motifs)
        return motifs.error();
    std::vector<std::string> warnings;
    const std::vector<Face> faces = faces_or_warning(looked_at(photo), warnings);
    const Result<Image<float>> figure = figure_of(photo, faces, brief.subject);
    if (!figure)
        return figure.error();
    Composition composition = compose(photo, *figure, faces, *motifs, brief, workers);
    composition.warnings.insert(composition.warnings.begin(), warnings.begin(), warnings.end());
    return composition;
}

Result<Composition> compose_to_file(const CompositionOrder& order, const Workers& workers) {
    if (const Status possible = check_destination(order.picture, {.depth = order.brief.depth}); !possible)
        return possible.error();
    const Result<Photo> photo = read_photo(order.photo, ReadLimits{}, reading_long_side(order.brief));
    if (!photo)
        return photo.error();
    Result<Composition> composition = compose_photo(*photo, order.brief, workers);
    if (!composition)
        return composition.error();
    const WriteOptions options{.replace = order.picture.replace, .depth = order.brief.depth};
    const Picture picture{screen_srgb(composition->photo.colour), {}};
    if (const Status written = write_picture(order.picture.path, picture, options); !written)
        return written.error();
    return composition;
}

}  // namespace allaprima
