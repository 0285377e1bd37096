#include "engine/render_painting.h"

#include <fmt/format.h>

#include <filesystem>

#include "engine/bound_size.h"
#include "engine/changed_plan.h"
#include "engine/enclosed_files.h"
#include "engine/load_painting.h"
#include "engine/make_picture.h"
#include "engine/rendering_says.h"
#include "engine/version.h"
#include "pictures/write_picture.h"
#include "pictures/write_xmp.h"
#include "record/picture_says.h"

namespace allaprima {
namespace {

/// What a picture has to say of itself: of its record, and of how it was rendered where that is not as the
/// painting file has it.
std::vector<XmpValue> said_of_picture(const Painting& painting, const Brief& kept, const Brief& brief) {
    std::vector<XmpValue> values;
    if (painting.record.making)
        values = picture_says(*painting.record.making, fmt::format("Alla Prima {}", version()));
    for (XmpValue& value : rendering_says(kept, brief))
        values.push_back(std::move(value));
    return values;
}

/// Has the picture say so. @param of_record whether it is of a record too. @param warnings takes what keeps
/// it from doing so.
BeforePlacing saying(std::vector<XmpValue> values, bool of_record, const std::string& picture,
                     std::vector<std::string>& warnings) {
    if (values.empty())
        return {};
    const auto in_vain = [&warnings](const char* why) {
        warnings.push_back(
            fmt::format("the picture says nothing about its record and its rendering: {}", why));
    };
    if (!can_carry_xmp(picture)) {
        if (of_record)
            in_vain("only PNG, JPEG and TIFF can");
        return {};
    }
    return [values = std::move(values), in_vain](const std::string& complete_file) {
        if (is_small_enough_for_xmp(complete_file))
            return write_xmp(complete_file, values);
        in_vain("its file is too large for that");
        return Status(Done{});
    };
}

/// Signs last, what the picture says of itself too.
BeforePlacing signed_after(BeforePlacing saying, const std::optional<PreparedSigning>& signer,
                           const std::string& picture) {
    if (!signer)
        return saying;
    return [saying = std::move(saying), &signer, picture](const std::string& complete_file) {
        if (saying)
            if (const Status said = saying(complete_file); !said)
                return said;
        return sign_in_place(complete_file, picture, *signer);
    };
}

/// A picture that can be made.
struct ReadyPicture {
    Plan plan;
    PictureOrder order;
    std::vector<std::string> warnings;
};

/// @param kept the painting's brief, whose files can be read.
Result<ReadyPicture> make_ready(const RenderWish& wish, const Plan& planned, const Brief& kept,
                                const ThreadPool& workers) {
    Brief brief = kept;
    if (!can_hold_depth(wish.picture.path, brief.depth))
        brief.depth = 0;
    std::vector<std::string> warnings;
    if (!name_a_size(wish.of_picture))
        if (std::optional<std::string> bound = bound_size(canvas_of(planned), brief.output))
            warnings.push_back(std::move(*bound));
    if (const Status asked = ask(wish.of_picture, brief); !asked)
        return asked.error();
    Result<Plan> plan = changed_plan(planned, kept, brief, workers, warnings);
    if (!plan)
        return plan.error();
    Result<PictureOrder> order = order_picture(std::move(brief), wish.picture, *plan, wish.part);
    if (!order)
        return order.error();
    return ReadyPicture{std::move(plan).value(), std::move(order).value(), std::move(warnings)};
}

}  // namespace

Result<Painted> render_painting(const RenderWish& wish, const ThreadPool& workers, Observer& observer) {
    const std::string& path = wish.picture.path;
    const Result<Painting> painting = load_planned(wish.painting_file);
    if (!painting)
        return painting.error();
    const Result<ReadableBrief> kept = ReadableBrief::of(wish.painting_file, painting->start);
    if (!kept)
        return kept.error();
    Result<ReadyPicture> ready = make_ready(wish, *painting->plan, kept->brief(), workers);
    if (!ready)
        return ready.error();
    const Plan& plan = ready->plan;
    std::vector<std::string>& warnings = ready->warnings;
    std::optional<PreparedSigning> signer;
    if (!wish.signing.key.empty()) {
        Result<PreparedSigning> prepared = prepare_signing(wish.signing, *painting, wish.painting_file, path);
        if (!prepared)
            return prepared.error();
        signer.emplace(std::move(prepared).value());
    }
    const BeforePlacing last =
        signed_after(saying(said_of_picture(*painting, kept->brief(), ready->order.brief),
                            painting->record.making.has_value(), path, warnings),
                     signer, path);
    const Result<Made> made = make_picture(
        plan, ready->order, workers, observer,
        [&](const CompletePicture& complete) { return last ? last(complete.file) : Status(Done{}); });
    if (!made)
        return made.error();
    return Painted{.picture = path,
                   .size = made->size,
                   .strokes = counts_of(plan),
                   .painting_file = wish.painting_file,
                   .mixing = mixing_of(plan),
                   .gamut = made->gamut,
                   .warnings = warnings};
}

Result<Forecast> forecast_rendering(const RenderWish& wish, const ThreadPool& workers) {
    const Result<Painting> painting = load_planned(wish.painting_file);
    if (!painting)
        return painting.error();
    const Result<ReadableBrief> kept = ReadableBrief::of(wish.painting_file, painting->start);
    if (!kept)
        return kept.error();
    const Result<ReadyPicture> ready = make_ready(wish, *painting->plan, kept->brief(), workers);
    if (!ready)
        return ready.error();
    return forecast_picture(ready->plan, ready->order);
}

}  // namespace allaprima
