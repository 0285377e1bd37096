#pragma once
#include <functional>

#include "model/brief.h"
#include "rendering/canvas_tile.h"

namespace allaprima {

/// A key light on a varnished painting, and what its surroundings add.
///
/// Exposure is set so that flat paint keeps its colour, whatever the light.
class Lighting {
  public:
    explicit Lighting(const Light& light);

    /// What the eye sees of paint of this colour (sRGB-encoded) on a surface that rises by `slope` (height
    /// over way, along x and y). sRGB-encoded, 0 to 1.
    Rgb seen(Rgb colour, Vec2 slope) const;

  private:
    float varnish(float nx, float ny, float nz) const;

    float key_x_, key_y_, key_z_;
    float half_x_, half_y_, half_z_;
    float fresnel_, flat_varnish_;
};

}  // namespace allaprima
