#include "shelf/shelf.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iterator>

#include "engine/load_painting.h"
#include "engine/tell_painting.h"
#include "files/digest.h"
#include "files/new_file.h"
#include "files/text_file.h"
#include "shelf/sweep_shelf.h"

namespace allaprima {

namespace fs = std::filesystem;

namespace {

constexpr size_t kIdLength = 16;
constexpr const char* kFolders[] = {"paintings", "photos",     "incoming", "removed",
                                    "drafts",    "thumbnails", "damaged"};

std::string text_in(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Status write_whole(const fs::path& path, const std::string& text) {
    Result<NewFile> file = NewFile::create(path.string(), true);
    if (!file)
        return file.error();
    TextFile out(file->temporary_path());
    out.write(text);
    if (const Status closed = out.close(path.string()); !closed)
        return closed;
    return file->finish();
}

Status copy_whole(const fs::path& from, const fs::path& to) {
    Result<NewFile> file = NewFile::create(to.string(), false);
    if (!file)
        return file.error();
    std::error_code fault;
    fs::copy_file(from, file->temporary_path(), fs::copy_options::overwrite_existing, fault);
    if (fault)
        return Error{fmt::format("cannot write {}: {}", to.string(), fault.message())};
    return file->finish();
}

Status make_folder(const fs::path& folder) {
    std::error_code fault;
    fs::create_directories(folder, fault);
    if (fault || !fs::is_directory(folder, fault))
        return Error{fmt::format("cannot make the folder {}: {}", folder.string(), fault.message()), true};
    return Done{};
}

}  // namespace

bool is_there(const fs::path& file) {
    std::error_code ignored;
    return fs::exists(file, ignored);
}

std::string time_now() {
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

Status Shelf::open(const fs::path& folder) {
    folder_ = folder;
    for (const char* name : kFolders)
        if (const Status made = make_folder(state_folder() / name); !made)
            return made;
    const fs::path lock = state_folder() / "lock";
    if (!is_there(lock))
        if (const Status written = write_whole(lock, ""); !written)
            return written;
    Result<FileLock> held = FileLock::take(lock.string());
    if (!held)
        return Error{fmt::format("another studio has {} open", folder.string()), true};
    lock_ = std::move(held).value();
    if (const Status read = read_entries(); !read)
        return read;
    sweep_shelf(folder_, entries_);
    return take_in_strangers();
}

Status Shelf::read_entries() {
    std::vector<std::string> damaged;
    std::error_code fault;
    for (fs::directory_iterator file(state_folder() / "paintings", fault), end; !fault && file != end;
         file.increment(fault)) {
        const std::string id = file->path().stem().string();
        if (file->path().extension() != ".json" || !is_id(id))
            continue;
        Result<ShelfEntry> entry = entry_of_text(text_in(file->path()));
        if (entry && entry->id == id)
            take_known(std::move(entry).value());
        else
            damaged.push_back(id);
    }
    for (const std::string& id : damaged)
        salvage(id);
    std::vector<std::string> ids;
    for (const auto& [id, entry] : entries_)
        ids.push_back(id);
    for (const std::string& id : ids)
        if (const Result<ShelfEntry> placed = settle(id); !placed)
            return placed.error();
    return Done{};
}

void Shelf::take_known(ShelfEntry entry) {
    end_move(entry);
    last_turn_ = std::max(last_turn_, entry.turn);
    changes_.touch(entry.id);
    const std::string id = entry.id;
    entries_[id] = std::move(entry);
}

/// Puts aside what is damaged, and takes in what is left. Where it cannot be put aside it stays, for the next
/// start.
void Shelf::salvage(const std::string& id) {
    const std::string text = text_in(entry_file(id));
    std::string aside = fmt::format(".studio/damaged/{}.json", id);
    for (int number = 2; is_there(folder_ / aside); ++number)
        aside = fmt::format(".studio/damaged/{}-{}.json", id, number);
    std::error_code fault;
    fs::rename(entry_file(id), folder_ / aside, fault);
    if (fault)
        return;
    ShelfEntry entry = salvaged_entry(text);
    entry.id = id;
    entry.lot = Lot::Failed;
    find_file_of(entry);
    if (const Result<Painting> painting = load_painting(painting_file(entry).string()))
        take_facts(*painting, entry);
    entry.error = fmt::format("what was asked of it was damaged; what is left of that is kept as {}", aside);
    if (entry.made.empty())
        entry.made = time_now();
    take_known(entry);
    const std::lock_guard hold(mutex_);
    // A disk that is full leaves it here alone, until the next start.
    (void)keep(std::move(entry));
}

/// Where the painting file of a damaged entry lies, or where it may.
void Shelf::find_file_of(ShelfEntry& entry) const {
    const auto is_anothers = [&](const std::string& file) {
        return std::ranges::any_of(entries_, [&](const auto& other) { return other.second.file == file; });
    };
    const std::string removed = fmt::format(".studio/removed/{}.alla", entry.id),
                      draft = fmt::format(".studio/drafts/{}.alla", entry.id);
    std::string found;
    for (const std::string& file : {removed, draft, entry.file_before, entry.file})
        if (!file.empty() && is_there(folder_ / file) && !is_anothers(file))
            found = file;
    entry.file_before.clear();
    entry.removed = found.empty() ? entry.removed : found == removed;
    entry.draft = entry.draft || found == draft;
    if (entry.name.empty())
        entry.name = found.empty() || found == removed || found == draft ? "Painting"
                                                                         : fs::path(found).stem().string();
    entry.file = found.empty() ? entry.removed ? removed : free_place(entry) : found;
    entry.named = entry.name;
}

/// What a painting file tells of itself, for one that nobody has told of.
void Shelf::take_facts(const Painting& painting, ShelfEntry& entry) const {
    const Vec2 canvas = painting.plan ? Vec2{painting.plan->width_mm, painting.plan->height_mm}
                                      : painting.start.reference.canvas_mm();
    entry.width_mm = canvas.x;
    entry.height_mm = canvas.y;
    entry.strokes = static_cast<int>(strokes_of(painting));
    entry.strokes_wanted = std::max(entry.strokes, painting.start.brief.strokes);
    entry.hand = painting.start.brief.hand;
    const bool finished = painting.stage == Stage::Planned || painting.stage == Stage::Painted;
    entry.lot = finished ? Lot::Finished : Lot::Paused;
    entry.photo_name = painting.start.photo_name;
    const std::optional<ShelfPhoto> photo = find_photo(painting.start.photo_digest.substr(0, kIdLength));
    if (photo && photo->digest == painting.start.photo_digest)
        entry.photo = photo->id;
}

/// Ends a move that was interrupted between its two ends.
void Shelf::end_move(ShelfEntry& entry) const {
    std::error_code ignored;
    if (!entry.file_before.empty() && is_there(folder_ / entry.file_before) &&
        !is_there(folder_ / entry.file))
        fs::rename(folder_ / entry.file_before, folder_ / entry.file, ignored);
}

Status Shelf::take_in_strangers() {
    std::vector<std::string> known, strangers;
    for (const auto& [id, entry] : entries_)
        known.push_back(entry.file);
    std::error_code fault;
    for (fs::directory_iterator file(folder_, fault), end; !fault && file != end; file.increment(fault)) {
        const std::string name = file->path().filename().string();
        if (name.ends_with(".alla") && !name.starts_with('.') && std::ranges::count(known, name) == 0)
            strangers.push_back(name);
    }
    std::ranges::sort(strangers);
    for (const std::string& name : strangers) {
        const Result<Painting> painting = load_painting((folder_ / name).string());
        if (!painting)
            continue;
        ShelfEntry entry;
        entry.name = entry.named = fs::path(name).stem().string();
        entry.file = name;
        take_facts(*painting, entry);
        if (const Result<ShelfEntry> added = add(std::move(entry)); !added)
            return added.error();
    }
    return Done{};
}

fs::path Shelf::new_incoming() const {
    return state_folder() / "incoming" / new_id();
}

fs::path Shelf::entry_file(const std::string& id) const {
    return state_folder() / "paintings" / (id + ".json");
}

std::vector<ShelfEntry> Shelf::entries() const {
    const std::lock_guard hold(mutex_);
    std::vector<ShelfEntry> all;
    for (const auto& [id, entry] : entries_)
        if (!entry.removed)
            all.push_back(entry);
    std::ranges::sort(all, std::ranges::greater(), &ShelfEntry::turn);
    return all;
}

std::optional<ShelfEntry> Shelf::find(const std::string& id) const {
    const std::lock_guard hold(mutex_);
    const auto found = entries_.find(id);
    return found == entries_.end() ? std::nullopt : std::optional(found->second);
}

/// The caller holds the mutex.
Result<ShelfEntry> Shelf::keep(ShelfEntry entry) {
    if (const Status written = write_whole(entry_file(entry.id), text_of_entry(entry)); !written)
        return written.error();
    entries_[entry.id] = entry;
    changes_.touch(entry.id);
    return entry;
}

Result<ShelfEntry> Shelf::add(ShelfEntry entry) {
    const std::lock_guard hold(mutex_);
    entry.id = new_id();
    entry.made = time_now();
    entry.turn = ++last_turn_;
    if (entry.file.empty()) {
        entry.file = free_place(entry);
        entry.named = entry.name;
    }
    return keep(std::move(entry));
}

Result<ShelfEntry> Shelf::add_made(ShelfEntry entry, const std::function<Status(const fs::path&)>& make) {
    {
        const std::lock_guard hold(mutex_);
        entry.file = free_file(entry.name);
        entry.named = entry.name;
    }
    if (const Status made = make(folder_ / entry.file); !made)
        return made.error();
    return add(std::move(entry));
}

/// The caller holds the mutex.
std::string Shelf::free_file(const std::string& name) const {
    const std::string stem = file_stem_of(name);
    for (int number = 1;; ++number) {
        const std::string tried = number == 1 ? stem : fmt::format("{} {}", stem, number);
        const std::string file = tried + ".alla";
        const bool planned =
            std::ranges::any_of(entries_, [&](const auto& other) { return other.second.file == file; });
        if (!planned && !is_there(folder_ / file) && !is_there(folder_ / (tried + ".png")))
            return file;
    }
}

/// Where the painting file may lie. The caller holds the mutex.
std::string Shelf::free_place(const ShelfEntry& entry) const {
    return entry.draft ? fmt::format(".studio/drafts/{}.alla", entry.id) : free_file(entry.name);
}

Result<ShelfEntry> Shelf::settle(const std::string& id) {
    const std::lock_guard hold(mutex_);
    const auto found = entries_.find(id);
    if (found == entries_.end())
        return Error{"there is no such painting"};
    return settled(found->second);
}

/// The move is told before it is made and once it is, so that either end is known. The caller holds the
/// mutex.
Result<ShelfEntry> Shelf::settled(ShelfEntry entry) {
    const std::string bin = fmt::format(".studio/removed/{}.alla", entry.id);
    const bool lies_well = entry.removed ? entry.file == bin : entry.file != bin && entry.named == entry.name;
    if (lies_well && entry.file_before.empty())
        return entry;
    if (!lies_well) {
        entry.file_before = entry.file;
        entry.file = entry.removed ? bin : free_place(entry);
        entry.named = entry.name;
        if (Result<ShelfEntry> told = keep(entry); !told)
            return told;
        std::error_code fault;
        if (is_there(folder_ / entry.file_before))
            fs::rename(folder_ / entry.file_before, folder_ / entry.file, fault);
        if (fault)
            return Error{fmt::format("cannot move {}: {}", entry.file_before, fault.message())};
    }
    entry.file_before.clear();
    return keep(std::move(entry));
}

Result<ShelfEntry> Shelf::duplicate(const std::string& id) {
    const std::optional<ShelfEntry> original = find(id);
    if (!original)
        return Error{"there is no such painting"};
    ShelfEntry copy = *original;
    copy.error.clear();
    copy.file_before.clear();
    copy.draft = copy.gives_way = false;
    if (copy.lot == Lot::Finished)
        return add_made(std::move(copy),
                        [&](const fs::path& file) { return copy_whole(painting_file(*original), file); });
    copy.lot = Lot::Waiting;
    copy.strokes = 0;
    copy.file.clear();
    return add(std::move(copy));
}

fs::path Shelf::photo_file(const std::string& id) const {
    return state_folder() / "photos" / id;
}

std::optional<ShelfPhoto> Shelf::find_photo(const std::string& id) const {
    if (!is_id(id))
        return std::nullopt;
    const Result<ShelfPhoto> photo = photo_of_text(text_in(photo_file(id).string() + ".json"));
    return photo ? std::optional(*photo) : std::nullopt;
}

Result<ShelfPhoto> Shelf::add_photo(const fs::path& incoming, ShelfPhoto facts) {
    const Result<std::string> digest = sha256_of_file(incoming.string());
    if (!digest)
        return digest.error();
    facts.digest = *digest;
    facts.id = digest->substr(0, 16);
    if (const std::optional<ShelfPhoto> known = find_photo(facts.id)) {
        if (known->digest != facts.digest)
            return Error{"another photograph has the same beginning of its digest"};
        // It is wanted again, and kept as long as a new one.
        std::error_code ignored;
        fs::last_write_time(photo_file(facts.id).string() + ".json", fs::file_time_type::clock::now(),
                            ignored);
        return *known;
    }
    if (const Status copied = copy_whole(incoming, photo_file(facts.id));
        !copied && !is_there(photo_file(facts.id)))
        return copied.error();
    if (const Status written = write_whole(photo_file(facts.id).string() + ".json", text_of_photo(facts));
        !written)
        return written.error();
    return facts;
}

}  // namespace allaprima
