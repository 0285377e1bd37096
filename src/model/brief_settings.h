#pragma once
#include <string>
#include <vector>

#include "model/brief.h"
#include "model/setting.h"

namespace allaprima {

/// One thing that can be asked of a painting.
using BriefSetting = Setting<Brief>;

/// Every setting that there is once, in the order in which help tells them. Parts of which there may be
/// several have settings of their own (model/part_settings.h).
std::vector<BriefSetting> brief_settings();

/// Those that stand in a table of a brief file; "": before all tables.
std::vector<BriefSetting> brief_settings_in(const std::string& table);

/// The photograph, which a brief file names beside its brief.
Setting<std::string> photo_setting();

/// A table of a brief file.
struct BriefTable {
    /// What it holds: settings of the brief, or one of the parts of which there may be several.
    enum class Kind { Settings, See, Focus, Motif, Spatter };

    std::string name;  ///< Empty for what stands before all tables.
    std::string help;  ///< What it is about, without a full stop.
    Kind kind = Kind::Settings;
};

/// Every table, in the order of the template.
std::vector<BriefTable> brief_tables();

/// The number of strokes when none is asked for, and the most that can be.
constexpr int kStandardStrokes = 2000;
constexpr int kMostStrokesAsked = 100'000;

/// The long side of the picture, in pixels, when no size is asked for, and the longest side of any picture.
constexpr int kStandardLongSide = 2048;
constexpr int kLongestSide = 65'535;

/// The long side at planning resolution, in pixels: when it is asked for, up to 24 megapixels of a photograph
/// of the usual shape.
constexpr int kSmallestPlanSize = 32;
constexpr int kLargestPlanSize = 6144;
/// The largest that is chosen without being asked for.
constexpr int kLargestAutomaticPlan = 2048;

/// How near a likeness can be asked for, in dB, and how long planning may be told to take, in seconds.
constexpr double kFaintestLikeness = 1.0;
constexpr double kClosestLikeness = 100.0;
constexpr double kShortestTime = 0.01;
constexpr double kLongestTime = 1e6;
constexpr float kMostOfACoat = 0.4f;

/// Long side of the canvas, in millimetres, unless its width or height is asked for.
constexpr float kCanvasLongSide = 400.0f;

/// How far a photograph can be turned, in degrees, and how much lighter or darker it can be made, in stops.
constexpr double kFurthestTurn = 15.0;
constexpr double kMostStops = 2.0;

/// How large a canvas or a print can be asked for, in millimetres, and how many pixels of an inch.
constexpr double kSmallestPrint = 10.0;
constexpr double kLargestPrint = 20'000.0;
constexpr double kFewestDpi = 10.0;
constexpr double kMostDpi = 4800.0;
constexpr double kStandardDpi = 300.0;

/// Names of palettes, brushes and files are at most so long, in bytes.
constexpr size_t kLongestText = 4096;

/// Where light can come from, in degrees; below the lowest elevation it would only graze the paint.
constexpr float kLeastAzimuth = 0.0f;
constexpr float kMostAzimuth = 360.0f;
constexpr float kLowestElevation = 5.0f;
constexpr float kHighestElevation = 90.0f;
constexpr double kStrongestRelief = 2.0;
constexpr double kStrongestHand = 1.5;

/// How wide a frame and a passe-partout can be, in millimetres of the canvas.
constexpr double kWidestFrame = 500.0;

}  // namespace allaprima
