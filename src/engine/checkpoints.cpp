#include "engine/checkpoints.h"

#include "files/digest.h"
#include "painting_file/kept_names.h"

namespace allaprima {

void Checkpoints::note(const Status& status) {
    if (!status && !fault_)
        fault_ = status.error();
}

Status Checkpoints::outcome() const {
    if (fault_)
        return *fault_;
    return Done{};
}

void Checkpoints::keep_round(const PlanState& state) {
    if (file_)
        note(file_->save_round(state));
}

void Checkpoints::keep_plan(const Plan& plan, Stage stage, double planning_seconds) {
    if (!file_)
        return;
    // A plan that is saved makes up for rounds that were not.
    fault_.reset();
    note(file_->save_plan(plan, stage, planning_seconds));
}

void Checkpoints::keep_stage(Stage stage) {
    if (file_)
        note(file_->save_stage(stage));
}

void Checkpoints::keep_picture(const CompletePicture& picture, const std::string& path,
                               double painting_seconds) {
    if (!file_)
        return;
    if (const Result<std::string> digest = sha256_of_file(picture.file))
        note(file_->save_picture(name_to_keep(file_->path(), path), *digest, painting_seconds,
                                 picture.pixels));
    else
        note(digest.error());
}

}  // namespace allaprima
