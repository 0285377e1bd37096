#pragma once
#include <cmath>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "image/cie.h"
#include "pigment/recipe_book.h"

/// Judges for tests, written apart from the code they judge: one mixes what a recipe says, the other moves as
/// a program says.

namespace allaprima::testing {

/// What a recipe's words mix, sRGB-encoded: "3 Titanium White + 1 Bone Black", "… and a touch of Viridian
/// (1)" or the name of one tube.
inline Rgb mixed_by_words(std::string words, const Palette& palette, const Exposure& exposure) {
    std::map<std::string, double> parts;
    const std::string touch = " and a touch of ";
    for (size_t at = 0; (at = words.find(touch)) != std::string::npos;) {
        const size_t end = words.find(" (1)", at);
        parts[words.substr(at + touch.size(), end - at - touch.size())] += 1.0;
        words.erase(at, end + 4 - at);
    }
    for (size_t from = 0; from < words.size();) {
        const size_t end = std::min(words.find(" + ", from), words.size());
        const std::string one = words.substr(from, end - from);
        const size_t digits = one.find_first_not_of("0123456789");
        if (digits > 0 && digits != std::string::npos)
            parts[one.substr(digits + 1)] += std::stod(one);
        else
            parts[one] += 1.0;
        from = end + 3;
    }
    double x = 0.0, y = 0.0, z = 0.0, whole = 0.0;
    for (const auto& [name, amount] : parts)
        whole += amount;
    const auto& weights = observer_weights(Illuminant::D65);
    for (size_t band = 0; band < kBands; ++band) {
        double k = 0.0, s = 0.0, known = 0.0;
        for (const Pigment& tube : palette.tubes)
            if (const auto part = parts.find(tube.name); part != parts.end()) {
                k += part->second / whole * static_cast<double>(tube.absorption[band]);
                s += part->second / whole * static_cast<double>(tube.scattering[band]);
                known += part->second;
            }
        if (known != whole)
            return {-1.0f, -1.0f, -1.0f};  // a name that is no tube of the palette
        const double ratio = k / s, inside = 1.0 + ratio - std::sqrt(ratio * ratio + 2.0 * ratio);
        const double seen = 0.97 * 0.35 * inside / (1.0 - 0.65 * inside);
        x += static_cast<double>(weights[0][band]) * seen;
        y += static_cast<double>(weights[1][band]) * seen;
        z += static_cast<double>(weights[2][band]) * seen;
    }
    const double black = exposure.black, range = static_cast<double>(exposure.white) - black;
    const double r = 3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
                 g = -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
                 b = 0.0556434 * x - 0.2040259 * y + 1.0572252 * z;
    const auto encoded = [&](double light) {
        const double shown = std::min(1.0, std::max(0.0, (light - black) / range));
        return static_cast<float>(shown <= 0.0031308 ? 12.92 * shown
                                                     : 1.055 * std::pow(shown, 1.0 / 2.4) - 0.055);
    };
    return {encoded(r), encoded(g), encoded(b)};
}

/// A move that a machine makes, mm.
struct MoveMade {
    double x, y, z;
    bool rapid;
};

/// Every move of a program, in millimetres, as any controller of GRBL's family makes it: modal, G20 and G91
/// obeyed.
inline std::vector<MoveMade> moves_made(const std::string& program) {
    std::vector<MoveMade> moves;
    double place[3] = {0.0, 0.0, 0.0}, unit = 1.0;
    bool relative = false, rapid = true;
    std::istringstream lines(program);
    for (std::string line; std::getline(lines, line);) {
        line = line.substr(0, line.find(';'));
        std::istringstream words(line);
        bool moved = false;
        for (std::string word; words >> word;) {
            const double value = std::stod(word.substr(1));
            if (word[0] == 'G' && (value == 20.0 || value == 21.0))
                unit = value == 20.0 ? 25.4 : 1.0;
            else if (word[0] == 'G' && (value == 90.0 || value == 91.0))
                relative = value == 91.0;
            else if (word[0] == 'G' && value <= 1.0)
                rapid = value == 0.0;
            else if (word[0] >= 'X' && word[0] <= 'Z') {
                double& axis = place[word[0] - 'X'];
                axis = (relative ? axis : 0.0) + value * unit;
                moved = true;
            }
        }
        if (moved)
            moves.push_back({place[0], place[1], place[2], rapid});
    }
    return moves;
}

}  // namespace allaprima::testing
