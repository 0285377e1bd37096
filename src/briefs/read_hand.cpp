#include "briefs/read_hand.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "briefs/named_file.h"
#include "briefs/toml_file.h"
#include "image/colour.h"
#include "model/brief_settings.h"

namespace allaprima {
namespace {

constexpr size_t kLongestHandName = 100;
constexpr const char* kLeftToThePicture = "auto";

/// The setting of a brief that asks for the same thing.
BriefSetting same_of_brief(const HandSetting& setting) {
    for (BriefSetting& of_brief : brief_settings())
        if (of_brief.name == setting.name)
            return std::move(of_brief);
    ALLAPRIMA_CHECK(false && "every name in a hand can be asked for in a brief");
    return {};
}

/// Takes the value of one setting from its node; false when it is none that is allowed.
class Taker {
  public:
    Taker(const toml::node& node, const HandSetting& setting, Hand& hand)
        : node_(node), setting_(setting), hand_(hand) {}

    bool operator()(float Hand::*member) const {
        constexpr double kAbsurd = 1e9;  // no setting allows so much, and a float holds it
        const std::optional<double> value = node_.value<double>();
        // The limits are floats: a double of the same spelling can lie just outside them.
        const float kept = value && std::isfinite(*value) && std::fabs(*value) < kAbsurd
                               ? static_cast<float>(*value)
                               : std::numeric_limits<float>::quiet_NaN();
        if (!(kept >= setting_.low && kept <= setting_.high))
            return false;
        hand_.*member = kept;
        return true;
    }
    bool operator()(bool Hand::*member) const {
        const std::optional<bool> value = node_.value_exact<bool>();
        if (value)
            hand_.*member = *value;
        return value.has_value();
    }
    bool operator()(std::string Hand::*member) const {
        const std::optional<std::string> value = node_.value<std::string>();
        Brief trial;
        if (!value || !same_of_brief(setting_).set(trial, *value))
            return false;
        hand_.*member = *value;
        return true;
    }
    bool operator()(std::optional<Rgb> Hand::*member) const {
        const std::optional<std::string> value = node_.value<std::string>();
        Brief trial;
        if (!value || (*value != kLeftToThePicture && !same_of_brief(setting_).set(trial, *value)))
            return false;
        // In the steps in which it is written, so that a hand is read back as itself.
        hand_.*member = trial.ground ? srgb_from_hex(hex_of_srgb(*trial.ground)) : std::nullopt;
        return true;
    }

  private:
    const toml::node& node_;
    const HandSetting& setting_;
    Hand& hand_;
};

}  // namespace

Result<Hand> hand_from_toml(std::string_view text, const std::string& file) {
    const Result<toml::table> parsed = parse_toml(text, file);
    if (!parsed)
        return parsed.error();
    std::set<std::string, std::less<>> known{"name"};
    for (const HandSetting& setting : hand_settings())
        known.insert(setting.name);
    if (const Status keys = check_keys(*parsed, known, file); !keys)
        return keys.error();
    Hand hand;
    hand.name = (*parsed)["name"].value_or(std::string());
    if (hand.name.empty() || hand.name.size() > kLongestHandName)
        return toml_error(file, {}, fmt::format("it needs a 'name' of 1 to {} letters", kLongestHandName));
    for (const HandSetting& setting : hand_settings())
        if (const toml::node* node = parsed->get(setting.name))
            if (!std::visit(Taker(*node, setting, hand), setting.member))
                return toml_error(file, node->source(),
                                  fmt::format("'{}' must be {}", setting.name, range_of(setting)));
    return hand;
}

Result<Hand> read_hand(const std::string& name_or_file) {
    const Result<NamedText> named = read_named(Shipped::Hands, name_or_file);
    return named ? hand_from_toml(named->text, named->file) : named.error();
}

std::string value_as_toml(const HandSetting& setting, const Hand& hand) {
    struct Spelling {
        const Hand& hand;
        std::string operator()(float Hand::*member) const { return fmt::format("{}", hand.*member); }
        std::string operator()(bool Hand::*member) const { return hand.*member ? "true" : "false"; }
        std::string operator()(std::string Hand::*member) const { return quoted_for_toml(hand.*member); }
        std::string operator()(std::optional<Rgb> Hand::*member) const {
            return quoted_for_toml(hand.*member ? hex_of_srgb(*(hand.*member)) : kLeftToThePicture);
        }
    };
    return std::visit(Spelling{hand}, setting.member);
}

std::string range_of(const HandSetting& setting) {
    if (std::holds_alternative<float Hand::*>(setting.member))
        return fmt::format("a number from {:g} to {:g}", setting.low, setting.high);
    if (std::holds_alternative<bool Hand::*>(setting.member))
        return "true or false";
    const std::string names = same_of_brief(setting).range;
    const bool colour = std::holds_alternative<std::optional<Rgb> Hand::*>(setting.member);
    return colour ? fmt::format("{}, {}", kLeftToThePicture, names) : names;
}

std::string hand_as_toml(const Hand& hand) {
    std::string text = fmt::format("name = {}\n", quoted_for_toml(hand.name));
    for (const HandSetting& setting : hand_settings())
        text += fmt::format("\n# {} ({}).\n{} = {}\n", setting.help, range_of(setting), setting.name,
                            value_as_toml(setting, hand));
    return text;
}

}  // namespace allaprima
