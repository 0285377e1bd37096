#pragma once
#include <vector>

#include "base/result.h"
#include "brush/stroke.h"
#include "model/brief.h"
#include "model/study.h"

namespace allaprima {

/// What can be told of a picture that paint is thrown at.
struct ThrownAt {
    Vec2 canvas_mm;                        ///< Width and height of the canvas; positive.
    std::vector<Face> faces = {};          ///< Those that were found.
    std::vector<Sighting> others = {};     ///< And what else was seen.
    const Image<float>* figure = nullptr;  ///< As Study::figure; null or empty: none was told apart.
    const Image<float>* mask = nullptr;    ///< Of Region::Kind::Mask, 0 to 1, any size; null without.
    Support support = Support::Linen;      ///< On which runs go more or less far.
};

/// The part of the canvas at which a spatter is thrown, and what it must not hit. Lengths in canvas mm.
///
/// The region is kept as a map of cells. Seen from afar a spatter has no edge, so few drops are wanted near
/// the region's border and a few stray out of it; drops are round, so what they must keep clear of is tested
/// with places all over their strokes.
class SpatterTarget {
  public:
    /// An error of usage when the region asks for what was not found (a face, a subject, a mask), or when
    /// nothing is left of it.
    static Result<SpatterTarget> of(const Spatter& spatter, const ThrownAt& at);

    /// Of the region, without what must not be hit, mm².
    float area() const { return area_; }
    /// A place of the region by two numbers from 0 to 1; evenly spread when those are.
    Vec2 aim(float row, float column) const;
    /// How welcome a drop is: 1 well inside the region, 0 at its border and beyond.
    float wanted(Vec2 p) const;
    /// How likely a drop strays to a place near the border: 1 inside, falling to 0 outside.
    float reached(Vec2 p) const;
    /// Whether paint flies across the region and lands beyond it too, as it does when it is thrown at a face.
    bool flies_on() const { return flies_on_; }
    /// Whether p belongs to the region.
    bool inside(Vec2 p) const;
    /// Whether paint may lie under all of the stroke.
    bool allows(const Stroke& stroke) const;
    Vec2 canvas_mm() const { return canvas_; }

  private:
    SpatterTarget() = default;
    /// Makes of the region and of what is kept clear all that is asked for.
    void see_from_afar();
    void keep_clear_of_features(const std::vector<Face>& faces);
    float read(const Image<float>& map, Vec2 p) const;

    Vec2 canvas_;
    Image<float> region_, wanted_, reached_, kept_clear_;
    std::vector<float> row_sums_;  ///< Of the wanted map, up to and with each row.
    float area_ = 0.0f;
    bool flies_on_ = false;
};

/// The parts of a face by which it is known, in shares of the picture: eyes, mouth and nostrils where they
/// were found, or else where they usually are; grown a little, so that what lies beside them does not touch
/// them. The eyes come first.
std::vector<ShareRect> features_of(const Face& face);

}  // namespace allaprima
