#include "base/closest_word.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace allaprima {
namespace {

constexpr size_t kLongestWord = 64;

bool same_letter(char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

/// How many letters have to be added, left out, changed or exchanged with their neighbour.
/// Both words have at most kLongestWord letters.
size_t letters_apart(std::string_view from, std::string_view to) {
    // The rows of the usual table for the last two beginnings of `from` and this one.
    std::array<std::array<size_t, kLongestWord + 1>, 3> rows{};
    for (size_t j = 0; j <= to.size(); ++j)
        rows[0][j] = j;
    for (size_t i = 1; i <= from.size(); ++i) {
        auto& row = rows[i % 3];
        const auto &above = rows[(i + 2) % 3], &two_above = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= to.size(); ++j) {
            const size_t changed = above[j - 1] + (same_letter(from[i - 1], to[j - 1]) ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, changed});
            const bool exchanged =
                i > 1 && j > 1 && same_letter(from[i - 1], to[j - 2]) && same_letter(from[i - 2], to[j - 1]);
            if (exchanged)
                row[j] = std::min(row[j], two_above[j - 2] + 1);
        }
    }
    return rows[from.size() % 3][to.size()];
}

}  // namespace

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
    if (word.empty() || word.size() > kLongestWord)
        return {};
    const size_t near = std::max<size_t>(1, (word.size() + 1) / 3);
    const std::string* closest = nullptr;
    size_t least = near + 1;
    for (const std::string& one : known) {
        const size_t apart = one.size() > kLongestWord ? least : letters_apart(word, one);
        if (apart < least) {
            least = apart;
            closest = &one;
        }
    }
    return closest ? " (did you mean '" + *closest + "'?)" : "";
}

}  // namespace allaprima
