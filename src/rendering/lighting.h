#pragma once
#include "image/image.h"
#include "model/brief.h"

namespace allaprima {

/// A key light on a varnished painting, and what its surroundings add.
///
/// Exposure is set so that flat paint keeps its colour, whatever the light.
class Lighting {
  public:
    explicit Lighting(const Light& light);

    /// What the eye sees of paint that reflects this light evenly to all sides, on a surface that rises by
    /// `slope` (height over way, along x and y). Linear light.
    Rgb seen(Rgb paint, Vec2 slope) const;

  private:
    float varnish(float nx, float ny, float nz) const;

    float key_x_, key_y_, key_z_;
    float half_x_, half_y_, half_z_;
    float glint_x_, glint_y_, glint_z_;
    float fresnel_, flat_varnish_;
};

}  // namespace allaprima
