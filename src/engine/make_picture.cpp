#include "engine/make_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "engine/canvas_shape.h"
#include "engine/check_cost.h"
#include "engine/pixel_digest.h"
#include "exporting/write_relief_exports.h"
#include "model/brief_settings.h"
#include "pictures/write_picture.h"
#include "pictures/write_relief.h"
#include "rendering/framing.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

bool is_exr(const std::string& path) {
    const std::string ending = std::filesystem::path(path).extension().string();
    return ending == ".exr" || ending == ".EXR";
}

/// Measures want 16 bits where the format has them.
int depth_for(const Brief& brief, const std::string& path) {
    return brief.depth == 0 && is_measure(brief.finish) && can_hold_depth(path, 16) ? 16 : brief.depth;
}

/// What the numbers in a picture of measures mean.
std::string note_for(const Brief& brief, const std::string& path) {
    if (!is_measure(brief.finish))
        return {};
    if (brief.finish == Finish::Relief && is_exr(path))
        return "Alla Prima: height of the paint above the priming, millimetres";
    return note_of_measures(brief.finish);
}

Picture in_millimetres(Picture rows) {
    for (Rgb& pixel : rows.colour.pixels())
        pixel.r = relief_mm(pixel.r);
    return rows;
}

Error stopped_before(const std::string& path) {
    return {fmt::format("stopped before {} was complete; nothing was written", path)};
}

/// How it is rendered.
struct Ordered {
    Plan plan;  ///< On a canvas of the picture's shape.
    RenderSettings settings;
};

Ordered as_ordered(const Plan& plan, const PictureOrder& order) {
    const Size size = picture_size(canvas_of(plan), order.brief.output);
    RenderSettings settings = shown_as(order.brief, size);
    settings.part = order.part;
    return {on_canvas_shaped(plan, size), settings};
}

Result<Made> make_relief_model(const Plan& plan, const RenderSettings& settings, const Destination& picture,
                               const ThreadPool& workers, Observer& observer) {
    if (const Status possible = check_relief_size(settings.size); !possible)
        return possible.error();
    const std::optional<Image<float>> heights = heights_of(plan, settings, workers, observer);
    if (!heights)
        return stopped_before(picture.path);
    if (const Status written =
            write_relief_model(picture.path, *heights, relief_pitch_mm(plan, settings.size), picture.replace);
        !written)
        return written.error();
    return Made{settings.size, std::nullopt};
}

/// What lies around the painting in such a picture: nothing around measures, and around parts of it.
Framing framing_of(const Brief& brief, bool is_part) {
    return is_part || is_measure(brief.finish) ? Framing{} : brief.framing;
}

Status check_framed_size(Size framed) {
    if (framed.long_side() <= kLongestSide)
        return Done{};
    return Error{
        fmt::format("with what is around it the picture would be {} x {} pixels, more than {} on a side; "
                    "ask for a smaller one",
                    framed.width, framed.height, kLongestSide),
        true};
}

Status check_part(PixelRect part, Size picture, const std::string& path) {
    if (is_relief_model(path))
        return Error{"a solid is made of the whole picture; leave out --part", true};
    if (part.x0 >= 0 && part.y0 >= 0 && part.width() > 0 && part.height() > 0 && part.x1 <= picture.width &&
        part.y1 <= picture.height)
        return Done{};
    return Error{fmt::format("--part must lie within the picture, which is {} x {} pixels", picture.width,
                             picture.height),
                 true};
}

}  // namespace

Status check_picture(const PictureOrder& order, Vec2 canvas_mm, bool transparent) {
    const Brief& brief = order.brief;
    if (const Status shape = check_shape(canvas_mm, brief.output); !shape)
        return shape;
    const bool solid = is_relief_model(order.destination.path);
    const Size framed = framed_size(framing_of(brief, solid || order.part.has_value()),
                                    picture_size(canvas_mm, brief.output), canvas_mm);
    if (const Status fits = check_framed_size(framed); !fits)
        return fits;
    const PictureKind kind{
        .size = framed, .alpha = transparent && !is_measure(brief.finish), .depth = brief.depth};
    if (Status possible = check_destination(order.destination, kind); !possible || !order.profile)
        return possible;
    return check_profile(order.destination.path, order.profile->channels(), transparent);
}

Result<PictureOrder> order_picture(Brief brief, Destination destination, Vec2 canvas_mm, bool transparent) {
    PictureOrder order{.brief = std::move(brief), .destination = std::move(destination)};
    const bool coloured = !is_measure(order.brief.finish) && !is_relief_model(order.destination.path);
    if (!order.brief.icc.empty() && coloured) {
        Result<OutputProfile> profile = OutputProfile::open(order.brief.icc, order.brief.intent);
        if (!profile)
            return profile.error();
        order.profile.emplace(std::move(profile).value());
    }
    if (const Status possible = check_picture(order, canvas_mm, transparent); !possible)
        return possible.error();
    return order;
}

Result<PictureOrder> order_picture(Brief brief, Destination destination, const Plan& plan,
                                   std::optional<PixelRect> part) {
    const Vec2 canvas{plan.width_mm, plan.height_mm};
    if (part)
        if (const Status inside = check_part(*part, picture_size(canvas, brief.output), destination.path);
            !inside)
            return inside.error();
    Result<PictureOrder> order =
        order_picture(std::move(brief), std::move(destination), canvas, plan.transparent);
    if (order)
        order->part = part;
    return order;
}

Result<Forecast> forecast_picture(const Plan& plan, const PictureOrder& order) {
    const Ordered ordered = as_ordered(plan, order);
    SilentObserver nobody;
    if (const Status possible = check_cost(ordered.plan, ordered.settings, nobody); !possible)
        return possible.error();
    return forecast_picture(ordered.plan, ordered.settings, canvas_of(plan), order.brief.output);
}

Result<Made> make_picture(const Plan& plan, PictureOrder& order, const ThreadPool& workers,
                          Observer& observer, const WhenComplete& when_complete) {
    const Brief& brief = order.brief;
    const std::string& path = order.destination.path;
    const auto [shaped, settings] = as_ordered(plan, order);
    const Size size = settings.size;
    const Framing framing = framing_of(brief, order.part.has_value());
    const Size shown = framed_size(
        framing, order.part ? Size{order.part->width(), order.part->height()} : size, canvas_of(plan));
    if (const Status possible = check_cost(shaped, settings, observer); !possible)
        return possible.error();
    if (is_relief_model(path))
        return make_relief_model(shaped, settings, order.destination, workers, observer);

    WriteOptions options{.replace = order.destination.replace,
                         .depth = depth_for(brief, path),
                         .exr_half = !is_measure(brief.finish),
                         .dpi = picture_dpi(canvas_of(plan), brief.output),
                         .measures = is_measure(brief.finish),
                         .grey = brief.finish == Finish::Relief,
                         .note = note_for(brief, path),
                         .profile = order.profile ? &*order.profile : nullptr};
    Result<PictureWriter> writer =
        PictureWriter::create(path, shown, plan.transparent && !options.measures, options);
    if (!writer)
        return writer.error();
    Status written = Done{};
    PixelDigest digest(shown);
    const bool in_mm = brief.finish == Finish::Relief && is_exr(path);
    const RowSink write = [&](int, const Picture& rows) {
        digest.add(rows);
        written = writer->write_rows(in_mm ? in_millimetres(rows) : rows);
        return written.ok();
    };
    const bool complete = render(shaped, settings, workers, observer,
                                 framed_rows(framing, settings, canvas_of(plan), workers, write));
    if (!written)
        return written.error();
    if (!complete)
        return stopped_before(path);
    const BeforePlacing before_placing = [&](const std::string& file) {
        return when_complete ? when_complete({file, digest.finish()}) : Status(Done{});
    };
    if (const Status placed = writer->finish(before_placing); !placed)
        return placed.error();
    return Made{shown, order.profile ? std::optional(order.profile->report()) : std::nullopt};
}

Result<std::string> painted_pixels(const Plan& plan, const Brief& brief, const ThreadPool& workers,
                                   Observer& observer) {
    const Size size = picture_size(canvas_of(plan), brief.output);
    const Plan shaped = on_canvas_shaped(plan, size);
    const RenderSettings settings = shown_as(brief, size);
    if (const Status possible = check_cost(shaped, settings, observer); !possible)
        return possible.error();
    const Framing framing = framing_of(brief, false);
    PixelDigest digest(framed_size(framing, size, canvas_of(plan)));
    const RowSink add = [&](int, const Picture& rows) {
        digest.add(rows);
        return true;
    };
    const bool complete = render(shaped, settings, workers, observer,
                                 framed_rows(framing, settings, canvas_of(plan), workers, add));
    return complete ? Result<std::string>(digest.finish())
                    : Error{"stopped before the picture was painted again"};
}

}  // namespace allaprima
