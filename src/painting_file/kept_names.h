#pragma once
#include <string>

#include "model/brief.h"
#include "model/painting.h"

namespace allaprima {

// How a painting file names other files: as they are seen from its own folder. So a painting can be moved
// together with them, and one that is passed on does not tell in which folders its painter works.

/// The name under which a painting keeps a file. What all programs of a computer share (below /usr), such as
/// its colour profiles, keeps its full name: it stands at the same place elsewhere and tells nothing.
std::string name_to_keep(const std::string& painting_file, const std::string& file);

/// A kept name without the folders of a computer: its last part, where it is a full name.
std::string name_to_pass_on(const std::string& kept);

/// Where a file stands that a painting keeps by this name; its full name.
std::string place_of_kept(const std::string& painting_file, const std::string& kept);

/// Whether a kept file stands in the painting's own folder or below it, wherever links lead; or is shared by
/// all programs of a computer. What stands elsewhere may be nobody's business: a painting that comes from
/// somebody else can name any file.
bool is_at_hand(const std::string& painting_file, const std::string& kept);

/// The brief or the hand with the names that a painting keeps, and the brief with the files' places again.
Brief brief_to_keep(const std::string& painting_file, Brief brief);
Hand hand_to_keep(const std::string& painting_file, Hand hand);
Brief brief_of_kept(const std::string& painting_file, Brief kept);

/// Brings the names that one painting keeps to another that is to keep the same, perhaps in another folder.
void move_names(const std::string& from, const std::string& to, PaintingStart& start);

}  // namespace allaprima
