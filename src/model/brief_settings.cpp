#include "model/brief_settings.h"

#include <algorithm>
#include <utility>

#include "model/brief_fields.h"
#include "model/declared_settings.h"
#include "model/picture_settings.h"
#include "model/scene_settings.h"

namespace allaprima {
namespace {

/// What was asked for before, and cannot hold beside what is asked for now.
void give_way(const std::string& name, Brief& brief) {
    OutputSize& output = brief.output;
    if (name == "mask")
        brief.subject.marks.clear();
    if (name == "signature")
        brief.signature.file.clear();
    if (name == "size") {
        output.long_side.reset();
        output.width_mm.reset();
        output.height_mm.reset();
    }
    if (name == "long" || name == "width" || name == "height")
        output.size.reset();
    if (name == "width" || name == "height")
        output.long_side.reset();
}

}  // namespace

std::vector<BriefSetting> brief_settings() {
    std::vector<BriefSetting> settings = settings_of_fields<Brief>();
    // The canvas before the picture: what is asked of one must not make the other give way.
    const std::vector<BriefTable> tables = brief_tables();
    std::ranges::stable_sort(settings, {}, [&](const BriefSetting& setting) {
        return std::ranges::find(tables, setting.table, &BriefTable::name) - tables.begin();
    });
    for (BriefSetting& setting : settings)
        setting.set = [name = setting.name, set = setting.set](Brief& brief, std::string_view text) {
            const bool done = set(brief, text);
            if (done)
                give_way(name, brief);
            return done;
        };
    return joined(joined(std::move(settings), ways_to_show()), ways_to_ask_for_parts());
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
            .set = [](std::string& photo, std::string_view text) {
                const bool named = !text.empty() && text.size() <= kLongestText;
                if (named)
                    photo = text;
                return named;
            }};
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
        return Error{"a print's length, 'long' and 'dpi' cannot be used together: leave one of them out",
                     true};
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
