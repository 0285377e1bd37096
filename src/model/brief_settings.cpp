#include "model/brief_settings.h"

#include <algorithm>
#include <utility>

#include "model/brief_fields.h"
#include "model/brief_rules.h"
#include "model/declared_settings.h"
#include "model/picture_settings.h"
#include "model/scene_settings.h"

namespace allaprima {
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
                make_room_for(name, brief);
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
            {"photograph", "What is done to the photograph before it is painted"},
            {"canvas", "What it is painted on, and how large that is"},
            {"paint", "What it is painted with"},
            {"hand", "Who paints it"},
            {"subject", "The figure that it is of"},
            {"background", "What stands behind the subject"},
            {"see", "What is seen and is not there, or was overlooked, or is to have a name",
             BriefTable::Kind::See},
            {"focus", "What counts more than the rest, or less", BriefTable::Kind::Focus},
            {"motif", "Further pictures that are painted into the background, the farthest first",
             BriefTable::Kind::Motif},
            {"spatter", "Paint thrown at the picture", BriefTable::Kind::Spatter},
            {"signature", "The painter's name, painted"},
            {"output", "How the painting is shown"}};
}

}  // namespace allaprima
