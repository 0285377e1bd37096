#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/brief.h"

namespace allaprima {

/// Whether a value that may be a word or a file (Files::Perhaps) is a file: it holds a dot or a slash.
bool looks_like_file(std::string_view text);

/// Takes the name of a file, and may change it.
using FileNameVisitor = std::function<void(std::string&)>;

/// Visits the name of every file that is asked for, each part of a list by itself. What is a word, such as
/// the name of a shipped palette, and what is empty is passed over.
void visit_files(Brief& brief, const FileNameVisitor& visit);
void visit_files(Hand& hand, const FileNameVisitor& visit);

/// Visits those of them that a painting carries inside it: masks, marks, drawings and profiles. What the
/// motifs show is in the reference; tubes, brushes, the hand and the tools of a head are kept as they were
/// chosen.
void visit_files_to_enclose(Brief& brief, const FileNameVisitor& visit);

/// All of these names.
std::vector<std::string> files_named_in(Brief brief);
std::vector<std::string> files_named_in(Hand hand);

}  // namespace allaprima
