#include "rendering/tooth.h"

#include <algorithm>
#include <cmath>

namespace allaprima {
namespace {

/// Size of the grains and clots of pigment that stand in the surface of paint, and how steep they are.
constexpr float kGritMm = 0.3f, kGritSlope = 0.09f;

/// Where a point lies among parallel threads: which one, how near its middle, how stout it is there.
struct ThreadPlace {
    float arch;  ///< 0 between two threads, ±1 in the middle of one; the sign changes from thread to thread.
    float stout;  ///< About 1.
};

struct Thread {
    float wandering, swelling;
};

ThreadPlace thread_place(const NoiseTable& noise, const Thread& kind, float offset, float across,
                         float along) {
    const float place = across + kind.wandering * noise.at(across * 0.13f + offset, along * 0.10f);
    const int thread = cell_of(place);
    const float t = place - static_cast<float>(thread);
    const float stout =
        1.0f + kind.swelling * (noise.at(along * 0.22f, static_cast<float>(thread) + offset) - 0.5f);
    const float arch = 4.0f * t * (1.0f - t);
    return {(thread & 1) != 0 ? -arch : arch, stout};
}

}  // namespace

Tooth::Tooth(Support support)
    : support_(support), spacing_mm_(0.62f), height_mm_(0.042f), wandering_(1.6f), swelling_(0.9f) {
    switch (support) {
        case Support::Linen:
            break;
        case Support::Cotton:
            spacing_mm_ = 0.48f;
            height_mm_ = 0.034f;
            wandering_ = 0.7f;
            swelling_ = 0.45f;
            break;
        case Support::Panel:
            spacing_mm_ = 0.9f;
            height_mm_ = 0.012f;
            break;
        case Support::Paper:
            spacing_mm_ = 0.8f;
            height_mm_ = 0.024f;
            break;
    }
}

float Tooth::height_at(Vec2 p, float pixel_mm) const {
    const float visible = resolved_share(spacing_mm_ * 0.5f, pixel_mm);
    if (visible <= 0.0f)
        return 0.0f;
    const Vec2 at = p * (1.0f / spacing_mm_);
    const float height = support_ == Support::Panel   ? brushed_at(at)
                         : support_ == Support::Paper ? grain_at(at)
                                                      : weave_at(at);
    return visible * height_mm_ * height;
}

Vec2 Tooth::grit_at(Vec2 p, float pixel_mm) const {
    const float visible = resolved_share(kGritMm, pixel_mm);
    if (visible <= 0.0f)
        return {};
    const Vec2 at = p * (1.0f / kGritMm);
    const float steep = 2.0f * kGritSlope * visible;
    return {steep * (noise_.at(at.x, at.y) - 0.5f), steep * (noise_.at(at.y + 31.7f, at.x + 57.3f) - 0.5f)};
}

float Tooth::weave_at(Vec2 threads) const {
    const Thread kind{wandering_, swelling_};
    const ThreadPlace warp = thread_place(noise_, kind, 0.0f, threads.x, threads.y);
    const ThreadPlace weft = thread_place(noise_, kind, 41.0f, threads.y, threads.x);
    // At every second crossing the warp passes over the weft.
    const float over = warp.arch * weft.arch;
    const float knot = std::max(std::fabs(warp.arch) * warp.stout * (0.62f + 0.38f * over),
                                std::fabs(weft.arch) * weft.stout * (0.62f - 0.38f * over));
    const float mean_knot = 0.60f;
    // The priming filled the hollows here more, there less.
    const float primed = 0.15f + 1.7f * noise_.at(threads.x * 0.07f + 83.0f, threads.y * 0.07f);
    return primed * (knot - mean_knot);
}

float Tooth::brushed_at(Vec2 grains) const {
    // Primed crosswise, the last coat from top to bottom.
    const float drift = 2.0f * noise_.at(grains.x * 0.05f, grains.y * 0.05f + 17.0f);
    const float last = noise_.at(grains.x * 2.3f + drift, grains.y * 0.035f);
    const float first = noise_.at(grains.x * 0.045f + 61.0f, grains.y * 1.9f + drift);
    return 1.3f * (last - 0.5f) + 0.7f * (first - 0.5f);
}

float Tooth::grain_at(Vec2 grains) const {
    const float coarse = noise_.at(grains.x + 7.3f, grains.y + 29.1f);
    const float fine = noise_.at(grains.x * 2.9f + 50.0f, grains.y * 2.9f);
    return 1.5f * (coarse - 0.5f) + 0.8f * (fine - 0.5f);
}

}  // namespace allaprima
