#pragma once
#include <string>
#include <vector>

#include "shelf/shelf_entry.h"

namespace allaprima {

/// At most so many paintings wait.
constexpr size_t kMostWaiting = 500;

/// How many of these are to be painted.
size_t count_waiting(const std::vector<ShelfEntry>& entries);

/// Which painting comes next: photographs take turns, so that one of which many were asked for does not keep
/// the others waiting; of one photograph the painting that was asked for first. What gives way comes last.
/// @param entries all there are, in any order. @param last_photo whose turn was last; empty: none had one.
/// @return an id; empty where nothing waits.
std::string next_to_paint(const std::vector<ShelfEntry>& entries, const std::string& last_photo);

/// Whether something waits for which all that gives way is put off.
bool something_presses(const std::vector<ShelfEntry>& entries);

}  // namespace allaprima
