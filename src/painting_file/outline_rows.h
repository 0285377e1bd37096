#pragma once
#include <vector>

#include "image/image.h"
#include "painting_file/painting_fields.h"
#include "painting_file/painting_tables.h"

namespace allaprima::painting_fields {

/// An outline as a painting file keeps it. @param outline in steps of 1/65535; not empty.
OutlineRow outline_row(const Image<float>& outline);

/// Puts the outline of a cut-out in place of the one before; an empty one is none.
void write_outline(Database& database, const Image<float>& outline);

/// @return an empty one where the file has none, or one that is damaged.
Image<float> read_outline(Database& database, const FileTables& file);

/// Keeps the figure, small, for those who take the finished painting apart; an empty one is none.
void write_figure(Database& database, const Image<float>& figure);
/// The figure as it was kept; likewise.
Image<float> read_figure(Database& database, const FileTables& file);

/// Keeps where each motif is seen; their shares in steps of 1/65535.
void write_motifs_seen(Database& database, const std::vector<Image<float>>& motifs);
/// As they were kept; likewise. @param motifs of the brief: there are as many, or none.
std::vector<Image<float>> read_motifs_seen(Database& database, const FileTables& file, size_t motifs);

}  // namespace allaprima::painting_fields
