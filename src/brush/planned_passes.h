#pragma once
#include <array>
#include <cstddef>
#include <limits>
#include <span>
#include <string_view>

namespace allaprima {

/// One of the passes in which strokes are planned, and until when new strokes belong to it.
struct PlannedPass {
    const char* name;
    size_t brush;       ///< Which of a hand's brushes lays it, from 0; the last one where the hand has fewer.
    int growing_ends;   ///< Rounds in which the number of strokes grows.
    float moving_ends;  ///< Share of the rounds in which strokes are moved to where they are wanted most.
    int strokes;        ///< Where the number is open: it ends with so many; the last pass is never reached.
};

/// All of them, in painting order.
inline constexpr std::array kPlannedPasses{
    PlannedPass{.name = "block-in", .brush = 0, .growing_ends = 2, .moving_ends = 0.0f, .strokes = 240},
    PlannedPass{.name = "form", .brush = 1, .growing_ends = 5, .moving_ends = 0.0f, .strokes = 960},
    PlannedPass{.name = "detail",
                .brush = 2,
                .growing_ends = 8,
                .moving_ends = 0.5f,
                .strokes = std::numeric_limits<int>::max()},
    PlannedPass{.name = "accents",
                .brush = 3,
                .growing_ends = 8,
                .moving_ends = 1.0f,
                .strokes = std::numeric_limits<int>::max()}};

/// What is laid in the close views, by the finest brush.
inline constexpr PlannedPass kFeaturesPass{.name = "features",
                                           .brush = kPlannedPasses.back().brush,
                                           .growing_ends = 0,
                                           .moving_ends = 0.0f,
                                           .strokes = 0};

/// What is laid over a finished painting, by the finest brush.
inline constexpr PlannedPass kRetouchesPass{.name = "retouches",
                                            .brush = kPlannedPasses.back().brush,
                                            .growing_ends = 0,
                                            .moving_ends = 0.0f,
                                            .strokes = 0};

/// A text whose {} is replaced by the names of the passes: "block-in, form, detail, accents".
template <size_t N>
class TextOfPasses {
  public:
    consteval explicit TextOfPasses(const char (&text)[N]) {
        const std::string_view whole(text, N - 1);
        const size_t gap = whole.find("{}");
        append(whole.substr(0, gap));
        for (const PlannedPass& pass : kPlannedPasses) {
            append(&pass == &kPlannedPasses.front() ? "" : ", ");
            append(pass.name);
        }
        append(whole.substr(gap + 2));
    }

    constexpr const char* c_str() const { return text_.data(); }

  private:
    consteval void append(std::string_view more) {
        for (char letter : more)
            text_[length_++] = letter;
    }

    std::array<char, N + 200> text_{};
    size_t length_ = 0;
};

}  // namespace allaprima
