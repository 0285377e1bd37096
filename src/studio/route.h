#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace allaprima {

/// What can be asked of the studio.
enum class Ask {
    Page,  ///< A file of the page; `id` is its whole path.
    Settings,
    Samples,
    Upload,
    Preview,
    Live,
    List,
    Paint,
    Show,  ///< One row.
    Rename,
    Cancel,
    Pause,
    GoOn,
    Duplicate,
    Retouch,
    Repaint,
    RepaintCost,
    Edit,    ///< Single strokes.
    Passes,  ///< What the passes of a painting are called.
    Remove,
    Restore,
    Thumbnail,
    Strokes,
    Tile,
    Export,
    Cost,  ///< Of an export.
    Record,
    SaveRecord,
    Sights,  ///< What is seen in an upload.
};

/// Where a request leads.
struct Route {
    Ask ask = Ask::Page;
    std::string id;              ///< Of an upload or a painting.
    int size = 0, x = 0, y = 0;  ///< Of a tile.
    std::map<std::string, std::string> query = {};
};

/// Nothing where the address and the method lead nowhere.
/// @param target begins with a slash.
std::optional<Route> route_of(const std::string& method, std::string_view target);

/// Which of several threads an answer is made in, so that none waits for longer ones.
enum class Lane {
    AtOnce,   ///< In the thread that serves.
    Photos,   ///< Reading photographs, and reckoning what work comes to.
    Views,    ///< Rendering what is looked at.
    Exports,  ///< What takes seconds or minutes: what is taken away, and looking.
};
Lane lane_of(Ask ask);

}  // namespace allaprima
