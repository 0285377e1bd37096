#pragma once
#include <filesystem>
#include <map>
#include <string>

#include "shelf/shelf_entry.h"

namespace allaprima {

/// An upload that no painting uses is kept for so long: a page may have chosen it and not asked yet. A trial
/// of a contact sheet that nobody chose is kept as long.
constexpr int kUnusedDays = 30;

/// Takes away, in a folder of paintings that nobody else has open, what no painting needs any more:
/// thumbnails of paintings and of versions that are gone, uploads that were never answered or that nobody has
/// used for a month, trials of contact sheets as old, and what killed runs left of what they were writing.
/// All of it is the studio's own; a person's file is never touched. What cannot be taken away stays; and
/// uploads stay as long as something lies in the folder of what was damaged, which may have named them.
/// @param entries by their ids, those that were removed too; loses the trials that are taken away.
void sweep_shelf(const std::filesystem::path& folder, std::map<std::string, ShelfEntry>& entries);

/// Which version of its file a painting is seen in; empty where there is no file.
std::string stamp_of_painting(const std::filesystem::path& folder, const ShelfEntry& entry);

}  // namespace allaprima
