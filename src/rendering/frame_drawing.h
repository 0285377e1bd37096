#pragma once
#include "base/geometry.h"
#include "model/brief.h"
#include "rendering/framing.h"
#include "rendering/lighting.h"
#include "rendering/noise_table.h"

namespace allaprima {

/// How a painting's frame and passe-partout look, pixel by pixel of the framed picture. Lengths are those of
/// the canvas, so that every size shows the same frame.
class FrameDrawing {
  public:
    /// @param painting in pixels. @param pixel_mm how large one of them is on the canvas.
    FrameDrawing(const Framing& framing, Border border, Size painting, float pixel_mm, const Light& light);

    /// The colour of a pixel that is not the painting's, sRGB-encoded.
    Rgb beside(int x, int y) const;

    /// How much of the light comes to a pixel of the painting: 1 all of it, less where frame or passe-partout
    /// cast their shadow.
    float light_on_paint(int x, int y) const;

  private:
    /// A place of the frame.
    struct Place {
        float in;      ///< From the outer edge, mm;
        float along;   ///< along its side, mm, with another beginning for each;
        Vec2 inwards;  ///< where its side faces;
        float mitre;   ///< how far it is from the next joint, mm.
    };

    Place place_of(Vec2 point) const;
    Rgb seen_at(Vec2 point) const;
    Rgb moulding(const Place& place) const;
    Rgb board(Vec2 point, const Place& place) const;
    Rgb wood(const Place& place) const;
    Rgb gold(const Place& place, float slope) const;
    float grain(float across, float along) const;
    /// How much light comes to a point inside an edge that stands this high around the picture, `in` mm from
    /// the outer edge all around.
    float light_below(Vec2 point, float in, float height) const;

    Vec2 whole_;  ///< mm
    float frame_, mat_, pixel_mm_;
    FrameKind kind_;
    Rgb board_;  ///< Linear light, like all colours in here.
    Lighting lighting_;
    Vec2 towards_light_;  ///< How far a shadow falls for each millimetre of height, turned about.
    float key_x_, key_y_, key_z_;
    NoiseTable noise_;
};

}  // namespace allaprima
