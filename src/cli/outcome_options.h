#pragma once
#include <string>

#include "cli/options.h"
#include "retouching/worked_over.h"

namespace allaprima {

class ProgressBar;

/// Where a finished painting that is worked over goes, as one types it.
struct OutcomeOptions {
    std::string save;
    MakingOptions making;
};

/// Adds -o, which may name the new painting or a picture of it, and what goes with it.
void add_outcome(Command& command, OutcomeOptions& options);

/// What is asked; an error of usage where two paintings are named.
Result<Destinations> outcome_of(const OutcomeOptions& options);

/// Tells what came of it: a line for the reader, and the new file's path as the result.
Status report(const Result<Painted>& painted, const Destinations& outcome, ProgressBar& bar);

}  // namespace allaprima
