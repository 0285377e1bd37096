#pragma once
#include <array>
#include <cstdint>

#include "model/brief.h"
#include "model/brief_settings.h"
#include "model/field.h"
#include "model/scene_settings.h"

/// The fields of a brief, each declared once, in the order in which digests spell them.

namespace allaprima::painting_fields {

inline constexpr std::array kTransparencyWords{"ground", "transparent"};

template <typename Visitor>
void visit_plan(Visitor& visitor, Brief& brief) {
    visitor.whole(
        Declared{.name = "strokes",
                 .placeholder = "N",
                 .standard = "2000",
                 .help = "Lay at most this many strokes: few for a bold sketch, many for a close likeness"},
        brief.strokes, 1, kMostStrokesAsked);
    visitor.seed(Declared{.name = "seed",
                          .placeholder = "S",
                          .help = "Another seed gives another painting of the same photograph"},
                 brief.seed);
    visitor.text(
        Declared{.name = "hand",
                 .placeholder = "HAND",
                 .range = "painterly, faithful, bravura, impressionist, expressionist, divisionist, "
                          "tenebrist, knife, sketch, or a file",
                 .help = "Whose strokes, and whose eye for colour; 'allaprima hand list' describes each",
                 .choices = "painterly,faithful,bravura,impressionist,expressionist,divisionist,"
                            "tenebrist,knife,sketch",
                 .table = "hand",
                 .key = "name",
                 .files = Files::Perhaps},
        brief.hand, kLongestText);
    visitor.choice(
        Declared{.name = "focus",
                 .placeholder = "WHAT",
                 .help = "What matters more than the rest: 'auto' finds faces, 'none' treats all alike",
                 .table = "subject"},
        brief.focus, kFocusWords);
}

template <typename Visitor>
void visit_materials(Visitor& visitor, Brief& brief) {
    visitor.maybe_text(
        Declared{
            .name = "palette",
            .placeholder = "PALETTE",
            .range = "rgb, zorn, limited, impressionist, vangogh, full, auto:3 to auto:16, names of pigments "
                     "with commas between, or a file",
            .standard = "the hand's",
            .help = "The tubes to paint with; 'auto:6' takes the six that mix this picture best, 'rgb' is "
                    "plain colour without pigments",
            .choices = "rgb,zorn,limited,impressionist,vangogh,full,auto:6",
            .table = "paint",
            .example = "zorn",
            .files = Files::Perhaps},
        brief.palette, kLongestText);
    visitor.maybe_text(
        Declared{.name = "brush",
                 .placeholder = "BRUSH[,BRUSH…]",
                 .range = "flat, filbert, round, fan, rigger, knife, or files",
                 .standard = "the hand's",
                 .help =
                     "One brush for everything, or one for each pass in its order: block-in, form, detail, "
                     "accents; 'auto' is the hand's",
                 .choices = "auto,flat,filbert,round,fan,rigger,knife",
                 .table = "paint",
                 .example = "filbert",
                 .files = Files::Perhaps},
        brief.brush, kLongestText);
    visitor.maybe_real(
        Declared{.name = "wetness",
                 .placeholder = "SHARE",
                 .standard = "the hand's",
                 .help = "How wet the paint is that is painted into: 0 dry, layer over layer; 1 soup",
                 .table = "paint",
                 .example = "0.5"},
        brief.wetness, kShare);
    visitor.maybe_real(Declared{.name = "scumbles",
                                .placeholder = "SHARE",
                                .standard = "the hand's",
                                .help = "Share of the strokes that are dragged thinly over the dry painting "
                                        "where it should be lighter",
                                .table = "paint",
                                .example = "0.1"},
                       brief.scumbles, Range{0.0, kMostOfACoat});
    visitor.maybe_real(
        Declared{.name = "glazes",
                 .placeholder = "SHARE",
                 .standard = "the hand's",
                 .help = "Share of the strokes that are laid last as thin films where it should be deeper",
                 .table = "paint",
                 .example = "0.1"},
        brief.glazes, Range{0.0, kMostOfACoat});
    visitor.maybe_choice(Declared{.name = "canvas",
                                  .column = "support",
                                  .placeholder = "KIND",
                                  .standard = "the hand's",
                                  .help = "What is painted on",
                                  .table = "canvas",
                                  .key = "kind",
                                  .example = "cotton"},
                         brief.support, kSupportWords);
    visitor.maybe_colour(Declared{.name = "ground",
                                  .column = "ground_red",
                                  .placeholder = "COLOUR",
                                  .standard = "the hand's, or the photograph's mean colour",
                                  .help = "Colour of the primed canvas, which shows where paint is thin",
                                  .table = "canvas",
                                  .example = "burnt umber",
                                  .notation = Notation::Ground},
                         "ground_green", "ground_blue", brief.ground);
    visitor.choice(
        Declared{.name = "transparent",
                 .column = "transparency",
                 .help = "Leave transparent parts of the photograph transparent, instead of bare ground",
                 .table = "canvas",
                 .notation = Notation::Switch},
        brief.transparency, kTransparencyWords);
}

template <typename Visitor>
void visit_planning(Visitor& visitor, Brief& brief) {
    visitor.whole_or_open(Declared{.name = "plan-size",
                                   .column = "plan_size",
                                   .placeholder = "PX",
                                   .standard = "512 to 2048, by the number of strokes",
                                   .help = "Long side at which the strokes are planned; finer takes longer",
                                   .example = "1024"},
                          brief.plan_size, kSmallestPlanSize, kLargestPlanSize);
    visitor.maybe_real(
        Declared{.name = "target-psnr",
                 .column = "target_psnr",
                 .placeholder = "DB",
                 .help = "Stop when the plan is as close to the photograph as this, in decibels",
                 .example = "28"},
        brief.target_psnr, Range{kFaintestLikeness, kClosestLikeness});
    visitor.maybe_real(
        Declared{.name = "time",
                 .column = "seconds",
                 .placeholder = "SECONDS",
                 .range = "0.01 to 1000000",
                 .help = "Stop planning after this time; the strokes found by then are painted",
                 .example = "60"},
        brief.seconds, Range{kShortestTime, kLongestTime});
}

template <typename Visitor>
void visit_output(Visitor& visitor, OutputSize& output) {
    visitor.maybe_size(
        Declared{.name = "size",
                 .column = "width",
                 .placeholder = "WxH",
                 .range = "like 1600x1200, each side 1 to 65535",
                 .help = "Exactly this size in pixels; where the shape differs, bare canvas fills the rest",
                 .against = "long,width,height",
                 .table = "output",
                 .example = "1600x1200",
                 .of_rendering = true},
        "height", output.size, kLongestSide);
    visitor.maybe_whole(Declared{.name = "long",
                                 .column = "long_side",
                                 .placeholder = "PX",
                                 .standard = "2048",
                                 .help = "Long side of the picture in pixels; the other side follows",
                                 .against = "size",
                                 .table = "output",
                                 .of_rendering = true},
                        output.long_side, 1, kLongestSide);
    visitor.maybe_real(Declared{.name = "width",
                                .column = "width_mm",
                                .placeholder = "LENGTH",
                                .range = "1cm to 2000cm, like 60cm, 600mm or 24in",
                                .help = "Width of the canvas and of its print; the height follows",
                                .table = "canvas",
                                .example = "60cm",
                                .of_rendering = true,
                                .notation = Notation::Length},
                       output.width_mm, Range{kSmallestPrint, kLargestPrint});
    visitor.maybe_real(
        Declared{.name = "height",
                 .column = "height_mm",
                 .placeholder = "LENGTH",
                 .range = "1cm to 2000cm, like 60cm, 600mm or 24in",
                 .help = "Height of the canvas and of its print; with --width, bare canvas fills "
                         "what is left over",
                 .table = "canvas",
                 .example = "80cm",
                 .of_rendering = true,
                 .notation = Notation::Length},
        output.height_mm, Range{kSmallestPrint, kLargestPrint});
    visitor.maybe_real(Declared{.name = "dpi",
                                .placeholder = "N",
                                .standard = "300, for a print",
                                .help = "Pixels per inch of the print; the picture's file says so",
                                .table = "canvas",
                                .example = "300",
                                .of_rendering = true},
                       output.dpi, Range{kFewestDpi, kMostDpi});
}

template <typename Visitor>
void visit_light(Visitor& visitor, const Declared& declared, Light& light) {
    if constexpr (requires { visitor.light(declared, light); }) {
        visitor.light(declared, light);
    } else {
        visitor.real("light_azimuth", light.azimuth, Range{kLeastAzimuth, kMostAzimuth});
        visitor.real("light_elevation", light.elevation, Range{kLowestElevation, kHighestElevation});
    }
}

template <typename Visitor>
void visit_picture(Visitor& visitor, Brief& brief) {
    visitor.whole_or_open(
        Declared{
            .name = "depth",
            .placeholder = "BITS",
            .range = "8 or 16",
            .standard = "8 in PNG and JPEG, 16 in TIFF and EXR",
            .help = "Bits per channel: 16 makes a PNG without banding; the other formats hold only their own",
            .choices = "8,16",
            .table = "output",
            .example = "16",
            .of_rendering = true},
        brief.depth, 8, 16);
    visitor.choice(
        Declared{.name = "output.show",
                 .column = "finish",
                 .placeholder = "HOW",
                 .help = "What is shown: the paint's relief under a light, its colours alone, the plan "
                         "as it was computed, a height map or a normal map",
                 .table = "output",
                 .key = "show",
                 .typed = false,
                 .of_rendering = true},
        brief.finish, kFinishWords);
    visit_light(
        visitor,
        Declared{.name = "light",
                 .placeholder = "AZ,EL",
                 .range = "azimuth 0 to 360 and elevation 5 to 90",
                 .standard = "315,40",
                 .help = "Degrees the light comes from: azimuth (0 above, 90 right) and elevation (low "
                         "rakes, 90 head-on)",
                 .table = "output",
                 .of_rendering = true},
        brief.light);
    visitor.text(
        Declared{.name = "icc",
                 .placeholder = "PROFILE",
                 .range = "an ICC profile's file: RGB, CMYK or grey",
                 .standard = "sRGB",
                 .help = "Convert the picture for this printer or screen, and report what it cannot show",
                 .table = "output",
                 .example = "printer.icc",
                 .files = Files::Always,
                 .of_rendering = true},
        brief.icc, kLongestText);
    visitor.choice(Declared{.name = "intent",
                            .placeholder = "INTENT",
                            .help = "What happens to colours that the profile's device cannot show",
                            .table = "output",
                            .of_rendering = true},
                   brief.intent, kIntentWords);
}

template <typename Visitor>
void visit_scene(Visitor& visitor, Brief& brief) {
    visitor.text(
        Declared{.name = "mask",
                 .column = "subject_mask",
                 .placeholder = "FILE",
                 .range = "a picture's file of the photograph's shape",
                 .help = "Where the figure is: where this picture is light; if left out, it is found",
                 .against = "marks",
                 .table = "subject",
                 .example = "figure.png",
                 .files = Files::Always,
                 .of_scene = true},
        brief.subject.mask, kLongestText);
    visitor.text(Declared{.name = "marks",
                          .column = "subject_marks",
                          .placeholder = "FILE",
                          .range = "a picture's file of the photograph's shape",
                          .help = "A few marks that help to find the figure: green where it certainly is, "
                                  "red where it certainly is not",
                          .against = "mask",
                          .table = "subject",
                          .example = "marks.png",
                          .files = Files::Always,
                          .of_scene = true},
                 brief.subject.marks, kLongestText);
    visitor.maybe_box(Declared{.name = "subject.box",
                               .column = "subject",
                               .placeholder = "X,Y,W,H",
                               .standard = "where it stands",
                               .help = "Where the whole figure goes",
                               .against = "subject.scale,subject.crop",
                               .table = "subject",
                               .key = "box",
                               .example = "0.3,0.1,0.4,0.9",
                               .typed = false},
                      brief.subject.box);
    visitor.real(Declared{.name = "subject.scale",
                          .column = "subject_scale",
                          .placeholder = "FACTOR",
                          .help = "Size of the figure, about its feet",
                          .against = "subject.box",
                          .table = "subject",
                          .key = "scale",
                          .typed = false},
                 brief.subject.scale, Range{0.1, 4.0});
    visitor.flag(Declared{.name = "subject.crop",
                          .column = "subject_crop",
                          .help = "Let the picture's edge cut its head",
                          .against = "subject.box",
                          .table = "subject",
                          .key = "crop",
                          .typed = false},
                 brief.subject.crop);
    visitor.real(Declared{.name = "subject.finish",
                          .column = "subject_finish",
                          .placeholder = "SHARE",
                          .help = "How far the subject is worked out: 0 a sketch, 1 finished",
                          .table = "subject",
                          .key = "finish",
                          .typed = false},
                 brief.subject_finish, kShare);
    visitor.real(Declared{.name = "background.finish",
                          .column = "background_finish",
                          .placeholder = "SHARE",
                          .help = "How far it is worked out: 0 a sketch, 1 finished",
                          .table = "background",
                          .key = "finish",
                          .typed = false},
                 brief.background_finish, kShare);
    visitor.choice(
        Declared{.name = "backdrop",
                 .placeholder = "WORD",
                 .help = "What stands behind the subject: 'photograph' what it shows there, 'plain' the "
                         "toned ground, 'auto' the motifs or else the photograph's own",
                 .table = "background",
                 .key = "kind",
                 .of_scene = true},
        brief.backdrop, kBackdropWords);
}

template <typename Visitor>
void visit_signature(Visitor& visitor, Signature& signature) {
    visitor.text(Declared{.name = "signature",
                          .column = "signature_text",
                          .placeholder = "TEXT",
                          .range = "1 to 40 letters of a to z, figures, spaces, dots and hyphens",
                          .help = "Sign the picture",
                          .against = "signature.file",
                          .table = "signature",
                          .key = "text",
                          .example = "A. P.",
                          .notation = Notation::Letters},
                 signature.text, kLongestText);
    visitor.text(Declared{.name = "signature.file",
                          .column = "signature_file",
                          .placeholder = "FILE",
                          .range = "an SVG's file",
                          .help = "Sign the picture with the centre lines of the paths in it",
                          .against = "signature",
                          .table = "signature",
                          .key = "file",
                          .example = "signature.svg",
                          .files = Files::Always,
                          .typed = false},
                 signature.file, kLongestText);
    visitor.choice(Declared{.name = "signature.corner",
                            .column = "signature_corner",
                            .placeholder = "CORNER",
                            .help = "Where it stands",
                            .table = "signature",
                            .key = "corner",
                            .typed = false},
                   signature.corner, kCornerWords);
    visitor.text(Declared{.name = "signature.colour",
                          .column = "signature_colour",
                          .placeholder = "COLOUR",
                          .range = "a tube of the palette or #rrggbb",
                          .standard = "one that shows there",
                          .help = "The paint it is signed with",
                          .table = "signature",
                          .key = "colour",
                          .example = "bone black",
                          .typed = false,
                          .notation = Notation::Colour},
                 signature.colour, kLongestText);
    visitor.real(Declared{.name = "signature.height",
                          .column = "signature_height_mm",
                          .placeholder = "LENGTH",
                          .range = "1mm to 50cm",
                          .standard = "a fortieth of the canvas",
                          .help = "Height of its capitals",
                          .table = "signature",
                          .key = "height",
                          .example = "12mm",
                          .typed = false,
                          .notation = Notation::Length,
                          .lowest = kSmallestLetterMm,
                          .highest = kLargestLetterMm},
                 signature.height_mm, Range{0.0, 1e5});
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Brief& brief) {
    visit_plan(visitor, brief);
    visit_materials(visitor, brief);
    visit_planning(visitor, brief);
    visit_output(visitor, brief.output);
    visit_picture(visitor, brief);
    visit_scene(visitor, brief);
    visit_signature(visitor, brief.signature);
}

}  // namespace allaprima::painting_fields
