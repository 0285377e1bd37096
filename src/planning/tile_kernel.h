#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "brush/stroke.h"
#include "planning/draft_stroke.h"

namespace allaprima {

/// Side of the square tiles in which strokes are composited and their gradients taken, in pixels.
constexpr int kTile = 16;
constexpr int kTilePixels = kTile * kTile;

/// Pixels that are worked on together: those of one vector, where a machine has vectors of eight.
constexpr int kBlockWidth = 4, kBlockHeight = 2, kBlockPixels = kBlockWidth * kBlockHeight;
constexpr int kBlocksAcross = kTile / kBlockWidth, kBlocks = kTilePixels / kBlockPixels;

/// Where a tile keeps a pixel of its: block after block, each row after row.
constexpr size_t place_in_tile(int x, int y) {
    const int block = y / kBlockHeight * kBlocksAcross + x / kBlockWidth;
    return static_cast<size_t>(block * kBlockPixels + y % kBlockHeight * kBlockWidth + x % kBlockWidth);
}

/// Three colour planes of one tile; see place_in_tile.
struct alignas(64) TileColour {
    std::array<std::array<float, kTilePixels>, 3> plane;
};

/// A stroke made ready for the kernel.
struct PreparedStroke {
    Curve curve;
    Polyline line;
    std::array<float, 2> half_width{};
    float edge = kPlannedEdge;  ///< Width of the border, pixels.
    float reach = 0.0f;         ///< How far from the segments it can cover anything, pixels.
    float opacity = 0.0f;
    std::array<float, 3> colour{};
};
PreparedStroke prepared(const DraftStroke& stroke);

/// What a tile is compared with.
struct TileTarget {
    TileColour colour;
    alignas(64) std::array<float, kTilePixels> weight;  ///< Of the error; 0 outside the picture.
    alignas(
        64) std::array<float, kTilePixels> inside;  ///< 1 inside the picture, whatever its weight; else 0.
};

/// What one stroke gets from one tile.
struct StrokeShare {
    DraftStroke gradient;       ///< ∂loss/∂parameter.
    float removal_cost = 0.0f;  ///< By how much the tile's loss would grow without the stroke.
};

enum class TileWork {
    Composite,       ///< The picture and its loss.
    ColourGradient,  ///< And the gradient by the colours alone.
    Gradient,        ///< And the gradient by all parameters.
    RemovalCost,     ///< Or the cost of leaving each stroke out, exact one by one.
};

/// One stroke in one block.
struct Cell {
    alignas(32) std::array<float, kBlockPixels> alpha;      ///< Its coverage times its opacity.
    std::array<float, kBlockPixels> foot;                   ///< Parameter of the nearest point of its curve.
    std::array<std::array<float, kBlockPixels>, 3> before;  ///< The canvas beneath it.
};
struct CellPlace {
    uint8_t block;
    bool border;  ///< Whether its coverage is less than full anywhere,
    bool ends;    ///< and whether because of its start or its end.
};

/// Buffers that are used again and again, by one thread at a time.
struct TileScratch {
    std::vector<Cell> cells;  ///< One stroke's after the other's, from the top down.
    std::vector<CellPlace> places;
    size_t used = 0;  ///< How many of them.
    struct Range {
        size_t begin, end;
    };
    std::vector<Range> cells_of;  ///< For each stroke of the tile.

    /// Makes room for all the cells that a stroke can have.
    void begin_stroke(size_t stroke) {
        cells_of[stroke].begin = used;
        if (cells.size() < used + kBlocks) {
            cells.resize(2 * (used + kBlocks));
            places.resize(cells.size());
        }
    }
};

struct TileResult {
    double loss = 0.0;           ///< Σ weight · |error|² over pixels and channels.
    double squared_error = 0.0;  ///< The same without weights, inside the picture only.
    size_t cells = 0;            ///< How many blocks strokes were worked on in.
};

/// Composites strokes, in painting order, over the ground in one tile; walks back through them for what
/// `work` asks.
///
/// A stroke covers a pixel by opacity · S((h − t)/e + ½) · S(s/e + ½) · S((L − s)/e + ½): t is the distance
/// from the centre line, h the half-width there, s the way travelled, L all of it, e the edge's width, S the
/// smoothstep. Beyond its ends the centre line runs on straight. Paint begins and ends square, as a flat
/// brush leaves it.
///
/// @param origin_x, origin_y the tile's first pixel.
/// @param canvas in: the ground; out: the picture.
/// @param shares one for each of `order`; what `work` asks for is written, not added to, and nothing else.
TileResult work_on_tile(TileWork work, int origin_x, int origin_y, std::span<const PreparedStroke> strokes,
                        std::span<const uint32_t> order, const TileTarget& target, TileColour& canvas,
                        std::span<StrokeShare> shares, TileScratch& scratch);

}  // namespace allaprima
