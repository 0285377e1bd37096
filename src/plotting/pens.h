#pragma once
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "image/image.h"

namespace allaprima {

/// A pen with ink of one colour, sRGB-encoded, that hides the paper.
struct Pen {
    std::string name;
    Rgb colour;

    bool operator==(const Pen&) const = default;
};

/// The colours in which fine pens are sold, about.
std::span<const Pen> usual_pens();

/// So many pens a drawing has at most.
constexpr int kMostPens = 16;

/// How dense the lines of one pen lie: pen `pen` inks this share of the paper. No pen lies denser than
/// kDensest: lines that touch look like one, and paper that is soaked tears.
struct Tint {
    size_t pen = 0;
    float share = 0.0f;

    bool operator==(const Tint&) const = default;
};
constexpr float kDensest = 0.85f;

/// The lines of one or two pens, or of none, that look most like a colour on white paper from afar: shares of
/// inked and bare paper add up as light does (Murray & Davies 1936). @param colour sRGB-encoded.
std::vector<Tint> tints_for(Rgb colour, std::span<const Pen> pens);

/// A colour of a picture, and how much of the picture is of it.
struct DrawnColour {
    Rgb colour;
    float area = 0.0f;
};

/// Of the usual pens those that draw these colours best: one after the other, always the one that helps most.
std::vector<Pen> best_pens(std::span<const DrawnColour> colours, size_t count);

/// Pens as people ask for them: names of usual pens and #rrggbb, with commas between them. An error of usage
/// that names what is not known, and what is.
Result<std::vector<Pen>> pens_named(const std::string& text);

}  // namespace allaprima
