#include "engine/safekeeping.h"

#include "files/digest.h"
#include "painting_file/kept_names.h"

namespace allaprima {

void Safekeeping::note(const Status& status) {
    if (!status && !fault_)
        fault_ = status.error();
}

Status Safekeeping::outcome() const {
    if (fault_)
        return *fault_;
    return Done{};
}

void Safekeeping::keep_round(const PlanState& state) {
    if (file_)
        note(file_->save_round(state));
}

void Safekeeping::keep_plan(const Plan& plan, Stage stage, double planning_seconds) {
    if (!file_)
        return;
    // A plan that is saved makes up for rounds that were not.
    fault_.reset();
    note(file_->save_plan(plan, stage, planning_seconds));
}

void Safekeeping::keep_stage(Stage stage) {
    if (file_)
        note(file_->save_stage(stage));
}

void Safekeeping::keep_picture(const std::string& complete_file, const std::string& path,
                               double painting_seconds) {
    if (!file_)
        return;
    if (const Result<std::string> digest = sha256_of_file(complete_file))
        note(file_->save_picture(name_to_keep(file_->path(), path), *digest, painting_seconds));
    else
        note(digest.error());
}

}  // namespace allaprima
