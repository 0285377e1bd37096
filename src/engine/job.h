#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "brush/hand.h"
#include "engine/checkpoints.h"
#include "engine/commission.h"
#include "engine/inputs.h"
#include "engine/make_picture.h"
#include "last_touches/last_touches.h"
#include "model/painting.h"
#include "model/plan.h"

namespace allaprima {

/// A painting file that is to be begun.
struct NewPainting {
    std::string path;
    bool replace = false;
    std::vector<EnclosedFile> enclosed = {};  ///< What it carries inside it.
};

/// A painting that can be painted: all that it needs was read and checked, so that nothing that could have
/// been known before keeps it from being finished. It is a value: it can be held, and run later or elsewhere.
/// A painting file is one that is kept; take_up() makes a job of it again.
struct Job {
    Hand hand;
    Materials materials;                      ///< Tubes that are chosen for the reference are open still.
    Inputs inputs;                            ///< Empty where an earlier run has begun.
    TouchInputs touches;                      ///< Of a painting that is not planned yet.
    PictureOrder picture;                     ///< Its brief is settled.
    std::optional<NewPainting> to_keep = {};  ///< Nothing: the painting is not kept, or has been begun.

    std::optional<Painting> begun = {};  ///< What an earlier run came to.
    Checkpoints checkpoints = {};        ///< Of that painting.
    /// No picture is to be made: it stands in its place, or only the strokes are wanted.
    bool without_picture = false;
    std::vector<std::string> warnings = {};  ///< What is not done as the file has it; one line each.
};

/// Reads and checks all that a commission names.
Result<Job> prepare(const Commission& commission);

/// Takes a painting file up where an earlier run left it.
Result<Job> take_up(const Resumption& resumption);

}  // namespace allaprima
