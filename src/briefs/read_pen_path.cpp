#include "briefs/read_pen_path.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <pugixml.hpp>

#include "briefs/path_data.h"
#include "briefs/toml_file.h"

namespace allaprima {
namespace {

/// Elements in elements, deeper than any drawing.
constexpr int kDeepest = 100;

/// x' = a x + c y + e, y' = b x + d y + f, as SVG writes it.
struct Affine {
    float a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    Vec2 operator()(Vec2 p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
    /// First `inner`, then this.
    Affine after(const Affine& inner) const {
        const Vec2 x = (*this)({inner.a, inner.b}), y = (*this)({inner.c, inner.d}),
                   at = (*this)({inner.e, inner.f});
        return {x.x - e, x.y - f, y.x - e, y.y - f, at.x, at.y};
    }
    bool finite() const {
        return std::isfinite(a) && std::isfinite(b) && std::isfinite(c) && std::isfinite(d) &&
               std::isfinite(e) && std::isfinite(f);
    }
};

/// Nothing for what is not known.
bool apply(std::string_view name, const std::vector<float>& n, Affine& to) {
    if (name == "matrix" && n.size() == 6)
        to = to.after({n[0], n[1], n[2], n[3], n[4], n[5]});
    else if (name == "translate" && (n.size() == 1 || n.size() == 2))
        to = to.after({1, 0, 0, 1, n[0], n.size() == 2 ? n[1] : 0});
    else if (name == "scale" && (n.size() == 1 || n.size() == 2))
        to = to.after({n[0], 0, 0, n.size() == 2 ? n[1] : n[0], 0, 0});
    else
        return false;
    return to.finite();
}

/// Follows "translate(1, 2) scale(3)"; false for what is not known.
bool apply_all(std::string_view text, Affine& to) {
    constexpr std::string_view kSeparators = " ,\t\r\n";
    while (true) {
        const size_t begin = text.find_first_not_of(kSeparators);
        if (begin == std::string_view::npos)
            return true;
        text.remove_prefix(begin);
        const size_t open = text.find('(');
        if (open == std::string_view::npos)
            return false;
        std::string_view name = text.substr(0, open);
        name = name.substr(0, name.find_last_not_of(kSeparators) + 1);
        text.remove_prefix(open + 1);
        const std::vector<float> numbers = leading_numbers(text, 6);
        const size_t close = text.find_first_not_of(kSeparators);
        if (close == std::string_view::npos || text[close] != ')' || !apply(name, numbers, to))
            return false;
        text.remove_prefix(close + 1);
    }
}

bool draws_nothing(std::string_view element) {
    constexpr std::array kHidden{"defs", "symbol", "clipPath", "mask", "marker", "pattern"};
    return std::ranges::find(kHidden, element) != kHidden.end();
}

/// Collects the paths of an element and of all in it.
class Drawing {
  public:
    explicit Drawing(const std::string& name) : name_(name) {}

    Status read(const pugi::xml_node& element, Affine transform, int depth) {
        if (depth > kDeepest)
            return fault(fmt::format("its elements are nested more than {} deep", kDeepest));
        if (!apply_all(element.attribute("transform").value(), transform))
            return fault(
                fmt::format("the transform '{:.60}' is not matrix, translate or scale; apply it to the "
                            "paths",
                            element.attribute("transform").value()));
        if (std::string_view(element.name()) == "path")
            if (const Status drawn = draw(element.attribute("d").value(), transform); !drawn)
                return drawn;
        for (const pugi::xml_node& child : element.children())
            if (child.type() == pugi::node_element && !draws_nothing(child.name()))
                if (const Status drawn = read(child, transform, depth + 1); !drawn)
                    return drawn;
        return Done{};
    }

    Result<std::vector<PenPath>> paths() {
        if (paths_.empty())
            return fault("it has no path that can be drawn").error();
        return std::move(paths_);
    }

  private:
    Status fault(const std::string& what) const { return Error{fmt::format("{}: {}", name_, what), true}; }

    Status draw(const char* data, const Affine& transform) {
        const Result<std::vector<PenPath>> lines = pen_paths_from_data(data);
        ++number_;
        if (!lines)
            return fault(fmt::format("path {}: {}", number_, lines.error().message));
        for (PenPath line : *lines) {
            for (Path& curve : line.curves)
                for (Vec2& p : curve.points) {
                    p = transform(p);
                    if (!(std::fabs(p.x) <= kFarthest && std::fabs(p.y) <= kFarthest))
                        return fault(fmt::format("path {} is drawn absurdly far away", number_));
                }
            curves_ += line.curves.size();
            paths_.push_back(std::move(line));
        }
        if (curves_ > kMostPenCurves)
            return fault(fmt::format("it has more than {} curves", kMostPenCurves));
        return Done{};
    }

    static constexpr float kFarthest = 1e9f;
    const std::string& name_;
    std::vector<PenPath> paths_;
    size_t curves_ = 0;
    int number_ = 0;
};

}  // namespace

Result<std::vector<PenPath>> pen_paths_from_svg(std::string_view text, const std::string& name) {
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer(text.data(), text.size());
    if (!parsed)
        return Error{
            fmt::format("{}: it is not an SVG: {} at byte {}", name, parsed.description(), parsed.offset),
            true};
    const pugi::xml_node svg = document.document_element();
    if (std::string_view(svg.name()) != "svg")
        return Error{fmt::format("{}: it is not an SVG, but begins with <{:.40}>", name, svg.name()), true};
    Drawing drawing(name);
    if (const Status read = drawing.read(svg, Affine{}, 0); !read)
        return read.error();
    return drawing.paths();
}

Result<std::vector<PenPath>> read_pen_paths(const std::string& file) {
    const Result<std::string> text = read_text_file(file, {"an .svg", "signatures"});
    if (!text)
        return text.error();
    return pen_paths_from_svg(*text, file);
}

}  // namespace allaprima
