#pragma once
#include <tiffio.h>

#include <cstdarg>
#include <cstdio>
#include <memory>

namespace allaprima {

/// Where libtiff's last complaint is kept; it writes nothing to the standard error then.
struct TiffTrouble {
    char message[200] = "";
};

inline int on_tiff_error(TIFF*, void* trouble, const char*, const char* format, va_list words) {
    auto& message = static_cast<TiffTrouble*>(trouble)->message;
    std::vsnprintf(message, sizeof message, format, words);
    return 1;
}

/// Warnings concern tags that are not needed for the colours.
inline int on_tiff_warning(TIFF*, void*, const char*, const char*, va_list) {
    return 1;
}

struct TiffRelease {
    void operator()(TIFF* file) const { TIFFClose(file); }
    void operator()(TIFFOpenOptions* options) const { TIFFOpenOptionsFree(options); }
};
using TiffHandle = std::unique_ptr<TIFF, TiffRelease>;
using TiffOptions = std::unique_ptr<TIFFOpenOptions, TiffRelease>;

/// Has libtiff leave its complaints in `trouble`, which must outlive the file.
inline TiffOptions tiff_options(TiffTrouble& trouble) {
    TiffOptions options(TIFFOpenOptionsAlloc());
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), on_tiff_error, &trouble);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), on_tiff_warning, nullptr);
    return options;
}

}  // namespace allaprima
