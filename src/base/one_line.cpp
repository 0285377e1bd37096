#include "base/one_line.h"

#include <algorithm>

namespace allaprima {

std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    while (!text.empty() && (text.back() == ' ' || text.back() == '.'))
        text.pop_back();
    constexpr size_t kLongest = 300;
    return text.substr(0, kLongest);
}

}  // namespace allaprima
