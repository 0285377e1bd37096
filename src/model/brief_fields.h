#pragma once
#include <array>
#include <cstdint>

#include "brush/planned_passes.h"
#include "model/brief.h"
#include "model/brief_settings.h"
#include "model/field.h"
#include "model/scene_settings.h"

/// The fields of a brief, each declared once, in the order in which digests spell them.

namespace allaprima::painting_fields {

inline constexpr std::array kTransparencyWords{"ground", "transparent"};
inline constexpr const char* kTheHands = "the hand's";
inline constexpr TextOfPasses kBrushHelp{
    "One brush for everything, or one for each pass in its order: {}; 'auto' is the hand's"};

template <typename Visitor>
void visit_plan(Visitor& visitor, Brief& brief) {
    const InTable top, hand{"hand"}, subject{"subject"};
    visitor.whole(
        top("strokes", "Lay at most this many strokes: few for a bold sketch, many for a close likeness",
            {.standard = "2000", .goes_on = true}),
        brief.strokes, 1, kMostStrokesAsked);
    visitor.seed(top("seed", "Another seed gives another painting of the same photograph"), brief.seed);
    visitor.text(hand("hand", "Whose strokes, and whose eye for colour; 'allaprima hand list' describes each",
                      {.placeholder = "HAND",
                       .range = "{}, or a file",
                       .shipped = Shipped::Hands,
                       .key = "name",
                       .files = Files::Perhaps}),
                 brief.hand, kLongestText);
    visitor.maybe_real(
        hand("hand-strength",
             "How strong its habits are: 0 as the painterly hand's, 1 its own, more exaggerates them; its "
             "paints and brushes stay",
             {.placeholder = "FACTOR", .standard = "1", .key = "strength", .example = "0.5", .since = 8}),
        brief.hand_strength, Range{0.0, kStrongestHand});
    visitor.choice(
        subject("focus", "What matters more than the rest: 'auto' finds faces, 'none' treats all alike",
                {.placeholder = "WHAT", .goes_on = true}),
        brief.focus, kFocusWords);
}

template <typename Visitor>
void visit_photograph(Visitor& visitor, Adjustment& asked) {
    const InTable photograph{"photograph"};
    visitor.maybe_box(
        photograph(
            "crop",
            "What is painted of the photograph, as it is turned; all other boxes and masks are of that",
            {.column = "photo_crop",
             .standard = "all of it",
             .example = "0.1,0,0.8,1",
             .since = 8,
             .of_scene = true}),
        asked.crop);
    visitor.real(
        photograph("turn",
                   "Straighten the photograph by so many degrees, clockwise; as much is kept as leaves "
                   "no corner empty",
                   {.column = "photo_turn", .placeholder = "DEGREES", .since = 8, .of_scene = true}),
        asked.turn, Range{-kFurthestTurn, kFurthestTurn});
    visitor.real(
        photograph("brightness",
                   "Lighten the photograph by so many stops, or darken it: 1 is twice the light, white "
                   "stays white",
                   {.column = "photo_brightness", .placeholder = "STOPS", .since = 8, .of_scene = true}),
        asked.brightness, Range{-kMostStops, kMostStops});
    visitor.real(photograph("warmth", "Warm the photograph's light, or cool it: 1 golden, -1 like a blue sky",
                            {.column = "photo_warmth", .placeholder = "SHIFT", .since = 8, .of_scene = true}),
                 asked.warmth, Range{-1.0, 1.0});
}

template <typename Visitor>
void visit_materials(Visitor& visitor, Brief& brief) {
    const InTable paint{"paint"}, canvas{"canvas"};
    visitor.maybe_text(
        paint("palette",
              "The tubes to paint with; 'auto:6' takes the six that mix this picture best, 'rgb' is plain "
              "colour without pigments",
              {.placeholder = "PALETTE",
               .range = "rgb, {}, auto:3 to auto:16, names of pigments with commas between, or a file",
               .standard = kTheHands,
               .choices = "rgb,auto:6",
               .shipped = Shipped::Palettes,
               .example = "zorn",
               .files = Files::Perhaps}),
        brief.palette, kLongestText);
    visitor.maybe_text(paint("brush", kBrushHelp.c_str(),
                             {.placeholder = "BRUSH[,BRUSH…]",
                              .range = "{}, or files",
                              .standard = kTheHands,
                              .choices = "auto",
                              .shipped = Shipped::Brushes,
                              .example = "filbert",
                              .files = Files::Perhaps}),
                       brief.brush, kLongestText);
    visitor.maybe_real(
        paint("wetness", "How wet the paint is that is painted into: 0 dry, layer over layer; 1 soup",
              {.standard = kTheHands, .example = "0.5"}),
        brief.wetness, kShare);
    visitor.maybe_real(paint("scumbles",
                             "Share of the strokes that are dragged thinly over the dry painting where it "
                             "should be lighter",
                             {.standard = kTheHands, .example = "0.1"}),
                       brief.scumbles, Range{0.0, kMostOfACoat});
    visitor.maybe_real(
        paint("glazes", "Share of the strokes that are laid last as thin films where it should be deeper",
              {.standard = kTheHands, .example = "0.1"}),
        brief.glazes, Range{0.0, kMostOfACoat});
    visitor.maybe_choice(canvas("canvas", "What is painted on",
                                {.column = "support",
                                 .placeholder = "KIND",
                                 .standard = kTheHands,
                                 .key = "kind",
                                 .example = "cotton",
                                 .of_rendering = true}),
                         brief.support, kSupportWords);
    visitor.maybe_colour(
        canvas("ground", "Colour of the primed canvas, which shows where paint is thin",
               {.column = "ground_red",
                .standard = "the hand's, or the photograph's mean colour; of a cut-out, primed canvas",
                .example = "burnt umber",
                .notation = Notation::Ground}),
        "ground_green", "ground_blue", brief.ground);
    visitor.choice(
        canvas("transparent", "Leave transparent parts of the photograph transparent, instead of bare ground",
               {.column = "transparency", .notation = Notation::Switch}),
        brief.transparency, kTransparencyWords);
}

template <typename Visitor>
void visit_planning(Visitor& visitor, Brief& brief) {
    const InTable top, paint{"paint"};
    visitor.text(paint("head", "Plan strokes only as broad as the tools of this robot's head can paint them",
                       {.placeholder = "FILE.toml",
                        .range = "a file of a head, as 'allaprima robot --template' writes one",
                        .example = "head.toml",
                        .files = Files::Always,
                        .since = 6}),
                 brief.head, kLongestText);
    visitor.whole_or_open(
        top("plan-size", "Long side at which the strokes are planned; finer takes longer",
            {.placeholder = "PX", .standard = "512 to 2048, by the number of strokes", .example = "1024"}),
        brief.plan_size, kSmallestPlanSize, kLargestPlanSize);
    visitor.maybe_real(
        top("target-psnr", "Stop when the plan is as close to the photograph as this, in decibels",
            {.placeholder = "DB", .example = "28"}),
        brief.target_psnr, Range{kFaintestLikeness, kClosestLikeness});
    visitor.maybe_real(
        top("time", "Stop planning after this time; the strokes found by then are painted",
            {.column = "seconds", .placeholder = "SECONDS", .range = "0.01 to 1000000", .example = "60"}),
        brief.seconds, Range{kShortestTime, kLongestTime});
}

template <typename Visitor>
void visit_output(Visitor& visitor, OutputSize& asked) {
    const InTable output{.name = "output", .of_rendering = true};
    const InTable canvas{.name = "canvas", .of_rendering = true}, cut{.name = "canvas"};
    constexpr const char* kLengths = "1cm to 2000cm, like 60cm, 600mm or 24in";
    visitor.maybe_size(
        output("size", "Exactly this size in pixels; where the shape differs, bare canvas fills the rest",
               {.column = "width",
                .range = "like 1600x1200, each side 1 to 65535",
                .against = "long,width,height",
                .example = "1600x1200"}),
        "height", asked.size, kLongestSide);
    visitor.maybe_whole(
        output("long", "Long side of the picture in pixels; the other side follows",
               {.column = "long_side", .placeholder = "PX", .standard = "2048", .against = "size"}),
        asked.long_side, 1, kLongestSide);
    visitor.maybe_real(
        canvas("width", "Width of the canvas and of its print; the height follows",
               {.column = "width_mm", .range = kLengths, .example = "60cm", .notation = Notation::Length}),
        asked.width_mm, Range{kSmallestPrint, kLargestPrint});
    visitor.maybe_real(
        canvas("height",
               "Height of the canvas and of its print; with --width, bare canvas fills what is left over",
               {.column = "height_mm", .range = kLengths, .example = "80cm", .notation = Notation::Length}),
        asked.height_mm, Range{kSmallestPrint, kLargestPrint});
    visitor.maybe_real(canvas("dpi", "Pixels per inch of the print; the picture's file says so",
                              {.standard = "300, for a print", .example = "300"}),
                       asked.dpi, Range{kFewestDpi, kMostDpi});
    visitor.flag(cut("fill",
                     "Crop the photograph to the shape that --width and --height or --size ask for, around "
                     "what matters in it, instead of leaving bare canvas",
                     {.since = 6}),
                 asked.fill);
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
void visit_framing(Visitor& visitor, Framing& framing) {
    const InTable output{.name = "output", .of_rendering = true};
    visitor.choice(
        output("frame", "Frame the picture; its size is that of the painting, without what is around it",
               {.placeholder = "KIND", .since = 8}),
        framing.frame, kFrameWords);
    visitor.real(output("frame-width", "How wide the frame's moulding is, measured on the canvas",
                        {.column = "frame_mm",
                         .range = "up to 50cm",
                         .standard = "a twelfth of the canvas's mean side",
                         .example = "4cm",
                         .since = 8,
                         .notation = Notation::Length}),
                 framing.frame_mm, Range{0.0, kWidestFrame});
    visitor.real(output("mat", "Lay a passe-partout of this width around the picture, measured on the canvas",
                        {.column = "mat_mm",
                         .range = "up to 50cm; 0mm lays none",
                         .example = "6cm",
                         .since = 8,
                         .notation = Notation::Length}),
                 framing.mat_mm, Range{0.0, kWidestFrame});
    visitor.maybe_colour(output("mat-colour", "Colour of the passe-partout",
                                {.column = "mat_red",
                                 .standard = "a warm white",
                                 .example = "#e8e2d4",
                                 .since = 8,
                                 .notation = Notation::Ground}),
                         "mat_green", "mat_blue", framing.mat_colour);
}

template <typename Visitor>
void visit_picture(Visitor& visitor, Brief& brief) {
    const InTable output{.name = "output", .of_rendering = true};
    visitor.whole_or_open(
        output("depth",
               "Bits per channel: 16 makes a PNG without banding; the other formats hold only their own",
               {.placeholder = "BITS",
                .standard = "8 in PNG and JPEG, 16 in TIFF and EXR",
                .choices = "8,16",
                .example = "16"}),
        brief.depth, 8, 16);
    visitor.choice(output("output.show",
                          "What is shown: the paint's relief under a light, its colours alone, the plan as "
                          "it was computed, a height map or a normal map",
                          {.column = "finish", .placeholder = "HOW"}),
                   brief.finish, kFinishWords);
    visit_light(
        visitor,
        output("light",
               "Degrees the light comes from: azimuth (0 above, 90 right) and elevation (low rakes, 90 "
               "head-on)",
               {.range = "azimuth 0 to 360 and elevation 5 to 90", .standard = "315,40"}),
        brief.light);
    visitor.maybe_real(
        output("relief-strength",
               "How strongly the light brings out the paint's relief: 0 not at all, 2 twice as it lies",
               {.placeholder = "FACTOR", .standard = "1", .example = "0.5", .since = 5}),
        brief.relief_strength, Range{0.0, kStrongestRelief});
    visit_framing(visitor, brief.framing);
    visitor.text(
        output("icc", "Convert the picture for this printer or screen, and report what it cannot show",
               {.placeholder = "PROFILE",
                .range = "an ICC profile's file: RGB, CMYK or grey",
                .standard = "sRGB",
                .example = "printer.icc",
                .files = Files::Always}),
        brief.icc, kLongestText);
    visitor.choice(output("intent", "What happens to colours that the profile's device cannot show",
                          {.placeholder = "INTENT"}),
                   brief.intent, kIntentWords);
}

template <typename Visitor>
void visit_subject(Visitor& visitor, Subject& figure) {
    const InTable subject{"subject"};
    constexpr const char* kLikeThePhoto = "a picture's file of the photograph's shape";
    visitor.text(subject("mask", "Where the figure is: where this picture is light; if left out, it is found",
                         {.column = "subject_mask",
                          .range = kLikeThePhoto,
                          .against = "marks",
                          .example = "figure.png",
                          .files = Files::Always,
                          .of_scene = true}),
                 figure.mask, kLongestText);
    visitor.text(subject("marks",
                         "A few marks that help to find the figure: green where it certainly is, red where "
                         "it certainly is not",
                         {.column = "subject_marks",
                          .range = kLikeThePhoto,
                          .against = "mask",
                          .example = "marks.png",
                          .files = Files::Always,
                          .of_scene = true}),
                 figure.marks, kLongestText);
    visitor.maybe_box(subject("subject.box", "Where the whole figure goes",
                              {.column = "subject",
                               .standard = "where it stands",
                               .against = "subject.scale,subject.crop",
                               .example = "0.3,0.1,0.4,0.9",
                               .of_scene = true}),
                      figure.box);
    visitor.real(subject("subject.scale", "Size of the figure, about its feet",
                         {.placeholder = "FACTOR", .against = "subject.box", .of_scene = true}),
                 figure.scale, Range{0.1, 4.0});
    visitor.flag(subject("subject.crop", "Let the picture's edge cut its head",
                         {.against = "subject.box", .of_scene = true}),
                 figure.crop);
    visitor.real(
        subject("subject.tint",
                "How far it takes the colour of what is behind it, where motifs or a plain ground are: a "
                "grey figure before coloured ones stays grey with 0",
                {.since = 5, .of_scene = true}),
        figure.tint, kShare);
}

template <typename Visitor>
void visit_scene(Visitor& visitor, Brief& brief) {
    const InTable subject{"subject"}, background{"background"};
    visit_subject(visitor, brief.subject);
    visitor.real(subject("subject.finish", "How far the subject is worked out: 0 a sketch, 1 finished",
                         {.goes_on = true}),
                 brief.subject_finish, kShare);
    visitor.real(background("background.finish", "How far it is worked out: 0 a sketch, 1 finished",
                            {.goes_on = true}),
                 brief.background_finish, kShare);
    visitor.choice(background("backdrop",
                              "What stands behind the subject: 'photograph' what it shows there, 'plain' the "
                              "toned ground, 'auto' the motifs or else the photograph's own",
                              {.key = "kind", .of_scene = true}),
                   brief.backdrop, kBackdropWords);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Signature& name) {
    const InTable signature{"signature"};
    visitor.text(signature("signature", "Sign the picture",
                           {.column = "signature_text",
                            .range = "1 to 40 letters of a to z, figures, spaces, dots and hyphens",
                            .against = "signature.file",
                            .key = "text",
                            .example = "A. P.",
                            .of_rendering = true,
                            .notation = Notation::Letters}),
                 name.text, kLongestText);
    visitor.text(signature("signature.file", "Sign the picture with the centre lines of the paths in it",
                           {.range = "an SVG's file",
                            .against = "signature",
                            .example = "signature.svg",
                            .files = Files::Always,
                            .goes_on = true}),
                 name.file, kLongestText);
    visitor.choice(signature("signature.corner", "Where it stands", {.goes_on = true}), name.corner,
                   kCornerWords);
    visitor.text(signature("signature.colour", "The paint it is signed with",
                           {.standard = "one that shows there",
                            .example = "bone black",
                            .goes_on = true,
                            .notation = Notation::Colour}),
                 name.colour, kLongestText);
    visitor.real(signature("signature.height", "Height of its capitals",
                           {.column = "signature_height_mm",
                            .range = "1mm to 50cm",
                            .standard = "a fortieth of the canvas",
                            .example = "12mm",
                            .goes_on = true,
                            .notation = Notation::Length,
                            .lowest = kSmallestLetterMm,
                            .highest = kLargestLetterMm}),
                 name.height_mm, Range{0.0, 1e5});
}

/// How it is painted, and how large.
template <typename Visitor>
void visit_work(Visitor& visitor, Brief& brief) {
    visit_plan(visitor, brief);
    visit_photograph(visitor, brief.photograph);
    visit_materials(visitor, brief);
    visit_planning(visitor, brief);
    visit_output(visitor, brief.output);
    visit_picture(visitor, brief);
}

/// What is to be seen, beside the parts of which there may be several.
template <typename Visitor>
void visit_commission(Visitor& visitor, Brief& brief) {
    visit_scene(visitor, brief);
    visit_fields(visitor, brief.signature);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Brief& brief) {
    visit_work(visitor, brief);
    visit_commission(visitor, brief);
}

}  // namespace allaprima::painting_fields
