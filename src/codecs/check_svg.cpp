#include "codecs/check_svg.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>

namespace allaprima {
namespace {

constexpr uintmax_t kMostSvgBytes = uintmax_t{16} << 20;

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

/// The element's own name after '<', without a namespace's prefix, in lower case.
std::string element_name(std::string_view after) {
    const size_t end = std::min(after.find_first_of(" \t\r\n/><"), size_t{80});
    std::string_view name = after.substr(0, end);
    if (const size_t colon = name.rfind(':'); colon != std::string_view::npos)
        name = name.substr(colon + 1);
    return lower(name);
}

/// Encodings in which '<' and letters are what they are in ASCII.
bool keeps_ascii(const std::string& declaration) {
    const size_t at = declaration.find("encoding");
    if (at == std::string::npos)
        return true;
    for (const char* name : {"utf-8", "us-ascii", "iso-8859-1", "windows-1252"})
        if (declaration.find(name, at) != std::string::npos)
            return true;
    return false;
}

}  // namespace

Result<std::string> read_svg_text(const std::string& path) {
    std::error_code fault;
    const uintmax_t bytes = std::filesystem::file_size(path, fault);
    if (fault)
        return Error{"it cannot be opened: " + fault.message()};
    if (bytes > kMostSvgBytes)
        return Error{"it is more than 16 MB of SVG; export it as a PNG"};
    std::ifstream file(path, std::ios::binary);
    std::string text(static_cast<size_t>(bytes), '\0');
    file.read(text.data(), static_cast<std::streamsize>(bytes));
    text.resize(static_cast<size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return text;
}

Status check_svg(std::string_view document) {
    if (document.find('\0') != std::string_view::npos)
        return Error{"it is not text in UTF-8; save it as that"};
    if (document.starts_with("<?xml") && !keeps_ascii(lower(document.substr(0, document.find("?>")))))
        return Error{"it is not text in UTF-8; save it as that"};
    for (size_t at = document.find('<'); at != std::string_view::npos; at = document.find('<', at + 1)) {
        const std::string name = element_name(document.substr(at + 1));
        if (name == "!entity")
            return Error{"it declares entities, which are not read; save it as plain SVG"};
        if (name == "image" || name == "feimage" || name == "include" || name == "foreignobject")
            return Error{"it shows other pictures, which are not fetched; export it as a PNG"};
    }
    return Done{};
}

}  // namespace allaprima
