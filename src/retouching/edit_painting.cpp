#include "retouching/edit_painting.h"

#include <fmt/format.h>

#include "retouching/worked_over.h"

namespace allaprima {

Result<Painted> edit_painting(const EditWish& wish) {
    const Destinations outcome{.painting = wish.painting};
    const Result<Finished> finished = Finished::read(wish.painting_file, outcome);
    if (!finished)
        return finished.error();
    const Result<Plan> edited = edit_strokes(finished->plan(), wish.edits);
    if (!edited)
        return Error{fmt::format("{}: {}", wish.painting_file, edited.error().message), edited.error().usage};
    Result<WorkedOver> work = WorkedOver::prepare(*finished, finished->brief(), outcome);
    if (!work)
        return work.error();
    SilentObserver observer;
    return work->finish(*edited, ThreadPool(), observer);
}

}  // namespace allaprima
