#include "model/brief_settings.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>

#include "image/colour.h"

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

/// A length such as "60cm", "600mm" or "24in", in millimetres; a bare number is centimetres.
std::optional<double> length_mm(std::string_view text) {
    struct Unit {
        std::string_view name;
        double mm;
    };
    for (const Unit& unit : {Unit{"mm", 1.0}, Unit{"cm", 10.0}, Unit{"in", 25.4}, Unit{"", 10.0}})
        if (text.ends_with(unit.name)) {
            const std::string_view digits = text.substr(0, text.size() - unit.name.size());
            const auto value = number<double>(digits, kSmallestPrint / unit.mm, kLargestPrint / unit.mm);
            return value ? std::optional(*value * unit.mm) : std::nullopt;
        }
    return std::nullopt;
}

/// Puts a length of the print into the place that `member` finds; pixels that were asked for before give way.
template <typename Member>
auto sets_length(Member member) {
    return [=](Brief& brief, std::string_view text) {
        const std::optional<double> mm = length_mm(text);
        if (mm) {
            brief.output.size.reset();
            brief.output.long_side.reset();
            brief.output.*member = *mm;
        }
        return mm.has_value();
    };
}

/// The grounds that painters know by name, sRGB-encoded.
struct NamedGround {
    const char* name;
    Rgb colour;
};
constexpr std::array kGrounds = {
    NamedGround{"white", {0.95f, 0.945f, 0.925f}},      NamedGround{"grey", {0.55f, 0.55f, 0.54f}},
    NamedGround{"yellow ochre", {0.78f, 0.60f, 0.34f}}, NamedGround{"burnt sienna", {0.55f, 0.30f, 0.20f}},
    NamedGround{"burnt umber", {0.40f, 0.29f, 0.22f}},  NamedGround{"raw umber", {0.47f, 0.40f, 0.30f}},
    NamedGround{"green earth", {0.50f, 0.56f, 0.46f}},  NamedGround{"black", {0.12f, 0.115f, 0.11f}}};

std::string names_of_grounds() {
    std::string names;
    for (const NamedGround& ground : kGrounds)
        names += std::string(ground.name) + ", ";
    return names;
}

bool set_ground(Brief& brief, std::string_view text) {
    for (const NamedGround& ground : kGrounds)
        if (text == ground.name) {
            brief.ground = ground.colour;
            return true;
        }
    const std::optional<Rgb> colour = srgb_from_hex(text);
    if (colour)
        brief.ground = *colour;
    return colour.has_value();
}

/// Takes any text that is not empty nor absurdly long.
template <typename Member>
auto sets_text(Member member) {
    return [=](Brief& brief, std::string_view text) {
        if (text.empty() || text.size() > kLongestText)
            return false;
        brief.*member = std::string(text);
        return true;
    };
}

/// What was asked for in centimetres before gives way.
void set_pixels(Brief& brief, std::optional<Size> size, std::optional<int> long_side) {
    brief.output.size = size;
    brief.output.long_side = long_side;
    brief.output.width_mm.reset();
    brief.output.height_mm.reset();
}

bool set_size(Brief& brief, std::string_view text) {
    const size_t cross = text.find_first_of("xX");
    if (cross == std::string_view::npos)
        return false;
    const auto width = number<int>(text.substr(0, cross), 1, kLongestSide);
    const auto height = number<int>(text.substr(cross + 1), 1, kLongestSide);
    if (width && height)
        set_pixels(brief, Size{*width, *height}, std::nullopt);
    return width && height;
}

bool set_long_side(Brief& brief, std::string_view text) {
    const auto pixels = number<int>(text, 1, kLongestSide);
    if (pixels)
        set_pixels(brief, std::nullopt, *pixels);
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

/// The type of a member of a brief, or of what it may hold.
template <typename T>
struct ValueOf {
    using type = T;
};
template <typename T>
struct ValueOf<std::optional<T>> {
    using type = T;
};

/// Puts the choice that the text is the word for into the place that `member` finds in the brief.
template <typename Words, typename Member>
auto sets_choice(const Words& words, Member member) {
    return [=](Brief& brief, std::string_view text) {
        for (size_t i = 0; i < words.size(); ++i)
            if (text == words[i]) {
                auto& choice = *member(brief);
                choice = static_cast<typename ValueOf<std::remove_reference_t<decltype(choice)>>::type>(i);
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
         .range =
             "painterly, faithful, bravura, impressionist, expressionist, divisionist, tenebrist, knife, "
             "sketch, or a file",
         .standard = "painterly",
         .help = "Whose strokes, and whose eye for colour; 'allaprima hand list' tells what each is like",
         .choices = {"painterly", "faithful", "bravura", "impressionist", "expressionist", "divisionist",
                     "tenebrist", "knife", "sketch"},
         .set = sets_text(&Brief::hand)},
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

std::vector<BriefSetting> settings_of_the_materials() {
    return {
        {.name = "palette",
         .placeholder = "PALETTE",
         .range = "rgb, zorn, limited, impressionist, vangogh, full, auto:3 to auto:16, names of pigments "
                  "with commas between, or a file",
         .standard = "the hand's",
         .help = "The tubes to paint with; 'auto:6' takes the six that mix this picture best, 'rgb' is plain "
                 "colour without pigments",
         .choices = {"rgb", "zorn", "limited", "impressionist", "vangogh", "full", "auto:6"},
         .set = sets_text(&Brief::palette)},
        {.name = "brush",
         .placeholder = "BRUSH[,BRUSH…]",
         .range = "flat, filbert, round, fan, rigger, knife, or files",
         .standard = "the hand's",
         .help = "One brush for everything, or one for each pass in its order: block-in, form, detail, "
                 "accents; 'auto' is the hand's",
         .choices = {"auto", "flat", "filbert", "round", "fan", "rigger", "knife"},
         .set = sets_text(&Brief::brush)},
        {.name = "wetness",
         .placeholder = "SHARE",
         .range = "0 to 1",
         .standard = "the hand's",
         .help = "How wet the paint is that is painted into: 0 dry, layer over layer; 1 soup",
         .set = sets_number<float>(0.0f, 1.0f, [](Brief& b) { return &b.wetness; })},
        {.name = "scumbles",
         .placeholder = "SHARE",
         .range = "0 to 0.4",
         .standard = "the hand's",
         .help =
             "Share of the strokes that are dragged thinly over the dry painting where it is to be lighter",
         .set = sets_number<float>(0.0f, kMostOfACoat, [](Brief& b) { return &b.scumbles; })},
        {.name = "glazes",
         .placeholder = "SHARE",
         .range = "0 to 0.4",
         .standard = "the hand's",
         .help = "Share of the strokes that are laid last as thin films where it is to be deeper",
         .set = sets_number<float>(0.0f, kMostOfACoat, [](Brief& b) { return &b.glazes; })},
        {.name = "canvas",
         .placeholder = "KIND",
         .range = "linen, cotton, panel or paper",
         .standard = "the hand's",
         .help = "What is painted on",
         .choices = {kSupportWords.begin(), kSupportWords.end()},
         .set = sets_choice(kSupportWords, [](Brief& b) { return &b.support; })},
        {.name = "ground",
         .placeholder = "COLOUR",
         .range = names_of_grounds() + "or #rrggbb",
         .standard = "the hand's, or the photograph's mean colour",
         .help = "Colour of the primed canvas, which shows where paint is thin",
         .set = set_ground},
    };
}

std::vector<BriefSetting> settings_of_the_picture() {
    return {
        {.name = "width",
         .placeholder = "LENGTH",
         .range = "1cm to 2000cm, like 60cm, 600mm or 24in",
         .help = "Width of the canvas and of its print; the height follows",
         .of_rendering = true,
         .set = sets_length(&OutputSize::width_mm)},
        {.name = "height",
         .placeholder = "LENGTH",
         .range = "1cm to 2000cm, like 60cm, 600mm or 24in",
         .help = "Height of the canvas and of its print; with --width, bare canvas fills what is left over",
         .of_rendering = true,
         .set = sets_length(&OutputSize::height_mm)},
        {.name = "dpi",
         .placeholder = "N",
         .range = "10 to 4800",
         .standard = "300, for a print",
         .help = "Pixels to an inch of the print; the picture's file says so",
         .of_rendering = true,
         .set =
             [](Brief& brief, std::string_view text) {
                 const auto dpi = number<double>(text, kFewestDpi, kMostDpi);
                 if (dpi)
                     brief.output.dpi = *dpi;
                 return dpi.has_value();
             }},
        {.name = "long",
         .placeholder = "PX",
         .range = from_to(1, kLongestSide),
         .standard = std::to_string(kStandardLongSide),
         .help = "Long side of the picture in pixels; the other side follows",
         .against = {"size", "width", "height"},
         .of_rendering = true,
         .set = set_long_side},
        {.name = "size",
         .placeholder = "WxH",
         .range = "like 1600x1200, each side " + from_to(1, kLongestSide),
         .help = "Exactly this size in pixels; where the shape differs, bare canvas fills the rest",
         .against = {"long", "width", "height"},
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
         .against = {"unlit", "flat", "relief", "normals"},
         .of_rendering = true,
         .set = sets_finish(Finish::Lit)},
        {.name = "unlit",
         .help = "Show the paint's colours alone, without relief",
         .against = {"lit", "flat", "relief", "normals"},
         .of_rendering = true,
         .set = sets_finish(Finish::Unlit)},
        {.name = "flat",
         .help = "Show the plan as it was computed: soft strokes without bristles or light",
         .against = {"lit", "unlit", "relief", "normals"},
         .of_rendering = true,
         .set = sets_finish(Finish::Flat)},
        {.name = "relief",
         .help = "Write the height of the paint instead of its colours: a height map",
         .against = {"lit", "unlit", "flat", "normals"},
         .of_rendering = true,
         .set = sets_finish(Finish::Relief)},
        {.name = "normals",
         .help = "Write which way the surface faces instead of colours: a normal map",
         .against = {"lit", "unlit", "flat", "relief"},
         .of_rendering = true,
         .set = sets_finish(Finish::Normals)},
        {.name = "light",
         .placeholder = "AZ,EL",
         .range = "azimuth 0 to 360 and elevation 5 to 90",
         .standard = "315,40",
         .help = "Degrees the light comes from: azimuth (0 above, 90 right) and elevation (low rakes, 90 "
                 "head-on)",
         .of_rendering = true,
         .set = set_light},
        {.name = "icc",
         .placeholder = "PROFILE",
         .range = "an ICC profile's file: RGB, CMYK or grey",
         .standard = "sRGB",
         .help = "Convert the picture for this printer or screen, and tell what it cannot show",
         .of_rendering = true,
         .set = sets_text(&Brief::icc)},
        {.name = "intent",
         .placeholder = "INTENT",
         .range = "perceptual, relative, saturation or absolute",
         .standard = "relative",
         .help = "What becomes of colours that the profile's device cannot show",
         .choices = {kIntentWords.begin(), kIntentWords.end()},
         .of_rendering = true,
         .set = sets_choice(kIntentWords, [](Brief& b) { return &b.intent; })},
    };
}

}  // namespace

std::vector<BriefSetting> brief_settings() {
    std::vector<BriefSetting> settings = settings_of_the_plan();
    for (const auto& more : {settings_of_the_materials(), settings_of_the_picture()})
        settings.insert(settings.end(), more.begin(), more.end());
    return settings;
}

Status apply(const BriefSetting& setting, std::string_view text, Brief& brief) {
    if (setting.set(brief, text))
        return Done{};
    return Error{setting.name + " must be " + setting.range + ", not '" + std::string(text) + "'", true};
}

Brief settled(Brief brief, const Hand& hand) {
    const int usual = hand.strokes >= 1.0f ? static_cast<int>(hand.strokes) : kStandardStrokes;
    if (brief.strokes == 0)
        brief.strokes = brief.target_psnr ? kMostStrokesAsked : usual;
    if (hand.likeness)
        brief.focus = Focus::None;
    if (!brief.ground)
        brief.ground = hand.ground;
    return brief;
}

Hand as_asked(Hand hand, const Brief& brief) {
    hand.palette = brief.palette.value_or(hand.palette);
    if (brief.brush && *brief.brush != "auto")
        hand.brush = *brief.brush;
    hand.wetness = brief.wetness.value_or(hand.wetness);
    hand.scumbles = brief.scumbles.value_or(hand.scumbles);
    hand.glazes = brief.glazes.value_or(hand.glazes);
    if (brief.support)
        hand.canvas = kSupportWords[static_cast<size_t>(*brief.support)];
    if (brief.ground)
        hand.ground = brief.ground;
    return hand;
}

}  // namespace allaprima
