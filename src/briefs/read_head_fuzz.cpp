#include <cstdint>
#include <string_view>

#include "briefs/read_head.h"

/// Reads any bytes as a robot's head.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    (void)allaprima::head_from_toml({reinterpret_cast<const char*>(data), size}, "fuzz.toml");
    return 0;
}
