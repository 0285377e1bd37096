#pragma once
#include <array>
#include <functional>
#include <string>
#include <vector>

#include "model/paper.h"
#include "model/setting.h"

namespace allaprima {

/// How the time of a film is shared among the strokes.
enum class FilmEasing {
    Ease,  ///< Broad strokes take their time and small ones hurry; slow to begin and to end, the signature
           ///< last.
    Even,  ///< Every stroke takes the same time.
};

/// The word for each easing, in their order.
inline constexpr std::array kFilmEasingWords{"ease", "even"};

/// From where a film is seen.
enum class FilmCamera {
    Still,  ///< The whole picture, from beginning to end.
    Close,  ///< It goes near to where strokes are being laid, and back out to the whole at the end.
};

/// The word for each camera, in their order.
inline constexpr std::array kFilmCameraWords{"still", "close"};

/// The film of the making.
struct FilmSettings {
    double seconds = 10.0;  ///< From bare ground to the end.
    int fps = 0;            ///< Frames of a second; 0: as many as is usual for the format.
    FilmEasing easing = FilmEasing::Ease;
    FilmCamera camera = FilmCamera::Still;

    bool operator==(const FilmSettings&) const = default;
};

constexpr int kShortestFilm = 1, kLongestFilm = 600;  ///< Seconds.
constexpr int kFewestFps = 1, kMostFps = 60;

/// A page for a print shop.
struct PrintSettings {
    double bleed_mm = 3.0;  ///< By how much paint reaches beyond the edge that is cut.
    bool marks = true;      ///< Whether crop marks stand beside it.

    bool operator==(const PrintSettings&) const = default;
};

constexpr double kWidestBleedMm = 50.0;

/// What a robot's program does with strokes that its head cannot paint as they are planned.
enum class Fit {
    Refuse,  ///< There is no program then.
    Adapt,   ///< They are cut where the reach ends, and made as broad as the tools can paint.
    Omit,    ///< They are left out.
};
inline constexpr std::array kFitWords{"refuse", "adapt", "omit"};

/// Which layers a picture is taken apart into.
enum class LayerSort {
    Parts,   ///< Background, subject, relief, spatter and signature, as a retoucher wants them.
    Passes,  ///< One for each pass of the painter.
};
inline constexpr std::array kLayerSortWords{"parts", "passes"};

/// A picture in layers.
struct LayerSettings {
    LayerSort sort = LayerSort::Parts;

    bool operator==(const LayerSettings&) const = default;
};

/// In which order a robot's program lays the strokes of a pass.
enum class HandOrder {
    Gathered,  ///< Tool by tool and paint by paint, as far as what is seen stays nearly the same.
    Kept,      ///< None goes past another that it could touch: the painting stays the same.
};
inline constexpr std::array kHandOrderWords{"gathered", "kept"};

/// A program for a machine that paints.
struct RobotSettings {
    std::string head = {};  ///< The file of the head that paints; empty: the standard head.
    int pots = 24;          ///< So many heaps of paint at most; 0: as many as there are paints.
    Fit fit = Fit::Adapt;
    HandOrder order = HandOrder::Gathered;

    bool operator==(const RobotSettings&) const = default;
};

constexpr int kMostPots = 10'000;

/// A guide for a person who paints by hand.
struct GuideSettings {
    int heaps = 24;   ///< Of paint, at most.
    int brushes = 5;  ///< At most; strokes are brought to widths that these paint.
    Paper paper = Paper::A4;

    bool operator==(const GuideSettings&) const = default;
};

constexpr int kMostGuideHeaps = 200;
constexpr int kMostGuideBrushes = 11;

/// A drawing for a plotter.
struct PlotSettings {
    std::string pens = "6";  ///< How many, or their names and colours with commas between them.
    double pen_mm = 0.5;     ///< How broad a pen's line is.
    Paper sheet = Paper::A3;
    double margin_mm = 15.0;  ///< Between the edges of the sheet and the drawing, at least.

    bool operator==(const PlotSettings&) const = default;
};

/// What can be asked of the files in which other programs and hands take a painting over, beside its size,
/// finish and light.
struct ExportSettings {
    FilmSettings film = {};
    PrintSettings print = {};
    LayerSettings layers = {};
    GuideSettings guide = {};
    PlotSettings plot = {};
    RobotSettings robot = {};
};

/// Its `table` names the group it belongs to: a format takes the settings of one group.
using ExportSetting = Setting<ExportSettings>;

/// All of them, group by group, in the order in which help shows them.
const std::vector<ExportSetting>& export_settings();

}  // namespace allaprima
