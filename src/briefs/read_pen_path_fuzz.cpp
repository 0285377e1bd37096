#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "briefs/read_pen_path.h"

/// Reads any bytes as a drawing; what is one has lines, each of which hangs together.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace allaprima;
    const Result<std::vector<PenPath>> lines =
        pen_paths_from_svg({reinterpret_cast<const char*>(data), size}, "fuzz.svg");
    if (!lines)
        return 0;
    for (const PenPath& line : *lines) {
        if (line.curves.empty())
            std::abort();
        for (size_t i = 0; i < line.curves.size(); ++i) {
            if (!std::isfinite(line.curves[i].points[1].x) || !std::isfinite(line.curves[i].points[1].y))
                std::abort();
            if (i > 0 && !(line.curves[i].points[0] == line.curves[i - 1].points[2]))
                std::abort();
        }
    }
    return 0;
}
