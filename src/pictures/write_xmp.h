#pragma once
#include <cstdint>
#include <string>
#include <string_view>
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

/// The key of how a picture was rendered, where that is not as its painting file has it.
inline constexpr const char* kRenderingKey = "Xmp.allaprima.Rendering";

/// Whether a picture of the format that the name asks for can carry XMP by write_xmp(): PNG, JPEG, TIFF and
/// PSD.
bool can_carry_xmp(const std::string& path);

/// Whether a complete file is small enough for write_xmp(): Exiv2 holds all of it in memory.
bool is_small_enough_for_xmp(const std::string& file);

/// Puts the values into a complete picture; its pixels and its profile stay as they are. On an error the file
/// is of no worth any more.
Status write_xmp(const std::string& path, const std::vector<XmpValue>& values);

/// The values as an XMP packet: an x:xmpmeta element in UTF-8, without a wrapper. The same values make the
/// same bytes. An error where they cannot be said in XMP.
Result<std::string> xmp_packet(const std::vector<XmpValue>& values);

/// The value of a key among what a picture says; empty where it says none.
std::string value_said(const std::vector<XmpValue>& values, std::string_view key);

/// What a picture says of itself, in the order of the keys: each value as text, without its language. A
/// picture that says nothing gives none; so does damage to what it says.
std::vector<XmpValue> read_xmp(const std::string& path);

}  // namespace allaprima
