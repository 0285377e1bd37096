// An alphabet of centre lines, drawn for this program. Each line of a letter is a chain of points, the
// control polygon of a uniform quadratic B-spline: the curve begins at the first, ends at the last and
// touches every side between others in its middle; a point that stands twice is a corner. Small letters begin
// and end on the line at which they are joined.
#include "last_touches/handwriting.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string_view>

namespace allaprima {
namespace {

/// In hundredths of a capital's height; x runs right, y up from the base line.
struct Letter {
    char character;
    int width;          ///< To where the next one begins.
    const char* lines;  ///< "x y, x y, …", lines separated by bars.
};

// clang-format off
constexpr Letter kAlphabet[] = {
    {'A', 84, "-4 6, 8 -8, 28 30, 56 100, 56 100, 58 40, 62 0, 72 -4, 84 6 | 16 34, 40 40, 72 36"},
    {'B', 74, "10 78, 22 92, 26 90, 18 40, 12 0, 12 0 | 2 74, 16 100, 52 112, 64 78, 30 54, 30 54, 70 58, 64 0, 20 -6, 6 6"},
    {'C', 72, "62 80, 70 96, 44 112, 6 80, 0 10, 26 -10, 54 0, 72 14"},
    {'D', 84, "24 92, 20 40, 14 2, 14 2 | 0 78, 18 108, 78 108, 84 40, 52 -8, 8 -4, 4 10, 24 8, 42 -4"},
    {'E', 66, "56 82, 60 100, 30 108, 10 84, 18 58, 40 54, 40 54, 8 52, -2 18, 10 -8, 44 -6, 66 10"},
    {'F', 66, "4 84, 12 100, 40 92, 76 104 | 42 96, 36 50, 28 2, 10 -6, 0 8 | 20 48, 38 54, 60 54"},
    {'G', 76, "60 82, 66 98, 44 112, 6 80, 0 12, 26 -8, 52 10, 60 44, 60 44, 56 0, 44 -36, 24 -36, 36 -10, 76 10"},
    {'H', 88, "6 80, 18 98, 22 96, 18 40, 12 0, 12 0 | 74 104, 66 50, 62 4, 70 -6, 88 6 | 8 44, 36 52, 66 50"},
    {'I', 46, "10 70, 0 92, 24 100, 44 98, 44 98, 28 50, 24 0, 10 -8, -4 4, 14 12, 46 6"},
    {'J', 50, "10 72, 4 92, 24 100, 46 98, 46 98, 32 30, 26 -30, 10 -46, -2 -34, 14 -10, 50 6"},
    {'K', 80, "8 80, 20 98, 24 96, 18 40, 12 0, 12 0 | 70 102, 50 80, 22 50, 22 50, 40 50, 56 0, 68 -6, 80 6"},
    {'L', 68, "6 64, 20 64, 52 92, 42 112, 28 90, 22 30, 10 -4, -4 6, 10 14, 40 -8, 68 8"},
    {'M', 104, "-6 6, 4 -8, 18 40, 28 98, 28 98, 36 40, 42 6, 42 6, 60 60, 78 100, 78 100, 80 40, 82 0, 92 -4, 104 6"},
    {'N', 84, "-6 6, 4 -8, 16 40, 24 96, 24 96, 40 50, 60 0, 60 0, 64 50, 74 96, 84 106, 88 100"},
    {'O', 82, "40 98, 4 94, -2 20, 20 -8, 66 -8, 84 70, 62 110, 34 104, 40 82, 76 84"},
    {'P', 70, "10 76, 22 90, 24 88, 18 40, 10 -2, 10 -2 | 0 72, 14 100, 56 114, 76 72, 44 42, 20 48"},
    {'Q', 84, "40 98, 4 94, -2 20, 20 -8, 66 -8, 84 70, 62 110, 34 104, 40 92 | 38 20, 56 10, 64 -16, 84 -8"},
    {'R', 78, "10 76, 22 90, 24 88, 18 40, 10 -2, 10 -2 | 0 72, 14 100, 58 114, 72 72, 38 52, 22 50, 22 50, 44 48, 54 -2, 66 -6, 78 6"},
    {'S', 64, "-2 6, 24 30, 60 84, 50 112, 26 96, 34 60, 58 30, 46 -6, 12 -8, 0 10, 18 10, 64 8"},
    {'T', 64, "-2 80, 2 98, 34 92, 76 104 | 40 96, 34 50, 28 2, 10 -8, -2 4, 20 14, 64 6"},
    {'U', 84, "2 84, 14 104, 22 92, 8 40, 12 -8, 44 -6, 64 50, 72 98, 72 98, 66 40, 66 -4, 76 -2, 84 6"},
    {'V', 74, "0 84, 12 104, 22 90, 26 40, 28 -2, 28 -2, 50 50, 66 104, 78 98"},
    {'W', 104, "0 84, 10 104, 18 90, 18 40, 22 -2, 22 -2, 44 50, 54 92, 54 92, 56 40, 60 -2, 60 -2, 82 50, 94 106, 106 100"},
    {'X', 78, "4 84, 14 104, 26 84, 44 20, 56 -8, 68 -2, 78 6 | 72 102, 50 70, 24 20, 4 -4"},
    {'Y', 72, "2 84, 12 104, 20 90, 18 54, 34 44, 52 66, 64 98, 64 98, 54 30, 42 -36, 22 -46, 14 -30, 36 -8, 72 6"},
    {'Z', 70, "6 80, 14 102, 40 94, 66 100, 66 100, 36 50, 4 0, 4 0, 30 12, 50 -10, 70 8"},
    {'a', 58, "0 6, 14 30, 34 50, 18 50, 4 32, 6 0, 24 -2, 38 26, 42 48, 42 48, 38 16, 40 -4, 50 0, 58 6"},
    {'b', 52, "0 6, 16 40, 30 92, 18 106, 12 84, 10 30, 12 -4, 34 -4, 44 18, 38 42, 24 40, 30 30, 44 34, 52 30"},
    {'c', 46, "0 6, 12 30, 30 50, 38 42, 36 36 | 36 42, 30 50, 8 44, 4 10, 14 -4, 32 -2, 46 6"},
    {'d', 60, "0 6, 14 30, 34 50, 18 50, 4 32, 6 0, 24 -2, 40 30, 48 100, 48 100, 42 30, 42 -4, 52 0, 60 6"},
    {'e', 46, "0 6, 20 12, 38 34, 28 52, 10 42, 4 10, 14 -4, 32 -2, 46 6"},
    {'f', 40, "0 6, 18 30, 36 88, 24 108, 18 80, 14 0, 10 -36, 0 -46, 2 -26, 22 -2, 40 6"},
    {'g', 54, "0 6, 14 30, 34 50, 18 50, 4 32, 6 0, 24 -2, 38 26, 42 48, 42 48, 38 0, 32 -40, 12 -50, 8 -30, 30 -6, 54 6"},
    {'h', 58, "0 6, 16 40, 30 92, 18 106, 12 84, 8 20, 6 0, 6 0, 12 30, 28 52, 40 42, 36 10, 40 -4, 50 0, 58 6"},
    {'i', 28, "0 6, 14 30, 16 46, 16 46, 10 12, 12 -4, 20 0, 28 6 | 20 66, 22 70"},
    {'j', 30, "0 6, 14 30, 20 46, 20 46, 14 -10, 8 -40, -10 -48, -10 -30, 12 -6, 30 6 | 24 66, 26 70"},
    {'k', 54, "0 6, 16 40, 30 92, 18 106, 12 84, 8 20, 6 0, 6 0, 12 26, 30 50, 40 40, 30 26, 14 24, 14 24, 26 20, 36 -6, 46 0, 54 6"},
    {'l', 32, "0 6, 16 40, 32 90, 22 108, 12 84, 8 14, 14 -6, 24 0, 32 6"},
    {'m', 80, "0 6, 10 32, 14 46, 14 46, 8 14, 6 0, 6 0, 12 34, 26 52, 34 40, 30 10, 28 0, 28 0, 34 34, 48 52, 58 42, 54 10, 60 -4, 70 0, 80 6"},
    {'n', 58, "0 6, 10 32, 14 46, 14 46, 8 14, 6 0, 6 0, 12 32, 28 52, 40 42, 36 10, 40 -4, 50 0, 58 6"},
    {'o', 50, "0 6, 12 34, 30 50, 14 50, 4 30, 6 -2, 24 -6, 40 16, 38 42, 26 50, 28 36, 40 36, 50 34"},
    {'p', 56, "0 6, 12 34, 16 50, 16 50, 8 0, 2 -44, 2 -44, 10 20, 22 50, 42 46, 44 12, 30 -6, 14 4, 26 4, 44 -4, 56 6"},
    {'q', 52, "0 6, 14 30, 34 50, 18 50, 4 32, 6 0, 24 -2, 38 26, 42 48, 42 48, 36 0, 32 -44, 40 -46, 44 -16, 52 6"},
    {'r', 44, "0 6, 10 34, 12 54, 18 46, 34 46, 34 46, 26 18, 26 -4, 36 0, 44 6"},
    {'s', 42, "0 6, 14 28, 24 54, 24 54, 34 26, 30 -2, 12 -6, 6 4, 18 4, 32 0, 42 6"},
    {'t', 36, "0 6, 14 36, 22 80, 22 80, 12 20, 14 -4, 26 0, 36 6 | 2 54, 20 56, 36 62"},
    {'u', 58, "0 6, 10 32, 12 46, 12 46, 6 16, 8 -4, 22 -4, 36 24, 42 46, 42 46, 36 14, 40 -4, 50 0, 58 6"},
    {'v', 50, "0 6, 8 36, 14 50, 16 20, 18 -2, 18 -2, 34 14, 40 44, 34 48, 38 36, 50 34"},
    {'w', 72, "0 6, 8 34, 12 46, 12 46, 8 14, 12 -6, 26 4, 34 42, 34 42, 32 10, 38 -6, 54 6, 60 44, 54 48, 58 38, 72 34"},
    {'x', 50, "0 6, 10 40, 20 48, 24 20, 30 -2, 42 -2, 50 6 | 40 46, 24 26, 4 2"},
    {'y', 56, "0 6, 10 32, 12 46, 12 46, 6 16, 8 -2, 22 -2, 36 24, 42 46, 42 46, 38 0, 30 -42, 10 -50, 8 -30, 30 -6, 56 6"},
    {'z', 48, "0 6, 12 40, 26 50, 34 36, 18 6, 10 0, 10 0, 26 4, 30 -20, 20 -46, 8 -44, 14 -22, 48 6"},
    {'0', 58, "36 98, 6 92, 0 20, 20 -10, 48 6, 54 82, 40 100, 30 98"},
    {'1', 34, "2 74, 16 86, 24 100, 24 100, 18 50, 14 0"},
    {'2', 56, "6 76, 14 104, 46 104, 48 66, 20 26, 2 0, 2 0, 20 8, 34 -4, 54 6"},
    {'3', 54, "8 88, 22 106, 48 98, 44 62, 20 54, 20 54, 50 54, 48 8, 22 -10, 2 8"},
    {'4', 58, "30 98, 16 60, 4 32, 4 32, 30 36, 56 38 | 46 66, 40 30, 36 -4"},
    {'5', 54, "22 96, 16 74, 12 54, 12 54, 32 66, 52 50, 46 4, 20 -10, 2 6 | 22 96, 36 94, 54 100"},
    {'6', 54, "46 98, 20 84, 2 40, 4 -6, 34 -10, 52 22, 38 50, 16 42, 8 24"},
    {'7', 52, "4 92, 12 98, 32 94, 54 98, 54 98, 34 50, 18 -2 | 18 46, 32 50, 48 50"},
    {'8', 54, "44 84, 34 104, 12 96, 14 66, 40 44, 46 10, 22 -10, 2 10, 16 42, 42 64, 48 88, 40 98"},
    {'9', 54, "48 78, 34 104, 8 98, 6 64, 28 50, 46 76, 50 96, 50 96, 44 40, 30 -4"},
    {'.', 22, "6 0, 9 3"},
    {'-', 40, "4 36, 18 38, 36 38"},
    {'&', 80, "80 46, 62 44, 40 0, 14 -10, -2 18, 22 46, 48 70, 46 104, 26 102, 22 72, 44 36, 62 -6, 82 4"},
};
// clang-format on

constexpr float kUnit = 0.01f;
/// How far a letter leans: way to the right for each way up.
constexpr float kSlant = 0.22f;
constexpr float kWordGap = 45.0f, kLetterGap = 8.0f;
/// A letter that ends below this height, at its right side, goes on into a small letter.
constexpr float kJoining = 40.0f;

using Polygon = std::vector<Vec2>;

const Letter* letter_of(char character) {
    const auto* found = std::ranges::find(kAlphabet, character, &Letter::character);
    return found == std::end(kAlphabet) ? nullptr : found;
}

std::vector<Polygon> lines_of(const Letter& letter) {
    std::vector<Polygon> lines(1);
    std::vector<float> numbers;
    const std::string_view text = letter.lines;
    for (size_t i = 0; i < text.size();) {
        int value = 0;
        const auto [end, fault] = std::from_chars(text.data() + i, text.data() + text.size(), value);
        if (fault != std::errc{}) {
            if (text[i] == '|')
                lines.emplace_back();
            ++i;
            continue;
        }
        i = static_cast<size_t>(end - text.data());
        numbers.push_back(static_cast<float>(value));
        if (numbers.size() == 2) {
            lines.back().push_back({numbers[0], numbers[1]});
            numbers.clear();
        }
    }
    return lines;
}

bool is_small(char character) {
    return character >= 'a' && character <= 'z';
}

/// Lays letters side by side, and joins what the pen joins.
std::vector<Polygon> line_of(const std::string& text) {
    std::vector<Polygon> all;
    float x = 0.0f;
    size_t joined = 0;  // 1 + the line that the next letter goes on with
    for (const char character : text) {
        if (character == ' ') {
            x += kWordGap;
            joined = 0;
            continue;
        }
        const Letter& letter = *letter_of(character);
        std::vector<Polygon> lines = lines_of(letter);
        for (Polygon& line : lines)
            for (Vec2& p : line)
                p.x += x;
        const Vec2 end = lines.front().back();
        x += static_cast<float>(letter.width);
        const bool goes_on = std::isalpha(static_cast<unsigned char>(character)) != 0 && end.y < kJoining &&
                             end.x > x - kLetterGap;
        if (joined > 0 && is_small(character)) {
            Polygon& before = all[joined - 1];
            before.pop_back();
            before.insert(before.end(), lines.front().begin() + 1, lines.front().end());
        } else {
            all.push_back(lines.front());
            joined = all.size();
        }
        all.insert(all.end(), lines.begin() + 1, lines.end());
        if (!goes_on) {
            joined = 0;
            x += kLetterGap;
        }
    }
    return all;
}

/// From the grid of the alphabet to the slanted line.
Vec2 leaning(Vec2 p) {
    return {(p.x + kSlant * p.y) * kUnit, -p.y * kUnit};
}

PenPath spline(const Polygon& line) {
    PenPath path;
    Vec2 from = leaning(line.front());
    if (line.size() == 2) {
        const Vec2 to = leaning(line.back());
        path.curves.push_back({{from, (from + to) * 0.5f, to}});
    }
    for (size_t i = 1; i + 1 < line.size(); ++i) {
        const Vec2 middle = leaning(line[i]), next = leaning(line[i + 1]);
        const Vec2 to = i + 2 == line.size() ? next : (middle + next) * 0.5f;
        path.curves.push_back({{from, middle, to}});
        from = to;
    }
    return path;
}

/// Characters that cannot be written, each once; letters of other scripts whole.
std::string unknown_in(const std::string& text) {
    std::string unknown;
    for (size_t i = 0; i < text.size();) {
        size_t end = i + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            ++end;
        const std::string one = text.substr(i, end - i);
        const bool known = one == " " || (one.size() == 1 && letter_of(one[0]));
        const bool shown = one.size() > 1 || std::isprint(static_cast<unsigned char>(one[0])) != 0;
        const std::string told = shown ? "'" + one + "'" : "an unprintable one";
        if (!known && unknown.find(told) == std::string::npos)
            unknown += (unknown.empty() ? "" : ", ") + told;
        i = end;
    }
    return unknown;
}

}  // namespace

std::string writable_characters() {
    std::string all;
    for (const Letter& letter : kAlphabet)
        all += letter.character;
    return all;
}

Result<std::vector<PenPath>> handwritten(const std::string& text) {
    if (const std::string unknown = unknown_in(text); !unknown.empty())
        return Error{
            "signature: there is no way to write " + unknown +
                "; there are A to Z, a to z, 0 to 9, dot, hyphen, ampersand and space, or draw it in an "
                "SVG file",
            true};
    std::vector<PenPath> paths;
    for (const Polygon& line : line_of(text))
        paths.push_back(spline(line));
    return paths;
}

}  // namespace allaprima
