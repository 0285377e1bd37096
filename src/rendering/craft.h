#pragma once

/// The eye's craft: the numbers by which a Touch is made of a planned stroke, in one table: the unit of each,
/// and what one sees as it grows. Lengths are in millimetres; `half` is half the stroke's width.
///
/// None of them is measured. They were set by looking: at strokes of each brush (`allaprima brush NAME -o
/// x.png`), at crops of portraits, and beside photographs of real paint. Change one, and look again.

namespace allaprima::craft {

// Mixing on the canvas
constexpr float kCleanWidth = 1.5f;    // mm: broader accents that stay clean in wet paint
constexpr float kMixingWidth = 6.0f;   // mm more: only very broad strokes that mix fully
constexpr float kTakesAlong = 2.0f;    // of the wetness: more of the colour beneath carried on in streaks
constexpr float kWorksIn = 1.6f;       // of wetness²: colours that blend where strokes cross
constexpr float kMostWorkedIn = 0.8f;  // share: nothing left of the stroke's own colour in soup

// How much paint there is
constexpr float kLeastBody = 0.04f;      // mm: thicker paint everywhere, thin strokes too
constexpr float kLoadedBody = 0.50f;     // mm of load²: loaded strokes that stand up from the rest
constexpr float kFinestBody = 0.05f;     // mm: thicker lines of small brushes
constexpr float kBodyOfWidth = 0.07f;    // of half: thicker paint of middling brushes
constexpr float kTogetherFrom = 0.4f;    // mm of half: longer: small brushes keep clean, whole ends
constexpr float kTogetherOver = 3.0f;    // mm: raggedness that comes later, with broader brushes
constexpr float kDrynessOfHairs = 0.3f;  // share: small brushes that run dry sooner

// Borders and ends
constexpr float kCrispness = 0.6f;     // of the plan's edge: softer borders all around
constexpr float kCrispOfKnife = 0.6f;  // of smoothing: sharper borders of a knife
constexpr float kSoftOfWidth = 0.5f;   // of half: soft strokes that fade towards their middle
constexpr float kSoftMost = 4.0f;      // mm: the same, of broad ones
constexpr float kRaggedStart = 0.5f;   // of half: beginnings that are frayed farther
constexpr float kStartOfWay = 0.5f;    // of the way: short strokes frayed to their middle
constexpr float kRaggedMost = 8.0f;    // mm: long combed ends of broad brushes
constexpr float kEndOfWay = 0.7f;      // of the way: short strokes that end in hairs alone
constexpr float kLostOfWidth = 0.35f;  // of half: borders that are lost where colours are alike
constexpr float kLostMost = 3.0f;      // mm: the same, of broad strokes
constexpr float kLostWhenDry = 0.5f;   // share: the same, on dry paint
constexpr float kTipOfWay = 0.5f;      // of the way: longer round tips of short strokes

// Where paint is let through
constexpr float kBorderOfPixel = 1.5f;  // pixels: smoother borders of small pictures
constexpr float kBorderLeast = 0.35f;   // share: borders that are smooth at any size
constexpr float kThinSoftness = 0.5f;   // share: thin paint that goes pale instead of breaking
constexpr float kApartSoftness = 0.3f;  // share: the same between hairs that stand apart
constexpr float kQuietSoftness = 0.8f;  // of quietness: broad soft strokes without streaks
constexpr float kDryStart = 0.6f;       // share: hollows left bare by a brush hardly loaded
constexpr float kHardlyLoaded = 0.12f;  // load: more brushes that are dry from the start
constexpr float kRunsDry = 0.4f;        // share: more bare canvas towards the end
constexpr float kRunsDryBelow = 0.85f;  // load: well-loaded brushes that run dry too
constexpr float kRunsDryFrom = 0.6f;    // mm of half: only broader brushes that run dry
constexpr float kRunsDryOver = 4.0f;    // mm: the same, coming on more slowly

// Relief
constexpr float kEndFadeOfWay = 0.35f;    // of the way: ends that slope farther
constexpr float kEndFadeLeast = 0.6f;     // mm: the same, of short strokes
constexpr float kEndFadeMost = 4.0f;      // mm: the same, of long ones
constexpr float kSideFadeOfWidth = 0.6f;  // of half: rounder small strokes
constexpr float kSideFadeMost = 1.0f;     // mm: rounder sides of broad ones
constexpr float kSideFadeQuiet = 0.7f;    // of half: even ground without visible strokes
constexpr float kFurrowsOfHairs = 0.35f;  // share: deeper furrows of small brushes
constexpr float kFurrowsOfBroad = 0.65f;  // share: deeper furrows of broad brushes
constexpr float kFurrowsFrom = 0.8f;      // mm of half: furrows that need a broader brush
constexpr float kFurrowsOver = 4.0f;      // mm: the same, coming on more slowly
constexpr float kBroadFlattens = 0.5f;    // share: broad brushes that leave the paint smoother
constexpr float kBroadFrom = 4.0f;        // mm of half: the same, of still broader ones
constexpr float kBroadOver = 12.0f;       // mm: the same, coming on more slowly
constexpr float kStands = 1.5f;           // less the wetness: furrows and rims that stand in wetter paint
constexpr float kLevels = 0.45f;          // share: the weave and older strokes filled sooner
constexpr float kLevelsOfBody = 4.0f;     // per mm of body: thick paint that hides all that is beneath
constexpr float kLevelsOfKnife = 0.5f;    // of smoothing: a knife that leaves one even sheet
constexpr float kLevelsMost = 0.95f;      // share: nothing that shows through

// Single hairs
constexpr float kHairTint = 0.018f;  // sRGB-encoded grey: hairs of unequal lightness in light paint

// Drops that fell
constexpr float kDropCap = 0.30f;      // of half: higher small drops
constexpr float kDropPuddle = 0.55f;   // mm: higher puddles
constexpr float kDropOutline = 0.02f;  // mm: softer outlines
constexpr float kDropLeast = 0.4f;     // share: higher drops, poor ones too
constexpr float kDropOfLoad = 0.6f;    // of the load: rich drops that stand higher than poor ones
constexpr float kDropTurns = 0.9f;     // per half: outlines with more bays
constexpr float kDropStrays = 2.0f;    // of unevenness: room for bays that reach farther
constexpr float kDropLevels = 0.9f;    // share: drops that hide what they fell on

}  // namespace allaprima::craft
