#pragma once
#include <optional>
#include <string>

#include "exporting/export_format.h"

namespace allaprima {

/// Heights above the priming at every pixel, mm; nothing when the observer ended it. settings.finish is not
/// asked.
std::optional<Image<float>> heights_of(const Plan& plan, const RenderSettings& settings,
                                       const ThreadPool& workers, Observer& observer);

/// What a relief can be made a solid of: 2 to kLongestReliefSide points along each side.
Status check_relief_size(Size size);

/// How far the points of a solid of so many points are from each other, mm.
float relief_pitch_mm(const Plan& plan, Size size);

/// What stands in the description of a picture of measures, so that whoever opens it knows what they mean.
std::string note_of_measures(Finish finish);

/// A height map, 16 bits of grey in a PNG.
Result<ExportNotes> write_height_map(const ExportJob& job, const std::string& file);
/// A normal map, 16 bits of red, green and blue in a PNG.
Result<ExportNotes> write_normal_map(const ExportJob& job, const std::string& file);
/// A solid of the relief, binary STL in millimetres.
Result<ExportNotes> write_relief_solid(const ExportJob& job, const std::string& file);

inline constexpr ExportFormat kHeightMap{
    .ending = ".height.png",
    .name = "Height map",
    .about = "How high the paint stands, 16 bits of grey, for displacement and embossing",
    .pixels = true,
    .write = write_height_map};

inline constexpr ExportFormat kNormalMap{
    .ending = ".normal.png",
    .name = "Normal map",
    .about = "Which way the surface faces, 16 bits, for lighting it again elsewhere",
    .pixels = true,
    .write = write_normal_map};

inline constexpr ExportFormat kReliefSolid{
    .ending = ".stl",
    .name = "Solid",
    .about = "The relief as a closed solid in millimetres, for printers and mills",
    .pixels = true,
    .screen = {640, 640},
    .write = write_relief_solid};

}  // namespace allaprima
