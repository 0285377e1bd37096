#include "briefs/path_data.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace allaprima {
namespace {

/// Larger coordinates are no drawing, and would lose the digits that matter.
constexpr float kLargest = 1e6f;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

void skip_separators(std::string_view& text) {
    while (!text.empty() && (is_space(text.front()) || text.front() == ','))
        text.remove_prefix(1);
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// How many numbers a command takes at a time.
int numbers_of(char command) {
    switch (upper(command)) {
        case 'M':
        case 'L':
        case 'T':
            return 2;
        case 'H':
        case 'V':
            return 1;
        case 'S':
        case 'Q':
            return 4;
        case 'C':
            return 6;
        case 'Z':
            return 0;
        default:
            return -1;
    }
}

/// Follows the commands with a pen.
class Pen {
  public:
    Status follow(std::string_view data) {
        skip_separators(data);
        char command = '\0';
        while (!data.empty()) {
            if (is_letter(data.front())) {
                command = data.front();
                data.remove_prefix(1);
            } else if (upper(command) == 'Z') {
                return fault("a number after Z");
            }
            const int wanted = numbers_of(command);
            if (wanted < 0)
                return fault(command == '\0' ? std::string("it does not begin with M")
                                             : std::string("the command ") + command +
                                                   " is not one of M, L, H, V, C, S, Q, T and Z");
            const std::vector<float> numbers = leading_numbers(data, static_cast<size_t>(wanted));
            if (numbers.size() != static_cast<size_t>(wanted))
                return fault(std::string("the command ") + command + " lacks a number");
            if (upper(command) != 'M' && paths_.empty())
                return fault("it does not begin with M");
            obey(command, numbers);
            if (curves_ > kMostPenCurves)
                return fault("it has more than " + std::to_string(kMostPenCurves) + " curves");
            // What follows a move without a letter is a line.
            command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
            skip_separators(data);
        }
        return Done{};
    }

    std::vector<PenPath> paths() {
        std::erase_if(paths_, [](const PenPath& path) { return path.curves.empty(); });
        return std::move(paths_);
    }

  private:
    static Status fault(const std::string& what) { return Error{what, true}; }

    void obey(char command, const std::vector<float>& n) {
        const bool relative = command >= 'a';
        const Vec2 from = relative ? at_ : Vec2{};
        const auto point = [&](size_t k) { return from + Vec2{n[k], n[k + 1]}; };
        const Vec2 mirrored = at_ * 2.0f - handle_;
        switch (upper(command)) {
            case 'M':
                paths_.emplace_back();
                at_ = start_ = point(0);
                break;
            case 'L':
                line_to(point(0));
                break;
            case 'H':
                line_to({from.x + n[0], at_.y});
                break;
            case 'V':
                line_to({at_.x, from.y + n[0]});
                break;
            case 'C':
                cubic_to(point(0), point(2), point(4));
                break;
            case 'S':
                cubic_to(upper(last_) == 'C' || upper(last_) == 'S' ? mirrored : at_, point(0), point(2));
                break;
            case 'Q':
                curve_to(point(0), point(2));
                break;
            case 'T':
                curve_to(upper(last_) == 'Q' || upper(last_) == 'T' ? mirrored : at_, point(0));
                break;
            default:
                line_to(start_);
                paths_.emplace_back();
        }
        last_ = command;
    }

    void line_to(Vec2 to) {
        if (!(to == at_))
            curve_to((at_ + to) * 0.5f, to);
        handle_ = to;
    }

    void curve_to(Vec2 handle, Vec2 to) {
        paths_.back().curves.push_back({{at_, handle, to}});
        ++curves_;
        handle_ = handle;
        at_ = to;
    }

    /// Each quarter by the quadratic curve of the same ends whose handle is the mean of where the tangents of
    /// the quarter's own would have it.
    void cubic_to(Vec2 a, Vec2 b, Vec2 to) {
        constexpr int kParts = 4;
        const std::array<Vec2, 4> p{at_, a, b, to};
        const auto place = [&](float u) {
            const float v = 1.0f - u;
            return p[0] * (v * v * v) + p[1] * (3.0f * v * v * u) + p[2] * (3.0f * v * u * u) +
                   p[3] * (u * u * u);
        };
        const auto slope = [&](float u) {
            const float v = 1.0f - u;
            return (p[1] - p[0]) * (3.0f * v * v) + (p[2] - p[1]) * (6.0f * v * u) +
                   (p[3] - p[2]) * (3.0f * u * u);
        };
        for (int k = 0; k < kParts; ++k) {
            const float u0 = static_cast<float>(k) / kParts, u1 = static_cast<float>(k + 1) / kParts;
            const Vec2 from = place(u0), end = k + 1 == kParts ? to : place(u1);
            const Vec2 bend = (slope(u0) - slope(u1)) * (0.25f * (u1 - u0));
            curve_to((from + end) * 0.5f + bend, end);
        }
        handle_ = b;
    }

    std::vector<PenPath> paths_;
    Vec2 at_, start_, handle_;
    char last_ = '\0';
    size_t curves_ = 0;
};

}  // namespace

std::vector<float> leading_numbers(std::string_view& text, size_t most) {
    std::vector<float> numbers;
    while (numbers.size() < most) {
        std::string_view rest = text;
        skip_separators(rest);
        if (!rest.empty() && rest.front() == '+')
            rest.remove_prefix(1);
        float value = 0.0f;
        const auto [end, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
        if (fault != std::errc{} || !(std::fabs(value) <= kLargest))
            break;
        rest.remove_prefix(static_cast<size_t>(end - rest.data()));
        text = rest;
        numbers.push_back(value);
    }
    return numbers;
}

Result<std::vector<PenPath>> pen_paths_from_data(std::string_view data) {
    Pen pen;
    if (const Status followed = pen.follow(data); !followed)
        return followed.error();
    return pen.paths();
}

}  // namespace allaprima
