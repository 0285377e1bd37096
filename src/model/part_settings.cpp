#include "model/part_settings.h"

#include <algorithm>

#include "model/declared_settings.h"
#include "model/part_fields.h"

namespace allaprima {
namespace {

template <typename Of>
const Setting<Of>& setting_named(std::string_view name, const std::vector<Setting<Of>>& settings) {
    return *std::find_if(settings.begin(), settings.end(), [&](const auto& s) { return s.name == name; });
}

/// Gives each part of "a:b:c", at most as many as there are names, to the setting of that name.
template <typename Of>
bool apply_parts(std::string_view text, const std::vector<Setting<Of>>& settings,
                 std::initializer_list<const char*> names, Of& of) {
    for (const char* name : names) {
        const size_t colon = text.find(':');
        if (!setting_named(name, settings).set(of, text.substr(0, colon)))
            return false;
        if (colon == std::string_view::npos)
            return true;
        text.remove_prefix(colon + 1);
    }
    return false;
}

/// Takes the last field off "a:b:c" when the setting allows it.
template <typename Of>
bool take_last(std::string_view name, const std::vector<Setting<Of>>& settings, std::string_view& text,
               Of& of) {
    const size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || !setting_named(name, settings).set(of, text.substr(colon + 1)))
        return false;
    text = text.substr(0, colon);
    return true;
}

}  // namespace

std::vector<Setting<FocusMark>> focus_settings() {
    return settings_of_fields<FocusMark>();
}

std::vector<Setting<Motif>> motif_settings() {
    return settings_of_fields<Motif>();
}

std::vector<Setting<Spatter>> spatter_settings() {
    return settings_of_fields<Spatter>();
}

Status check_part(const FocusMark& mark) {
    if (mark.region == Region{})
        return Error{"what is in focus? Give it a 'box', a 'circle' or a 'region'", true};
    return Done{};
}

Status check_part(const Motif& motif) {
    const bool boxed = motif.box.width > 0.0f;
    if (motif.place == MotifPlace::Box && !boxed)
        return Error{"place = \"box\" needs a 'box' to go to", true};
    if (motif.place != MotifPlace::Box && boxed)
        return Error{"a 'box' is for place = \"box\" alone", true};
    return Done{};
}

Status check_part(const Spatter&) {
    return Done{};
}

std::optional<FocusMark> typed_focus(std::string_view text) {
    for (const char* where : {"box", "region"}) {
        FocusMark mark;
        const bool understood = apply_parts(text, focus_settings(), {where, "weight"}, mark);
        if (understood && mark.region.kind != Region::Kind::Mask && check_part(mark))
            return mark;
    }
    return std::nullopt;
}

std::optional<Motif> typed_motif(std::string_view text) {
    const std::vector<Setting<Motif>> settings = motif_settings();
    Motif motif, veiled;
    std::string_view file = text, before_veil = text;
    // Files' names may hold colons, so the end is taken off as far as it is understood.
    if (take_last("veil", settings, before_veil, veiled) &&
        take_last("place", settings, before_veil, veiled)) {
        motif = veiled;
        file = before_veil;
    } else {
        take_last("place", settings, file, motif);
    }
    const size_t colon = file.rfind(':');
    const bool misspelt =
        colon != std::string_view::npos && !region_settings::may_be_file(file.substr(colon + 1));
    const bool named = !misspelt && setting_named("file", settings).set(motif, file);
    return named && check_part(motif) ? std::optional(motif) : std::nullopt;
}

std::optional<Spatter> typed_spatter(std::string_view text) {
    Spatter spatter;
    return apply_parts(text, spatter_settings(), {"region", "amount", "colour"}, spatter)
               ? std::optional(spatter)
               : std::nullopt;
}

}  // namespace allaprima
