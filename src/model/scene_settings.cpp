#include "model/scene_settings.h"

#include "model/part_settings.h"
#include "model/region_settings.h"
#include "model/setting_values.h"

namespace allaprima {
namespace {

using namespace setting_values;

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

}  // namespace

std::vector<BriefSetting> ways_to_ask_for_parts() {
    return {
        {.name = "finish",
         .placeholder = "SUBJECT[,BACKGROUND]",
         .range = "one or two shares, 0 to 1",
         .standard = "0.5,0.3",
         .help = "How far the subject, and what is behind it, are worked out: 0 a sketch, 1 finished",
         .goes_on = true,
         .in_file = false,
         .set = set_both_finishes},
        {.name = "see",
         .placeholder = "WHAT[:off][:X,Y,W,H][:NAME]",
         .range =
             "hand 2, or another that 'allaprima study' lists, or face, hand, held, person or animal for "
             "one that it does not; off; a box in shares of the photograph; a name",
         .help = "Leave out something that is seen and is not there, say where it is, add one, or give it a "
                 "name; may be given several times",
         .of_scene = true,
         .repeats = true,
         .in_file = false,
         .example = "held:0.6,0.1,0.2,0.2:cap",
         .set = adds(typed_correction, &Brief::corrections)},
        {.name = "focus-on",
         .placeholder = "WHERE[:WEIGHT]",
         .range =
             "face, eyes, mouth, hands, held, person, animal, subject, background, or one of them, "
             "\"eyes 2\"; a "
             "name that 'see' gives; a box x,y,w,h from the top left in shares (0.4,0.1,0.2,0.2), "
             "per cent (40%,10%,20%,20%) or pixels of the "
             "photograph (430,255,140,45), all of it within; a circle x,y,radius in shares of the width; "
             "or a picture's file of the photograph's shape, light where it is meant; and a weight of 0 "
             "to 10",
         .help = "Let a part of the picture count this much, 2 if left out, where the rest counts 1; may be "
                 "given several times",
         .choices = region_settings::words_of_regions<FocusMark>(),
         .goes_on = true,
         .of_scene = true,
         .repeats = true,
         .in_file = false,
         .files = Files::Perhaps,
         .example = "0.40,0.10,0.18,0.22:3",
         .set = adds(typed_focus, &Brief::marks)},
        {.name = "motif",
         .placeholder = "FILE[:PLACE[:VEIL]]",
         .range = "a picture's file; across, left, right, behind, or a box x,y,w,h in shares; 0 to 1",
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
         .placeholder = "REGION[:AMOUNT[:COLOUR[:SEED]]]",
         .range =
             "everywhere, face, hands, held, person, animal, subject, background, one of them (\"hand "
             "2\"), a "
             "name that 'see' gives, a box x,y,w,h, a circle x,y,radius, or a mask's file; 0 to 1; a tube "
             "or #rrggbb; another seed throws it differently",
         .help = "Throw paint at a part of the picture, 0.3 of cadmium red light if left out; may be given "
                 "several times",
         .goes_on = true,
         .repeats = true,
         .in_file = false,
         .files = Files::Perhaps,
         .example = "face:0.3:cadmium red light",
         .set = adds(typed_spatter, &Brief::spatters)},
    };
}

}  // namespace allaprima
