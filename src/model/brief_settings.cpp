#include "model/brief_settings.h"

#include <cstdint>
#include <limits>

#include "image/colour.h"
#include "model/part_settings.h"
#include "model/picture_settings.h"
#include "model/scene_settings.h"
#include "model/setting_values.h"

namespace allaprima {
namespace {

using namespace setting_values;

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

bool set_transparent(Brief& brief, std::string_view text) {
    brief.transparency = text == "true" ? Transparency::Transparent : Transparency::Ground;
    return true;
}

std::vector<BriefSetting> settings_of_the_plan() {
    return {
        {.name = "strokes",
         .placeholder = "N",
         .range = from_to(1, kMostStrokesAsked),
         .standard = std::to_string(kStandardStrokes),
         .help = "Lay at most so many strokes: few for a bold sketch, many for a close likeness",
         .form = Form::Number,
         .set = sets_number<int>(1, kMostStrokesAsked, [](Brief& b) { return &b.strokes; })},
        {.name = "seed",
         .placeholder = "S",
         .range = "0 to 18446744073709551615",
         .standard = "1",
         .help = "Another seed gives another painting of the same photograph",
         .form = Form::Number,
         .set = sets_number<uint64_t>(0, std::numeric_limits<uint64_t>::max(),
                                      [](Brief& b) { return &b.seed; })},
        {.name = "focus",
         .placeholder = "WHAT",
         .range = "auto or none",
         .standard = "auto",
         .help = "What matters more than the rest: 'auto' finds faces, 'none' treats all alike",
         .choices = list_of(kFocusWords),
         .table = "subject",
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
         .table = "hand",
         .key = "name",
         .files = Files::Perhaps,
         .set = sets_text(kLongestText, [](Brief& b) { return &b.hand; })},
        {.name = "plan-size",
         .placeholder = "PX",
         .range = from_to(kSmallestPlanSize, kLargestPlanSize),
         .standard = "512 to 2048, by the number of strokes",
         .help = "Long side at which the strokes are planned; finer takes longer",
         .form = Form::Number,
         .example = "1024",
         .set = sets_number<int>(kSmallestPlanSize, kLargestPlanSize, [](Brief& b) { return &b.plan_size; })},
        {.name = "target-psnr",
         .placeholder = "DB",
         .range = "1 to 100",
         .help = "Stop once the plan is as near to the photograph as this, in decibels",
         .form = Form::Number,
         .example = "28",
         .set = sets_number<double>(kFaintestLikeness, kClosestLikeness,
                                    [](Brief& b) { return &b.target_psnr; })},
        {.name = "time",
         .placeholder = "SECONDS",
         .range = "0.01 to 1000000",
         .help = "Stop planning after so long; the strokes found by then are painted",
         .form = Form::Number,
         .example = "60",
         .set = sets_number<double>(kShortestTime, kLongestTime, [](Brief& b) { return &b.seconds; })},
        {.name = "transparent",
         .standard = "false",
         .help = "Leave transparent parts of the photograph transparent, instead of bare ground",
         .table = "canvas",
         .form = Form::Switch,
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
         .table = "paint",
         .files = Files::Perhaps,
         .example = "zorn",
         .set = sets_text(kLongestText, [](Brief& b) { return &b.palette; })},
        {.name = "brush",
         .placeholder = "BRUSH[,BRUSH…]",
         .range = "flat, filbert, round, fan, rigger, knife, or files",
         .standard = "the hand's",
         .help = "One brush for everything, or one for each pass in its order: block-in, form, detail, "
                 "accents; 'auto' is the hand's",
         .choices = {"auto", "flat", "filbert", "round", "fan", "rigger", "knife"},
         .table = "paint",
         .files = Files::Perhaps,
         .example = "filbert",
         .set = sets_text(kLongestText, [](Brief& b) { return &b.brush; })},
        {.name = "wetness",
         .placeholder = "SHARE",
         .range = "0 to 1",
         .standard = "the hand's",
         .help = "How wet the paint is that is painted into: 0 dry, layer over layer; 1 soup",
         .table = "paint",
         .form = Form::Number,
         .example = "0.5",
         .set = sets_number<float>(0.0f, 1.0f, [](Brief& b) { return &b.wetness; })},
        {.name = "scumbles",
         .placeholder = "SHARE",
         .range = "0 to 0.4",
         .standard = "the hand's",
         .help =
             "Share of the strokes that are dragged thinly over the dry painting where it is to be lighter",
         .table = "paint",
         .form = Form::Number,
         .example = "0.1",
         .set = sets_number<float>(0.0f, kMostOfACoat, [](Brief& b) { return &b.scumbles; })},
        {.name = "glazes",
         .placeholder = "SHARE",
         .range = "0 to 0.4",
         .standard = "the hand's",
         .help = "Share of the strokes that are laid last as thin films where it is to be deeper",
         .table = "paint",
         .form = Form::Number,
         .example = "0.1",
         .set = sets_number<float>(0.0f, kMostOfACoat, [](Brief& b) { return &b.glazes; })},
        {.name = "canvas",
         .placeholder = "KIND",
         .range = "linen, cotton, panel or paper",
         .standard = "the hand's",
         .help = "What is painted on",
         .choices = list_of(kSupportWords),
         .table = "canvas",
         .key = "kind",
         .example = "cotton",
         .set = sets_choice(kSupportWords, [](Brief& b) { return &b.support; })},
        {.name = "ground",
         .placeholder = "COLOUR",
         .range = names_of_grounds() + "or #rrggbb",
         .standard = "the hand's, or the photograph's mean colour",
         .help = "Colour of the primed canvas, which shows where paint is thin",
         .table = "canvas",
         .example = "burnt umber",
         .set = set_ground},
    };
}

}  // namespace

std::vector<BriefSetting> brief_settings() {
    std::vector<BriefSetting> settings = settings_of_the_plan();
    for (const auto& more : {scene_settings(), settings_of_the_materials(), picture_settings()})
        settings.insert(settings.end(), more.begin(), more.end());
    return settings;
}

std::vector<BriefSetting> brief_settings_in(const std::string& table) {
    std::vector<BriefSetting> settings = brief_settings();
    std::erase_if(settings, [&](const BriefSetting& s) { return !s.in_file || s.table != table; });
    return settings;
}

Setting<std::string> photo_setting() {
    return {.name = "photo",
            .placeholder = "PHOTO",
            .range = "a photograph's file",
            .help = "The photograph to paint",
            .files = Files::Always,
            .required = true,
            .example = "sitter.jpg",
            .set = sets_text(kLongestText, [](std::string& photo) { return &photo; })};
}

std::vector<BriefTable> brief_tables() {
    return {{"", "What is painted, and in how many strokes"},
            {"canvas", "What it is painted on, and how large that is"},
            {"paint", "What it is painted with"},
            {"hand", "Who paints it"},
            {"subject", "The figure that it is of"},
            {"background", "What stands behind the subject"},
            {"focus", "What counts more than the rest, or less", BriefTable::Kind::Focus},
            {"motif", "Further pictures that are painted into the background, the farthest first",
             BriefTable::Kind::Motif},
            {"spatter", "Paint thrown at the picture", BriefTable::Kind::Spatter},
            {"signature", "The painter's name, painted"},
            {"output", "How the painting is shown"}};
}

Status check_whole(const Brief& brief) {
    const auto many = [](const char* what, size_t most) {
        return Error{"there can be at most " + std::to_string(most) + " " + what, true};
    };
    if (brief.marks.size() > kMostFocusMarks)
        return many("parts in focus", kMostFocusMarks);
    if (brief.motifs.size() > kMostMotifs)
        return many("motifs", kMostMotifs);
    if (brief.spatters.size() > kMostSpatters)
        return many("spatters", kMostSpatters);
    const OutputSize& output = brief.output;
    if (output.long_side && output.dpi && (output.width_mm || output.height_mm))
        return Error{"a print's length, 'long' and 'dpi' are one too many: leave one of them out", true};
    return Done{};
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
