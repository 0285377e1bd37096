#include "painting_file/kept_names.h"

#include <algorithm>
#include <filesystem>

#include "model/brief_files.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

/// The full name without links to folders; a link to the file itself keeps its name.
fs::path full_name(const std::string& path) {
    std::error_code fault;
    const fs::path full = fs::absolute(path, fault);
    const fs::path folder = fs::weakly_canonical(full.parent_path(), fault);
    return fault ? full.lexically_normal() : folder / full.filename();
}

fs::path folder_of_painting(const std::string& painting_file) {
    return full_name(painting_file).parent_path();
}

bool is_shared_by_all(const fs::path& full) {
    return full.string().starts_with("/usr/");
}

}  // namespace

std::string name_to_keep(const std::string& painting_file, const std::string& file) {
    const fs::path full = full_name(file);
    if (is_shared_by_all(full))
        return full.string();
    return full.lexically_relative(folder_of_painting(painting_file)).string();
}

std::string name_to_pass_on(const std::string& kept) {
    const fs::path name(kept);
    return name.is_absolute() && !is_shared_by_all(name) ? name.filename().string() : kept;
}

std::string place_of_kept(const std::string& painting_file, const std::string& kept) {
    return (folder_of_painting(painting_file) / kept).lexically_normal().string();
}

bool is_at_hand(const std::string& painting_file, const std::string& kept) {
    std::error_code fault;
    const fs::path place = fs::weakly_canonical(place_of_kept(painting_file, kept), fault);
    const fs::path folder = folder_of_painting(painting_file);
    if (fault)
        return false;
    return is_shared_by_all(place) ||
           std::mismatch(folder.begin(), folder.end(), place.begin(), place.end()).first == folder.end();
}

Brief brief_to_keep(const std::string& painting_file, Brief brief) {
    visit_files(brief, [&](std::string& name) { name = name_to_keep(painting_file, name); });
    return brief;
}

Hand hand_to_keep(const std::string& painting_file, Hand hand) {
    visit_files(hand, [&](std::string& name) { name = name_to_keep(painting_file, name); });
    return hand;
}

Brief brief_of_kept(const std::string& painting_file, Brief kept) {
    visit_files(kept, [&](std::string& name) { name = place_of_kept(painting_file, name); });
    return kept;
}

void move_names(const std::string& from, const std::string& to, PaintingStart& start) {
    const auto move = [&](std::string& name) { name = name_to_keep(to, place_of_kept(from, name)); };
    visit_files(start.brief, move);
    visit_files(start.materials.hand, move);
    for (EnclosedFile& file : start.enclosed)
        move(file.name);
}

}  // namespace allaprima
