#pragma once
#include <cstdint>
#include <vector>

#include "image/image.h"
#include "model/reference.h"
#include "painting_file/database.h"
#include "painting_file/painting_tables.h"

/// Pictures in painting files: red, green and blue of each pixel, row by row, in steps of 1/65535.

namespace allaprima::painting_fields {

/// @param colour in such steps, as a Reference has it.
std::vector<uint16_t> packed(const Image<Rgb>& colour);
/// @param steps three for each pixel.
Image<Rgb> unpacked(Size size, const std::vector<uint16_t>& steps);

void write_close_views(Database& database, const std::vector<CloseView>& views);
/// Views that reach beyond the reference, or whose pictures are not of their size, are faults.
/// @param reference its size.
std::vector<CloseView> read_close_views(Database& database, const FileTables& file, Size reference);

}  // namespace allaprima::painting_fields
