#include "retouching/worked_over.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/bound_size.h"
#include "engine/checkpoints.h"
#include "engine/load_painting.h"
#include "model/brief_files.h"
#include "painting_file/kept_names.h"
#include "pictures/write_picture.h"
#include "rendering/detail.h"

namespace allaprima {

Result<Finished> Finished::read(const std::string& painting_file, const Destinations& outcome) {
    if (outcome.painting)
        if (const Status possible = check_painting_file(outcome.painting->path, outcome.painting->replace);
            !possible)
            return possible.error();
    Result<Painting> painting = load_planned(painting_file);
    if (!painting)
        return painting.error();
    if (painting->stage == Stage::Stopped)
        return Error{fmt::format("{} is not planned to its end; finish it first: allaprima resume {}",
                                 painting_file, painting_file)};
    Result<ReadableBrief> readable = ReadableBrief::of(painting_file, painting->start);
    if (!readable)
        return readable.error();
    return Finished(painting_file, std::move(painting).value(), std::move(readable).value());
}

Brief Finished::kept() const {
    return brief_of_kept(file_, painting_.start.brief);
}

Brief Finished::readable(Brief kept) const {
    const std::vector<std::string> places = files_named_in(this->kept()), files = files_named_in(brief());
    visit_files(kept, [&](std::string& name) {
        const auto place = std::ranges::find(places, name);
        if (place != places.end())
            name = files[static_cast<size_t>(place - places.begin())];
    });
    return kept;
}

Result<WorkedOver> WorkedOver::prepare(const Finished& finished, const Brief& brief,
                                       const Destinations& outcome) {
    WorkedOver work(finished, outcome);
    if (outcome.painting && !(finished.painting().record == Record{}))
        work.warnings_.push_back(fmt::format(
            "the record stays with {}, which it tells of; the new painting has none", finished.file()));
    if (!outcome.picture)
        return work;
    Brief of_picture = brief;
    if (!can_hold_depth(outcome.picture->path, of_picture.depth))
        of_picture.depth = 0;
    if (std::optional<std::string> bound = bound_size(canvas_of(finished.plan()), of_picture.output))
        work.warnings_.push_back(std::move(*bound));
    Result<PictureOrder> order = order_picture(std::move(of_picture), *outcome.picture, finished.plan());
    if (!order)
        return order.error();
    work.order_.emplace(std::move(order).value());
    return work;
}

namespace {

/// Has a painting keep another brief in a new file, which carries what else it names.
Status keep_asked(Brief asked, const std::string& painting_file, PaintingStart& start) {
    start.brief = brief_to_keep(painting_file, std::move(asked));
    Status enclosed = Done{};
    visit_files_to_enclose(start.brief, [&](const std::string& name) {
        if (enclosed && std::ranges::find(start.enclosed, name, &EnclosedFile::name) == start.enclosed.end())
            enclosed = enclose(painting_file, name, start.enclosed);
    });
    return enclosed;
}

}  // namespace

Result<Painting> WorkedOver::as_new(const Plan& plan) const {
    Painting painting = finished_.painting();
    const std::string& path = outcome_.painting->path;
    move_names(finished_.file(), path, painting.start);
    if (asked_)
        if (const Status kept = keep_asked(*asked_, path, painting.start); !kept)
            return kept.error();
    painting.plan = plan;
    painting.stage = Stage::Planned;
    painting.picture_digest.clear();
    painting.pixels_digest.clear();
    painting.record = {};
    painting.start.output = name_to_keep(path, outcome_.picture ? outcome_.picture->path : path + ".png");
    return painting;
}

Result<Painted> WorkedOver::finish(const Plan& plan, const ThreadPool& workers, Observer& observer) {
    Checkpoints kept;
    if (outcome_.painting) {
        const Result<Painting> painting = as_new(plan);
        if (!painting)
            return painting.error();
        Result<PaintingFile> file =
            PaintingFile::create_like(outcome_.painting->path, *painting, outcome_.painting->replace);
        if (!file)
            return file.error();
        kept = Checkpoints(std::move(file).value());
    }
    Painted painted{.strokes = counts_of(plan),
                    .painting_file = kept.path(),
                    .mixing = mixing_of(plan),
                    .warnings = warnings_};
    if (!order_)
        return painted;
    const Stopwatch watch;
    const Result<Made> made =
        make_picture(plan, *order_, workers, observer, [&](const CompletePicture& complete) {
            kept.keep_picture(complete, outcome_.picture->path, watch.seconds());
            kept.keep_stage(Stage::Painted);
            return kept.outcome();
        });
    if (!made)
        return made.error();
    painted.picture = outcome_.picture->path;
    painted.size = made->size;
    painted.gamut = made->gamut;
    return painted;
}

Result<Plan> laid_over(const Plan& plan, const std::vector<Stroke>& strokes,
                       const std::string& painting_file) {
    Plan over = with_retouches(plan, strokes);
    if (detail_of(over) != detail_of(plan))
        return Error{fmt::format(
            "{} is covered with so much paint that no more can be laid without changing it", painting_file)};
    return over;
}

StrokesSoFar growing_over(const Plan& plan, const Growth& growth) {
    if (!growth)
        return {};
    Plan canvas = plan;
    canvas.strokes.clear();
    canvas.passes.clear();
    return [canvas = std::move(canvas), &growth](const std::vector<Stroke>& strokes) {
        growth(with_retouches(canvas, strokes));
    };
}

}  // namespace allaprima
