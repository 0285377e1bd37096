#include "exporting/json_fields.h"

#include "exporting/strokes_schema.h"

namespace allaprima::exporting {

const Json* JsonReader::taken(std::string_view name) {
    if (!object_.is_object())
        return nullptr;
    known_.emplace(name);
    const auto found = object_.find(name);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
}

const Json* JsonReader::needed(std::string_view name) {
    const Json* found = taken(name);
    if (!found && missing_ == Missing::Fault)
        refuse(at(name), "is missing");
    return found;
}

void JsonReader::integer(const Json& found, std::string_view name, int& value, int64_t low, int64_t high) {
    const bool fits = found.is_number_unsigned() ? found.get<uint64_t>() <= static_cast<uint64_t>(high)
                                                 : found.is_number_integer();
    const int64_t given = fits ? found.get<int64_t>() : 0;
    if (!fits || given < low || given > high)
        return refuse(at(name), fmt::format("must be a whole number from {} to {}", low, high));
    value = static_cast<int>(given);
}

void JsonReader::seed(std::string_view name, uint64_t& value) {
    const Json* found = needed(name);
    if (!found)
        return;
    const std::string digits = found->is_string() ? found->get<std::string>() : "";
    uint64_t given = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), given);
    if (digits.empty() || fault != std::errc{} || end != digits.data() + digits.size())
        return refuse(at(name), "must be a whole number of at most 64 bits, in quotes");
    value = given;
}

void JsonReader::flag(std::string_view name, bool& value) {
    const Json* found = needed(name);
    if (found && !found->is_boolean())
        return refuse(at(name), "must be true or false");
    if (found)
        value = found->get<bool>();
}

void JsonReader::text(std::string_view name, std::string& value, size_t longest) {
    const Json* found = needed(name);
    if (found && (!found->is_string() || found->get_ref<const std::string&>().size() > longest))
        return refuse(at(name), fmt::format("must be a text of at most {} bytes", longest));
    if (found)
        value = found->get<std::string>();
}

void JsonReader::refuse_the_rest() {
    if (!object_.is_object() || !fault_.empty())
        return;
    for (const auto& [name, value] : object_.items())
        if (!known_.contains(name) && !name.starts_with(kOwnMember))
            return refuse(place_,
                          fmt::format("has a member that is not known: {}", json_text(name.substr(0, 60))));
}

}  // namespace allaprima::exporting
