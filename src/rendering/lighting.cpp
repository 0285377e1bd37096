// Diffuse paint under a layer of varnish: Lambert's law for the paint, one GGX microfacet lobe (Walter et
// al., EGSR 2007) with Schlick's Fresnel term for the varnish, seen from straight ahead.
#include "rendering/lighting.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace allaprima {
namespace {

constexpr float kAmbient = 0.28f;  // share of the light that comes from everywhere
constexpr float kRoughness = 0.3f;
constexpr float kReflectance = 0.08f;  // of varnish, head-on
constexpr float kEyOnVarnish = 0.55f;
// Single ridges catch a lamp: those that are tilted so far towards it, radians, give or take a little.
constexpr float kGlintTilt = 0.36f, kGlintSpread = 0.003f, kGlinting = 0.35f;
constexpr float kRoom = 0.03f;  // how much brighter the varnish is where it faces up, for a rise of 1

}  // namespace

Lighting::Lighting(const Light& light) {
    const float radians = std::numbers::pi_v<float> / 180.0f;
    const float up = std::clamp(light.elevation, 5.0f, 90.0f) * radians;
    // Once around is the same light to the last bit.
    const float around = std::fmod(light.azimuth, 360.0f) * radians;
    key_x_ = std::sin(around) * std::cos(up);
    key_y_ = -std::cos(around) * std::cos(up);
    key_z_ = std::sin(up);
    const float scale = 1.0f / std::sqrt(2.0f + 2.0f * key_z_);
    half_x_ = key_x_ * scale;
    half_y_ = key_y_ * scale;
    half_z_ = (key_z_ + 1.0f) * scale;
    fresnel_ = kReflectance + (1.0f - kReflectance) * std::pow(1.0f - half_z_, 5.0f);
    glint_x_ = std::sin(around) * std::sin(kGlintTilt);
    glint_y_ = -std::cos(around) * std::sin(kGlintTilt);
    glint_z_ = std::cos(kGlintTilt);
    flat_varnish_ = varnish(0.0f, 0.0f, 1.0f);
}

float Lighting::varnish(float nx, float ny, float nz) const {
    const float alpha = kRoughness;
    const float along = std::max(0.0f, nx * half_x_ + ny * half_y_ + nz * half_z_);
    const float spread = along * along * (alpha * alpha - 1.0f) + 1.0f;
    const float lobe = alpha * alpha / (std::numbers::pi_v<float> * spread * spread);
    const float lit = std::max(0.0f, nx * key_x_ + ny * key_y_ + nz * key_z_);
    const float k = 0.5f * alpha;
    const float shadowing = 1.0f / ((lit * (1.0f - k) + k) * (nz * (1.0f - k) + k));
    return kEyOnVarnish * lobe * fresnel_ * 0.25f * shadowing * lit / key_z_;
}

Rgb Lighting::seen(Rgb paint, Vec2 slope) const {
    const float nz = 1.0f / std::sqrt(1.0f + dot(slope, slope));
    const float nx = -slope.x * nz, ny = -slope.y * nz;
    const float key = std::max(0.0f, nx * key_x_ + ny * key_y_ + nz * key_z_) / key_z_;
    const float lit = kAmbient * (0.5f + 0.5f * nz) + (1.0f - kAmbient) * key;
    // Where a ridge faces the lamp in the varnish, it burns out.
    const float facing = std::max(0.0f, nx * glint_x_ + ny * glint_y_ + nz * glint_z_);
    const float glint = kGlinting * std::max(0.0f, 1.0f - (1.0f - facing) * (1.0f / kGlintSpread));
    // The room above the painting is brighter than what lies below it.
    const float gloss = varnish(nx, ny, nz) - flat_varnish_ - kRoom * ny + glint * glint;
    return {paint.r * lit + gloss, paint.g * lit + gloss, paint.b * lit + gloss};
}

}  // namespace allaprima
