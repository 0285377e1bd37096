#include "model/program_lines.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

namespace allaprima {
namespace {

/// A word that changes what all later numbers mean, by its letter and the whole part of its number.
struct ForbiddenWord {
    char letter;
    int low, high;
    const char* what;
};

constexpr std::array kForbidden{ForbiddenWord{'G', 10, 10, "moves the origin"},
                                ForbiddenWord{'G', 20, 20, "makes inches of millimetres"},
                                ForbiddenWord{'G', 43, 43, "shifts the tip"},
                                ForbiddenWord{'G', 51, 51, "scales all moves"},
                                ForbiddenWord{'G', 52, 59, "moves the origin"},
                                ForbiddenWord{'G', 68, 68, "turns all moves"},
                                ForbiddenWord{'G', 91, 91, "counts moves from where the tip is"},
                                ForbiddenWord{'G', 92, 92, "moves the origin"},
                                ForbiddenWord{'G', 93, 93, "reads feeds as times"},
                                ForbiddenWord{'G', 95, 95, "reads feeds by the turn"},
                                ForbiddenWord{'M', 206, 206, "moves the origin"},
                                ForbiddenWord{'M', 428, 428, "moves the origin"}};

/// As a controller reads it: without comments and blanks, in capitals.
std::string bare(const std::string& line) {
    std::string text;
    bool comment = false;
    for (const char c : line) {
        if (c == ';')
            break;
        comment = comment || c == '(';
        if (!comment && c != ' ' && c != '\t')
            text += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        comment = comment && c != ')';
    }
    return text;
}

/// What a word does that may not be; empty where it may. @param line from the word's letter on.
std::string fault_of(std::string_view line, OwnLines which) {
    double number = 0.0;
    const char* end = line.data() + line.size();
    if (std::from_chars(line.data() + 1, end, number).ec != std::errc{})
        return {};
    const double whole = std::floor(number);
    // Arcs whose middle is counted from their start are no moves of ours.
    const bool of_arcs = line.front() == 'G' && number > 91.0 && number < 92.0;
    for (const ForbiddenWord& word : kForbidden)
        if (word.letter == line.front() && whole >= word.low && whole <= word.high && !of_arcs)
            return word.what;
    const bool ends = line.front() == 'M' && (number == 2.0 || number == 30.0);
    return ends && which == OwnLines::Within ? "ends the program" : "";
}

std::string fault_of_line(const std::string& line, OwnLines which) {
    const std::string text = bare(line);
    if (text.starts_with('$'))
        return text.starts_with("$H") || text == "$X" ? "" : "changes how the controller is set";
    for (size_t i = 0; i < text.size(); ++i)
        if (text[i] == 'G' || text[i] == 'M')
            if (std::string fault = fault_of(std::string_view(text).substr(i), which); !fault.empty())
                return fault;
    return {};
}

Error refusal(const std::string& line, const std::string& place, const std::string& fault) {
    return {"'" + line + "' in " + place + " " + fault +
                ", and the program could not be held against the head's limits: leave it out, and set the "
                "controller to millimetres and its own origin beforehand",
            true};
}

}  // namespace

std::vector<std::string> program_lines(const std::string& text) {
    std::vector<std::string> lines;
    for (size_t from = 0; from <= text.size();) {
        const size_t end = std::min(text.find('|', from), text.size());
        std::string line = text.substr(from, end - from);
        line.erase(0, line.find_first_not_of(' '));
        line.erase(line.find_last_not_of(' ') + 1);
        if (!line.empty())
            lines.push_back(line);
        from = end + 1;
    }
    return lines;
}

Status check_own_lines(const std::string& text, OwnLines which, const std::string& place) {
    for (const std::string& line : program_lines(text))
        if (const std::string fault = fault_of_line(line, which); !fault.empty())
            return refusal(line, place, fault);
    return Done{};
}

}  // namespace allaprima
