#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "brush/hand.h"
#include "image/image.h"

namespace allaprima {

/// What is painted on, under its priming.
enum class Support {
    Linen,   ///< Spun flax: threads of all widths, wandering.
    Cotton,  ///< Duck: even threads, a finer grain.
    Panel,   ///< Gessoed wood: nearly smooth, with the traces of the brush that primed it.
    Paper,   ///< Primed paper: an irregular grain without direction.
};

/// The word for each support, in their order.
inline constexpr std::array kSupportWords{"linen", "cotton", "panel", "paper"};

/// How the finished strokes are shown.
enum class Finish {
    Lit,      ///< Paint with relief under a raking light.
    Unlit,    ///< The paint's own colours, without relief.
    Flat,     ///< The plan as the planner sees it: soft-edged, no texture, no light.
    Relief,   ///< Not colours but the height of the paint.
    Normals,  ///< Not colours but which way the surface faces.
};

/// The word for each finish, in their order.
inline constexpr std::array kFinishWords{"lit", "unlit", "flat", "relief", "normals"};

/// Whether what is shown are measures of the surface, which no eye should judge as colours.
constexpr bool is_measure(Finish finish) {
    return finish == Finish::Relief || finish == Finish::Normals;
}

/// Where the light comes from. Degrees.
struct Light {
    float azimuth = 315.0f;   ///< Compass direction it comes from: 0 above the picture, 90 from its right.
    float elevation = 40.0f;  ///< Above the canvas plane: near 0 rakes, 90 is head-on.

    bool operator==(const Light&) const = default;
};

/// What the painter takes to matter more than the rest of the picture, apart from what the brief marks.
enum class Focus {
    Auto,  ///< Faces, where there are any.
    None,  ///< Every pixel counts the same.
};

/// The word for each focus, in their order.
inline constexpr std::array kFocusWords{"auto", "none"};

/// What is done to the photograph before it is painted: what is asked of the painting is of what comes of it.
struct Adjustment {
    std::optional<ShareRect> crop = {};  ///< What is painted of it, shares of the photograph as it is turned.
    float turn = 0.0f;                   ///< Clockwise, degrees; what is kept has no empty corner.
    float brightness = 0.0f;             ///< In stops: light is multiplied by two to this power.
    float warmth = 0.0f;                 ///< -1 cool to 1 warm, by the colours of daylight.

    bool operator==(const Adjustment&) const = default;
};

/// What shows where the photograph is transparent.
enum class Transparency {
    Ground,       ///< The bare ground.
    Transparent,  ///< Nothing: the picture is transparent there.
};

/// How big the picture is to be made; all empty: the default long side.
struct OutputSize {
    std::optional<Size> size;         ///< Exactly this many pixels; the picture is fitted, never distorted.
    std::optional<int> long_side;     ///< This long side in pixels, also of a print; the other follows.
    std::optional<double> width_mm;   ///< This wide in print, and so is the canvas that is planned for;
    std::optional<double> height_mm;  ///< this high; one follows from the other, with both it is fitted.
    std::optional<double> dpi;        ///< Pixels of an inch of it.
    bool fill = false;  ///< Of a shape that is asked for, the photograph is cropped to fill all of it.

    bool operator==(const OutputSize&) const = default;
};

/// What a picture's frame is made of.
enum class FrameKind {
    None,
    Oak,
    Walnut,
    Black,  ///< Lacquered.
    White,  ///< Painted.
    Gilt,   ///< Leaf of gold over red bole.
};

/// The word for each frame, in their order.
inline constexpr std::array kFrameWords{"none", "oak", "walnut", "black", "white", "gilt"};

/// What lies around the painting in a picture that is taken away.
struct Framing {
    FrameKind frame = FrameKind::None;
    double frame_mm = 0.0;               ///< How wide its moulding is on the canvas's scale; 0: as suits it.
    double mat_mm = 0.0;                 ///< How wide the passe-partout is; 0: there is none.
    std::optional<Rgb> mat_colour = {};  ///< Of its board, sRGB-encoded; empty: a warm white.

    bool operator==(const Framing&) const = default;
};

/// What a printer's profile is to make of colours that the printer cannot print.
enum class Intent {
    Perceptual,  ///< All colours move a little, so that they keep their distances.
    Relative,    ///< Only those out of reach move; white is the paper's.
    Saturation,  ///< Colourfulness before all.
    Absolute,    ///< As relative, and the paper's white is imitated.
};

/// The word for each intent, in their order.
inline constexpr std::array kIntentWords{"perceptual", "relative", "saturation", "absolute"};

/// A part of the picture, as a brief names it. Shares are of the picture's width and height, from its top
/// left.
struct Region {
    enum class Kind {
        Everywhere,
        Face,        ///< The faces that are found.
        Subject,     ///< The figure that is painted.
        Background,  ///< Everything else.
        Box,
        Circle,
        Mask,  ///< Where a picture of the photograph's shape is light.
        Eyes,
        Mouth,
        Hands,
        Held,    ///< What they hold.
        Person,  ///< The people that are found, as far as the figure is told apart.
        Animal,  ///< Those that the brief tells of.
        Named,   ///< What the brief has given this name.
    };
    Kind kind = Kind::Everywhere;
    int number = 0;          ///< Of what is found: which, as `study` numbers them; 0 all.
    ShareRect box = {};      ///< Of Kind::Box; shares of the picture,
    bool in_pixels = false;  ///< or, until the photograph is read, pixels of it.
    Vec2 centre = {};        ///< Of Kind::Circle, shares of the width and the height;
    float radius = 0.0f;     ///< its radius, as a share of the width.
    std::string mask = {};   ///< Of Kind::Mask: the picture's file.
    std::string name = {};   ///< Of Kind::Named.

    bool operator==(const Region&) const = default;
};

/// The word for each kind of region, in their order.
inline constexpr std::array kRegionWords{"everywhere", "face",   "subject", "background", "box",
                                         "circle",     "mask",   "eyes",    "mouth",      "hands",
                                         "held",       "person", "animal",  "named"};
/// The highest number by which a face or another thing that is seen can be named.
constexpr int kMostNumbered = 99;

/// Something that counts more than the rest, or less.
struct FocusMark {
    Region region;
    float weight = 2.0f;  ///< How much an error counts there, where it counts 1 elsewhere; 0 to 10.

    bool operator==(const FocusMark&) const = default;
};

/// What someone says of a thing that is seen, or was overlooked.
struct Correction {
    std::string what;       ///< "hand 2" of those that are found; or "hand", one that was overlooked.
    bool off = false;       ///< It is none.
    ShareRect box = {};     ///< Where it is, shares of the photograph; empty: where it was found.
    std::string name = {};  ///< By which it is called; empty: as it is.

    bool operator==(const Correction&) const = default;
};

/// The figure that the picture is of.
struct Subject {
    std::string mask;  ///< A picture's file: light where the figure is; empty: it is found.
    std::string
        marks;  ///< A picture's file: green where the figure certainly is, red where it certainly is not.
    std::optional<ShareRect>
        box;             ///< Where the whole figure goes, shares of the picture; empty: where it stands.
    float scale = 1.0f;  ///< Of the figure, about its feet, where it has no box; 0.1 to 4.
    bool crop = false;   ///< Whether its head may be cut by the picture's edge.
    float tint = 0.0f;   ///< How far it takes the colour of what is behind it, where it is composed; 0 to 1.

    bool operator==(const Subject&) const = default;
};

/// What stands behind the subject.
enum class Backdrop {
    Auto,        ///< The motifs, where there are any, and else the photograph's own.
    Photograph,  ///< What the photograph shows there; motifs are laid over it.
    Plain,       ///< The toned ground; motifs are laid over it.
};

/// The word for each backdrop, in their order.
inline constexpr std::array kBackdropWords{"auto", "photograph", "plain"};

/// Where a motif goes in the background.
enum class MotifPlace {
    Across,  ///< Over all of it, wrapped like cloth.
    Left,    ///< Upright in its left third,
    Right,   ///< or in its right third.
    Behind,  ///< As the scene that the subject stands before: over all of it, flat.
    Box,     ///< Where Motif::box says.
};

/// The word for each place, in their order.
inline constexpr std::array kMotifPlaceWords{"across", "left", "right", "behind", "box"};

/// How much of a motif that is too wide for its third is shown there.
enum class MotifFit {
    Whole,  ///< All of it, as small as that makes it.
    Crop,   ///< As high as the third, and as much of it as goes in: Motif::anchor.
};
inline constexpr std::array kMotifFitWords{"whole", "crop"};

/// Which part of a cropped motif is shown.
enum class MotifAnchor {
    Highest,  ///< Around what rises highest.
    Left,
    Middle,
    Right,
};
inline constexpr std::array kMotifAnchorWords{"highest", "left", "middle", "right"};

/// A further picture that is painted into the background: a flag, a monument.
struct Motif {
    std::string file;  ///< PNG, JPEG, TIFF, SVG …
    MotifPlace place = MotifPlace::Across;
    ShareRect box = {};                         ///< Of MotifPlace::Box.
    MotifFit fit = MotifFit::Whole;             ///< Of MotifPlace::Left and Right;
    MotifAnchor anchor = MotifAnchor::Highest;  ///< of those that are cropped.
    float veil = 0.3f;                          ///< How far it sinks into the air before it: 0 near, 1 lost.
    float folds = 0.5f;                         ///< How deep the folds of what is spread across are: 0 flat.
    float softness = 0.3f;  ///< How far its borders melt into what is beside it: 0 cut, 1 all lost.
    float scale = 1.0f;     ///< Of what is repeated over the background; 0.05 to 20.
    bool repeat = false;    ///< Whether it is repeated like a pattern, instead of stretched to cover.

    bool operator==(const Motif&) const = default;
};

/// Paint thrown at the picture.
struct Spatter {
    Region region{Region::Kind::Face};
    std::string colour = "cadmium red light";  ///< A tube of the palette or #rrggbb.
    float amount = 0.3f;                       ///< 0 nothing, 1 drenched.
    uint64_t seed = 1;
    float direction = 70.0f;  ///< Degrees it flies towards: 0 up, 90 right, as a compass has it.
    float drop_mm = 4.0f;     ///< Across the largest usual drops on the canvas, mm; 0.2 to 50.
    float runs = 0.3f;        ///< Share of the heavy drops that run down: 0 to 1.
    bool under = false;       ///< Whether the subject is painted over it.
    bool eyes = false;        ///< Whether it may hide eyes.

    bool operator==(const Spatter&) const = default;
};

/// Where a signature stands.
enum class Corner { BottomRight, BottomLeft, TopRight, TopLeft };

/// The word for each corner, in their order.
inline constexpr std::array kCornerWords{"bottom right", "bottom left", "top right", "top left"};

/// The painter's name, painted.
struct Signature {
    std::string text = {};  ///< Letters, figures, spaces, dots, hyphens; empty: no text,
    std::string file = {};  ///< but the centre lines of an SVG's paths, or nothing if that is empty too.
    Corner corner = Corner::BottomRight;
    std::string colour = {};  ///< A tube of the palette or #rrggbb; empty: one that shows there.
    float height_mm = 0.0f;   ///< Of its capitals, mm; 0: a fortieth of the canvas.

    bool operator==(const Signature&) const = default;
};

/// Everything that was asked of a painting. Lengths and times are validated where they are read.
struct Brief {
    int strokes = 0;  ///< At most so many; 0 lets the painter choose.
    uint64_t seed = 1;
    std::string hand = "painterly";  ///< A hand's name, or a hand file.
    std::optional<float> hand_strength =
        {};  ///< How far its habits differ from the painterly hand's; empty: 1.
    Focus focus = Focus::Auto;
    Adjustment photograph;
    std::vector<Correction> corrections = {};  ///< Of what is seen.
    std::vector<FocusMark> marks;              ///< What the brief says matters.
    Subject subject;
    float subject_finish = 0.5f;     ///< How far the subject is worked out: 0 a sketch, 1 finished;
    float background_finish = 0.3f;  ///< and the rest.
    Backdrop backdrop = Backdrop::Auto;
    std::vector<Motif> motifs;  ///< In the order in which they are laid, the farthest first.
    std::vector<Spatter> spatters;
    Signature signature;
    // What is empty of these is left to the hand.
    std::optional<std::string> palette;  ///< A palette's name, "auto:K", or a palette file.
    std::optional<std::string> brush;    ///< A brush for all passes or one for each; names or brush files.
    std::optional<float> wetness;        ///< As in Materials.
    std::optional<float>
        scumbles;                 ///< Share of the strokes that are laid last, dragged thinly over dry paint,
    std::optional<float> glazes;  ///< and of those after them, thinned to a film that shows what is beneath.
    std::optional<Support> support;
    std::optional<Rgb>
        ground;  ///< Of the canvas, sRGB-encoded; empty in the hand too: the picture's mean colour.
    Transparency transparency = Transparency::Ground;
    std::string head;   ///< The file of the robot's head whose tools it is planned for; empty: none.
    int plan_size = 0;  ///< Long side at planning resolution, pixels; 0 lets the painter choose.
    std::optional<double> target_psnr;  ///< Stop once the flat plan is as near as this, in dB.
    std::optional<double> seconds;      ///< Stop planning after this long.
    OutputSize output;
    int depth = 0;  ///< Bits of a channel of the picture, 8 or 16; 0 lets its format choose.
    Finish finish = Finish::Lit;
    Light light;
    std::optional<float> relief_strength;  ///< The paint's slopes under that light, times this; empty: 1.
    Framing framing;
    std::string icc;  ///< The output profile's file; empty: sRGB.
    Intent intent = Intent::Relative;

    bool operator==(const Brief&) const = default;
};

}  // namespace allaprima
