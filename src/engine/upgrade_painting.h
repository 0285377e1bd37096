#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace allaprima {

/// What an upgrade came to.
struct Upgraded {
    uint32_t from = 0, to = 0;          ///< Formats of the painting file; alike where it was up to date.
    std::vector<std::string> enclosed;  ///< Files that it has taken in.
    std::vector<std::string>
        missing;  ///< Files that it names, that are not where it says, and that it may need.
};

/// Writes a painting file again in the present format, and takes the masks, marks, drawings and profiles into
/// it that it names. It is the old or the new file at every moment.
Result<Upgraded> upgrade_painting(const std::string& painting_file);

}  // namespace allaprima
