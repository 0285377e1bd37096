#include "revealing/html_text.h"

namespace allaprima {
namespace {

constexpr std::string_view kNoLetter = "\xEF\xBF\xBD";

/// How many bytes the letter takes that the text begins with; 0 when it begins with none.
size_t letter_length(std::string_view text) {
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto follows = [&](size_t i) { return i < text.size() && (byte(i) & 0xC0) == 0x80; };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return first >= 0x20 && first != 0x7F ? 1 : 0;
    if (first >= 0xC2 && first < 0xE0)
        return follows(1) && !(first == 0xC2 && byte(1) < 0xA0) ? 2 : 0;
    if (first >= 0xE0 && first < 0xF0) {
        const bool too_long = first == 0xE0 && text.size() > 1 && byte(1) < 0xA0;
        const bool surrogate = first == 0xED && text.size() > 1 && byte(1) >= 0xA0;
        return follows(1) && follows(2) && !too_long && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first < 0xF5) {
        const bool too_long = first == 0xF0 && text.size() > 1 && byte(1) < 0x90;
        const bool beyond = first == 0xF4 && text.size() > 1 && byte(1) >= 0x90;
        return follows(1) && follows(2) && follows(3) && !too_long && !beyond ? 4 : 0;
    }
    return 0;
}

}  // namespace

std::string html(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const size_t length = letter_length(text);
        switch (length == 1 ? text[0] : '\0') {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += length > 0 ? text.substr(0, length) : kNoLetter;
        }
        text.remove_prefix(length > 0 ? length : 1);
    }
    return out;
}

std::string_view linkable(std::string_view address) {
    return address.starts_with("https://") || address.starts_with("http://") ? address : std::string_view();
}

}  // namespace allaprima
