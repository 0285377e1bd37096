#include "retouching/edit_strokes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

namespace allaprima {
namespace {

/// To which of the passes each stroke belongs; empty: it is removed.
using PassOfEach = std::vector<std::optional<size_t>>;

PassOfEach passes_now(const Plan& plan) {
    PassOfEach passes;
    passes.reserve(plan.strokes.size());
    for (size_t pass = 0; pass < plan.passes.size(); ++pass)
        passes.insert(passes.end(), static_cast<size_t>(plan.passes[pass].strokes), pass);
    return passes;
}

/// Each stroke can be meant once.
Status check_numbers(const StrokeEdits& edits, size_t strokes) {
    std::vector<int> named = edits.remove;
    for (const StrokeMove& move : edits.move)
        named.push_back(move.stroke);
    std::ranges::sort(named);
    for (size_t i = 0; i < named.size(); ++i) {
        if (named[i] < 0 || static_cast<size_t>(named[i]) >= strokes)
            return Error{
                fmt::format("there is no stroke {}: they are numbered from 0 to {}", named[i], strokes - 1),
                true};
        if (i > 0 && named[i] == named[i - 1])
            return Error{fmt::format("stroke {} is named twice", named[i]), true};
    }
    if (edits.remove.size() == strokes)
        return Error{"no stroke would be left", true};
    return Done{};
}

Result<size_t> pass_named(const Plan& plan, const std::string& name) {
    const auto pass = std::ranges::find(plan.passes, name, &Pass::name);
    if (pass != plan.passes.end())
        return static_cast<size_t>(pass - plan.passes.begin());
    std::vector<std::string> names;
    for (const Pass& known : plan.passes)
        names.push_back(known.name);
    return Error{fmt::format("there is no pass '{}': this painting has {}", name, fmt::join(names, ", ")),
                 true};
}

/// What would be laid as a glaze has other paint than what is laid as body.
Status check_coats(const Pass& from, const Pass& to, int stroke) {
    if (from.coat == to.coat)
        return Done{};
    return Error{
        fmt::format(
            "stroke {} is of the pass '{}', whose paint is laid as {}, and cannot be laid with '{}', as {}",
            stroke, from.name, kCoatWords[static_cast<size_t>(from.coat)], to.name,
            kCoatWords[static_cast<size_t>(to.coat)]),
        true};
}

/// Adds the strokes that stay in a pass, and those that come to it.
void lay_pass(const Plan& plan, const PassOfEach& passes, const std::vector<size_t>& come, size_t pass,
              Plan& edited) {
    const size_t before = edited.strokes.size();
    for (size_t i = 0; i < passes.size(); ++i)
        if (passes[i] == pass)
            edited.strokes.push_back(plan.strokes[i]);
    for (const size_t stroke : come)
        edited.strokes.push_back(plan.strokes[stroke]);
    edited.passes[pass].strokes = static_cast<int>(edited.strokes.size() - before);
}

}  // namespace

Result<Plan> edit_strokes(const Plan& plan, const StrokeEdits& edits) {
    if (const Status numbers = check_numbers(edits, plan.strokes.size()); !numbers)
        return numbers.error();
    PassOfEach passes = passes_now(plan);
    std::vector<std::vector<size_t>> come(plan.passes.size());
    for (const StrokeMove& move : edits.move) {
        const Result<size_t> to = pass_named(plan, move.pass);
        if (!to)
            return to.error();
        const auto stroke = static_cast<size_t>(move.stroke);
        if (const Status fits = check_coats(plan.passes[*passes[stroke]], plan.passes[*to], move.stroke);
            !fits)
            return fits.error();
        passes[stroke].reset();
        come[*to].push_back(stroke);
    }
    for (const int stroke : edits.remove)
        passes[static_cast<size_t>(stroke)].reset();
    Plan edited = plan;
    edited.strokes.clear();
    for (size_t pass = 0; pass < plan.passes.size(); ++pass)
        lay_pass(plan, passes, come[pass], pass, edited);
    return edited;
}

}  // namespace allaprima
