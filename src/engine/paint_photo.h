#pragma once
#include <string>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "engine/growth.h"
#include "engine/job.h"

namespace allaprima {

/// Composes, studies, plans and renders what was prepared; reads no file. A stop that the observer asks for
/// ends the planning; the picture is then made of the strokes there are. One that is asked for later, while
/// the picture is being made, ends it with an error and leaves no picture.
///
/// Same job: same bytes, for any number of threads, unless the brief limits the time.
/// @param growth hears of the strokes while they are planned.
Result<Painted> run(Job job, const ThreadPool& workers, Observer& observer, const Growth& growth = {});

/// Paints a photograph: prepares the commission, and runs it.
Result<Painted> paint_photo(const Commission& commission, const ThreadPool& workers, Observer& observer);

/// Goes on with a painting where it was left, and arrives at the very same picture as if nothing had come
/// between. A painting that is finished, with its picture in place, is left as it is.
Result<Painted> resume_painting(const Resumption& resumption, const ThreadPool& workers, Observer& observer);

}  // namespace allaprima
