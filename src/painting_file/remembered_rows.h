#pragma once
#include <vector>

#include "model/reference.h"
#include "painting_file/database.h"
#include "painting_file/painting_tables.h"

/// What a finished painting remembers of what it was painted from: the reference and its close views, in 256
/// steps of each channel, compressed without loss. Since format 7.

namespace allaprima::painting_fields {

/// The whole reference, as a view that is as fine as it, and its close views, in those steps.
std::vector<CloseView> remembered(const Reference& reference);

/// @param views in those steps.
void write_remembered(Database& database, const std::vector<CloseView>& views);
/// None where there are none. Views that are not of their size, that lie beside the first or are larger than
/// close views together may be are faults.
std::vector<CloseView> read_remembered(Database& database, const FileTables& file);

}  // namespace allaprima::painting_fields
