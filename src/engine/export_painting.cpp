#include "engine/export_painting.h"

#include <fmt/format.h>

#include <filesystem>

#include "engine/bound_size.h"
#include "engine/canvas_shape.h"
#include "engine/changed_plan.h"
#include "engine/check_cost.h"
#include "engine/enclosed_files.h"
#include "engine/load_painting.h"
#include "engine/version.h"
#include "exporting/read_strokes.h"
#include "painting_file/painting_file.h"
#include "record/picture_says.h"
#include "rendering/framing.h"

namespace allaprima {
namespace {

bool asks_for_frame(const Wishes& wishes) {
    Brief asked;
    return ask(wishes, asked) && is_framed(asked.framing);
}

/// Refuses what the format has no use for.
Status check_wish(const ExportFormat& format, const ExportWish& wish) {
    if (!wish.of_picture.empty() && !format.pixels)
        return Error{fmt::format("a {} file holds strokes and no pixels; leave out size, finish and light",
                                 format.ending),
                     true};
    if (asks_for_frame(wish.of_picture))
        return Error{
            fmt::format("a frame and a passe-partout are put around pictures of 'allaprima render', and "
                        "not into a {} file; leave them out",
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

/// A painting as a format of pixels shows it.
struct Shown {
    Brief brief;  ///< What is asked of the picture.
    Plan placed;  ///< On the canvas that is asked for.

    Vec2 canvas() const { return {placed.width_mm, placed.height_mm}; }
};

/// Whether pictures of the format have the canvas's shape. Those of a painting's own size are those of
/// 'allaprima render', which knows the shape by the pixels.
bool is_of_canvas(const ExportFormat& format) {
    return format.screen.area() > 0 || format.print_dpi > 0;
}

/// Takes what somebody asks for beside what the painting holds.
Status take_wishes(const ExportFormat& format, const ExportWish& wish, const Plan& plan, Shown& shown) {
    Brief& brief = shown.brief;
    if (!format.profile)
        brief.icc.clear();
    if (const Status asked = ask(wish.of_picture, brief); !asked)
        return asked;
    if (is_of_canvas(format) && brief.output.width_mm && brief.output.height_mm) {
        shown.placed = on_canvas_asked(plan, brief.output);
        if (format.screen.area() > 0)
            take_usual_size(format, shown.canvas(), brief);
    }
    if (!format.profile && !brief.icc.empty())
        return Error{fmt::format("the colours of a {} file are sRGB; leave out --icc", format.ending), true};
    if (is_measure(brief.finish))
        return Error{
            fmt::format("a {} file shows colours; relief and normals are made with 'allaprima render'",
                        format.ending),
            true};
    return check_shape(shown.canvas(), brief.output);
}

Result<Shown> shown_as_asked(const ExportFormat& format, const ExportWish& wish, const Plan& plan,
                             const Brief& kept, Observer& observer) {
    Shown shown{kept, is_of_canvas(format) ? on_canvas_asked(plan, kept.output) : plan};
    if (is_of_canvas(format))
        take_usual_size(format, shown.canvas(), shown.brief);
    else if (!name_a_size(wish.of_picture))
        if (const std::optional<std::string> bound = bound_size(shown.canvas(), shown.brief.output))
            observer.say(*bound);
    if (const Status taken = take_wishes(format, wish, plan, shown); !taken)
        return taken.error();
    return shown;
}

Result<std::optional<OutputProfile>> profile_of(const Brief& brief) {
    if (brief.icc.empty())
        return std::optional<OutputProfile>();
    Result<OutputProfile> opened = OutputProfile::open(brief.icc, brief.intent);
    if (!opened)
        return opened.error();
    return std::optional(std::move(opened).value());
}

/// A file of pixels that can be made.
struct ReadyPixels {
    Brief brief;
    Vec2 canvas;
    Plan plan;  ///< On a canvas of the picture's shape.
    RenderSettings settings;
    std::vector<std::string> warnings;
};

/// @param kept the painting's brief, whose files can be read.
Result<ReadyPixels> make_ready(const ExportFormat& format, const ExportWish& wish, const Plan& planned,
                               const Brief& kept, const ThreadPool& workers, Observer& observer) {
    Result<Shown> shown = shown_as_asked(format, wish, planned, kept, observer);
    if (!shown)
        return shown.error();
    Size size = picture_size(shown->canvas(), shown->brief.output);
    if (format.even_sides)
        size = with_even_sides(size);
    std::vector<std::string> warnings;
    Result<Plan> plan = changed_plan(shown->placed, kept, shown->brief, workers, warnings);
    if (!plan)
        return plan.error();
    ReadyPixels ready{.brief = shown->brief,
                      .canvas = shown->canvas(),
                      .plan = on_canvas_shaped(std::move(plan).value(), size),
                      .settings = shown_as(shown->brief, size),
                      .warnings = std::move(warnings)};
    if (const Status possible = check_cost(ready.plan, ready.settings, observer); !possible)
        return possible.error();
    return ready;
}

Result<ExportNotes> export_pixels(const ExportFormat& format, const ExportWish& wish,
                                  const Painting& painting, const ExportSettings& asked,
                                  const ThreadPool& workers, Observer& observer) {
    const Result<ReadableBrief> kept = ReadableBrief::of(wish.painting_file, painting.start);
    if (!kept)
        return kept.error();
    const Result<ReadyPixels> ready =
        make_ready(format, wish, *painting.plan, kept->brief(), workers, observer);
    if (!ready)
        return ready.error();
    Result<std::optional<OutputProfile>> profile = profile_of(ready->brief);
    if (!profile)
        return profile.error();
    Result<ExportNotes> notes = write_export(format,
                                             {.painting = painting,
                                              .plan = ready->plan,
                                              .path = wish.destination.path,
                                              .settings = ready->settings,
                                              .dpi = picture_dpi(ready->canvas, ready->brief.output),
                                              .depth = ready->brief.depth == 16 ? 16 : 8,
                                              .asked = asked,
                                              .profile = *profile ? &**profile : nullptr,
                                              .workers = workers,
                                              .observer = observer,
                                              .says = said_of(painting.record)},
                                             wish.destination.replace);
    if (notes)
        notes->insert(notes->end(), ready->warnings.begin(), ready->warnings.end());
    return notes;
}

/// An export that was checked as far as nothing need be read of the painting.
struct CheckedExport {
    ExportFormat format;
    ExportSettings asked;
    Painting painting;
};

Result<CheckedExport> checked(const ExportWish& wish) {
    const Result<ExportFormat> format = export_format_of(wish.destination.path);
    if (!format)
        return format.error();
    if (const Status sensible = check_wish(*format, wish); !sensible)
        return sensible.error();
    CheckedExport checked{.format = *format, .asked = {}, .painting = {}};
    if (const Status possible = ask(wish.of_export, checked.asked); !possible)
        return possible.error();
    if (const Status possible = check_painting_file(wish.destination.path, wish.destination.replace);
        !possible)
        return possible.error();
    Result<Painting> painting = load_planned(wish.painting_file);
    if (!painting)
        return painting.error();
    checked.painting = std::move(painting).value();
    return checked;
}

}  // namespace

Result<ExportNotes> export_painting(const ExportWish& wish, const ThreadPool& workers, Observer& observer) {
    const Result<CheckedExport> known = checked(wish);
    if (!known)
        return known.error();
    const Painting& painting = known->painting;
    if (known->format.pixels)
        return export_pixels(known->format, wish, painting, known->asked, workers, observer);
    const Plan placed = on_canvas_asked(*painting.plan, painting.start.brief.output);
    return write_export(known->format,
                        {.painting = painting,
                         .plan = placed,
                         .path = wish.destination.path,
                         .settings = {},
                         .asked = known->asked,
                         .workers = workers,
                         .observer = observer,
                         .says = said_of(painting.record)},
                        wish.destination.replace);
}

Result<Forecast> forecast_export(const ExportWish& wish, const ThreadPool& workers) {
    const Result<CheckedExport> known = checked(wish);
    if (!known)
        return known.error();
    const Painting& painting = known->painting;
    const ExportFormat& format = known->format;
    if (!format.pixels)
        return Forecast{.core_seconds =
                            1e-3 * format.stroke_ms * static_cast<double>(painting.plan->strokes.size())};
    const Result<ReadableBrief> kept = ReadableBrief::of(wish.painting_file, painting.start);
    if (!kept)
        return kept.error();
    SilentObserver nobody;
    const Result<ReadyPixels> ready =
        make_ready(format, wish, *painting.plan, kept->brief(), workers, nobody);
    if (!ready)
        return ready.error();
    Forecast forecast = forecast_picture(ready->plan, ready->settings, ready->canvas, ready->brief.output);
    forecast.core_seconds *= format.renderings;
    return forecast;
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
