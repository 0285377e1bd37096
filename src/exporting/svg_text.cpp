#include "exporting/svg_text.h"

#include <fmt/format.h>

#include <cmath>

namespace allaprima {
namespace {

struct SvgPoint {
    long x, y;
};

/// Numbers one after the other; a minus sign separates by itself.
void add_numbers(std::string& text, std::initializer_list<long> numbers) {
    for (const long number : numbers) {
        const bool apart =
            number >= 0 && !text.empty() && std::isdigit(static_cast<unsigned char>(text.back()));
        text += fmt::format("{}{}", apart ? " " : "", number);
    }
}

/// Whether the middle point says nothing, to within a step.
bool is_straight(SvgPoint a, SvgPoint m, SvgPoint b) {
    return std::abs(2 * m.x - a.x - b.x) <= 2 && std::abs(2 * m.y - a.y - b.y) <= 2;
}

}  // namespace

SvgGrid::SvgGrid(const Plan& plan) {
    constexpr float kStepsToAPixel = 16.0f;
    const float finest = plan.planned_pixel_mm / kStepsToAPixel;
    // No canvas has more than 100 million steps on a side.
    const float coarse_enough = std::max(plan.width_mm, plan.height_mm) / 1e8f;
    step_mm_ = std::pow(10.0f, std::floor(std::log10(std::max(finest, coarse_enough * 10.0f))));
}

long SvgGrid::steps(float mm) const {
    return std::lround(static_cast<double>(mm) / static_cast<double>(step_mm_));
}

std::string SvgGrid::head(const Plan& plan, std::string_view about, std::string_view metadata) const {
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" "
        "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" width=\"{:.6g}mm\" "
        "height=\"{:.6g}mm\" "
        "viewBox=\"0 0 {} {}\"><desc>{}</desc>{}",
        plan.width_mm, plan.height_mm, steps(plan.width_mm), steps(plan.height_mm), about, metadata);
}

std::string SvgGrid::path(std::span<const std::array<Vec2, 3>> curves, bool closed) const {
    const auto place = [&](Vec2 p) { return SvgPoint{steps(p.x), steps(p.y)}; };
    if (curves.empty())
        return {};
    SvgPoint at = place(curves.front()[0]);
    std::string text = "M";
    add_numbers(text, {at.x, at.y});
    char last = 'M';
    const auto command = [&](char letter) {
        if (letter != last)
            text += letter;
        last = letter;
    };
    for (const auto& curve : curves) {
        const SvgPoint m = place(curve[1]), b = place(curve[2]);
        if (is_straight(at, m, b)) {
            command('l');
            add_numbers(text, {b.x - at.x, b.y - at.y});
        } else {
            command('q');
            add_numbers(text, {m.x - at.x, m.y - at.y, b.x - at.x, b.y - at.y});
        }
        at = b;
    }
    return closed ? text + "z" : text;
}

std::string xml_text(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        if (c == '&')
            escaped += "&amp;";
        else if (c == '<')
            escaped += "&lt;";
        else if (c == '>')
            escaped += "&gt;";
        else if (c == '"')
            escaped += "&quot;";
        else
            escaped += control ? '?' : c;
    }
    return escaped;
}

std::string layer_tag(std::string_view id, std::string_view label) {
    return fmt::format("<g id=\"{}\" inkscape:groupmode=\"layer\" inkscape:label=\"{}\">", id,
                       xml_text(label));
}

}  // namespace allaprima
