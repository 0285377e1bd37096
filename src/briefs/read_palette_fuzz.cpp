#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "briefs/read_palette.h"

/// Reads any bytes as a palette; whatever is one has tubes that reflect between nothing and all.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace allaprima;
    const Result<Palette> palette =
        palette_from_toml({reinterpret_cast<const char*>(data), size}, "fuzz.toml");
    if (!palette)
        return 0;
    for (const Pigment& tube : palette->tubes)
        for (const float seen : masstone({tube.absorption, tube.scattering}))
            if (!(seen >= 0.0f && seen <= 1.0f))
                std::abort();
    return 0;
}
