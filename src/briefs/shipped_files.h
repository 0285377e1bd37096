#pragma once
#include <span>
#include <string_view>

namespace allaprima {

/// A text that the program carries with it.
struct ShippedFile {
    std::string_view name;  ///< Without folder and ending.
    std::string_view text;
};

/// What its first line, a comment, says of it, without a full stop.
std::string_view about(const ShippedFile& file);

/// The palettes of the folder palettes/, the brushes of brushes/ and the hands of hands/, in order of their
/// names.
std::span<const ShippedFile> shipped_palettes();
std::span<const ShippedFile> shipped_brushes();
std::span<const ShippedFile> shipped_hands();

}  // namespace allaprima
