// The whole of it on one screen: Photo + Brief → Reference → Study → Plan → Picture.

#include "engine/paint_photo.h"

#include <utility>

#include "engine/stages.h"

namespace allaprima {

Result<Painted> run(Job job, const ThreadPool& workers, Observer& observer, const Growth& growth) {
    std::vector<std::string> warnings = job.warnings;
    // A job that an earlier run has begun brings along what came of it; its stages give that back.
    Result<Composed> composed = compose(job, workers, observer);
    if (!composed)
        return composed.error();
    const Result<Study> seen = study(job, *composed);
    if (!seen)
        return seen.error();
    const Result<Planned> planned = plan(job, *composed, *seen, workers, observer, growth);
    if (!planned)
        return planned.error();
    Result<Painted> painted = render(job, *planned, workers, observer);
    if (painted) {
        for (const std::vector<std::string>& more : {composed->warnings, planned->warnings})
            warnings.insert(warnings.end(), more.begin(), more.end());
        painted->warnings = std::move(warnings);
    }
    return painted;
}

Result<Painted> paint_photo(const Commission& commission, const ThreadPool& workers, Observer& observer) {
    observer.progress("reading", 0.0);
    Result<Job> job = prepare(commission);
    return job ? run(std::move(job).value(), workers, observer) : Result<Painted>(job.error());
}

Result<Painted> resume_painting(const Resumption& resumption, const ThreadPool& workers, Observer& observer) {
    observer.progress("reading", 0.0);
    Result<Job> job = take_up(resumption);
    return job ? run(std::move(job).value(), workers, observer) : Result<Painted>(job.error());
}

}  // namespace allaprima
