#include <cstdint>
#include <cstdlib>

#include "briefs/read_brush.h"

/// Reads any bytes as a brush; what is a brush is written and read back as the same one.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace allaprima;
    const Result<Brush> brush = brush_from_toml({reinterpret_cast<const char*>(data), size}, "fuzz.toml");
    if (!brush)
        return 0;
    const Result<Brush> again = brush_from_toml(brush_as_toml(*brush), "again.toml");
    if (!again || !(*again == *brush))
        std::abort();
    return 0;
}
