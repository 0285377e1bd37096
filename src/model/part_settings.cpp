#include "model/part_settings.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "model/brief_files.h"
#include "model/brief_settings.h"
#include "model/setting_values.h"

namespace allaprima {
namespace {

using namespace setting_values;

constexpr std::array kRegionsByWord{"everywhere", "face", "subject", "background"};

bool may_be_file(std::string_view text) {
    return looks_like_file(text) && text.size() <= kLongestText;
}

/// A word, or else the file of a mask.
template <typename Of>
bool set_region(Of& of, std::string_view text) {
    const auto by_word = sets_choice(kRegionsByWord, [](Of& o) { return &o.region.kind; });
    if (by_word(of, text))
        return true;
    if (may_be_file(text))
        of.region = {.kind = Region::Kind::Mask, .mask = std::string(text)};
    return may_be_file(text);
}

template <typename Of>
bool set_region_box(Of& of, std::string_view text) {
    const std::optional<ShareRect> box = share_box(text);
    if (box)
        of.region = {.kind = Region::Kind::Box, .box = *box};
    return box.has_value();
}

template <typename Of>
bool set_region_circle(Of& of, std::string_view text) {
    const auto circle = numbers<3>(text, {0.0f, 0.0f, kSmallestRadius}, {1.0f, 1.0f, 1.0f});
    if (circle)
        of.region = {
            .kind = Region::Kind::Circle, .centre = {(*circle)[0], (*circle)[1]}, .radius = (*circle)[2]};
    return circle.has_value();
}

constexpr const char* kBoxInWords =
    "four numbers x, y, width and height, in shares of the picture from its top left, all of it within";

/// Where in the picture: one of three ways to say it.
template <typename Of>
std::vector<Setting<Of>> region_settings(const std::string& standard) {
    return {{.name = "region",
             .placeholder = "REGION",
             .range = one_of(kRegionsByWord) + ", or a picture's file that is light where it is meant",
             .standard = standard,
             .help = "Where: the faces that are found, the figure, what is behind it, or where a picture of "
                     "the photograph's shape is light",
             .choices = list_of(kRegionsByWord),
             .against = {"box", "circle"},
             .files = Files::Perhaps,
             .example = "face",
             .set = set_region<Of>},
            {.name = "box",
             .placeholder = "X,Y,W,H",
             .range = kBoxInWords,
             .help = "Where: within a rectangle",
             .against = {"region", "circle"},
             .form = Form::Numbers,
             .example = "0.40,0.10,0.18,0.22",
             .set = set_region_box<Of>},
            {.name = "circle",
             .placeholder = "X,Y,R",
             .range = "three numbers: the centre's x and y, 0 to 1, and the radius, 0.001 to 1, as a share "
                      "of the width",
             .help = "Where: within a circle",
             .against = {"region", "box"},
             .form = Form::Numbers,
             .example = "0.5,0.3,0.1",
             .set = set_region_circle<Of>}};
}

Setting<Spatter> share(const char* name, const char* standard, const char* help, float Spatter::*member) {
    return {.name = name,
            .placeholder = "SHARE",
            .range = "0 to 1",
            .standard = standard,
            .help = help,
            .form = Form::Number,
            .set = sets_number<float>(0.0f, 1.0f, [=](Spatter& s) { return &(s.*member); })};
}

Setting<Motif> share(const char* name, const char* standard, const char* help, float Motif::*member) {
    return {.name = name,
            .placeholder = "SHARE",
            .range = "0 to 1",
            .standard = standard,
            .help = help,
            .form = Form::Number,
            .set = sets_number<float>(0.0f, 1.0f, [=](Motif& m) { return &(m.*member); })};
}

template <typename Of>
const Setting<Of>& setting_named(std::string_view name, const std::vector<Setting<Of>>& settings) {
    return *std::find_if(settings.begin(), settings.end(), [&](const auto& s) { return s.name == name; });
}

/// Gives each part of "a:b:c", at most as many as there are names, to the setting of that name.
template <typename Of>
bool apply_parts(std::string_view text, const std::vector<Setting<Of>>& settings,
                 std::initializer_list<const char*> names, Of& of) {
    for (const char* name : names) {
        const size_t colon = text.find(':');
        if (!setting_named(name, settings).set(of, text.substr(0, colon)))
            return false;
        if (colon == std::string_view::npos)
            return true;
        text.remove_prefix(colon + 1);
    }
    return false;
}

/// Takes the last field off "a:b:c" when the setting allows it.
template <typename Of>
bool take_last(std::string_view name, const std::vector<Setting<Of>>& settings, std::string_view& text,
               Of& of) {
    const size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || !setting_named(name, settings).set(of, text.substr(colon + 1)))
        return false;
    text = text.substr(0, colon);
    return true;
}

}  // namespace

std::vector<Setting<FocusMark>> focus_settings() {
    return joined(region_settings<FocusMark>(""),
                  {{.name = "weight",
                    .placeholder = "WEIGHT",
                    .range = "0 to 10",
                    .standard = "2",
                    .help = "How much an error counts there, where it counts 1 elsewhere",
                    .form = Form::Number,
                    .set = sets_number<float>(0.0f, kMostWeight, [](FocusMark& m) { return &m.weight; })}});
}

std::vector<Setting<Motif>> motif_settings() {
    return {{.name = "file",
             .placeholder = "FILE",
             .range = "a picture's file",
             .help = "What is painted into the background: a flag, a monument",
             .files = Files::Always,
             .required = true,
             .example = "flag.png",
             .set = sets_text(kLongestText, [](Motif& m) { return &m.file; })},
            {.name = "place",
             .placeholder = "PLACE",
             .range = one_of(kMotifPlaceWords),
             .standard = "across",
             .help = "Where it goes: across all of the background, wrapped like cloth; upright in its left "
                     "or right third; behind the subject, as the scene it stands before; in a box",
             .choices = list_of(kMotifPlaceWords),
             .set = sets_choice(kMotifPlaceWords, [](Motif& m) { return &m.place; })},
            {.name = "box",
             .placeholder = "X,Y,W,H",
             .range = kBoxInWords,
             .help = "The rectangle it fills, with place = \"box\"",
             .form = Form::Numbers,
             .example = "0.6,0.1,0.35,0.5",
             .set = sets_box([](Motif& m) { return &m.box; })},
            share("veil", "0.3", "How far it sinks into the air before it: 0 near, 1 lost", &Motif::veil),
            share("folds", "0.5", "How deep the folds of what is spread across are: 0 flat", &Motif::folds),
            share("softness", "0.3", "How far its borders melt into what is beside it: 0 cut, 1 all lost",
                  &Motif::softness),
            {.name = "scale",
             .placeholder = "FACTOR",
             .range = "0.05 to 20",
             .standard = "1",
             .help = "Size of what is repeated over the background",
             .form = Form::Number,
             .set = sets_number<float>(kSmallestMotif, kLargestMotif, [](Motif& m) { return &m.scale; })},
            {.name = "repeat",
             .standard = "false",
             .help = "Repeat it like a pattern, instead of stretching it to cover",
             .form = Form::Switch,
             .set = sets_switch([](Motif& m) { return &m.repeat; })}};
}

std::vector<Setting<Spatter>> spatter_settings() {
    return joined(region_settings<Spatter>("face"),
                  {{.name = "colour",
                    .placeholder = "COLOUR",
                    .range = "a tube of the palette or #rrggbb",
                    .standard = "cadmium red light",
                    .help = "The paint that is thrown",
                    .set =
                        [](Spatter& spatter, std::string_view text) {
                            if (may_be_colour(text))
                                spatter.colour = std::string(text);
                            return may_be_colour(text);
                        }},
                   share("amount", "0.3", "How much of it: 0 nothing, 1 drenched", &Spatter::amount),
                   {.name = "seed",
                    .placeholder = "S",
                    .range = "0 to 18446744073709551615",
                    .standard = "1",
                    .help = "Another seed throws it otherwise",
                    .form = Form::Number,
                    .set = sets_number<uint64_t>(0, std::numeric_limits<uint64_t>::max(),
                                                 [](Spatter& s) { return &s.seed; })},
                   {.name = "direction",
                    .placeholder = "DEGREES",
                    .range = "0 to 360",
                    .standard = "70",
                    .help = "Which way it flies: 0 up, 90 right",
                    .form = Form::Number,
                    .set = sets_number<float>(0.0f, 360.0f, [](Spatter& s) { return &s.direction; })},
                   {.name = "drop",
                    .placeholder = "LENGTH",
                    .range = "0.2mm to 50mm",
                    .standard = "4mm",
                    .help = "Across the largest usual drops on the canvas",
                    .set = sets(
                        [](std::string_view text) {
                            return length_mm(text, double{kSmallestDropMm}, double{kLargestDropMm});
                        },
                        [](Spatter& s) { return &s.drop_mm; })},
                   share("runs", "0.3", "Share of the heavy drops that run down", &Spatter::runs),
                   {.name = "under",
                    .standard = "false",
                    .help = "Paint the subject over it",
                    .form = Form::Switch,
                    .set = sets_switch([](Spatter& s) { return &s.under; })},
                   {.name = "eyes",
                    .standard = "false",
                    .help = "Let it hide eyes",
                    .form = Form::Switch,
                    .set = sets_switch([](Spatter& s) { return &s.eyes; })}});
}

Status check_part(const FocusMark& mark) {
    if (mark.region == Region{})
        return Error{"what is in focus? Give it a 'box', a 'circle' or a 'region'", true};
    return Done{};
}

Status check_part(const Motif& motif) {
    const bool boxed = motif.box.width > 0.0f;
    if (motif.place == MotifPlace::Box && !boxed)
        return Error{"place = \"box\" needs a 'box' to go to", true};
    if (motif.place != MotifPlace::Box && boxed)
        return Error{"a 'box' is for place = \"box\" alone", true};
    return Done{};
}

Status check_part(const Spatter&) {
    return Done{};
}

std::optional<FocusMark> typed_focus(std::string_view text) {
    FocusMark mark;
    return apply_parts(text, focus_settings(), {"box", "weight"}, mark) ? std::optional(mark) : std::nullopt;
}

std::optional<Motif> typed_motif(std::string_view text) {
    const std::vector<Setting<Motif>> settings = motif_settings();
    Motif motif, veiled;
    std::string_view file = text, before_veil = text;
    // Files' names may hold colons, so the end is taken off as far as it is understood.
    if (take_last("veil", settings, before_veil, veiled) &&
        take_last("place", settings, before_veil, veiled)) {
        motif = veiled;
        file = before_veil;
    } else {
        take_last("place", settings, file, motif);
    }
    const size_t colon = file.rfind(':');
    const bool misspelt = colon != std::string_view::npos && !may_be_file(file.substr(colon + 1));
    const bool named = !misspelt && setting_named("file", settings).set(motif, file);
    return named && check_part(motif) ? std::optional(motif) : std::nullopt;
}

std::optional<Spatter> typed_spatter(std::string_view text) {
    Spatter spatter;
    return apply_parts(text, spatter_settings(), {"region", "amount", "colour"}, spatter)
               ? std::optional(spatter)
               : std::nullopt;
}

}  // namespace allaprima
