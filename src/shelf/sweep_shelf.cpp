#include "shelf/sweep_shelf.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <vector>

#include "files/new_file.h"

namespace allaprima {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code fault;
    for (fs::directory_iterator file(folder, fault), end; !fault && file != end; file.increment(fault))
        files.push_back(file->path());
    return files;
}

void sweep(const fs::path& file) {
    std::error_code ignored;
    fs::remove(file, ignored);
}

bool is_unfinished(const fs::path& file) {
    return file.filename().string().starts_with('.') && file.extension() == ".part";
}

bool is_old(const fs::path& file) {
    std::error_code fault;
    const auto written = fs::last_write_time(file, fault);
    return !fault && fs::file_time_type::clock::now() - written > std::chrono::hours(24) * kUnusedDays;
}

std::set<std::string> uploads_in_use(const std::map<std::string, ShelfEntry>& entries) {
    std::set<std::string> used;
    for (const auto& [id, entry] : entries) {
        used.insert(entry.photo);
        for (const Wish& wish : entry.wishes)
            used.insert(upload_in(wish.text));
    }
    return used;
}

/// The note beside an upload is written last, before the answer: without it nobody knows the upload.
void sweep_uploads(const fs::path& photos, const std::set<std::string>& used) {
    for (const fs::path& file : files_in(photos)) {
        const std::string id = file.stem().string();
        if (!is_id(id) || used.count(id) != 0)
            continue;
        std::error_code ignored;
        const fs::path note = photos / (id + ".json");
        if (!fs::exists(note, ignored) || is_old(note)) {
            sweep(note);
            sweep(photos / id);
        }
    }
}

void sweep_thumbnails(const fs::path& folder, const std::map<std::string, ShelfEntry>& entries) {
    std::set<std::string> known;
    for (const auto& [id, entry] : entries)
        known.insert(stamp_of_painting(folder, entry) + ".png");
    for (const fs::path& file : files_in(folder / ".studio/thumbnails"))
        if (file.extension() == ".png" && known.count(file.filename().string()) == 0)
            sweep(file);
}

/// Whether a painting that is not finished goes on from it.
bool is_gone_on_from(const std::map<std::string, ShelfEntry>& entries, const std::string& id) {
    return std::ranges::any_of(entries, [&](const auto& other) {
        const ShelfEntry& entry = other.second;
        return entry.from && entry.from->id == id && entry.lot != Lot::Finished;
    });
}

/// A trial is not touched after it is finished, and so its age is that of its file, or of what was asked.
void sweep_drafts(const fs::path& folder, std::map<std::string, ShelfEntry>& entries) {
    std::vector<std::string> old;
    for (const auto& [id, entry] : entries) {
        std::error_code ignored;
        const fs::path painting = folder / entry.file, asked = folder / ".studio/paintings" / (id + ".json");
        if (entry.draft && entry.lot != Lot::Waiting && is_old(asked) &&
            (is_old(painting) || !fs::exists(painting, ignored)) && !is_gone_on_from(entries, id))
            old.push_back(id);
    }
    for (const std::string& id : old) {
        sweep(folder / entries[id].file);
        sweep(folder / ".studio/paintings" / (id + ".json"));
        entries.erase(id);
    }
}

/// Painting files of trials that nobody knows any more.
void sweep_lost_drafts(const fs::path& folder, const std::map<std::string, ShelfEntry>& entries) {
    for (const fs::path& file : files_in(folder / ".studio/drafts"))
        if (entries.count(file.stem().string()) == 0 && is_old(file))
            sweep(file);
}

}  // namespace

std::string stamp_of_painting(const fs::path& folder, const ShelfEntry& entry) {
    std::error_code fault;
    const auto when = fs::last_write_time(folder / entry.file, fault).time_since_epoch().count();
    const auto size = fs::file_size(folder / entry.file, fault);
    return fault ? "" : fmt::format("{}-{}-{}", entry.id, when, size);
}

void sweep_shelf(const fs::path& folder, std::map<std::string, ShelfEntry>& entries) {
    for (const char* place : {"", "incoming", "paintings", "photos", "removed", "drafts", "thumbnails"})
        for (const fs::path& file : files_in(folder / ".studio" / place))
            if (is_unfinished(file) || place == std::string_view("incoming"))
                sweep(file);
    // In the folder itself people may be painting, too: only what killed runs left of our own names.
    for (const auto& [id, entry] : entries)
        remove_abandoned((folder / entry.file).string());
    sweep_drafts(folder, entries);
    sweep_lost_drafts(folder, entries);
    if (files_in(folder / ".studio/damaged").empty())
        sweep_uploads(folder / ".studio/photos", uploads_in_use(entries));
    sweep_thumbnails(folder, entries);
}

}  // namespace allaprima
