#pragma once
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/brief.h"
#include "model/field.h"
#include "model/region_settings.h"
#include "model/setting_values.h"

/// The settings that a noun's declared fields make: a visitor that tells what can be asked, and one that sets
/// what was asked.

namespace allaprima {

/// The shortest text without an exponent that is read back as the same number.
template <typename Number>
std::string shortest_text(Number value) {
    std::array<char, 512> digits{};
    return {digits.data(),
            std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed).ptr};
}

namespace painting_fields {

/// What can be asked for of a number, where a file may hold more.
inline Range asked(const Declared& declared, Range kept) {
    return declared.highest > 0.0 ? Range{declared.lowest, declared.highest} : kept;
}

/// Puts the value of one field into a noun, if the text spells one that is allowed.
class FieldSetter {
  public:
    FieldSetter(std::string_view name, std::string_view text) : name_(name), text_(text) {}

    bool done() const { return done_; }

    template <typename T>
    void real(const Declared& declared, T& value, Range range) {
        put(declared, value, [&] { return real_of<T>(declared, range); });
    }
    template <typename T>
    void maybe_real(const Declared& declared, std::optional<T>& value, Range range) {
        put(declared, value, [&] { return real_of<T>(declared, range); });
    }
    void whole(const Declared& declared, int& value, int low, int high) {
        put(declared, value, [&] { return whole_of(declared, low, high); });
    }
    void whole_or_open(const Declared& declared, int& value, int low, int high) {
        whole(declared, value, low, high);
    }
    void maybe_whole(const Declared& declared, std::optional<int>& value, int low, int high) {
        put(declared, value, [&] { return whole_of(declared, low, high); });
    }
    void seed(const Declared& declared, uint64_t& value) {
        put(declared, value,
            [&] { return setting_values::number<uint64_t>(text_, 0, std::numeric_limits<uint64_t>::max()); });
    }
    void flag(const Declared& declared, bool& value) {
        put(declared, value,
            [&] { return std::optional((text_ == "true") != (declared.notation == Notation::Switch)); });
    }
    void text(const Declared& declared, std::string& value, size_t longest) {
        put(declared, value, [&] { return text_of(declared, longest); });
    }
    void maybe_text(const Declared& declared, std::optional<std::string>& value, size_t longest) {
        put(declared, value, [&] { return text_of(declared, longest); });
    }
    template <typename Enum, size_t N>
    void choice(const Declared& declared, Enum& value, const std::array<const char*, N>& words) {
        put(declared, value, [&] { return choice_of<Enum>(declared, words); });
    }
    template <typename Enum, size_t N>
    void maybe_choice(const Declared& declared, std::optional<Enum>& value,
                      const std::array<const char*, N>& words) {
        put(declared, value, [&] { return choice_of<Enum>(declared, words); });
    }
    void maybe_colour(const Declared& declared, const char*, const char*, std::optional<Rgb>& value) {
        put(declared, value, [&] { return setting_values::ground_colour(text_); });
    }
    void maybe_size(const Declared& declared, const char*, std::optional<Size>& value, int most) {
        put(declared, value, [&] { return setting_values::size_in_pixels(text_, most); });
    }
    void maybe_box(const Declared& declared, std::optional<ShareRect>& value) {
        put(declared, value, [&] { return setting_values::share_box(text_); });
    }
    void light(const Declared& declared, Light& value) {
        put(declared, value, [&]() -> std::optional<Light> {
            const auto angles = setting_values::numbers<2>(text_, {kLeastAzimuth, kLowestElevation},
                                                           {kMostAzimuth, kHighestElevation});
            return angles ? std::optional(Light{(*angles)[0], (*angles)[1]}) : std::nullopt;
        });
    }
    void box(const Declared& declared, ShareRect& value) {
        put(declared, value, [&] { return setting_values::share_box(text_); });
    }
    void place(const Declared& declared, Vec2& value, Range range) {
        const auto low = static_cast<float>(range.low), high = static_cast<float>(range.high);
        put(declared, value, [&]() -> std::optional<Vec2> {
            const auto sides = setting_values::numbers<2>(text_, {low, low}, {high, high});
            return sides ? std::optional(Vec2{(*sides)[0], (*sides)[1]}) : std::nullopt;
        });
    }
    /// There are several ways to say it, which have settings of their own.
    void region(const char*, Region&) {}

  private:
    template <typename T>
    std::optional<T> real_of(const Declared& declared, Range kept) const {
        const Range range = asked(declared, kept);
        const auto low = static_cast<T>(range.low), high = static_cast<T>(range.high);
        if (declared.notation != Notation::Length)
            return setting_values::number<T>(text_, low, high);
        const auto mm = setting_values::length_mm(text_, double{low}, double{high});
        return mm ? std::optional(static_cast<T>(*mm)) : std::nullopt;
    }
    std::optional<int> whole_of(const Declared& declared, int low, int high) const {
        const std::vector<std::string> choices = setting_values::choices_of(declared);
        if (!choices.empty() && std::ranges::find(choices, text_) == choices.end())
            return std::nullopt;
        const Range range = asked(declared, {static_cast<double>(low), static_cast<double>(high)});
        return setting_values::number<int>(text_, static_cast<int>(range.low), static_cast<int>(range.high));
    }
    std::optional<std::string> text_of(const Declared& declared, size_t longest) const {
        const bool fits = text_.size() <= longest && setting_values::is_written(declared.notation, text_);
        return fits ? std::optional(std::string(text_)) : std::nullopt;
    }
    template <typename Enum, size_t N>
    std::optional<Enum> choice_of(const Declared& declared, const std::array<const char*, N>& words) const {
        if (declared.notation == Notation::Switch)
            return static_cast<Enum>(text_ == "true" ? 1 : 0);
        for (size_t i = 0; i < N; ++i)
            if (text_ == words[i])
                return static_cast<Enum>(i);
        return std::nullopt;
    }

    template <typename T, typename Parse>
    void put(const Declared& declared, T& value, Parse parse) {
        if (name_ != declared.name)
            return;
        const auto parsed = parse();
        if (parsed)
            value = *parsed;
        done_ = parsed.has_value();
    }

    std::string_view name_, text_;
    bool done_ = false;
};

/// Collects what can be asked of a noun. @tparam Of the noun; its own values are the standard ones.
template <typename Of>
class SettingCollector {
  public:
    std::vector<Setting<Of>> settings;

    template <typename T>
    void real(const Declared& declared, const T& value, Range range) {
        tell_real<T>(declared, range,
                     shortest_text(value) + (declared.notation == Notation::Length ? "mm" : ""));
    }
    template <typename T>
    void maybe_real(const Declared& declared, const std::optional<T>&, Range range) {
        tell_real<T>(declared, range, "");
    }
    void whole(const Declared& declared, int value, int low, int high) {
        tell_whole(declared, low, high, std::to_string(value));
    }
    void whole_or_open(const Declared& declared, int value, int low, int high) {
        whole(declared, value, low, high);
    }
    void maybe_whole(const Declared& declared, const std::optional<int>&, int low, int high) {
        tell_whole(declared, low, high, "");
    }
    void seed(const Declared& declared, uint64_t value) {
        add(declared, {"S", "0 to 18446744073709551615", std::to_string(value), Form::Number});
    }
    void flag(const Declared& declared, bool value) {
        const bool on = value != (declared.notation == Notation::Switch);
        add(declared, {"", "", on ? "true" : "false", Form::Switch});
    }
    void text(const Declared& declared, const std::string& value, size_t longest) {
        const bool file = declared.files == Files::Always;
        add(declared, {file ? "FILE" : setting_values::placeholder_of(declared.notation),
                       setting_values::text_in_words(declared, longest), value, Form::Text});
    }
    void maybe_text(const Declared& declared, const std::optional<std::string>&, size_t longest) {
        text(declared, "", longest);
    }
    template <typename Enum, size_t N>
    void choice(const Declared& declared, Enum value, const std::array<const char*, N>& words) {
        if (declared.notation == Notation::Switch)
            return flag(declared, static_cast<int>(value) == 0);
        add(declared, {"WORD", setting_values::one_of(words), words[static_cast<size_t>(value)], Form::Text},
            setting_values::list_of(words));
    }
    template <typename Enum, size_t N>
    void maybe_choice(const Declared& declared, const std::optional<Enum>&,
                      const std::array<const char*, N>& words) {
        add(declared, {"WORD", setting_values::one_of(words), "", Form::Text},
            setting_values::list_of(words));
    }
    void maybe_colour(const Declared& declared, const char*, const char*, const std::optional<Rgb>&) {
        add(declared, {"COLOUR", setting_values::names_of_grounds() + "or #rrggbb", "", Form::Text});
    }
    void maybe_size(const Declared& declared, const char*, const std::optional<Size>&, int) {
        add(declared, {"WxH", "", "", Form::Text});
    }
    void maybe_box(const Declared& declared, const std::optional<ShareRect>&) { box(declared, {}); }
    void box(const Declared& declared, const ShareRect&) {
        add(declared, {"X,Y,W,H", setting_values::kBoxInWords, "", Form::Numbers});
    }
    void place(const Declared& declared, const Vec2& value, Range range) {
        add(declared, {"X,Y", "two numbers x and y, " + from_to<float>(range),
                       shortest_text(value.x) + "," + shortest_text(value.y), Form::Numbers});
    }
    void light(const Declared& declared, const Light&) { add(declared, {"AZ,EL", "", "", Form::Numbers}); }
    void region(const char* standard, const Region&) {
        for (Setting<Of>& way : region_settings::ways_to_say_where<Of>(standard))
            settings.push_back(std::move(way));
    }

  private:
    /// What follows of a field's type and limits, where its declaration does not tell.
    struct Usual {
        std::string placeholder, range, standard;
        Form form;
    };

    template <typename T>
    static std::string from_to(Range range, const char* unit = "") {
        return shortest_text(static_cast<T>(range.low)) + unit + " to " +
               shortest_text(static_cast<T>(range.high)) + unit;
    }
    template <typename T>
    void tell_real(const Declared& declared, Range kept, const std::string& standard) {
        const Range range = asked(declared, kept);
        if (declared.notation == Notation::Length)
            return add(declared, {"LENGTH", from_to<T>(range, "mm"), standard, Form::Text});
        const bool share = range.low == 0.0 && range.high <= 1.0;
        add(declared, {share ? "SHARE" : "N", from_to<T>(range), standard, Form::Number});
    }
    void tell_whole(const Declared& declared, int low, int high, const std::string& standard) {
        const std::vector<std::string> choices = setting_values::choices_of(declared);
        const Range range = asked(declared, {static_cast<double>(low), static_cast<double>(high)});
        add(declared, {"N", choices.empty() ? from_to<double>(range) : setting_values::one_of(choices),
                       standard, Form::Number});
    }
    void add(const Declared& declared, const Usual& usual,
             const std::vector<std::string>& choices = no_words()) {
        if (!*declared.help)
            return;
        const auto told_or = [](const std::string& told, const std::string& other) {
            return told.empty() ? other : told;
        };
        Setting<Of>& setting = settings.emplace_back();
        setting.name = declared.name;
        setting.placeholder = told_or(declared.placeholder, usual.placeholder);
        setting.range = told_or(setting_values::range_of(declared), usual.range);
        setting.standard = told_or(declared.standard, declared.required ? "" : usual.standard);
        setting.help = declared.help;
        setting.form = usual.form;
        setting.choices = choices.empty() ? setting_values::choices_of(declared) : choices;
        setting.against = setting_values::parts_of(declared.against);
        setting.of_rendering = declared.of_rendering;
        setting.goes_on = declared.goes_on;
        setting.of_scene = declared.of_scene;
        setting.typed = declared.typed();
        setting.table = declared.table;
        setting.key = declared.key_in_table();
        setting.files = declared.files;
        setting.required = declared.required;
        setting.example = declared.example;
        setting.set = [name = setting.name](Of& of, std::string_view text) {
            FieldSetter setter(name, text);
            visit_fields(setter, of);
            return setter.done();
        };
    }
};

}  // namespace painting_fields

/// Every setting of the noun, in the order of its fields.
template <typename Of>
std::vector<Setting<Of>> settings_of_fields() {
    Of standard;
    painting_fields::SettingCollector<Of> collector;
    visit_fields(collector, standard);
    return std::move(collector.settings);
}

}  // namespace allaprima
