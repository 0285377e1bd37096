#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "files/file_lock.h"
#include "model/painting.h"
#include "shelf/change_log.h"
#include "shelf/shelf_entry.h"

namespace allaprima {

/// A folder of paintings, and all that was asked of them. What it is told is on disk before it answers, each
/// file whole or not at all, so that a program that is killed at any time finds everything again.
///
/// The painting files NAME.alla stand in the folder itself; in `.studio` are the uploads (photos/), what was
/// asked (paintings/), thumbnails, and what was removed. May be used from several threads.
class Shelf {
  public:
    /// Opens the folder, and makes it where there is none. Moves that were interrupted are ended, what nobody
    /// needs any more is swept (sweep_shelf), and painting files that nobody has told of are taken in. What
    /// was asked of a painting and is damaged is put aside, and the painting says so. Only one program may
    /// have it open.
    Status open(const std::filesystem::path& folder);

    const std::filesystem::path& folder() const { return folder_; }
    std::filesystem::path state_folder() const { return folder_ / ".studio"; }
    /// A new name for an upload that is coming in; what lies there when the shelf is opened is taken away.
    std::filesystem::path new_incoming() const;

    /// Those that are not removed, the newest first.
    std::vector<ShelfEntry> entries() const;
    std::optional<ShelfEntry> find(const std::string& id) const;
    std::filesystem::path painting_file(const ShelfEntry& entry) const { return folder_ / entry.file; }

    /// Takes a new painting in; id, time, turn and file are chosen here.
    Result<ShelfEntry> add(ShelfEntry entry);
    /// Changes an entry on disk, and then here. @param change gets it as it is now.
    template <typename Change>
    Result<ShelfEntry> change(const std::string& id, const Change& change) {
        const std::lock_guard hold(mutex_);
        const auto found = entries_.find(id);
        if (found == entries_.end())
            return Error{"there is no such painting"};
        ShelfEntry changed = found->second;
        change(changed);
        return keep(std::move(changed));
    }
    /// Changes an entry here alone, where the disk takes nothing more.
    template <typename Change>
    void note(const std::string& id, const Change& change) {
        const std::lock_guard hold(mutex_);
        if (const auto found = entries_.find(id); found != entries_.end())
            change(found->second);
    }
    /// Takes in a painting whose file is made at once, where nothing stands yet.
    Result<ShelfEntry> add_made(ShelfEntry entry,
                                const std::function<Status(const std::filesystem::path&)>& make);
    /// Has the painting file lie where its name wants it, or in the bin. Not while it is being painted.
    Result<ShelfEntry> settle(const std::string& id);
    /// Takes in a copy of a painting, with its file where it is finished.
    Result<ShelfEntry> duplicate(const std::string& id);

    std::optional<ShelfPhoto> find_photo(const std::string& id) const;
    std::filesystem::path photo_file(const std::string& id) const;
    /// Takes an upload in that lies at `incoming`. @param facts its name and size; the rest is found out
    /// here.
    Result<ShelfPhoto> add_photo(const std::filesystem::path& incoming, ShelfPhoto facts);

    ChangeLog& changes() { return changes_; }

  private:
    Result<ShelfEntry> keep(ShelfEntry entry);
    Result<ShelfEntry> settled(ShelfEntry entry);
    std::string free_file(const std::string& name) const;
    std::string free_place(const ShelfEntry& entry) const;
    Status read_entries();
    void take_known(ShelfEntry entry);
    void end_move(ShelfEntry& entry) const;
    void salvage(const std::string& id);
    void find_file_of(ShelfEntry& entry) const;
    void take_facts(const Painting& painting, ShelfEntry& entry) const;
    Status take_in_strangers();
    std::filesystem::path entry_file(const std::string& id) const;

    std::filesystem::path folder_;
    FileLock lock_;
    mutable std::mutex mutex_;
    std::map<std::string, ShelfEntry> entries_;
    long long last_turn_ = 0;
    ChangeLog changes_;
};

/// Whether there is anything under the name, as far as can be told.
bool is_there(const std::filesystem::path& file);

/// The time now as ISO 8601, UTC.
std::string time_now();

}  // namespace allaprima
