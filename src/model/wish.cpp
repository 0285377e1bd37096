#include "model/wish.h"

#include <algorithm>

#include "model/brief_rules.h"
#include "model/brief_settings.h"

namespace allaprima {
namespace {

template <typename Of>
const Setting<Of>* find(const std::vector<Setting<Of>>& settings, const std::string& name) {
    const auto found = std::ranges::find(settings, name, &Setting<Of>::name);
    return found == settings.end() ? nullptr : &*found;
}

template <typename Of>
Status ask_each(const Wishes& wishes, const std::vector<Setting<Of>>& settings, Of& of) {
    for (const Wish& wish : wishes) {
        const Setting<Of>* setting = find(settings, wish.setting);
        if (!setting)
            return Error{"there is no setting '" + wish.setting + "'", true};
        if (Status asked = apply(*setting, wish.text, of); !asked)
            return asked;
    }
    return Done{};
}

}  // namespace

Status ask(const Wishes& wishes, Brief& brief) {
    return ask_each(wishes, brief_settings(), brief);
}

Status ask(const Wishes& wishes, ExportSettings& settings) {
    return ask_each(wishes, export_settings(), settings);
}

Status check_wishes(const Wishes& wishes) {
    Brief asked;
    if (Status possible = ask(wishes, asked); !possible)
        return possible;
    return check_whole(asked);
}

const ExportSetting* find_export_setting(const std::string& name) {
    return find(export_settings(), name);
}

}  // namespace allaprima
