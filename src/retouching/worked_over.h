#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "engine/commission.h"
#include "engine/destination.h"
#include "engine/enclosed_files.h"
#include "engine/growth.h"
#include "engine/make_picture.h"
#include "model/painting.h"
#include "planning/retouch.h"

namespace allaprima {

/// Where a painting that is worked over goes; that which it was stays as it is.
struct Destinations {
    std::optional<Destination> painting = {};  ///< The new painting,
    std::optional<Destination> picture = {};   ///< and its picture; one of them at least.
};

/// A finished painting that is to be worked over.
class Finished {
  public:
    /// Reads it. An error where it is not planned to its end, and where the new one could not be put where it
    /// is to go.
    static Result<Finished> read(const std::string& painting_file, const Destinations& outcome);

    const std::string& file() const { return file_; }
    const Painting& painting() const { return painting_; }
    const Plan& plan() const { return *painting_.plan; }
    /// As it was asked for, with files that can be read.
    const Brief& brief() const { return readable_.brief(); }
    /// The same with files where they are kept, which may be gone.
    Brief kept() const;
    /// A brief whose files are where they are kept, with files that can be read.
    Brief readable(Brief kept) const;

  private:
    Finished(std::string file, Painting painting, ReadableBrief readable)
        : file_(std::move(file)), painting_(std::move(painting)), readable_(std::move(readable)) {}

    std::string file_;
    Painting painting_;
    ReadableBrief readable_;
};

/// What makes the outcome of a finished painting that is worked over.
class WorkedOver {
  public:
    /// Checks all of it that can be known before the work.
    /// @param brief what is asked of the new painting, with files that can be read; its picture is made by
    /// it.
    static Result<WorkedOver> prepare(const Finished& finished, const Brief& brief,
                                      const Destinations& outcome);

    /// Lines of what will not come out as it was asked.
    void warn(const std::vector<std::string>& lines) {
        warnings_.insert(warnings_.end(), lines.begin(), lines.end());
    }

    /// What is asked of the new painting is kept, where it is something else. @param kept as
    /// Finished::kept().
    void ask(Brief kept) { asked_ = std::move(kept); }

    /// Keeps the painting with this plan in its new file, and makes its picture. Its record is empty: the old
    /// one tells of the old painting.
    Result<Painted> finish(const Plan& plan, const ThreadPool& workers, Observer& observer);

  private:
    WorkedOver(const Finished& finished, Destinations outcome)
        : finished_(finished), outcome_(std::move(outcome)) {}

    Result<Painting> as_new(const Plan& plan) const;

    const Finished& finished_;
    Destinations outcome_;
    std::optional<PictureOrder> order_;
    std::optional<Brief> asked_;
    std::vector<std::string> warnings_;
};

/// New strokes over the plan: an error where they would have to change what lies there already.
Result<Plan> laid_over(const Plan& plan, const std::vector<Stroke>& strokes,
                       const std::string& painting_file);

/// Passes new strokes on, without those that stay.
StrokesSoFar growing_over(const Plan& plan, const Growth& growth);

}  // namespace allaprima
