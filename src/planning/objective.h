#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/thread_pool.h"
#include "image/image.h"
#include "planning/draft_stroke.h"
#include "planning/tile_kernel.h"

namespace allaprima {

/// What the strokes give and how far it is from what is wanted.
struct Evaluation {
    double loss = 0.0;                ///< Σ weight · |error|² over pixels and channels.
    double squared_error = 0.0;       ///< The same with every weight 1.
    size_t cells = 0;                 ///< Work done: strokes times the blocks of pixels that they touch.
    std::vector<StrokeShare> shares;  ///< One for each stroke; which members are set depends on the work.
};

/// The distance between a picture and the strokes that paint it, with its exact gradient.
///
/// Strokes are sorted into tiles; each tile is worked on alone and its results are added in a fixed
/// order, so that any number of threads gives the same bits.
class Objective {
  public:
    /// @param target sRGB-encoded. @param weight of each pixel's error; the same size as the target.
    Objective(const Image<Rgb>& target, const Image<float>& weight, Rgb ground, const ThreadPool& workers);

    /// The same for strokes that are laid over a picture, of the target's size.
    Objective(const Image<Rgb>& target, const Image<float>& weight, const Image<Rgb>& beneath,
              const ThreadPool& workers);

    /// @param canvas when given, receives the picture.
    /// @param looked_at when given, says of each stroke whether it is asked about: tiles that none of those
    /// touches are left out of everything, and shares of the others are not whole.
    Evaluation evaluate(std::span<const DraftStroke> strokes, TileWork work, Image<Rgb>* canvas = nullptr,
                        std::span<const char> looked_at = {});

    /// Mean over pixels and channels as a peak signal-to-noise ratio, in dB, of unrounded values.
    double psnr(const Evaluation& evaluation) const;

  private:
    void sort_into_tiles(std::span<const DraftStroke> strokes);
    void choose_tiles(std::span<const char> looked_at);
    TileColour bare(size_t tile) const;

    Size size_;
    int tiles_across_ = 0, tiles_down_ = 0;
    Rgb ground_;
    std::vector<TileColour> beneath_;  ///< For each tile what the strokes are laid over; empty: the ground.
    const ThreadPool* workers_;
    std::vector<TileTarget> targets_;

    // Buffers of one evaluation, kept for the next.
    std::vector<PreparedStroke> prepared_;
    std::vector<std::vector<uint32_t>> tiles_of_;  ///< For each stroke the tiles that it may touch, in order.
    std::vector<uint32_t> first_of_tile_;          ///< Where each tile's list begins in the two below.
    std::vector<uint32_t> order_;                  ///< Strokes of each tile in painting order.
    std::vector<uint32_t> slot_of_;         ///< For each stroke, one after the other, the places in order_.
    std::vector<size_t> first_slot_;        ///< Where each stroke's begin.
    std::vector<StrokeShare> tile_shares_;  ///< One for each place in order_.
    std::vector<TileResult> tile_results_;
    std::vector<TileScratch> scratch_;  ///< One for each row of tiles.
    std::vector<char> left_out_;        ///< Whether nothing is asked about a tile.
};

}  // namespace allaprima
