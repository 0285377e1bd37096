#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "base/result.h"
#include "model/wish.h"

namespace allaprima {

/// What is to become of a painting: all that is kept of how far it is. Where it is just now, the Painter
/// knows.
enum class Lot {
    Waiting,    ///< It is to be painted, or is being painted.
    Paused,     ///< Someone wants to go on with it later.
    Cancelled,  ///< Nobody wants to.
    Finished,
    Failed,  ///< It could not be painted; `error` says why.
};

/// What a painting goes on from: another one, which stays as it is. It is worked over in a place, or asked
/// something besides; with neither, single strokes of it were changed.
struct GoesOnFrom {
    std::string id;       ///< Of the other.
    std::string on;       ///< The place, as region_said() has it; or empty.
    int strokes = 0;      ///< New ones, at most.
    Wishes besides = {};  ///< What is wished beside what was.

    bool operator==(const GoesOnFrom&) const = default;
};

/// A painting on the shelf. It is kept in a file of its own, so that nothing is lost when the program ends.
struct ShelfEntry {
    std::string id;
    std::string name;        ///< As people call it.
    std::string photo;       ///< The id of the upload that it is painted from; empty where there is none.
    std::string photo_name;  ///< What that was called.
    Wishes wishes;           ///< Names of uploads stand where a setting takes a file.
    Lot lot = Lot::Waiting;
    std::string error;        ///< Why it failed.
    std::string made;         ///< When it was asked for, ISO 8601, UTC.
    long long turn = 0;       ///< The order in which paintings were asked for.
    std::string file;         ///< Where the painting file is or will be, seen from the shelf's folder.
    std::string file_before;  ///< Where it may be still, while it is moved; empty: it is not moved.
    std::string named;        ///< The name that `file` was chosen for.
    bool removed = false;
    bool draft = false;      ///< A quick trial, of which a choice is made; it lies apart from the paintings.
    bool gives_way = false;  ///< Nobody asked for it, as for the sample: all else goes before it.
    int strokes = 0, strokes_wanted = 0;
    double width_mm = 0.0, height_mm = 0.0;  ///< Of the canvas; 0: not known yet.
    std::string hand;
    std::optional<GoesOnFrom> from;  ///< Nothing where it is painted from its photograph.

    bool operator==(const ShelfEntry&) const = default;
};

/// An upload.
struct ShelfPhoto {
    std::string id;
    std::string name;
    int width = 0, height = 0;  ///< Upright, pixels; 0 of a drawing.
    std::string digest;         ///< SHA-256 of its bytes.

    bool operator==(const ShelfPhoto&) const = default;
};

/// [{"setting": …, "text": …}…]
nlohmann::ordered_json json_of_wishes(const Wishes& wishes);

/// As they are kept on disk. Reading trusts nothing; an error says what is wrong.
std::string text_of_entry(const ShelfEntry& entry);
Result<ShelfEntry> entry_of_text(const std::string& text);
/// What can still be read of one that is damaged, also of a half of it; never what entry_of_text() refuses.
/// What was asked is not among it.
ShelfEntry salvaged_entry(const std::string& text);
std::string text_of_photo(const ShelfPhoto& photo);
Result<ShelfPhoto> photo_of_text(const std::string& text);

/// Ids are 16 lower-case hexadecimal digits.
bool is_id(std::string_view text);

/// The upload that the text of a wish names, if it does: "ID", or "ID:2". Empty: none.
std::string upload_in(const std::string& text);

/// A new one, by chance.
std::string new_id();

/// A name that files can have, made of what people call a painting: without slashes, dots at its beginning
/// and control characters, and not too long.
std::string file_stem_of(const std::string& name);

}  // namespace allaprima
