#include "model/brief_settings.h"

#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>

namespace allaprima {
namespace {

/// The number that the whole text spells, within limits.
template <typename Number>
std::optional<Number> number(std::string_view text, Number low, Number high) {
    Number value{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size() || !(value >= low && value <= high))
        return std::nullopt;
    return value;
}

/// Puts a number into the place that `member` finds in the brief.
template <typename Number, typename Member>
auto sets_number(Number low, Number high, Member member) {
    return [=](Brief& brief, std::string_view text) {
        const std::optional<Number> value = number<Number>(text, low, high);
        if (value)
            *member(brief) = *value;
        return value.has_value();
    };
}

bool set_size(Brief& brief, std::string_view text) {
    const size_t cross = text.find_first_of("xX");
    if (cross == std::string_view::npos)
        return false;
    const auto width = number<int>(text.substr(0, cross), 1, kLongestSide);
    const auto height = number<int>(text.substr(cross + 1), 1, kLongestSide);
    if (width && height)
        brief.output = {.size = Size{*width, *height}, .long_side = std::nullopt};
    return width && height;
}

bool set_long_side(Brief& brief, std::string_view text) {
    const auto pixels = number<int>(text, 1, kLongestSide);
    if (pixels)
        brief.output = {.size = std::nullopt, .long_side = *pixels};
    return pixels.has_value();
}

bool set_light(Brief& brief, std::string_view text) {
    const size_t comma = text.find(',');
    if (comma == std::string_view::npos)
        return false;
    const auto azimuth = number<float>(text.substr(0, comma), kLeastAzimuth, kMostAzimuth);
    const auto elevation = number<float>(text.substr(comma + 1), kLowestElevation, kHighestElevation);
    if (azimuth && elevation)
        brief.light = {*azimuth, *elevation};
    return azimuth && elevation;
}

/// Puts the choice that the text is the word for into the place that `member` finds in the brief.
template <typename Words, typename Member>
auto sets_choice(const Words& words, Member member) {
    return [=](Brief& brief, std::string_view text) {
        for (size_t i = 0; i < words.size(); ++i)
            if (text == words[i]) {
                auto& choice = *member(brief);
                choice = static_cast<std::remove_reference_t<decltype(choice)>>(i);
                return true;
            }
        return false;
    };
}

bool set_depth(Brief& brief, std::string_view text) {
    if (text != "8" && text != "16")
        return false;
    brief.depth = text == "8" ? 8 : 16;
    return true;
}

bool set_transparent(Brief& brief, std::string_view) {
    brief.transparency = Transparency::Transparent;
    return true;
}

auto sets_finish(Finish finish) {
    return [finish](Brief& brief, std::string_view) {
        brief.finish = finish;
        return true;
    };
}

std::string from_to(int low, int high) {
    return std::to_string(low) + " to " + std::to_string(high);
}

std::vector<BriefSetting> settings_of_the_plan() {
    return {
        {.name = "strokes",
         .placeholder = "N",
         .range = from_to(1, kMostStrokesAsked),
         .standard = std::to_string(kStandardStrokes),
         .help = "Lay at most so many strokes: few for a bold sketch, many for a close likeness",
         .set = sets_number<int>(1, kMostStrokesAsked, [](Brief& b) { return &b.strokes; })},
        {.name = "seed",
         .placeholder = "S",
         .range = "0 to 18446744073709551615",
         .standard = "1",
         .help = "Another seed gives another painting of the same photograph",
         .set = sets_number<uint64_t>(0, std::numeric_limits<uint64_t>::max(),
                                      [](Brief& b) { return &b.seed; })},
        {.name = "focus",
         .placeholder = "WHAT",
         .range = "auto or none",
         .standard = "auto",
         .help = "What matters more than the rest: 'auto' finds faces, 'none' treats all alike",
         .choices = {kFocusWords.begin(), kFocusWords.end()},
         .set = sets_choice(kFocusWords, [](Brief& b) { return &b.focus; })},
        {.name = "hand",
         .placeholder = "HAND",
         .range = "painterly or faithful",
         .standard = "painterly",
         .help =
             "Whose strokes: 'painterly' lays them as a painter does, 'faithful' lets nothing but likeness "
             "count, everywhere alike",
         .choices = {kHandWords.begin(), kHandWords.end()},
         .set = sets_choice(kHandWords, [](Brief& b) { return &b.hand; })},
        {.name = "plan-size",
         .placeholder = "PX",
         .range = from_to(kSmallestPlanSize, kLargestPlanSize),
         .standard = "512 to 2048, by the number of strokes",
         .help = "Long side at which the strokes are planned; finer takes longer",
         .set = sets_number<int>(kSmallestPlanSize, kLargestPlanSize, [](Brief& b) { return &b.plan_size; })},
        {.name = "target-psnr",
         .placeholder = "DB",
         .range = "1 to 100",
         .help = "Stop once the plan is as near to the photograph as this, in decibels",
         .set = sets_number<double>(kFaintestLikeness, kClosestLikeness,
                                    [](Brief& b) { return &b.target_psnr; })},
        {.name = "time",
         .placeholder = "SECONDS",
         .range = "0.01 to 1000000",
         .help = "Stop planning after so long; the strokes found by then are painted",
         .set = sets_number<double>(kShortestTime, kLongestTime, [](Brief& b) { return &b.seconds; })},
        {.name = "transparent",
         .help = "Leave transparent parts of the photograph transparent, instead of bare ground",
         .set = set_transparent},
    };
}

std::vector<BriefSetting> settings_of_the_picture() {
    return {
        {.name = "long",
         .placeholder = "PX",
         .range = from_to(1, kLongestSide),
         .standard = std::to_string(kStandardLongSide),
         .help = "Long side of the picture in pixels; the other side follows",
         .against = {"size"},
         .of_rendering = true,
         .set = set_long_side},
        {.name = "size",
         .placeholder = "WxH",
         .range = "like 1600x1200, each side " + from_to(1, kLongestSide),
         .help = "Exactly this size in pixels; where the shape differs, bare canvas fills the rest",
         .against = {"long"},
         .of_rendering = true,
         .set = set_size},
        {.name = "depth",
         .placeholder = "BITS",
         .range = "8 or 16",
         .standard = "8 in PNG and JPEG, 16 in TIFF and EXR",
         .help = "Bits of a channel: 16 makes a PNG without banding; the other formats hold only their own",
         .choices = {"8", "16"},
         .of_rendering = true,
         .set = set_depth},
        {.name = "lit",
         .help = "Show the relief of the paint under a light, as paintings are unless asked otherwise",
         .against = {"unlit", "flat"},
         .of_rendering = true,
         .set = sets_finish(Finish::Lit)},
        {.name = "unlit",
         .help = "Show the paint's colours alone, without relief",
         .against = {"lit", "flat"},
         .of_rendering = true,
         .set = sets_finish(Finish::Unlit)},
        {.name = "flat",
         .help = "Show the plan as it was computed: soft strokes without bristles or light",
         .against = {"lit", "unlit"},
         .of_rendering = true,
         .set = sets_finish(Finish::Flat)},
        {.name = "light",
         .placeholder = "AZ,EL",
         .range = "azimuth 0 to 360 and elevation 5 to 90",
         .standard = "315,40",
         .help = "Degrees the light comes from: azimuth (0 above, 90 right) and elevation (low rakes, 90 "
                 "head-on)",
         .of_rendering = true,
         .set = set_light},
    };
}

}  // namespace

std::vector<BriefSetting> brief_settings() {
    std::vector<BriefSetting> settings = settings_of_the_plan();
    for (BriefSetting& setting : settings_of_the_picture())
        settings.push_back(std::move(setting));
    return settings;
}

Status apply(const BriefSetting& setting, std::string_view text, Brief& brief) {
    if (setting.set(brief, text))
        return Done{};
    return Error{setting.name + " must be " + setting.range + ", not '" + std::string(text) + "'", true};
}

Brief settled(Brief brief) {
    if (brief.strokes == 0)
        brief.strokes = brief.target_psnr ? kMostStrokesAsked : kStandardStrokes;
    if (brief.hand == HandName::Faithful)
        brief.focus = Focus::None;
    return brief;
}

}  // namespace allaprima
