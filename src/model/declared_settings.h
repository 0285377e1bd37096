#pragma once
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/field.h"
#include "model/part_fields.h"
#include "model/region_settings.h"
#include "model/setting_values.h"

/// The settings that a noun's declared fields make: a visitor that tells what can be asked, and one that sets
/// what was asked.

namespace allaprima {

/// The shortest text that is read back as the same number.
template <typename Number>
std::string shortest_text(Number value) {
    std::array<char, 64> digits{};
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
}

/// Puts the value of one field into a noun, if the text spells one that is allowed.
class FieldSetter {
  public:
    FieldSetter(std::string_view name, std::string_view text) : name_(name), text_(text) {}

    bool done() const { return done_; }

    template <typename T>
    void real(const Declared& declared, T& value, painting_fields::Range range) {
        const auto low = static_cast<T>(range.low), high = static_cast<T>(range.high);
        if (declared.notation == Notation::Length)
            put(declared, value, [&] { return setting_values::length_mm(text_, double{low}, double{high}); });
        else
            put(declared, value, [&] { return setting_values::number<T>(text_, low, high); });
    }
    void seed(const Declared& declared, uint64_t& value) {
        put(declared, value,
            [&] { return setting_values::number<uint64_t>(text_, 0, std::numeric_limits<uint64_t>::max()); });
    }
    void flag(const Declared& declared, bool& value) {
        put(declared, value, [&] { return std::optional(text_ == "true"); });
    }
    void text(const Declared& declared, std::string& value, size_t longest) {
        put(declared, value, [&] {
            const bool allowed = declared.notation == Notation::Colour
                                     ? setting_values::may_be_colour(text_)
                                     : !text_.empty() && text_.size() <= longest;
            return allowed ? std::optional(std::string(text_)) : std::nullopt;
        });
    }
    template <typename Enum, size_t N>
    void choice(const Declared& declared, Enum& value, const std::array<const char*, N>& words) {
        put(declared, value, [&]() -> std::optional<Enum> {
            for (size_t i = 0; i < N; ++i)
                if (text_ == words[i])
                    return static_cast<Enum>(i);
            return std::nullopt;
        });
    }
    void box(const Declared& declared, ShareRect& value) {
        put(declared, value, [&] { return setting_values::share_box(text_); });
    }
    /// There are several ways to say it, which have settings of their own.
    void region(const char*, Region&) {}

  private:
    template <typename T, typename Parse>
    void put(const Declared& declared, T& value, Parse parse) {
        if (name_ != declared.name)
            return;
        const auto parsed = parse();
        if (parsed)
            value = static_cast<T>(*parsed);
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
    void real(const Declared& declared, const T& value, painting_fields::Range range) {
        const std::string unit = declared.notation == Notation::Length ? "mm" : "";
        const auto told = [&](double number) { return shortest_text(static_cast<T>(number)) + unit; };
        add(declared, told(range.low) + " to " + told(range.high), told(double{value}),
            unit.empty() ? Form::Number : Form::Text);
    }
    void seed(const Declared& declared, uint64_t value) {
        add(declared, "0 to 18446744073709551615", std::to_string(value), Form::Number);
    }
    void flag(const Declared& declared, bool value) {
        add(declared, "", value ? "true" : "false", Form::Switch);
    }
    void text(const Declared& declared, const std::string& value, size_t) {
        add(declared, "", value, Form::Text);
    }
    template <typename Enum, size_t N>
    void choice(const Declared& declared, Enum value, const std::array<const char*, N>& words) {
        add(declared, setting_values::one_of(words), words[static_cast<size_t>(value)], Form::Text);
        settings.back().choices = setting_values::list_of(words);
    }
    void box(const Declared& declared, const ShareRect&) {
        add(declared, setting_values::kBoxInWords, "", Form::Numbers);
    }
    void region(const char* standard, const Region&) {
        for (Setting<Of>& way : region_settings::ways_to_say_where<Of>(standard))
            settings.push_back(std::move(way));
    }

  private:
    void add(const Declared& declared, const std::string& range, const std::string& standard, Form form) {
        Setting<Of>& setting = settings.emplace_back();
        setting.name = declared.name;
        setting.placeholder = declared.placeholder;
        setting.range = *declared.range ? declared.range : range;
        setting.standard = *declared.standard ? declared.standard : standard;
        setting.help = declared.help;
        setting.form = form;
        setting.files = declared.files;
        setting.required = declared.required;
        setting.example = declared.example;
        setting.set = [name = setting.name](Of& of, std::string_view text) {
            FieldSetter setter(name, text);
            painting_fields::visit_fields(setter, of);
            return setter.done();
        };
    }
};

/// Every setting of the noun, in the order of its fields.
template <typename Of>
std::vector<Setting<Of>> settings_of_fields() {
    Of standard;
    SettingCollector<Of> collector;
    painting_fields::visit_fields(collector, standard);
    return std::move(collector.settings);
}

}  // namespace allaprima
