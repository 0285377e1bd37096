#pragma once
#include <cstddef>

#include "model/brief.h"
#include "model/brief_settings.h"
#include "model/field.h"
#include "model/part_settings.h"

/// The fields of the parts of which a brief may have several, each declared once.
///
/// A visitor that has a member region() or box() takes such a value as a whole; any other is shown its
/// numbers.

namespace allaprima::painting_fields {

template <typename Visitor>
void visit_box(Visitor& visitor, ShareRect& box) {
    visitor.real("box_x", box.x, kFaceShare);
    visitor.real("box_y", box.y, kFaceShare);
    visitor.real("box_width", box.width, Range{0.0, kFaceShare.high});
    visitor.real("box_height", box.height, Range{0.0, kFaceShare.high});
}

template <typename Visitor>
void visit_box(Visitor& visitor, const Declared& declared, ShareRect& box) {
    if constexpr (requires { visitor.box(declared, box); })
        visitor.box(declared, box);
    else
        visit_box(visitor, box);
}

/// @param standard what holds when it is left out, in words.
template <typename Visitor>
void visit_region(Visitor& visitor, const char* standard, Region& region) {
    if constexpr (requires { visitor.region(standard, region); }) {
        visitor.region(standard, region);
    } else {
        visitor.choice("region", region.kind, kRegionWords);
        visit_box(visitor, region.box);
        visitor.real("centre_x", region.centre.x, kFaceShare);
        visitor.real("centre_y", region.centre.y, kFaceShare);
        visitor.real("radius", region.radius, Range{0.0, kFaceShare.high});
        visitor.text("mask", region.mask, kLongestText);
    }
}

template <typename Visitor>
void visit_fields(Visitor& visitor, FocusMark& mark) {
    visit_region(visitor, "", mark.region);
    visitor.real(Declared{.name = "weight",
                          .placeholder = "WEIGHT",
                          .help = "How much an error counts there, where it counts 1 elsewhere"},
                 mark.weight, Range{0.0, kMostWeight});
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Motif& motif) {
    visitor.text(Declared{.name = "file",
                          .placeholder = "FILE",
                          .range = "a picture's file",
                          .help = "What is painted into the background: a flag, a monument",
                          .example = "flag.png",
                          .files = Files::Always,
                          .required = true},
                 motif.file, kLongestText);
    visitor.choice(
        Declared{.name = "place",
                 .placeholder = "PLACE",
                 .help = "Where it goes: across all of the background, wrapped like cloth; upright in its "
                         "left or right third; behind the subject, as the scene behind it; in a box"},
        motif.place, kMotifPlaceWords);
    visit_box(visitor,
              Declared{.name = "box",
                       .placeholder = "X,Y,W,H",
                       .help = "The rectangle it fills, with place = \"box\"",
                       .example = "0.6,0.1,0.35,0.5"},
              motif.box);
    visitor.real(Declared{.name = "veil",
                          .placeholder = "SHARE",
                          .help = "How far it fades into the air in front of it: 0 near, 1 lost"},
                 motif.veil, kShare);
    visitor.real(Declared{.name = "folds",
                          .placeholder = "SHARE",
                          .help = "How deep the folds are in what is spread across: 0 flat"},
                 motif.folds, kShare);
    visitor.real(Declared{.name = "softness",
                          .placeholder = "SHARE",
                          .help = "How far its borders melt into what is beside it: 0 cut, 1 all lost"},
                 motif.softness, kShare);
    visitor.real(
        Declared{
            .name = "scale", .placeholder = "FACTOR", .help = "Size of what is repeated over the background"},
        motif.scale, Range{0.05, 20.0});
    visitor.flag(
        Declared{.name = "repeat", .help = "Repeat it like a pattern, instead of stretching it to cover"},
        motif.repeat);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Spatter& spatter) {
    visit_region(visitor, "face", spatter.region);
    visitor.text(Declared{.name = "colour",
                          .placeholder = "COLOUR",
                          .range = "a tube of the palette or #rrggbb",
                          .help = "The paint that is thrown",
                          .notation = Notation::Colour},
                 spatter.colour, kLongestText);
    visitor.real(
        Declared{.name = "amount", .placeholder = "SHARE", .help = "How much of it: 0 nothing, 1 drenched"},
        spatter.amount, kShare);
    visitor.seed(Declared{.name = "seed", .placeholder = "S", .help = "Another seed throws it differently"},
                 spatter.seed);
    visitor.real(
        Declared{.name = "direction", .placeholder = "DEGREES", .help = "Which way it flies: 0 up, 90 right"},
        spatter.direction, Range{0.0, 360.0});
    visitor.real(Declared{.name = "drop",
                          .column = "drop_mm",
                          .placeholder = "LENGTH",
                          .help = "Diameter of the largest usual drops on the canvas",
                          .notation = Notation::Length},
                 spatter.drop_mm, Range{0.2, 50.0});
    visitor.real(
        Declared{.name = "runs", .placeholder = "SHARE", .help = "Share of the heavy drops that run down"},
        spatter.runs, kShare);
    visitor.flag(Declared{.name = "under", .help = "Paint the subject over it"}, spatter.under);
    visitor.flag(Declared{.name = "eyes", .help = "Let it cover eyes"}, spatter.eyes);
}

}  // namespace allaprima::painting_fields
