#include "brush/brush.h"

namespace allaprima {
namespace {

constexpr BrushSetting kBrushSettings[] = {
    {"tip", &Brush::tip, 0.0f, 8.0f,
     "Length of the rounded tip at both ends of a stroke, in half-widths: 0 square, 0.7 a filbert, 1 a "
     "round"},
    {"bristle_width", &Brush::bristle_width, 0.02f, 20.0f,
     "Width of one clump of hair, mm: 0.4 hog, 0.15 sable; a knife has none, and takes a large one"},
    {"streak_length", &Brush::streak_length, 0.5f, 1000.0f,
     "Distance over which a bristle's track stays the same, mm"},
    {"colour_spread", &Brush::colour_spread, 0.0f, 1.0f,
     "How unevenly the paint on the brush is mixed: 0 not at all"},
    {"mixing", &Brush::mixing, 0.0f, 1.0f,
     "How much of the wet paint that it crosses it picks up: 0 none, 1 all it can"},
    {"ragged", &Brush::ragged, 0.0f, 4.0f,
     "How unevenly bristles begin and end, as a share of the half-width"},
    {"dryness", &Brush::dryness, 0.0f, 4.0f,
     "How soon the load runs out: 0 never, 1 before the end of most strokes"},
    {"contact", &Brush::contact, 0.05f, 1.0f,
     "Share of the bristles that touch the canvas: 1 all, 0.5 a fan or a dry brush"},
    {"splay", &Brush::splay, 0.0f, 1.0f,
     "How far bristles keep their distance where a stroke narrows: 0 they close up, 1 the outer ones lift "
     "off"},
    {"stiffness", &Brush::stiffness, 0.0f, 2.0f,
     "How deep bristles plough the paint: 0 soft hair that leaves it smooth, 1 hog"},
    {"load", &Brush::load, 0.05f, 4.0f, "How much paint it holds, compared with a flat of the same width"},
    {"ridge", &Brush::ridge, 0.0f, 2.0f,
     "Height of the paint pushed up along both sides, as a share of its thickness"},
    {"smoothing", &Brush::smoothing, 0.0f, 1.0f,
     "How far it spreads the paint into an even sheet with sharp edges, as a knife does"},
    {"dome", &Brush::dome, 0.0f, 1.0f,
     "How far paint forms one smooth drop instead of tracks of bristles: 0 brushed, 0.5 "
     "a "
     "flat drop with a round shoulder, 1 round all over"},
};

}  // namespace

std::span<const BrushSetting> brush_settings() {
    return kBrushSettings;
}

}  // namespace allaprima
