#include <cstdint>
#include <sstream>

#include "exporting/read_strokes.h"

/// Reads any bytes as a file of strokes.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    std::istringstream text(std::string(reinterpret_cast<const char*>(data), size));
    (void)allaprima::strokes_from_json(text, "fuzz.json");
    return 0;
}
