#include "engine/bound_size.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "engine/canvas_shape.h"
#include "model/brief_settings.h"

namespace allaprima {

bool name_a_size(const Wishes& wishes) {
    constexpr std::array<std::string_view, 5> kSizes{"size", "long", "width", "height", "dpi"};
    return std::ranges::any_of(
        wishes, [&](const Wish& wish) { return std::ranges::find(kSizes, wish.setting) != kSizes.end(); });
}

std::optional<std::string> bound_size(Vec2 canvas, OutputSize& output, const std::string& word) {
    const Size asked = picture_size(canvas, output);
    if (asked.long_side() <= kStandardLongSide)
        return std::nullopt;
    const double share = static_cast<double>(kStandardLongSide) / asked.long_side();
    const auto side = [share](int pixels) {
        return std::max(1, static_cast<int>(std::lround(pixels * share)));
    };
    output = OutputSize{};
    output.size = Size{side(asked.width), side(asked.height)};
    return fmt::format(
        "the painting file asks for {} x {} pixels, and only the file does: {} x {} are made; for all "
        "of them say {}",
        asked.width, asked.height, output.size->width, output.size->height,
        word.empty() ? fmt::format("--long {}", asked.long_side()) : word);
}

}  // namespace allaprima
