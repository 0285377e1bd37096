#include "rendering/tooth.h"

#include <algorithm>
#include <cmath>

namespace allaprima {
namespace {

/// Where a point lies among parallel threads: which one, how near its middle, how stout it is there.
struct ThreadPlace {
    float arch;  ///< 0 between two threads, ±1 in the middle of one; the sign changes from thread to thread.
    float stout;  ///< About 1.
};

ThreadPlace thread_place(const NoiseTable& noise, float offset, float across, float along) {
    const float wandering = across + 1.6f * noise.at(across * 0.13f + offset, along * 0.10f);
    const int thread = cell_of(wandering);
    const float t = wandering - static_cast<float>(thread);
    const float stout = 0.55f + 0.9f * noise.at(along * 0.22f, static_cast<float>(thread) + offset);
    const float arch = 4.0f * t * (1.0f - t);
    return {(thread & 1) != 0 ? -arch : arch, stout};
}

}  // namespace

float Tooth::height_at(Vec2 p, float pixel_mm) const {
    const float visible = resolved_share(thread_mm * 0.5f, pixel_mm);
    if (visible <= 0.0f)
        return 0.0f;
    const Vec2 threads = p * (1.0f / thread_mm);
    const ThreadPlace warp = thread_place(noise, 0.0f, threads.x, threads.y);
    const ThreadPlace weft = thread_place(noise, 41.0f, threads.y, threads.x);
    // At every second crossing the warp passes over the weft.
    const float over = warp.arch * weft.arch;
    const float knot = std::max(std::fabs(warp.arch) * warp.stout * (0.62f + 0.38f * over),
                                std::fabs(weft.arch) * weft.stout * (0.62f - 0.38f * over));
    const float mean_knot = 0.60f;
    // The priming filled the hollows here more, there less.
    const float primed = 0.15f + 1.7f * noise.at(threads.x * 0.07f + 83.0f, threads.y * 0.07f);
    return visible * height_mm * primed * (knot - mean_knot);
}

}  // namespace allaprima
