#include "engine/export_formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "exporting/write_csv.h"
#include "exporting/write_json.h"
#include "exporting/write_ora.h"
#include "exporting/write_print.h"
#include "exporting/write_psd.h"
#include "exporting/write_relief_exports.h"
#include "exporting/write_svg.h"
#include "film/write_film.h"
#include "plotting/write_plot.h"
#include "robot/write_gcode.h"
#include "robot/write_guide.h"

namespace allaprima {
namespace {

constexpr std::array kFormats{kStrokesFile, kTableOfStrokes,    kDrawing,     kPenDrawing, kMachineProgram,
                              kOpenRaster,  kPhotoshopDocument, kMp4Film,     kWebmFilm,   kGifFilm,
                              kHeightMap,   kNormalMap,         kReliefSolid, kGuide,      kPrint};

template <typename Which>
std::string endings_where(Which which) {
    std::string known;
    for (const ExportFormat& format : kFormats)
        if (which(format))
            known += fmt::format("{}{}", known.empty() ? "" : ", ", format.ending);
    return known;
}

}  // namespace

std::span<const ExportFormat> export_formats() {
    return kFormats;
}

Result<ExportFormat> export_format_of(const std::string& path) {
    std::string name = std::filesystem::path(path).filename().string();
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    const ExportFormat* found = nullptr;
    for (const ExportFormat& format : kFormats) {
        const std::string_view ending = format.ending;
        // A name that is all ending is a hidden file without one.
        if (name.size() > ending.size() && name.ends_with(ending) &&
            (!found || ending.size() > std::string_view(found->ending).size()))
            found = &format;
    }
    if (found)
        return *found;
    return Error{fmt::format("cannot export to {}: its ending must be one of {}; pictures are made with "
                             "'allaprima render'",
                             path, endings_where([](const ExportFormat&) { return true; })),
                 true};
}

std::string endings_of_group(std::string_view group) {
    return endings_where([&](const ExportFormat& format) { return format.group == group; });
}

}  // namespace allaprima
