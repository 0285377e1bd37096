#include "rendering/tooth.h"

#include <algorithm>
#include <cmath>

#include "rendering/noise.h"

namespace allaprima {
namespace {

/// Where a point lies among parallel threads: which one, how near its middle, how stout it is there.
struct ThreadPlace {
    float arch;  ///< 0 between two threads, ±1 in the middle of one; the sign changes from thread to thread.
    float stout;  ///< About 1.
};

ThreadPlace thread_place(uint64_t seed, float across, float along) {
    const float wandering = across + 0.9f * plane_noise(seed, across * 0.11f, along * 0.07f);
    const float cell = std::floor(wandering);
    const float t = wandering - cell;
    const int thread = static_cast<int>(cell);
    const float stout = 0.75f + 0.5f * track_noise(seed + 1, thread, along * 0.16f);
    const float arch = 4.0f * t * (1.0f - t);
    return {(thread & 1) != 0 ? -arch : arch, stout};
}

}  // namespace

float Tooth::height_at(Vec2 p, float pixel_mm) const {
    const float visible = resolved_share(thread_mm * 0.5f, pixel_mm);
    if (visible <= 0.0f)
        return 0.0f;
    const Vec2 threads = p * (1.0f / thread_mm);
    const ThreadPlace warp = thread_place(seed, threads.x, threads.y);
    const ThreadPlace weft = thread_place(seed + 2, threads.y, threads.x);
    // At every second crossing the warp passes over the weft.
    const float over = warp.arch * weft.arch;
    const float knot = std::max(std::fabs(warp.arch) * warp.stout * (0.62f + 0.38f * over),
                                std::fabs(weft.arch) * weft.stout * (0.62f - 0.38f * over));
    const float mean_knot = 0.60f;
    // The priming filled the hollows here more, there less.
    const float primed = 0.35f + 1.3f * plane_noise(seed + 5, threads.x * 0.13f, threads.y * 0.13f);
    return visible * height_mm * primed * (knot - mean_knot);
}

}  // namespace allaprima
