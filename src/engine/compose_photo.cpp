#include "engine/compose_photo.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/begin_painting.h"
#include "image/colour.h"
#include "image/filters.h"
#include "io/read_motif.h"
#include "io/write_picture.h"
#include "seeing/faces.h"

namespace allaprima {
namespace {

/// A mask may be out of the photograph's shape by its rounding.
constexpr double kSameShape = 0.02;

/// The detector of faces finds them in pictures of this long side as in larger ones, sooner.
constexpr int kFaceSide = 1024;

Image<Rgb> encoded(const Image<Rgb>& light) {
    Image<Rgb> result(light.size());
    for (size_t i = 0; i < light.pixels().size(); ++i) {
        const Rgb c = srgb_from_linear(light.pixels()[i]);
        result.pixels()[i] = {std::clamp(c.r, 0.0f, 1.0f), std::clamp(c.g, 0.0f, 1.0f),
                              std::clamp(c.b, 0.0f, 1.0f)};
    }
    return result;
}

std::vector<Face> faces_in(const Photo& photo) {
    const Size size =
        photo.size().long_side() > kFaceSide ? with_long_side(photo.size(), kFaceSide) : photo.size();
    return find_faces(encoded(resized(photo.colour, size)));
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

Result<Image<float>> read_figure_mask(const std::string& path, Size size) {
    const Result<Photo> mask = read_photo(path, ReadLimits{}, size.long_side());
    if (!mask)
        return mask.error();
    const double shape = static_cast<double>(mask->size().width) * size.height /
                         (static_cast<double>(size.width) * mask->size().height);
    if (std::fabs(shape - 1.0) > kSameShape)
        return Error{
            fmt::format("{} has the shape {} x {}, the photograph {} x {}; a mask must have the "
                        "photograph's shape",
                        path, mask->size().width, mask->size().height, size.width, size.height)};
    Image<float> figure(mask->size());
    for (size_t i = 0; i < figure.pixels().size(); ++i) {
        const float alpha = mask->alpha.empty() ? 1.0f : mask->alpha.pixels()[i];
        figure.pixels()[i] = alpha * std::clamp(luma(srgb_from_linear(mask->colour.pixels()[i])), 0.0f, 1.0f);
    }
    // White is opaque to the bit, whatever the sum of its channels' weights.
    for (float& share : figure.pixels())
        share = share > 0.999f ? 1.0f : share;
    return resized(figure, size);
}

Result<Composition> compose_photo(const Photo& photo, const Image<float>& figure, const Brief& brief,
                                  const Workers& workers) {
    const Result<std::vector<Photo>> motifs = read_motifs(brief, photo.size().long_side());
    if (!motifs)
        return motifs.error();
    return compose(photo, figure, faces_in(photo), *motifs, brief, workers);
}

Result<Composition> compose_to_file(const CompositionOrder& order, const Workers& workers) {
    std::vector<std::string> files = {order.photo, order.brief.subject.mask, order.picture.path};
    for (const Motif& motif : order.brief.motifs)
        if (std::find(files.begin(), files.end(), motif.file) == files.end())
            files.push_back(motif.file);
    if (const Status apart = check_apart(files); !apart)
        return apart.error();
    if (const Status possible = check_destination(order.picture, {.depth = order.brief.depth}); !possible)
        return possible.error();
    const Result<Photo> photo = read_photo(order.photo, ReadLimits{}, reading_long_side(order.brief));
    if (!photo)
        return photo.error();
    const Result<Image<float>> figure = read_figure_mask(order.brief.subject.mask, photo->size());
    if (!figure)
        return figure.error();
    Result<Composition> composition = compose_photo(*photo, *figure, order.brief, workers);
    if (!composition)
        return composition.error();
    const WriteOptions options{.replace = order.picture.replace, .depth = order.brief.depth};
    const Picture picture{encoded(composition->photo.colour), {}};
    if (const Status written = write_picture(order.picture.path, picture, options); !written)
        return written.error();
    return composition;
}

}  // namespace allaprima
