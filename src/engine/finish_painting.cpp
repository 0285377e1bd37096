#include "engine/finish_painting.h"

#include <fmt/format.h>

#include "engine/make_picture.h"
#include "engine/mixing.h"
#include "engine/throw_and_sign.h"

namespace allaprima {
namespace {

/// Tells of the progress and asks for no stop.
class Unhurried final : public Observer {
  public:
    explicit Unhurried(Observer& told) : told_(told) {}
    void progress(std::string_view stage, double share) override { told_.progress(stage, share); }
    bool stop_requested() const override { return false; }

  private:
    Observer& told_;
};

/// What someone can do about a picture that could not be written when the strokes are safe.
Error still_safe(const Error& error, const std::string& picture, const Safekeeping& safe) {
    if (!safe.has_file() || !safe.outcome())
        return error;
    return {fmt::format("{}; the painting is safe in {}: allaprima render {} -o {}", error.message,
                        safe.path(), safe.path(), picture),
            error.usage};
}

}  // namespace

Result<Planned> plan_kept(const Sitting& sitting, const PlanState& from, const Workers& workers,
                          Observer& observer, Safekeeping& safe) {
    const Stopwatch watch;
    const auto keep_round = [&](const PlanState& state) { safe.keep_round(state); };
    Plan plan = plan_painting(sitting, from, workers, observer, keep_round);
    const bool stopped = observer.stop_requested();
    if (const Status touched = throw_and_sign(plan, sitting.brief, sitting.study, sitting.reference);
        !touched)
        return touched.error();
    safe.keep_plan(plan, stopped ? Stage::Stopped : Stage::Planned, from.seconds + watch.seconds());
    return Planned{std::move(plan), stopped};
}

Result<Painted> finish_painting(const Planned& planned, const Brief& brief, const Destination& picture,
                                const Workers& workers, Observer& observer, Safekeeping& safe) {
    const Stopwatch watch;
    Unhurried unhurried(observer);
    Observer& heeded = planned.stopped ? unhurried : observer;
    // Noted before the picture appears, so that a run killed in between leaves no picture that a resumed one
    // would take for somebody else's.
    const auto note = [&](const std::string& complete_file) {
        safe.keep_picture(complete_file, picture.path, watch.seconds());
        if (!planned.stopped)
            safe.keep_stage(Stage::Painted);
        return Status(Done{});
    };
    const Result<Made> made = make_picture(planned.plan, brief, picture, workers, heeded, note);
    if (!made) {
        if (!planned.stopped)
            safe.keep_stage(Stage::Planned);
        return still_safe(made.error(), picture.path, safe);
    }
    if (const Status kept = safe.outcome(); !kept)
        return Error{fmt::format("{} is painted, but {}", picture.path, kept.error().message)};
    return Painted{picture.path,    made->size,  static_cast<int>(planned.plan.strokes.size()),
                   planned.stopped, safe.path(), mixing_of(planned.plan),
                   made->gamut,     {}};
}

}  // namespace allaprima
