#include "shelf/shelf_entry.h"

#include <array>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "files/digest.h"

namespace allaprima {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kIdDigits = 16;
constexpr size_t kLongestStem = 100;  // bytes

constexpr std::array kLotWords{"waiting", "paused", "cancelled", "finished", "failed"};

/// What is written and read, each member once.
template <typename Entry, typename Visit>
void visit_members(Entry& entry, const Visit& visit) {
    visit("id", entry.id);
    visit("name", entry.name);
    visit("photo", entry.photo);
    visit("photo_name", entry.photo_name);
    visit("error", entry.error);
    visit("made", entry.made);
    visit("turn", entry.turn);
    visit("file", entry.file);
    visit("file_before", entry.file_before);
    visit("named", entry.named);
    visit("removed", entry.removed);
    visit("strokes", entry.strokes);
    visit("strokes_wanted", entry.strokes_wanted);
    visit("width_mm", entry.width_mm);
    visit("height_mm", entry.height_mm);
    visit("hand", entry.hand);
}

template <typename Photo, typename Visit>
void visit_photo_members(Photo& photo, const Visit& visit) {
    visit("id", photo.id);
    visit("name", photo.name);
    visit("width", photo.width);
    visit("height", photo.height);
    visit("digest", photo.digest);
}

template <typename From, typename Visit>
void visit_from_members(From& from, const Visit& visit) {
    visit("id", from.id);
    visit("on", from.on);
    visit("strokes", from.strokes);
}

std::string as_text(const Json& json) {
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// Takes members that are there and of the right kind; `whole` is false where one is not.
struct MemberReader {
    const Json& json;
    bool& whole;

    template <typename T>
    void operator()(const char* name, T& value) const {
        const auto member = json.find(name);
        const bool fits = member != json.end() && (std::is_same_v<T, std::string> ? member->is_string()
                                                   : std::is_same_v<T, bool>      ? member->is_boolean()
                                                   : std::is_integral_v<T> ? member->is_number_integer()
                                                                           : member->is_number());
        if (fits)
            value = member->template get<T>();
        whole = whole && fits;
    }
};

bool read_wishes(const Json& list, Wishes& wishes) {
    bool whole = list.is_array();
    for (const Json& asked : list) {
        if (!whole || !asked.is_object())
            return false;
        Wish& wish = wishes.emplace_back();
        MemberReader{asked, whole}("setting", wish.setting);
        MemberReader{asked, whole}("text", wish.text);
    }
    return whole;
}

/// Shelves of before have none.
bool read_from(const Json& json, std::optional<GoesOnFrom>& from) {
    const auto member = json.find("from");
    if (member == json.end())
        return true;
    bool whole = member->is_object();
    if (whole)
        visit_from_members(from.emplace(), MemberReader{*member, whole});
    if (whole && member->contains("besides"))
        whole = read_wishes(member->at("besides"), from->besides);
    return whole && is_id(from->id);
}

/// What few paintings are, and shelves of before do not have: it is written where it is true.
template <typename Entry, typename Visit>
void visit_rare_members(Entry& entry, const Visit& visit) {
    visit("draft", entry.draft);
    visit("gives_way", entry.gives_way);
}

bool read_rare_members(const Json& json, ShelfEntry& entry) {
    bool whole = true;
    visit_rare_members(entry, [&](const char* name, bool& is) {
        if (json.contains(name))
            MemberReader{json, whole}(name, is);
    });
    return whole;
}

/// A place in the shelf's folder that the program itself could have chosen.
bool is_own_place(std::string_view file) {
    for (const std::string_view folder : {".studio/removed/", ".studio/drafts/"})
        if (file.starts_with(folder)) {
            file.remove_prefix(folder.size());
            break;
        }
    return !file.starts_with('.') && file.find('/') == std::string_view::npos &&
           (file.empty() || file.ends_with(".alla"));
}

/// The members that stand whole in a line of their own, as as_text() writes them.
Json whole_lines_of(const std::string& text) {
    Json json = Json::object();
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(" \""))
            continue;
        if (line.ends_with(','))
            line.pop_back();
        const Json member = Json::parse("{" + line + "}", nullptr, false);
        if (member.is_object())
            json.update(member);
    }
    return json;
}

}  // namespace

Json json_of_wishes(const Wishes& wishes) {
    Json list = Json::array();
    for (const Wish& wish : wishes)
        list.push_back({{"setting", wish.setting}, {"text", wish.text}});
    return list;
}

std::string text_of_entry(const ShelfEntry& entry) {
    Json json;
    visit_members(entry, [&](const char* name, const auto& value) { json[name] = value; });
    json["lot"] = kLotWords[static_cast<size_t>(entry.lot)];
    visit_rare_members(entry, [&](const char* name, bool is) {
        if (is)
            json[name] = true;
    });
    if (entry.from) {
        visit_from_members(*entry.from,
                           [&](const char* name, const auto& value) { json["from"][name] = value; });
        json["from"]["besides"] = json_of_wishes(entry.from->besides);
    }
    json["wishes"] = json_of_wishes(entry.wishes);
    return as_text(json);
}

Result<ShelfEntry> entry_of_text(const std::string& text) {
    const Error damaged{"it is damaged"};
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return damaged;
    ShelfEntry entry;
    bool whole = true;
    visit_members(entry, MemberReader{json, whole});
    std::string lot;
    MemberReader{json, whole}("lot", lot);
    const auto word = std::ranges::find(kLotWords, lot);
    const auto wishes = json.find("wishes");
    if (!whole || word == kLotWords.end() || wishes == json.end() || !read_wishes(*wishes, entry.wishes) ||
        !is_id(entry.id) || !(entry.photo.empty() || is_id(entry.photo)) || !is_own_place(entry.file) ||
        !is_own_place(entry.file_before) || !read_from(json, entry.from) || !read_rare_members(json, entry))
        return damaged;
    entry.lot = static_cast<Lot>(word - kLotWords.begin());
    return entry;
}

ShelfEntry salvaged_entry(const std::string& text) {
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        json = whole_lines_of(text);
    ShelfEntry entry;
    bool whole = true;
    visit_members(entry, MemberReader{json, whole});
    (void)read_rare_members(json, entry);
    if (!is_id(entry.photo))
        entry.photo.clear();
    for (std::string* file : {&entry.file, &entry.file_before})
        if (!is_own_place(*file))
            file->clear();
    return entry;
}

std::string text_of_photo(const ShelfPhoto& photo) {
    Json json;
    visit_photo_members(photo, [&](const char* name, const auto& value) { json[name] = value; });
    return as_text(json);
}

Result<ShelfPhoto> photo_of_text(const std::string& text) {
    const Json json = Json::parse(text, nullptr, false);
    ShelfPhoto photo;
    bool whole = json.is_object();
    if (whole)
        visit_photo_members(photo, MemberReader{json, whole});
    return whole && is_id(photo.id) && is_sha256(photo.digest) ? Result<ShelfPhoto>(photo)
                                                               : Error{"it is damaged"};
}

bool is_id(std::string_view text) {
    return text.size() == kIdDigits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string upload_in(const std::string& text) {
    const std::string id = text.substr(0, text.find(':'));
    return is_id(id) ? id : "";
}

std::string new_id() {
    std::random_device chance;
    std::string bytes;
    for (size_t i = 0; i < kIdDigits / 2; ++i)
        bytes.push_back(static_cast<char>(chance() & 0xff));
    return hexadecimal(bytes);
}

std::string file_stem_of(const std::string& name) {
    std::string stem;
    for (const char c : name)
        if (static_cast<unsigned char>(c) >= ' ' && c != '/' && c != 0x7f)
            stem.push_back(c);
    stem.erase(0, stem.find_first_not_of(". "));
    if (stem.size() > kLongestStem) {
        stem.resize(kLongestStem);
        // A letter of several bytes is not cut in two.
        while (!stem.empty() && (static_cast<unsigned char>(stem.back()) & 0xc0) == 0x80)
            stem.pop_back();
        if (!stem.empty() && static_cast<unsigned char>(stem.back()) >= 0xc0)
            stem.pop_back();
    }
    stem.erase(stem.find_last_not_of(' ') + 1);
    return stem.empty() ? "Painting" : stem;
}

}  // namespace allaprima
