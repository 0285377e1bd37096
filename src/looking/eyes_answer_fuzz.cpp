#include <cstdint>
#include <string_view>

#include "looking/eyes_answer.h"

/// Takes any bytes for the answer of the component for seeing.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    (void)allaprima::sight_of_answer({reinterpret_cast<const char*>(data), size}, {640, 480});
    return 0;
}
