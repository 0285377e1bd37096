#include "model/brief_files.h"

#include <algorithm>
#include <optional>

namespace allaprima {
namespace {

void visit_file(std::string& name, const FileNameVisitor& visit) {
    if (!name.empty())
        visit(name);
}

/// A word, or else a file.
void visit_perhaps(std::string& text, const FileNameVisitor& visit) {
    if (looks_like_file(text))
        visit(text);
}

/// Words and files with commas between them.
void visit_each(std::string& list, const FileNameVisitor& visit) {
    std::string visited;
    for (size_t from = 0; from <= list.size();) {
        const size_t comma = std::min(list.find(',', from), list.size());
        std::string part = list.substr(from, comma - from);
        visit_perhaps(part, visit);
        visited += (from == 0 ? "" : ",") + part;
        from = comma + 1;
    }
    list = visited;
}

template <typename Of>
std::vector<std::string> names_in(Of& of) {
    std::vector<std::string> names;
    visit_files(of, [&names](const std::string& name) { names.push_back(name); });
    return names;
}

}  // namespace

bool looks_like_file(std::string_view text) {
    return text.find_first_of("./") != std::string_view::npos;
}

void visit_files(Brief& brief, const FileNameVisitor& visit) {
    visit_perhaps(brief.hand, visit);
    if (brief.palette)
        visit_perhaps(*brief.palette, visit);
    if (brief.brush)
        visit_each(*brief.brush, visit);
    visit_file(brief.head, visit);
    visit_files_to_enclose(brief, visit);
    for (Motif& motif : brief.motifs)
        visit_file(motif.file, visit);
}

void visit_files_to_enclose(Brief& brief, const FileNameVisitor& visit) {
    for (std::string* file : {&brief.subject.mask, &brief.subject.marks, &brief.signature.file, &brief.icc})
        visit_file(*file, visit);
    for (FocusMark& mark : brief.marks)
        visit_file(mark.region.mask, visit);
    for (Spatter& spatter : brief.spatters)
        visit_file(spatter.region.mask, visit);
}

void visit_files(Hand& hand, const FileNameVisitor& visit) {
    visit_perhaps(hand.palette, visit);
    visit_each(hand.brush, visit);
}

std::vector<std::string> files_named_in(Brief brief) {
    return names_in(brief);
}

std::vector<std::string> files_named_in(Hand hand) {
    return names_in(hand);
}

}  // namespace allaprima
