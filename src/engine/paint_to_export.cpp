#include "engine/paint_to_export.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/part_observer.h"
#include "base/unhurried_observer.h"
#include "engine/paint_photo.h"
#include "files/temporary_folder.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

/// Of the time, what painting the strokes takes.
constexpr double kShareOfPainting = 0.8;

/// The size that a brief asks for, as someone would ask for it on the command line.
Wishes size_of(const OutputSize& asked) {
    Wishes wishes;
    const auto add = [&](const char* name, const auto& value, const char* unit) {
        if (value)
            wishes.push_back({name, fmt::format("{}{}", *value, unit)});
    };
    if (asked.size)
        wishes.push_back({"size", fmt::format("{}x{}", asked.size->width, asked.size->height)});
    add("long", asked.long_side, "");
    add("width", asked.width_mm, "mm");
    add("height", asked.height_mm, "mm");
    add("dpi", asked.dpi, "");
    return wishes;
}

/// A program is written for the head that the painting was planned for.
Wishes wishes_of_head(const ExportFormat& format, const Brief& brief) {
    const ExportSetting* setting = find_export_setting("head");
    return !brief.head.empty() && setting->table == format.group ? Wishes{{"head", brief.head}} : Wishes();
}

}  // namespace

bool asks_for_export(const std::string& path) {
    const Result<ExportFormat> format = export_format_of(path);
    if (!format)
        return false;
    // Some exports are pictures of their own kind: a.height.png.
    const std::string_view ending = format->ending;
    const std::vector<std::string> pictures = endings_of_pictures(true);
    return std::ranges::find(pictures, ending) == pictures.end();
}

Result<PaintedExport> paint_to_export(Commission commission, const ThreadPool& workers, Observer& observer) {
    const Destination file = commission.picture;
    const Result<ExportFormat> format = export_format_of(file.path);
    if (!format)
        return format.error();
    for (const Status& possible : {check_available(*format), check_painting_file(file.path, file.replace)})
        if (!possible)
            return possible.error();
    const TemporaryFolder folder;
    if (folder.path().empty())
        return Error{fmt::format("cannot write {}: there is no room for temporary files", file.path)};
    if (!commission.painting_file)
        commission.painting_file = (folder.path() / "painting.alla").string();
    commission.only_strokes = true;
    commission.picture = {fs::path(file.path).replace_extension(".png").string(), true};
    PartObserver painting(observer, 0.0, kShareOfPainting), exporting(observer, kShareOfPainting, 1.0);
    Result<Painted> painted = paint_photo(commission, workers, painting);
    if (!painted)
        return painted.error();
    // Whoever stopped the planning wants to see what was painted.
    UnhurriedObserver unhurried(exporting);
    Observer& heeded = painted->stopped ? static_cast<Observer&>(unhurried) : exporting;
    Result<ExportNotes> notes =
        export_painting({.painting_file = *commission.painting_file,
                         .destination = file,
                         .of_picture = format->pixels ? size_of(commission.brief.output) : Wishes(),
                         .of_export = wishes_of_head(*format, commission.brief)},
                        workers, heeded);
    if (!notes)
        return notes.error();
    painted->picture = file.path;
    return PaintedExport{std::move(painted).value(), std::move(notes).value()};
}

}  // namespace allaprima
