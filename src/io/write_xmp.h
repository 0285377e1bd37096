#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace allaprima {

/// One thing that a picture says of itself.
struct XmpValue {
    /// How XMP keeps it.
    enum class Kind {
        Text,      ///< As it is; also a member of a structure.
        Names,     ///< One more in an ordered list.
        Language,  ///< In no particular language.
        Events,    ///< An empty list, whose members follow as texts.
    };

    Kind kind = Kind::Text;
    std::string key;  ///< As Exiv2 spells it: "Xmp.dc.title".
    std::string value;

    bool operator==(const XmpValue&) const = default;
};

/// Whether a picture of the format that the name asks for can carry XMP here: PNG, JPEG and TIFF.
bool can_carry_xmp(const std::string& path);

/// The largest file that is given XMP, in bytes: Exiv2 holds all of it in memory.
constexpr uintmax_t kLargestXmpFile = uintmax_t{512} << 20;

/// Puts the values into a complete picture; its pixels and its profile stay as they are. On an error the file
/// is of no worth any more.
Status write_xmp(const std::string& path, const std::vector<XmpValue>& values);

/// What a picture says of itself, in the order of the keys: each value as text, without its language. A
/// picture that says nothing gives none; so does damage to what it says.
std::vector<XmpValue> read_xmp(const std::string& path);

}  // namespace allaprima
