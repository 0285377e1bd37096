#pragma once
#include <png.h>

#include <csetjmp>
#include <cstdio>

namespace allaprima {

/// Where libpng's reason for giving up is kept; it writes nothing to the standard error then.
struct PngTrouble {
    char message[200] = "";
};

inline void on_png_error(png_structp png, png_const_charp message) {
    auto& trouble = *static_cast<PngTrouble*>(png_get_error_ptr(png));
    std::snprintf(trouble.message, sizeof trouble.message, "%s", message);
    png_longjmp(png, 1);
}

/// Warnings concern chunks that are not needed for the colours.
inline void on_png_warning(png_structp, png_const_charp) {}

/// Runs one step of libpng. The step owns nothing, because giving up jumps over destructors.
/// @return false when libpng gave up.
template <typename Step>
bool attempt_png(png_structp png, Step step) {
    if (setjmp(png_jmpbuf(png)) != 0)
        return false;
    step();
    return true;
}

}  // namespace allaprima
