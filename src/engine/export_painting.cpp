#include "engine/export_painting.h"

#include <fmt/format.h>

#include <filesystem>

#include "engine/canvas_shape.h"
#include "engine/enclosed_files.h"
#include "engine/load_painting.h"
#include "engine/version.h"
#include "exporting/read_strokes.h"
#include "painting_file/painting_file.h"
#include "record/picture_says.h"

namespace allaprima {
namespace {

/// Refuses what the format has no use for.
Status check_wish(const ExportFormat& format, const ExportWish& wish) {
    if (!wish.of_picture.empty() && !format.pixels)
        return Error{fmt::format("a {} file holds strokes and no pixels; leave out size, finish and light",
                                 format.ending),
                     true};
    for (const Wish& asked : wish.of_export)
        if (const ExportSetting* setting = find_export_setting(asked.setting);
            setting && setting->table != format.group)
            return Error{fmt::format("a {} file does not use --{}, which is for {}", format.ending,
                                     setting->name, endings_of_group(setting->table)),
                         true};
    return check_available(format);
}

/// The size for which the format is made, in place of the one that was asked for when the painting was made.
void take_usual_size(const ExportFormat& format, Vec2 canvas, Brief& brief) {
    if (format.screen.area() == 0 && format.print_dpi == 0)
        return;
    brief.output = {};
    if (format.screen.area() > 0) {
        brief.output.size = size_within(canvas, format.screen);
        return;
    }
    brief.output.width_mm = canvas.x;
    brief.output.dpi = format.print_dpi;
}

/// A side that is odd loses a pixel.
Size with_even_sides(Size size) {
    return {std::max(2, size.width / 2 * 2), std::max(2, size.height / 2 * 2)};
}

/// What is recorded of the painting, as pictures tell it.
std::vector<XmpValue> said_of(const Record& record) {
    if (!record.making)
        return {};
    return picture_says(*record.making, fmt::format("Alla Prima {}", version()));
}

Result<ExportNotes> export_pixels(const ExportFormat& format, const ExportWish& wish,
                                  const Painting& painting, const ExportSettings& asked,
                                  const ThreadPool& workers, Observer& observer) {
    const Result<ReadableBrief> kept = ReadableBrief::of(wish.painting_file, painting.start);
    if (!kept)
        return kept.error();
    Brief brief = kept->brief();
    // Pictures of a painting's own size are those of 'allaprima render', which knows the shape by the pixels.
    const bool of_canvas = format.screen.area() > 0 || format.print_dpi > 0;
    Plan placed = of_canvas ? on_canvas_asked(*painting.plan, brief.output) : *painting.plan;
    Vec2 canvas{placed.width_mm, placed.height_mm};
    take_usual_size(format, canvas, brief);
    if (!format.profile)
        brief.icc.clear();
    if (const Status asked_too = ask(wish.of_picture, brief); !asked_too)
        return asked_too.error();
    if (of_canvas && brief.output.width_mm && brief.output.height_mm) {
        placed = on_canvas_asked(*painting.plan, brief.output);
        canvas = {placed.width_mm, placed.height_mm};
        if (format.screen.area() > 0)
            take_usual_size(format, canvas, brief);
    }
    if (!format.profile && !brief.icc.empty())
        return Error{fmt::format("the colours of a {} file are sRGB; leave out --icc", format.ending), true};
    if (is_measure(brief.finish))
        return Error{
            fmt::format("a {} file shows colours; relief and normals are made with 'allaprima render'",
                        format.ending),
            true};
    if (const Status shape = check_shape(canvas, brief.output); !shape)
        return shape.error();
    Size size = picture_size(canvas, brief.output);
    if (format.even_sides)
        size = with_even_sides(size);
    const Plan shaped = on_canvas_shaped(std::move(placed), size);
    RenderSettings settings{.size = size, .finish = brief.finish, .light = brief.light};
    std::optional<OutputProfile> profile;
    if (!brief.icc.empty()) {
        Result<OutputProfile> opened = OutputProfile::open(brief.icc, brief.intent);
        if (!opened)
            return opened.error();
        profile.emplace(std::move(opened).value());
        settings.illuminant = Illuminant::D50;
        settings.wide = true;
    }
    return write_export(format,
                        {.painting = painting,
                         .plan = shaped,
                         .path = wish.destination.path,
                         .settings = settings,
                         .dpi = picture_dpi(canvas, brief.output),
                         .depth = brief.depth == 16 ? 16 : 8,
                         .asked = asked,
                         .profile = profile ? &*profile : nullptr,
                         .workers = workers,
                         .observer = observer,
                         .says = said_of(painting.record)},
                        wish.destination.replace);
}

}  // namespace

Result<ExportNotes> export_painting(const ExportWish& wish, const ThreadPool& workers, Observer& observer) {
    const Result<ExportFormat> format = export_format_of(wish.destination.path);
    if (!format)
        return format.error();
    if (const Status sensible = check_wish(*format, wish); !sensible)
        return sensible.error();
    ExportSettings asked;
    if (const Status possible = ask(wish.of_export, asked); !possible)
        return possible.error();
    if (const Status possible = check_painting_file(wish.destination.path, wish.destination.replace);
        !possible)
        return possible.error();
    const Result<Painting> painting = load_planned(wish.painting_file);
    if (!painting)
        return painting.error();
    if (format->pixels)
        return export_pixels(*format, wish, *painting, asked, workers, observer);
    const Plan placed = on_canvas_asked(*painting->plan, painting->start.brief.output);
    return write_export(*format,
                        {.painting = *painting,
                         .plan = placed,
                         .path = wish.destination.path,
                         .settings = {},
                         .asked = asked,
                         .workers = workers,
                         .observer = observer,
                         .says = said_of(painting->record)},
                        wish.destination.replace);
}

Result<int> import_strokes(const std::string& strokes, const Destination& painting_file) {
    if (const Status possible = check_painting_file(painting_file.path, painting_file.replace); !possible)
        return possible.error();
    Result<Painting> painting = read_strokes(strokes);
    if (!painting)
        return painting.error();
    // Where 'allaprima resume' puts the picture when it is not told.
    painting->start.output =
        std::filesystem::path(painting_file.path).filename().replace_extension(".png").string();
    const Result<PaintingFile> kept = PaintingFile::create_planned(painting_file.path, painting->start,
                                                                   *painting->plan, painting_file.replace);
    if (!kept)
        return kept.error();
    return static_cast<int>(painting->plan->strokes.size());
}

}  // namespace allaprima
