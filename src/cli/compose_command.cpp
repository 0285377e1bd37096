#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "engine/compose_photo.h"

namespace allaprima {
namespace {

struct ComposeOptions {
    CompositionOrder order;
    MakingOptions making;
};

/// The place that a word names; the box needs numbers and is left to briefs.
std::optional<MotifPlace> place_named(const std::string& word) {
    for (const MotifPlace place :
         {MotifPlace::Across, MotifPlace::Left, MotifPlace::Right, MotifPlace::Behind})
        if (word == kMotifPlaceWords[static_cast<size_t>(place)])
            return place;
    return std::nullopt;
}

std::optional<float> share_in(const std::string& text) {
    float share = 0.0f;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), share);
    const bool whole = fault == std::errc{} && end == text.data() + text.size();
    return whole && share >= 0.0f && share <= 1.0f ? std::optional(share) : std::nullopt;
}

/// Takes the last field off "FILE:place:veil".
std::string last_field(const std::string& text) {
    const size_t colon = text.rfind(':');
    return colon == std::string::npos ? std::string() : text.substr(colon + 1);
}

/// FILE[:place[:veil]]; names of files may hold colons.
Motif motif_from(const std::string& text) {
    Motif motif;
    std::string rest = text;
    const std::string end = last_field(rest);
    const std::string before =
        rest.size() > end.size() + 1 ? rest.substr(0, rest.size() - end.size() - 1) : "";
    if (const std::optional<float> veil = share_in(end); veil && place_named(last_field(before))) {
        motif.veil = *veil;
        rest = before;
    }
    if (const std::optional<MotifPlace> place = place_named(last_field(rest))) {
        motif.place = *place;
        rest.resize(rest.rfind(':'));
    }
    motif.file = rest;
    if (motif.file.empty())
        throw CLI::ValidationError(fmt::format("--motif must be FILE[:place[:veil]], not '{}'", text));
    return motif;
}

void set_backdrop(const std::string& word, Backdrop& backdrop) {
    const auto found = std::find(kBackdropWords.begin(), kBackdropWords.end(), word);
    if (found == kBackdropWords.end())
        throw CLI::ValidationError(
            fmt::format("--backdrop must be auto, photograph or plain, not '{}'", word));
    backdrop = static_cast<Backdrop>(found - kBackdropWords.begin());
}

Status compose(const ComposeOptions& options) {
    CompositionOrder order = options.order;
    order.picture = {options.making.output, options.making.force};
    const Result<Composition> composed = compose_to_file(order, Workers(options.making.threads));
    if (!composed)
        return composed.error();
    for (const std::string& warning : composed->warnings)
        print_line_to_stderr("allaprima: " + warning);
    return print(order.picture.path + "\n");
}

constexpr const char* kExplanation =
    "A motif's place is one of\n"
    "  across   over the whole background, like cloth\n"
    "  left     upright in the left third, on the lower edge\n"
    "  right    the same in the right third\n"
    "  behind   as the scene that the subject stands before\n"
    "and its veil, 0 to 1, how far it sinks into the air. Motifs are laid in their order, the farthest "
    "first.\n\n"
    "Example:\n"
    "  allaprima compose portrait.jpg --mask figure.png --motif flag.svg:across --motif "
    "obelisk.jpg:right:0.4 "
    "-o reference.png";

}  // namespace

void add_compose_command(CLI::App& program, Task& task) {
    auto options = std::make_shared<ComposeOptions>();
    CLI::App& command = add_command(
        program, "compose", "Set the subject of a photograph before another background", kExplanation);
    add_file(command, "PHOTO", options->order.photo,
             "The photograph: JPEG, PNG, TIFF, WebP, HEIC, BMP, GIF or EXR");
    add_making_options(command, options->making, true);
    command
        .add_option(
            "--mask", options->order.brief.subject.mask,
            "A picture of the photograph's shape, light where the subject is; if left out, it is found")
        ->type_name("FILE")
        ->check(names_a_file());
    command
        .add_option(
            "--marks", options->order.brief.subject.marks,
            "A picture of the photograph's shape, green where the subject certainly is and red where it "
            "is not")
        ->type_name("FILE")
        ->check(names_a_file());
    command
        .add_option_function<std::vector<std::string>>(
            "--motif",
            [options](const std::vector<std::string>& texts) {
                for (const std::string& text : texts)
                    options->order.brief.motifs.push_back(motif_from(text));
            },
            "A picture that is laid into the background: PNG, JPEG, SVG …, its place (if left out: across) "
            "and "
            "its veil; may be given several times")
        ->type_name("FILE[:place[:veil]]")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command
        .add_option_function<std::string>(
            "--backdrop",
            [options](const std::string& word) { set_backdrop(word, options->order.brief.backdrop); },
            "What is behind subject and motifs (auto, photograph, plain; if left out: auto)")
        ->type_name("WHAT");
    on_command(command, task, [options] { return compose(*options); });
}

}  // namespace allaprima
