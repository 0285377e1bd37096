#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/wish.h"
#include "retouching/edit_strokes.h"

namespace allaprima {

// What a page says, in JSON. Each message has a shape and bounds; an error says what is wrong with it.

/// A message of the page is at most so long, bytes: a request's body, and one that comes by WebSocket.
constexpr size_t kLongestBody = size_t{256} << 10;
constexpr size_t kLongestLiveMessage = size_t{4} << 10;

/// A wish to have a photograph painted.
struct PaintingWish {
    std::string photo;  ///< The id of an upload.
    std::string name;   ///< Empty: as the photograph is called.
    Wishes wishes;
    bool draft = false;      ///< Whether it is one of several trials on a contact sheet.
    bool gives_way = false;  ///< Whether all else goes before it.
};
Result<PaintingWish> read_painting_wish(std::string_view body);

/// {"on": "…", "strokes": n}: a wish to have a painting worked over in a place.
struct RetouchMessage {
    std::string on;
    int strokes = 60;
};
Result<RetouchMessage> read_retouch(std::string_view body);

/// {"wishes": […]}: what is asked of a painting that nobody asks for yet.
Result<Wishes> read_wishes(std::string_view body);

/// {"claims": {name: text}}: what is claimed of a painting's making.
Result<std::map<std::string, std::string>> read_claims(std::string_view body);

/// {"remove": [n…], "move": [{"stroke": n, "pass": "…"}…]}: what is to become of single strokes.
Result<StrokeEdits> read_edits(std::string_view body);

/// {"name": "…"}: what a painting is called from now on.
Result<std::string> read_new_name(std::string_view body);

/// {"watch": id or null}: whose frames are wanted; empty: none.
Result<std::string> read_watch(std::string_view message);

}  // namespace allaprima
