#pragma once
#include <chrono>
#include <optional>
#include <string>

#include "engine/make_picture.h"
#include "painting_file/painting_file.h"
#include "planning/plan_painting.h"

namespace allaprima {

/// Keeps a painting in its file as it goes on, when there is one. A failure to save does not end the
/// painting: the first is remembered and told with outcome().
class Checkpoints {
  public:
    /// Keeps nothing.
    Checkpoints() = default;
    explicit Checkpoints(PaintingFile file) : file_(std::move(file)) {}

    void keep_round(const PlanState& state);
    void keep_plan(const Plan& plan, Stage stage, double planning_seconds);
    void keep_stage(Stage stage);
    /// @param picture where it is until it stands at `path`.
    void keep_picture(const CompletePicture& picture, const std::string& path, double painting_seconds);

    bool has_file() const { return file_.has_value(); }
    /// Of the painting file; empty when there is none.
    std::string path() const { return file_ ? file_->path() : std::string(); }
    Status outcome() const;

  private:
    void note(const Status& status);

    std::optional<PaintingFile> file_;
    std::optional<Error> fault_;
};

/// Seconds since it was made.
class Stopwatch {
  public:
    double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    }

  private:
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

}  // namespace allaprima
