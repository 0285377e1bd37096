#pragma once
#include <cstdint>

namespace allaprima {

/// Scrambles 64 bits so that neighbouring inputs give unrelated outputs (the finaliser of SplitMix64;
/// Steele, Lea & Flood, OOPSLA 2014).
inline uint64_t scramble(uint64_t x) {
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// A uniform number in [0, 1) from 24 of the bits.
inline float unit_float(uint64_t bits) {
    return static_cast<float>(bits >> 40) * 0x1p-24f;
}

/// Random numbers that depend on (seed, stream) alone, so that work may be shared out among any
/// number of threads and still give the same picture.
class Rng {
  public:
    Rng(uint64_t seed, uint64_t stream) : state_(scramble(seed ^ scramble(stream))) {}

    uint64_t bits() { return scramble(state_ += 0x9e3779b97f4a7c15ULL); }
    /// Uniform in [0, 1).
    float unit() { return unit_float(bits()); }
    /// Uniform in [low, high).
    float between(float low, float high) { return low + (high - low) * unit(); }

  private:
    uint64_t state_;
};

}  // namespace allaprima
