#pragma once
#include <cstdint>

#include "base/geometry.h"
#include "codecs/tiff_handles.h"

namespace allaprima {

/// A directory of a TIFF: one of the pictures that it holds.
struct TiffDirectory {
    uint64_t offset = 0;  ///< In the file.
    bool first = true;    ///< The one that the file begins with.
    int orientation = 1;  ///< 1 to 8; the first directory's where this one says none.
};

/// The size that the present directory tells.
Size size_in(TIFF* tiff);

/// Finds the photograph among all pictures of a TIFF, in whichever directory or sub-directory it stands, as
/// in DNG: not those that say they are reduced or a mask, and, where nothing is said, not one of which
/// another has at least four times the pixels. Of several that are left it is the first; so pages of a
/// document are read from page one on.
///
/// @param tiff is left at that directory.
TiffDirectory find_photograph(TIFF* tiff);

}  // namespace allaprima
