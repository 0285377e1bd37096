#include "exporting/stroke_facts.h"

#include <algorithm>

namespace allaprima {

Pressure pressure_of(const Stroke& stroke) {
    const float hardest = std::max(stroke.width_start, stroke.width_end);
    return {stroke.width_start / hardest, stroke.width_end / hardest};
}

StrokeFacts::StrokeFacts(const Plan& plan) : plan_(plan) {
    if (!plan.materials.palette.plain())
        book_.emplace(plan.materials.palette);
    if (!plan.passes.empty())
        pass_end_ = static_cast<size_t>(plan.passes.front().strokes);
}

size_t StrokeFacts::pass_of(size_t stroke) {
    while (stroke >= pass_end_ && pass_ + 1 < plan_.passes.size())
        pass_end_ += static_cast<size_t>(plan_.passes[++pass_].strokes);
    return pass_;
}

std::optional<WholeParts> StrokeFacts::parts_of(const Stroke& stroke) {
    if (!book_)
        return std::nullopt;
    const Shares& shares = stroke.paint.shares;
    const auto known = parts_.find(shares);
    if (known != parts_.end())
        return known->second;
    std::optional<WholeParts> parts;
    if (std::ranges::any_of(shares, [](float share) { return share > 0.0f; }))
        parts = whole_parts(*book_, {.shares = shares, .colour = book_->shown(shares)});
    parts_.emplace(shares, parts);
    return parts;
}

Rgb StrokeFacts::look_of(const Stroke& stroke) {
    const Shares& shares = stroke.paint.shares;
    if (!book_ || std::ranges::none_of(shares, [](float share) { return share > 0.0f; }))
        return stroke.paint.colour;
    const auto [known, fresh] = looks_.try_emplace(shares);
    if (fresh)
        known->second = book_->shown(shares);
    return known->second;
}

}  // namespace allaprima
