#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "model/record.h"
#include "record/check_record.h"

namespace allaprima {

// What is printed of a record, as PDF by Pango and cairo. The record must have a making. A file that is there
// already is an error of usage unless `replace`.

/// A label to put beside the painting, 90 x 55 mm: what it is, and the last digest to hold it against.
Status write_label(const Record& record, const std::string& path, bool replace);

/// What a certificate tells beside the record.
struct Certified {
    std::vector<Finding> findings = {};  ///< Of a check: what is proven, doubtful or broken is told.
    std::string issued = {};             ///< The day on which it is printed; empty: it does not say.
};

/// A certificate on A4 with numbered pages: the making, the journey with every source, what a check found,
/// the last digest, and lines for signatures by hand.
Status write_certificate(const Record& record, const Certified& certified, const std::string& path,
                         bool replace);

}  // namespace allaprima
