#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace allaprima {

/// What an upgrade came to.
struct Upgraded {
    /// A file that the painting names and does not carry.
    struct LeftOut {
        std::string name, why;
    };
    uint32_t from = 0, to = 0;          ///< Formats of the painting file; alike where it was up to date.
    std::vector<std::string> enclosed;  ///< Files that it has taken in.
    std::vector<LeftOut> left_out;
};

/// Writes a painting file again in the present format, and takes the masks, marks, drawings and profiles into
/// it that it names. It is the old or the new file at every moment.
///
/// @param from_anywhere whether files of other folders than the painting's own are taken in, too. A painting
/// that
///        comes from somebody else can name any file of this computer, and would carry it away: only a person
///        can allow that.
/// @param forget whether what is remembered of the reference is overwritten.
Result<Upgraded> upgrade_painting(const std::string& painting_file, bool from_anywhere, bool forget = false);

}  // namespace allaprima
