#pragma once
#include <array>
#include <cstddef>

namespace allaprima {

/// Sheets that one buys, upright.
enum class Paper { A5, A4, A3, A2, Letter, Tabloid };
/// The word for each paper, in their order.
inline constexpr std::array kPaperWords{"a5", "a4", "a3", "a2", "letter", "tabloid"};

struct PaperSize {
    double width_mm, height_mm;
};
/// ISO 216 and ANSI/ASME Y14.1.
constexpr PaperSize size_of(Paper paper) {
    constexpr std::array<PaperSize, kPaperWords.size()> kSizes{
        {{148.0, 210.0}, {210.0, 297.0}, {297.0, 420.0}, {420.0, 594.0}, {215.9, 279.4}, {279.4, 431.8}}};
    return kSizes[static_cast<size_t>(paper)];
}

}  // namespace allaprima
