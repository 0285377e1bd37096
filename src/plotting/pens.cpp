#include "plotting/pens.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "image/colour.h"
#include "image/oklab.h"

namespace allaprima {
namespace {

constexpr float kShareStep = 0.05f;
constexpr int kDensestSteps = 17;  // kDensest / kShareStep
/// A second pen must come so much nearer to be fetched.
constexpr float kSecondPen = 0.012f;

struct Trial {
    std::vector<Tint> tints;
    float miss;
};

Rgb inked(Rgb paper, Rgb ink, float share) {
    return lerp(paper, ink, share);
}

constexpr Rgb kWhitePaper{1.0f, 1.0f, 1.0f};

/// The lines of one pen that look most like it, none included.
Trial one_pen(Oklab wanted, std::span<const Rgb> inks, size_t pen) {
    Trial best{{}, distance(oklab_of_linear(kWhitePaper), wanted)};
    for (int step = 1; step <= kDensestSteps; ++step) {
        const float share = kShareStep * static_cast<float>(step);
        const float miss = distance(oklab_of_linear(inked(kWhitePaper, inks[pen], share)), wanted);
        if (miss < best.miss)
            best = {{{pen, share}}, miss};
    }
    return best;
}

/// The lines of two pens side by side.
Trial two_pens(Oklab wanted, std::span<const Rgb> inks, size_t first, size_t second) {
    Trial best{{}, 1e9f};
    for (int a = 1; a < kDensestSteps; ++a)
        for (int b = 1; a + b <= kDensestSteps; ++b) {
            const float share = kShareStep * static_cast<float>(a),
                        other = kShareStep * static_cast<float>(b);
            const Rgb light =
                kWhitePaper * (1.0f - share - other) + inks[first] * share + inks[second] * other;
            const float miss = distance(oklab_of_linear(light), wanted);
            if (miss < best.miss)
                best = {{{first, share}, {second, other}}, miss};
        }
    return best;
}

std::vector<Rgb> inks_of(std::span<const Pen> pens) {
    std::vector<Rgb> inks;
    for (const Pen& pen : pens)
        inks.push_back(linear_from_srgb(pen.colour));
    return inks;
}

std::string names_of(std::span<const Pen> pens) {
    std::string text;
    for (const Pen& pen : pens)
        text += (text.empty() ? "" : ", ") + pen.name;
    return text;
}

Result<Pen> pen_named(const std::string& name) {
    if (const std::optional<Rgb> colour = srgb_from_hex(name))
        return Pen{name, *colour};
    const auto known = std::ranges::find(usual_pens(), name, &Pen::name);
    if (known != usual_pens().end())
        return *known;
    return Error{fmt::format("there is no pen '{}': give #rrggbb or one of {}", name, names_of(usual_pens())),
                 true};
}

}  // namespace

std::span<const Pen> usual_pens() {
    static const std::vector<Pen> pens = [] {
        struct Sold {
            const char *name, *colour;
        };
        constexpr std::array<Sold, 20> kSold{
            {{"black", "#1b1a1c"},      {"grey", "#8a8d90"},       {"dark brown", "#4a2f24"},
             {"brown", "#7f4c2c"},      {"ochre", "#bf8a30"},      {"yellow", "#f3d322"},
             {"orange", "#ec7a2a"},     {"red", "#cf2230"},        {"crimson", "#8d1c3c"},
             {"pink", "#e57aa2"},       {"violet", "#5f3d8c"},     {"dark blue", "#20306c"},
             {"blue", "#2b5dac"},       {"light blue", "#4ca4d8"}, {"turquoise", "#219aa0"},
             {"dark green", "#20593b"}, {"green", "#3b9a4a"},      {"light green", "#8fbe42"},
             {"olive", "#6c6a2c"},      {"flesh", "#e7b58e"}}};
        std::vector<Pen> made;
        made.reserve(kSold.size());
        for (const Sold& sold : kSold)
            made.push_back({sold.name, *srgb_from_hex(sold.colour)});
        return made;
    }();
    return pens;
}

std::vector<Tint> tints_for(Rgb colour, std::span<const Pen> pens) {
    const Oklab wanted = oklab_of_srgb(colour);
    const std::vector<Rgb> inks = inks_of(pens);
    Trial best{{}, distance(oklab_of_linear(kWhitePaper), wanted)};
    for (size_t pen = 0; pen < pens.size(); ++pen)
        if (Trial one = one_pen(wanted, inks, pen); one.miss < best.miss)
            best = std::move(one);
    const float single = best.miss;
    for (size_t first = 0; first < pens.size(); ++first)
        for (size_t second = first + 1; second < pens.size(); ++second)
            if (Trial two = two_pens(wanted, inks, first, second);
                two.miss < best.miss && two.miss < single - kSecondPen)
                best = std::move(two);
    return best.tints;
}

std::vector<Pen> best_pens(std::span<const DrawnColour> colours, size_t count) {
    const std::span<const Pen> pens = usual_pens();
    const std::vector<Rgb> inks = inks_of(pens);
    std::vector<std::vector<float>> missed(pens.size());
    std::vector<float> least;
    for (const DrawnColour& drawn : colours) {
        const Oklab wanted = oklab_of_srgb(drawn.colour);
        least.push_back(distance(oklab_of_linear(kWhitePaper), wanted));
        for (size_t pen = 0; pen < pens.size(); ++pen)
            missed[pen].push_back(one_pen(wanted, inks, pen).miss);
    }
    std::vector<size_t> chosen;
    while (chosen.size() < std::min(count, pens.size())) {
        const auto left_by = [&](size_t pen) {
            double sum = 0.0;
            for (size_t i = 0; i < colours.size(); ++i)
                sum += static_cast<double>(colours[i].area) *
                       static_cast<double>(std::min(least[i], missed[pen][i]));
            return sum;
        };
        size_t best = pens.size();
        for (size_t pen = 0; pen < pens.size(); ++pen)
            if (std::ranges::find(chosen, pen) == chosen.end() &&
                (best == pens.size() || left_by(pen) < left_by(best)))
                best = pen;
        chosen.push_back(best);
        for (size_t i = 0; i < colours.size(); ++i)
            least[i] = std::min(least[i], missed[best][i]);
    }
    std::vector<Pen> taken;
    taken.reserve(chosen.size());
    for (const size_t pen : chosen)
        taken.push_back(pens[pen]);
    return taken;
}

Result<std::vector<Pen>> pens_named(const std::string& text) {
    std::vector<Pen> pens;
    for (size_t from = 0; from <= text.size();) {
        const size_t end = std::min(text.find(',', from), text.size());
        std::string name = text.substr(from, end - from);
        name.erase(0, name.find_first_not_of(' '));
        name.erase(name.find_last_not_of(' ') + 1);
        const Result<Pen> pen = pen_named(name);
        if (!pen)
            return pen.error();
        if (std::ranges::find(pens, *pen) == pens.end())
            pens.push_back(*pen);
        from = end + 1;
    }
    if (pens.size() > kMostPens)
        return Error{fmt::format("{} pens are more than {}", pens.size(), kMostPens), true};
    return pens;
}

}  // namespace allaprima
