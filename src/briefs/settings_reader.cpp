#include "briefs/settings_reader.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "model/brief_files.h"
#include "model/brief_settings.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

/// A number as one types it, so that it is read back as the same.
std::optional<std::string> typed_number(const toml::node& node) {
    if (const auto* whole = node.as_integer())
        return std::to_string(whole->get());
    if (const auto* real = node.as_floating_point())
        return fmt::format("{}", real->get());
    return std::nullopt;
}

std::optional<std::string> typed_numbers(const toml::node& node) {
    constexpr size_t kMost = 16;
    const toml::array* list = node.as_array();
    if (!list || list->empty() || list->size() > kMost)
        return std::nullopt;
    std::string text;
    for (const toml::node& one : *list) {
        const std::optional<std::string> number = typed_number(one);
        if (!number)
            return std::nullopt;
        text += (text.empty() ? "" : ",") + *number;
    }
    return text;
}

}  // namespace

std::optional<std::string> typed_value(const toml::node& node, Form form) {
    switch (form) {
        case Form::Text:
            return node.is_string() ? std::optional(node.as_string()->get()) : std::nullopt;
        case Form::Number:
            return typed_number(node);
        case Form::Numbers:
            return typed_numbers(node);
        case Form::Switch:
            if (!node.is_boolean())
                return std::nullopt;
            return std::string(node.as_boolean()->get() ? "true" : "false");
    }
    return std::nullopt;
}

const char* form_in_words(Form form) {
    constexpr std::array kWords{"a text in quotation marks", "a number", "a list of numbers in brackets",
                                "true or false"};
    return kWords[static_cast<size_t>(form)];
}

Status SettingsReader::place_files(Files files, std::string& text) const {
    if (files == Files::None || text.empty() || text.size() > kLongestText)
        return Done{};
    if (files == Files::Always)
        return place_file(text);
    std::string placed;
    for (size_t from = 0; from <= text.size();) {
        const size_t comma = std::min(text.find(',', from), text.size());
        std::string part = text.substr(from, comma - from);
        if (looks_like_file(part))
            if (const Status there = place_file(part); !there)
                return there.error();
        placed += (from == 0 ? "" : ",") + part;
        from = comma + 1;
    }
    text = placed;
    return Done{};
}

Status SettingsReader::place_file(std::string& file) const {
    file = (fs::path(folder_) / file).string();
    std::error_code fault;
    const fs::file_status status = fs::status(file, fault);
    if (!fs::exists(status))
        return Error{fmt::format("names a file that is not there: {}", file), true};
    if (!fs::is_regular_file(status))
        return Error{fmt::format("names something that is not a file: {}", file), true};
    return Done{};
}

}  // namespace allaprima
