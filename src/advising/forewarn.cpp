#include "advising/forewarn.h"

#include <fmt/format.h>

#include "advising/show_palette.h"
#include "briefs/gather_materials.h"
#include "composing/make_reference.h"
#include "engine/compose_photo.h"
#include "image/colour_words.h"
#include "image/filters.h"
#include "model/brief_rules.h"
#include "pictures/read_photo.h"
#include "pictures/write_picture.h"

namespace allaprima {
namespace {

/// Long side at which colours are looked at: small parts with a colour of their own are still there.
constexpr int kForewarnedLongSide = 384;
/// Of a picture that nobody would miss.
constexpr double kHardly = 0.005;
/// Another palette is named where this one misses more.
constexpr double kWorthAWord = 0.02;

Image<Rgb> looked_at(const Image<Rgb>& picture) {
    return resized(picture, no_longer_than(kForewarnedLongSide, picture.size()));
}

void find_better(const Image<Rgb>& picture, const ThreadPool& workers, Observer& observer,
                 Forewarning& forewarning) {
    forewarning.better_missed = 0.5 * forewarning.reach.missed_share;
    const std::vector<ShippedPalette> all = read_shipped_palettes();
    double done = 0.0;
    for (const ShippedPalette& shipped : all) {
        observer.progress("mixing", done++ / static_cast<double>(all.size()));
        const double missed = reach_of(picture, as_mixed(picture, shipped.palette, workers)).missed_share;
        if (missed < forewarning.better_missed) {
            forewarning.better = shipped.palette.name;
            forewarning.better_missed = missed;
        }
    }
}

std::string per_cent(double share) {
    return fmt::format("{:.{}f} %", 100.0 * share, share < 0.1 ? 1 : 0);
}

}  // namespace

std::optional<Forewarning> forewarn(const Image<Rgb>& picture, const Palette& palette,
                                    const ThreadPool& workers, Observer& observer) {
    if (palette.plain())
        return std::nullopt;
    observer.progress("mixing", 0.0);
    const Image<Rgb> seen = looked_at(picture);
    Forewarning forewarning{.palette = palette.name,
                            .reach = reach_of(seen, as_mixed(seen, palette, workers))};
    if (forewarning.reach.missed_share > kWorthAWord)
        find_better(seen, workers, observer, forewarning);
    return forewarning;
}

std::string in_words(const Forewarning& forewarning) {
    const Reach& reach = forewarning.reach;
    if (reach.missed_share < kHardly)
        return fmt::format("the palette {} can mix all of this picture", forewarning.palette);
    const std::string wanted = colour_in_words(reach.wanted), mixed = colour_in_words(reach.mixed);
    std::string text = fmt::format("the palette {} cannot mix {} of this picture: its {} comes out as {}",
                                   forewarning.palette, per_cent(reach.missed_share), wanted,
                                   mixed == wanted ? "another " + mixed : mixed);
    if (!forewarning.better.empty())
        text += fmt::format(
            "; the palette {} misses {}", forewarning.better,
            forewarning.better_missed < kHardly ? "nothing" : per_cent(forewarning.better_missed));
    return text;
}

Result<std::optional<Forewarning>> forewarn_of_composition(const Composition& composition, const Brief& brief,
                                                           const ThreadPool& workers, Observer& observer) {
    const Result<Hand> hand = choose_hand(brief);
    if (!hand)
        return hand.error();
    Result<Materials> materials = gather_materials(*hand);
    if (!materials)
        return materials.error();
    observer.progress("looking", 0.0);
    const Reference reference = make_reference(composition.photo, settled(brief, *hand));
    choose_open_tubes(*materials, reference);
    return forewarn(reference.colour, materials->palette, workers, observer);
}

Result<std::optional<Forewarning>> forewarn_of_brief(const std::string& photo, const Brief& brief,
                                                     const ThreadPool& workers, Observer& observer) {
    observer.progress("reading", 0.0);
    const Result<Inputs> inputs = read_inputs(photo, brief);
    if (!inputs)
        return inputs.error();
    const Result<Brief> placed = with_boxes_in_shares(brief, inputs->photo);
    if (!placed)
        return placed.error();
    const Result<Composition> composition = composition_of(*inputs, *placed, workers, observer);
    if (!composition)
        return composition.error();
    return forewarn_of_composition(*composition, *placed, workers, observer);
}

Result<std::optional<Forewarning>> forewarn_of_photo(const std::string& photo, const Palette& palette,
                                                     const Destination& proof, const ThreadPool& workers,
                                                     Observer& observer) {
    const Brief brief = settled(Brief{}, Hand{});
    observer.progress("reading", 0.0);
    const Result<Photo> read = read_photo(photo, ReadLimits{}, reading_long_side(brief));
    if (!read)
        return read.error();
    const Reference reference = make_reference(*read, brief);
    if (!proof.path.empty()) {
        observer.progress("mixing", 0.0);
        const Picture mixed{as_mixed(reference.colour, palette, workers), {}};
        if (const Status written = write_picture(proof.path, mixed, {.replace = proof.replace}); !written)
            return written.error();
    }
    return forewarn(reference.colour, palette, workers, observer);
}

}  // namespace allaprima
