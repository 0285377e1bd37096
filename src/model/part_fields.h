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
        visitor.whole(Declared{.name = "face", .since = 5}, region.number, 0, kMostNumbered);
        visit_box(visitor, region.box);
        visitor.real("centre_x", region.centre.x, kFaceShare);
        visitor.real("centre_y", region.centre.y, kFaceShare);
        visitor.real("radius", region.radius, Range{0.0, kFaceShare.high});
        visitor.text("mask", region.mask, kLongestText);
        visitor.text(Declared{.name = "named", .since = 6}, region.name, kLongestGivenName);
    }
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Correction& correction) {
    const InTable see;
    visitor.text(see("what", "What of the things that are seen",
                     {.range = "hand 2, or another that 'allaprima study' lists; or face, hand, held, person "
                               "or animal: one that it does not, whose box you give",
                      .example = "hand 2",
                      .required = true}),
                 correction.what, kLongestGivenName);
    visitor.flag(see("off", "It is none: leave it out"), correction.off);
    visit_box(visitor, see("box", "Where it is in the photograph", {.example = "0.6,0.1,0.35,0.5"}),
              correction.box);
    visitor.text(see("name", "What it is called from now on, in 'focus' and 'spatter' too",
                     {.range = "letters, figures, spaces and hyphens, at most 40", .example = "cap"}),
                 correction.name, kLongestGivenName);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, FocusMark& mark) {
    const InTable focus;
    visit_region(visitor, "", mark.region);
    visitor.real(focus("weight", "How much an error counts there, where it counts 1 elsewhere",
                       {.placeholder = "WEIGHT"}),
                 mark.weight, Range{0.0, kMostWeight});
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Motif& part) {
    const InTable motif;
    visitor.text(
        motif("file", "What is painted into the background: a flag, a monument",
              {.range = "a picture's file", .example = "flag.png", .files = Files::Always, .required = true}),
        part.file, kLongestText);
    visitor.choice(
        motif("place",
              "Where it goes: across all of the background, wrapped like cloth; upright in its left or right "
              "third; behind the subject, as the scene behind it; in a box",
              {.placeholder = "PLACE"}),
        part.place, kMotifPlaceWords);
    visit_box(visitor,
              motif("box", "The rectangle it fills, with place = \"box\"", {.example = "0.6,0.1,0.35,0.5"}),
              part.box);
    visitor.choice(
        motif("fit", "In a third: whether all of it is shown, or as much as goes in at full height",
              {.since = 5}),
        part.fit, kMotifFitWords);
    visitor.choice(motif("anchor", "Which part of it is shown where it is cropped", {.since = 5}),
                   part.anchor, kMotifAnchorWords);
    visitor.real(motif("veil", "How far it fades into the air in front of it: 0 near, 1 lost"), part.veil,
                 kShare);
    visitor.real(motif("folds", "How deep the folds are in what is spread across: 0 flat"), part.folds,
                 kShare);
    visitor.real(motif("softness", "How far its borders melt into what is beside it: 0 cut, 1 all lost"),
                 part.softness, kShare);
    visitor.real(motif("scale", "Size of what is repeated over the background", {.placeholder = "FACTOR"}),
                 part.scale, Range{0.05, 20.0});
    visitor.flag(motif("repeat", "Repeat it like a pattern, instead of stretching it to cover"), part.repeat);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Spatter& part) {
    const InTable spatter;
    visit_region(visitor, "face", part.region);
    visitor.text(spatter("colour", "The paint that is thrown", {.notation = Notation::Colour}), part.colour,
                 kLongestText);
    visitor.real(spatter("amount", "How much of it: 0 nothing, 1 drenched"), part.amount, kShare);
    visitor.seed(spatter("seed", "Another seed throws it differently"), part.seed);
    visitor.real(spatter("direction", "Which way it flies: 0 up, 90 right", {.placeholder = "DEGREES"}),
                 part.direction, Range{0.0, 360.0});
    visitor.real(spatter("drop", "Diameter of the largest usual drops on the canvas",
                         {.column = "drop_mm", .notation = Notation::Length}),
                 part.drop_mm, Range{0.2, 50.0});
    visitor.real(spatter("runs", "Share of the heavy drops that run down"), part.runs, kShare);
    visitor.flag(spatter("under", "Paint the subject over it"), part.under);
    visitor.flag(spatter("eyes", "Let it cover eyes, mouth and nostrils"), part.eyes);
}

}  // namespace allaprima::painting_fields
