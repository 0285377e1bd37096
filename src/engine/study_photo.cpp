#include "engine/study_photo.h"

#include <fmt/format.h>

#include <utility>

#include "briefs/gather_materials.h"
#include "engine/compose_photo.h"
#include "model/brief_rules.h"
#include "pictures/write_picture.h"

namespace allaprima {

Result<Studied> study_photo(const std::string& photo, const Brief& brief, const ThreadPool& workers) {
    const Result<Hand> hand = choose_hand(brief);
    if (!hand)
        return hand.error();
    const Brief asked = settled(brief, *hand);
    const Result<Inputs> inputs = read_inputs(photo, asked);
    if (!inputs)
        return inputs.error();
    Result<Composed> composed = compose_inputs(*inputs, asked, workers);
    if (!composed)
        return composed.error();
    Result<Study> study =
        look_at(composed->reference, nullptr, composed->brief, composed->hints, composed->warnings);
    if (!study)
        return study.error();
    return Studied{std::move(composed->reference), std::move(study).value(), inputs->photo.colour_space,
                   std::move(composed->warnings)};
}

Status write_figure(const Study& study, const Destination& mask) {
    if (study.figure.empty())
        return Error{
            fmt::format("no figure was found, so {} is not written; mark one with --marks", mask.path)};
    Picture picture{Image<Rgb>(study.figure.size()), {}};
    for (size_t i = 0; i < picture.colour.pixels().size(); ++i) {
        const float share = study.figure.pixels()[i];
        picture.colour.pixels()[i] = {share, share, share};
    }
    return write_picture(mask.path, picture, {.replace = mask.replace});
}

}  // namespace allaprima
