#include "model/picture_settings.h"

#include "model/setting_values.h"

namespace allaprima {
namespace {

/// What each finish shows, in their order.
constexpr std::array kFinishHelp{"Show the relief of the paint under a light, as is usual",
                                 "Show the paint's colours alone, without relief",
                                 "Show the plan as it was computed: soft strokes without bristles or light",
                                 "Write the height of the paint instead of its colours: a height map",
                                 "Write which way the surface faces instead of colours: a normal map"};
static_assert(kFinishHelp.size() == kFinishWords.size());

BriefSetting switch_for(size_t finish) {
    std::vector<std::string> others = setting_values::list_of(kFinishWords);
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(finish));
    return {.name = kFinishWords[finish],
            .help = kFinishHelp[finish],
            .against = others,
            .of_rendering = true,
            .in_file = false,
            .form = Form::Switch,
            .set = [finish](Brief& brief, std::string_view) {
                brief.finish = static_cast<Finish>(finish);
                return true;
            }};
}

}  // namespace

std::vector<BriefSetting> ways_to_show() {
    std::vector<BriefSetting> ways;
    for (size_t finish = 0; finish < kFinishWords.size(); ++finish)
        ways.push_back(switch_for(finish));
    return ways;
}

}  // namespace allaprima
