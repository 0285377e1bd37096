#pragma once
#include <string>
#include <string_view>

namespace allaprima {

/// Text as it stands in HTML, also between quotation marks: whatever it holds, it is read as text. Bytes that
/// are no UTF-8, and control characters, become the sign for that.
std::string html(std::string_view text);

/// What it may stand for as the address of a link: itself where it begins with http:// or https://, otherwise
/// empty.
std::string_view linkable(std::string_view address);

}  // namespace allaprima
