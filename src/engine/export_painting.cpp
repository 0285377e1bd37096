#include "engine/export_painting.h"

#include <fmt/format.h>

#include <filesystem>

#include "engine/canvas_shape.h"
#include "engine/version.h"
#include "exporting/read_strokes.h"
#include "io/painting_file.h"
#include "record/picture_says.h"

namespace allaprima {
namespace {

/// Refuses what the format has no use for.
Status check_wish(const ExportFormat& format, const ExportWish& wish) {
    if (wish.choose && !format.pixels)
        return Error{fmt::format("a {} file holds strokes and no pixels; leave out size, finish and light",
                                 format.ending),
                     true};
    for (const AskedOfExport& asked : wish.asked)
        if (asked.setting.table != format.group)
            return Error{fmt::format("a {} file has no use for --{}; it is for {}", format.ending,
                                     asked.setting.name, endings_of_group(asked.setting.table)),
                         true};
    return check_apart({wish.painting_file, wish.destination.path});
}

Result<ExportSettings> settings_of(const ExportWish& wish) {
    ExportSettings settings;
    for (const AskedOfExport& asked : wish.asked)
        if (const Status taken = apply(asked.setting, asked.value, settings); !taken)
            return taken.error();
    return settings;
}

/// What is recorded of the painting, as pictures tell it.
std::vector<XmpValue> said_of(const Record& record) {
    if (!record.making)
        return {};
    return picture_says(*record.making, fmt::format("Alla Prima {}", version()));
}

Result<ExportNotes> export_pixels(const ExportFormat& format, const ExportWish& wish,
                                  const Painting& painting, const ExportSettings& asked,
                                  const Workers& workers, Observer& observer) {
    Brief brief = painting.start.brief;
    if (wish.choose)
        wish.choose(brief);
    if (is_measure(brief.finish))
        return Error{
            fmt::format("a {} file shows colours; relief and normals are made with 'allaprima render'",
                        format.ending),
            true};
    const Vec2 canvas{painting.plan->width_mm, painting.plan->height_mm};
    if (const Status shape = check_shape(canvas, brief.output); !shape)
        return shape.error();
    const Size size = picture_size(canvas, brief.output);
    const Plan shaped = on_canvas_shaped(*painting.plan, size);
    return write_export(format,
                        {.painting = painting,
                         .plan = shaped,
                         .path = wish.destination.path,
                         .settings = {.size = size, .finish = brief.finish, .light = brief.light},
                         .dpi = picture_dpi(canvas, brief.output),
                         .depth = brief.depth == 16 ? 16 : 8,
                         .asked = asked,
                         .workers = workers,
                         .observer = observer,
                         .says = said_of(painting.record)},
                        wish.destination.replace);
}

}  // namespace

Result<ExportNotes> export_painting(const ExportWish& wish, const Workers& workers, Observer& observer) {
    const Result<ExportFormat> format = export_format_of(wish.destination.path);
    if (!format)
        return format.error();
    if (const Status sensible = check_wish(*format, wish); !sensible)
        return sensible.error();
    const Result<ExportSettings> asked = settings_of(wish);
    if (!asked)
        return asked.error();
    if (const Status possible = check_painting_file(wish.destination.path, wish.destination.replace);
        !possible)
        return possible.error();
    Result<PaintingFile> file = PaintingFile::open(wish.painting_file);
    if (!file)
        return file.error();
    const Result<Painting> painting = file->load();
    if (!painting)
        return painting.error();
    if (!painting->plan)
        return Error{fmt::format("{} is still being planned; finish it first: allaprima resume {}",
                                 wish.painting_file, wish.painting_file)};
    if (format->pixels)
        return export_pixels(*format, wish, *painting, *asked, workers, observer);
    return write_export(*format,
                        {.painting = *painting,
                         .plan = *painting->plan,
                         .path = wish.destination.path,
                         .settings = {},
                         .asked = *asked,
                         .workers = workers,
                         .observer = observer,
                         .says = said_of(painting->record)},
                        wish.destination.replace);
}

Result<int> import_strokes(const std::string& strokes, const Destination& painting_file) {
    if (const Status apart = check_apart({strokes, painting_file.path}); !apart)
        return apart.error();
    if (const Status possible = check_painting_file(painting_file.path, painting_file.replace); !possible)
        return possible.error();
    Result<Painting> painting = read_strokes(strokes);
    if (!painting)
        return painting.error();
    // Where 'allaprima resume' puts the picture when it is not told.
    std::error_code ignored;
    painting->start.output =
        std::filesystem::absolute(painting_file.path, ignored).replace_extension(".png").string();
    const Result<PaintingFile> kept = PaintingFile::create_planned(painting_file.path, painting->start,
                                                                   *painting->plan, painting_file.replace);
    if (!kept)
        return kept.error();
    return static_cast<int>(painting->plan->strokes.size());
}

}  // namespace allaprima
