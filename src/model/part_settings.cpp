#include "model/part_settings.h"

#include <algorithm>
#include <initializer_list>

#include "model/declared_settings.h"
#include "model/part_fields.h"
#include "model/region_words.h"

namespace allaprima {
namespace {

template <typename Of>
const Setting<Of>& setting_named(std::string_view name, const std::vector<Setting<Of>>& settings) {
    return *std::find_if(settings.begin(), settings.end(), [&](const auto& s) { return s.name == name; });
}

/// Gives each part of "a:b:c", at most as many as there are names, to the setting of that name.
template <typename Of>
bool apply_parts(std::string_view text, const std::vector<Setting<Of>>& settings,
                 const std::vector<const char*>& names, Of& of) {
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

/// Numbers that are no place are no file either, though their dots look like it.
bool is_misspelt(const Region& region) {
    return region.kind == Region::Kind::Mask &&
           region.mask.find_first_not_of("0123456789.,%- ") == std::string::npos;
}

/// "WHERE:b:c", where WHERE is a box, a circle, or what a region may be.
template <typename Of>
std::optional<Of> typed_somewhere(std::string_view text, const std::vector<Setting<Of>>& settings,
                                  std::initializer_list<const char*> others) {
    std::vector<const char*> names{""};
    names.insert(names.end(), others);
    for (const char* where : {"box", "circle", "region"}) {
        names.front() = where;
        Of of;
        if (apply_parts(text, settings, names, of) && !is_misspelt(of.region) && check_part(of))
            return of;
    }
    return std::nullopt;
}

/// Takes a place off "a:place", or a box.
bool take_place(const std::vector<Setting<Motif>>& settings, std::string_view& text, Motif& motif) {
    if (take_last("place", settings, text, motif))
        return true;
    if (!take_last("box", settings, text, motif))
        return false;
    motif.place = MotifPlace::Box;
    return true;
}

}  // namespace

std::vector<Setting<Correction>> correction_settings() {
    return settings_of_fields<Correction>();
}

std::vector<Setting<FocusMark>> focus_settings() {
    return settings_of_fields<FocusMark>();
}

std::vector<Setting<Motif>> motif_settings() {
    return settings_of_fields<Motif>();
}

std::vector<Setting<Spatter>> spatter_settings() {
    return settings_of_fields<Spatter>();
}

Status check_part(const Correction& correction) {
    const std::optional<Region> thing = seen_thing(correction.what);
    const bool boxed = correction.box.width > 0.0f;
    if (!thing)
        return Error{
            "'what' must be a thing that is seen, such as \"hand 2\", or face, hand, held, person or "
            "animal for one that was overlooked, not '" +
                correction.what + "'",
            true};
    if (thing->number == 0 && !boxed)
        return Error{"a " + correction.what +
                         " that was overlooked needs a 'box'; one that was found is named "
                         "with its number, as 'allaprima study' lists it",
                     true};
    if (!correction.name.empty() && !can_be_given(correction.name))
        return Error{"'" + correction.name +
                         "' cannot be a name: take letters, figures, spaces and hyphens, "
                         "and no word that means another part of the picture",
                     true};
    if (correction.off && (boxed || !correction.name.empty() || thing->number == 0))
        return Error{"what is off has no box and no name, and was found", true};
    if (!correction.off && !boxed && correction.name.empty())
        return Error{"what about " + correction.what + "? Say off = true, or give it a 'box' or a 'name'",
                     true};
    return Done{};
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

std::optional<Correction> typed_correction(std::string_view text) {
    const std::vector<Setting<Correction>> settings = correction_settings();
    Correction correction;
    const size_t end = std::min(text.find(':'), text.size());
    correction.what = text.substr(0, end);
    for (size_t from = end; from < text.size();) {
        const size_t to = std::min(text.find(':', from + 1), text.size());
        const std::string_view word = text.substr(from + 1, to - from - 1);
        from = to;
        if (word == "off")
            correction.off = true;
        else if (!setting_named("box", settings).set(correction, word))
            correction.name = word;
    }
    return correction.name.size() <= kLongestGivenName && check_part(correction) ? std::optional(correction)
                                                                                 : std::nullopt;
}

std::optional<FocusMark> typed_focus(std::string_view text) {
    return typed_somewhere(text, focus_settings(), {"weight"});
}

std::optional<Motif> typed_motif(std::string_view text) {
    const std::vector<Setting<Motif>> settings = motif_settings();
    Motif motif, veiled;
    std::string_view file = text, before_veil = text;
    // Files' names may hold colons, so the end is taken off as far as it is understood.
    if (take_last("veil", settings, before_veil, veiled) && take_place(settings, before_veil, veiled)) {
        motif = veiled;
        file = before_veil;
    } else {
        take_place(settings, file, motif);
    }
    const size_t colon = file.rfind(':');
    const bool misspelt =
        colon != std::string_view::npos && !region_settings::may_be_file(file.substr(colon + 1));
    const bool named = !misspelt && setting_named("file", settings).set(motif, file);
    return named && check_part(motif) ? std::optional(motif) : std::nullopt;
}

std::optional<Spatter> typed_spatter(std::string_view text) {
    return typed_somewhere(text, spatter_settings(), {"amount", "colour", "seed"});
}

}  // namespace allaprima
