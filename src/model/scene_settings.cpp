#include "model/scene_settings.h"

#include <algorithm>

#include "model/part_settings.h"
#include "model/setting_values.h"

namespace allaprima {
namespace {

using namespace setting_values;

/// Letters, figures, spaces, dots, hyphens: what the lettering of a signature can draw.
bool can_be_signed(std::string_view text) {
    const auto known = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' ||
               c == '.' || c == '-';
    };
    return !text.empty() && text.size() <= kLongestSignature && std::ranges::all_of(text, known) &&
           text.find_first_not_of(' ') != std::string_view::npos;
}

bool set_signature(Brief& brief, std::string_view text) {
    if (can_be_signed(text)) {
        brief.signature.text = std::string(text);
        brief.signature.file.clear();
    }
    return can_be_signed(text);
}

/// "0.5", or "0.5,0.3" with what is behind the subject.
bool set_both_finishes(Brief& brief, std::string_view text) {
    const size_t comma = text.find(',');
    const auto subject = number<float>(text.substr(0, comma), 0.0f, 1.0f);
    const auto background = comma == std::string_view::npos
                                ? std::optional(brief.background_finish)
                                : number<float>(text.substr(comma + 1), 0.0f, 1.0f);
    if (subject && background) {
        brief.subject_finish = *subject;
        brief.background_finish = *background;
    }
    return subject && background;
}

/// The mask that is named last tells where the figure is.
bool set_mask(Brief& brief, std::string_view text) {
    if (text.empty() || text.size() > kLongestText)
        return false;
    brief.subject.mask = std::string(text);
    brief.subject.marks.clear();
    return true;
}

/// Adds one more part to a list of the brief.
template <typename Parse, typename Parts>
auto adds(Parse parsed, Parts Brief::*parts) {
    return [=](Brief& brief, std::string_view text) {
        const auto part = parsed(text);
        if (part)
            (brief.*parts).push_back(*part);
        return part.has_value();
    };
}

std::vector<BriefSetting> settings_of_the_subject() {
    return {
        {.name = "mask",
         .placeholder = "FILE",
         .range = "a picture's file of the photograph's shape",
         .help = "Where the figure is: where this picture is light; if left out, it is found",
         .against = {"marks"},
         .of_scene = true,
         .table = "subject",
         .files = Files::Always,
         .example = "figure.png",
         .set = set_mask},
        {.name = "marks",
         .placeholder = "FILE",
         .range = "a picture's file of the photograph's shape",
         .help = "A few marks to find the figure by: green where it certainly is, red where it certainly is "
                 "not",
         .against = {"mask"},
         .of_scene = true,
         .table = "subject",
         .files = Files::Always,
         .example = "marks.png",
         .set = sets_text(kLongestText, [](Brief& b) { return &b.subject.marks; })},
        {.name = "subject.box",
         .placeholder = "X,Y,W,H",
         .range = kBoxInWords,
         .standard = "where it stands",
         .help = "Where the whole figure goes",
         .against = {"subject.scale", "subject.crop"},
         .typed = false,
         .table = "subject",
         .key = "box",
         .form = Form::Numbers,
         .example = "0.3,0.1,0.4,0.9",
         .set = sets_box([](Brief& b) { return &b.subject.box; })},
        {.name = "subject.scale",
         .placeholder = "FACTOR",
         .range = "0.1 to 4",
         .standard = "1",
         .help = "Size of the figure, about its feet",
         .against = {"subject.box"},
         .typed = false,
         .table = "subject",
         .key = "scale",
         .form = Form::Number,
         .set =
             sets_number<float>(kSmallestFigure, kLargestFigure, [](Brief& b) { return &b.subject.scale; })},
        {.name = "subject.crop",
         .standard = "false",
         .help = "Let the picture's edge cut its head",
         .against = {"subject.box"},
         .typed = false,
         .table = "subject",
         .key = "crop",
         .form = Form::Switch,
         .set = sets_switch([](Brief& b) { return &b.subject.crop; })},
        {.name = "subject.finish",
         .placeholder = "SHARE",
         .range = "0 to 1",
         .standard = "0.5",
         .help = "How far the subject is worked out: 0 a sketch, 1 finished",
         .typed = false,
         .table = "subject",
         .key = "finish",
         .form = Form::Number,
         .set = sets_number<float>(0.0f, 1.0f, [](Brief& b) { return &b.subject_finish; })},
    };
}

std::vector<BriefSetting> settings_of_the_background() {
    return {
        {.name = "backdrop",
         .placeholder = "WORD",
         .range = one_of(kBackdropWords),
         .standard = "auto",
         .help =
             "What stands behind the subject: 'photograph' what it shows there, 'plain' the toned ground, "
             "'auto' the motifs or else the photograph's own",
         .choices = list_of(kBackdropWords),
         .of_scene = true,
         .table = "background",
         .key = "kind",
         .set = sets_choice(kBackdropWords, [](Brief& b) { return &b.backdrop; })},
        {.name = "background.finish",
         .placeholder = "SHARE",
         .range = "0 to 1",
         .standard = "0.3",
         .help = "How far it is worked out: 0 a sketch, 1 finished",
         .typed = false,
         .table = "background",
         .key = "finish",
         .form = Form::Number,
         .set = sets_number<float>(0.0f, 1.0f, [](Brief& b) { return &b.background_finish; })},
        {.name = "finish",
         .placeholder = "SUBJECT[,BACKGROUND]",
         .range = "one or two shares, 0 to 1",
         .standard = "0.5,0.3",
         .help = "How far the subject, and what is behind it, are worked out: 0 a sketch, 1 finished",
         .in_file = false,
         .set = set_both_finishes},
    };
}

std::vector<BriefSetting> parts_that_are_typed() {
    return {
        {.name = "focus-on",
         .placeholder = "X,Y,W,H[:WEIGHT]",
         .range = "a box in shares of the picture, all of it within, and a weight of 0 to 10",
         .help = "Let a part of the picture count so much, 2 if left out, where the rest counts 1; may be "
                 "given several times",
         .of_scene = true,
         .repeats = true,
         .in_file = false,
         .example = "0.40,0.10,0.18,0.22:3",
         .set = adds(typed_focus, &Brief::marks)},
        {.name = "motif",
         .placeholder = "FILE[:PLACE[:VEIL]]",
         .range = "a picture's file; across, left, right or behind; 0 to 1",
         .help =
             "Paint a further picture into the background, across it and veiled by 0.3 if left out; may be "
             "given several times, the farthest first",
         .of_scene = true,
         .repeats = true,
         .in_file = false,
         .files = Files::Always,
         .example = "flag.png:across:0.3",
         .set = adds(typed_motif, &Brief::motifs)},
        {.name = "spatter",
         .placeholder = "REGION[:AMOUNT[:COLOUR]]",
         .range = "everywhere, face, subject, background or a mask's file; 0 to 1; a tube or #rrggbb",
         .help = "Throw paint at a part of the picture, 0.3 of cadmium red light if left out; may be given "
                 "several times",
         .repeats = true,
         .in_file = false,
         .files = Files::Perhaps,
         .example = "face:0.3:cadmium red light",
         .set = adds(typed_spatter, &Brief::spatters)},
    };
}

std::vector<BriefSetting> settings_of_the_signature() {
    return {
        {.name = "signature",
         .placeholder = "TEXT",
         .range = "1 to 40 letters of a to z, figures, spaces, dots and hyphens",
         .help = "Sign the picture",
         .against = {"signature.file"},
         .table = "signature",
         .key = "text",
         .example = "A. P.",
         .set = set_signature},
        {.name = "signature.file",
         .placeholder = "FILE",
         .range = "an SVG's file",
         .help = "Sign the picture with the centre lines of the paths in it",
         .against = {"signature"},
         .typed = false,
         .table = "signature",
         .key = "file",
         .files = Files::Always,
         .example = "signature.svg",
         .set = sets_text(kLongestText, [](Brief& b) { return &b.signature.file; })},
        {.name = "signature.corner",
         .placeholder = "CORNER",
         .range = one_of(kCornerWords),
         .standard = "bottom right",
         .help = "Where it stands",
         .choices = list_of(kCornerWords),
         .typed = false,
         .table = "signature",
         .key = "corner",
         .set = sets_choice(kCornerWords, [](Brief& b) { return &b.signature.corner; })},
        {.name = "signature.colour",
         .placeholder = "COLOUR",
         .range = "a tube of the palette or #rrggbb",
         .standard = "one that shows there",
         .help = "The paint it is signed with",
         .typed = false,
         .table = "signature",
         .key = "colour",
         .example = "bone black",
         .set =
             [](Brief& brief, std::string_view text) {
                 if (may_be_colour(text))
                     brief.signature.colour = std::string(text);
                 return may_be_colour(text);
             }},
        {.name = "signature.height",
         .placeholder = "LENGTH",
         .range = "1mm to 50cm",
         .standard = "a fortieth of the canvas",
         .help = "Height of its capitals",
         .typed = false,
         .table = "signature",
         .key = "height",
         .example = "12mm",
         .set = sets(
             [](std::string_view text) {
                 return length_mm(text, double{kSmallestLetterMm}, double{kLargestLetterMm});
             },
             [](Brief& b) { return &b.signature.height_mm; })},
    };
}

}  // namespace

std::vector<BriefSetting> scene_settings() {
    std::vector<BriefSetting> settings = settings_of_the_subject();
    for (const auto& more :
         {settings_of_the_background(), parts_that_are_typed(), settings_of_the_signature()})
        settings.insert(settings.end(), more.begin(), more.end());
    return settings;
}

}  // namespace allaprima
