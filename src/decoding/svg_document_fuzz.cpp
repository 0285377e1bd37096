// Feeds libFuzzer's bytes to the drawing library, past the check that guards it.

#include <cstddef>
#include <cstdint>

#include "codecs/check_svg.h"
#include "decoding/svg_document.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const std::string_view document(reinterpret_cast<const char*>(data), size);
    if (allaprima::check_svg(document).ok())
        static_cast<void>(allaprima::draw_svg(document, 64).ok());
    return 0;
}
