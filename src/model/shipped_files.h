#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace allaprima {

/// A text that the program carries with it.
struct ShippedFile {
    std::string_view name;  ///< Without folder and ending.
    std::string_view text;
};

/// What its first line, a comment, says of it, without a full stop.
std::string_view about(const ShippedFile& file);

/// The folders of the project whose files travel with the program.
enum class Shipped { Nothing, Palettes, Brushes, Hands };

/// The files of palettes/, brushes/ or hands/, in order of their names.
std::span<const ShippedFile> shipped_files(Shipped folder);

std::vector<std::string> names_of(std::span<const ShippedFile> files);

}  // namespace allaprima
