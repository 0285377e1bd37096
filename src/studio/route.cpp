#include "studio/route.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "shelf/shelf_entry.h"

namespace allaprima {
namespace {

using Words = std::vector<std::string_view>;

int digit_of(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/// Text as addresses spell it.
std::string plain(std::string_view spelled) {
    std::string text;
    for (size_t i = 0; i < spelled.size(); ++i) {
        const bool escaped = spelled[i] == '%' && i + 2 < spelled.size() && digit_of(spelled[i + 1]) >= 0 &&
                             digit_of(spelled[i + 2]) >= 0;
        if (escaped) {
            text.push_back(static_cast<char>(16 * digit_of(spelled[i + 1]) + digit_of(spelled[i + 2])));
            i += 2;
        } else {
            text.push_back(spelled[i] == '+' ? ' ' : spelled[i]);
        }
    }
    return text;
}

std::map<std::string, std::string> query_of(std::string_view text) {
    std::map<std::string, std::string> query;
    while (!text.empty()) {
        const size_t end = std::min(text.find('&'), text.size());
        const std::string_view one = text.substr(0, end);
        const size_t equals = std::min(one.find('='), one.size());
        query[plain(one.substr(0, equals))] = plain(one.substr(std::min(equals + 1, one.size())));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return query;
}

/// What stands between the slashes.
Words words_of(std::string_view path) {
    Words words;
    while (!path.empty()) {
        path.remove_prefix(1);
        const size_t end = std::min(path.find('/'), path.size());
        words.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return words;
}

bool read_number(std::string_view text, int& number) {
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc() && end == text.data() + text.size() && number >= 0;
}

/// How a kind of request is written; ID stands for an id.
struct Pattern {
    std::string_view method;
    std::array<std::string_view, 5> words;
    Ask ask;
};
constexpr std::string_view kId = "ID";
constexpr std::array kPatterns{
    Pattern{"GET", {"api", "settings"}, Ask::Settings},
    Pattern{"GET", {"api", "samples"}, Ask::Samples},
    Pattern{"GET", {"api", "live"}, Ask::Live},
    Pattern{"POST", {"api", "photos"}, Ask::Upload},
    Pattern{"GET", {"api", "photos", kId, "preview"}, Ask::Preview},
    Pattern{"POST", {"api", "photos", kId, "sights"}, Ask::Sights},
    Pattern{"GET", {"api", "paintings"}, Ask::List},
    Pattern{"POST", {"api", "paintings"}, Ask::Paint},
    Pattern{"GET", {"api", "paintings", kId}, Ask::Show},
    Pattern{"PATCH", {"api", "paintings", kId}, Ask::Rename},
    Pattern{"POST", {"api", "paintings", kId, "cancel"}, Ask::Cancel},
    Pattern{"POST", {"api", "paintings", kId, "pause"}, Ask::Pause},
    Pattern{"POST", {"api", "paintings", kId, "go-on"}, Ask::GoOn},
    Pattern{"POST", {"api", "paintings", kId, "duplicate"}, Ask::Duplicate},
    Pattern{"POST", {"api", "paintings", kId, "retouch"}, Ask::Retouch},
    Pattern{"POST", {"api", "paintings", kId, "repaint"}, Ask::Repaint},
    Pattern{"POST", {"api", "paintings", kId, "repaint", "cost"}, Ask::RepaintCost},
    Pattern{"POST", {"api", "paintings", kId, "edit"}, Ask::Edit},
    Pattern{"GET", {"api", "paintings", kId, "passes"}, Ask::Passes},
    Pattern{"POST", {"api", "paintings", kId, "remove"}, Ask::Remove},
    Pattern{"POST", {"api", "paintings", kId, "restore"}, Ask::Restore},
    Pattern{"GET", {"api", "paintings", kId, "thumbnail"}, Ask::Thumbnail},
    Pattern{"GET", {"api", "paintings", kId, "strokes"}, Ask::Strokes},
    Pattern{"GET", {"api", "paintings", kId, "export"}, Ask::Export},
    Pattern{"GET", {"api", "paintings", kId, "cost"}, Ask::Cost},
    Pattern{"GET", {"api", "paintings", kId, "record"}, Ask::Record},
    Pattern{"POST", {"api", "paintings", kId, "record"}, Ask::SaveRecord},
};

bool fits(const Pattern& pattern, std::string_view method, const Words& words) {
    const size_t count = static_cast<size_t>(std::ranges::find(pattern.words, "") - pattern.words.begin());
    if (method != pattern.method || words.size() != count)
        return false;
    for (size_t i = 0; i < count; ++i)
        if (pattern.words[i] == kId ? !is_id(words[i]) : pattern.words[i] != words[i])
            return false;
    return true;
}

/// GET /api/paintings/ID/tiles/SIZE/X/Y
std::optional<Route> tile_of(std::string_view method, const Words& words) {
    Route route;
    route.ask = Ask::Tile;
    const bool meant = method == "GET" && words.size() == 7 && words[1] == "paintings" && is_id(words[2]) &&
                       words[3] == "tiles" && read_number(words[4], route.size) &&
                       read_number(words[5], route.x) && read_number(words[6], route.y);
    if (!meant)
        return std::nullopt;
    route.id = words[2];
    return route;
}

}  // namespace

std::optional<Route> route_of(const std::string& method, std::string_view target) {
    const std::string reads = method == "HEAD" ? "GET" : method;
    const size_t question = std::min(target.find('?'), target.size());
    const std::string_view path = target.substr(0, question);
    const std::map<std::string, std::string> query =
        query_of(target.substr(std::min(question + 1, target.size())));
    const Words words = words_of(path);
    if (words.empty() || words.front() != "api")
        return reads == "GET"
                   ? std::optional(Route{.ask = Ask::Page, .id = std::string(path), .query = query})
                   : std::nullopt;
    std::optional<Route> route = tile_of(reads, words);
    for (const Pattern& pattern : kPatterns)
        if (fits(pattern, reads, words))
            route = Route{.ask = pattern.ask, .id = words.size() > 2 ? std::string(words[2]) : ""};
    if (route)
        route->query = query;
    return route;
}

Lane lane_of(Ask ask) {
    switch (ask) {
        case Ask::Upload:
        case Ask::Preview:
        case Ask::Samples:
        case Ask::Cost:
        case Ask::RepaintCost:
        case Ask::Record:
            return Lane::Photos;
        case Ask::Thumbnail:
        case Ask::Tile:
        case Ask::Strokes:
        case Ask::Duplicate:
        case Ask::Retouch:
        case Ask::Repaint:
        case Ask::Edit:
        case Ask::Passes:
            return Lane::Views;
        case Ask::Export:
        case Ask::SaveRecord:
        case Ask::Sights:
            return Lane::Exports;
        default:
            return Lane::AtOnce;
    }
}

}  // namespace allaprima
