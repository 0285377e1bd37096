#include "studio/record_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <vector>

#include "briefs/read_record.h"
#include "engine/keep_record.h"
#include "engine/load_painting.h"
#include "engine/paint_photo.h"
#include "model/record_settings.h"
#include "painting_file/record_fields.h"
#include "studio/painter.h"
#include "studio/rows.h"

namespace allaprima {
namespace {

using Json = nlohmann::ordered_json;
using ClaimSetting = Setting<MakingClaims>;

/// Visits declarations for the texts that fields have.
class TextTeller {
  public:
    std::vector<std::pair<std::string, std::string>> texts;

    void text(std::string_view name, const std::string& value, size_t) { put(name, value); }
    void seed(std::string_view name, uint64_t value) { put(name, std::to_string(value)); }
    void whole(std::string_view name, int value, int, int) { put(name, std::to_string(value)); }
    template <typename T>
    void real(std::string_view name, T value, painting_fields::Range) {
        put(name, fmt::format("{:g}", value));
    }
    template <typename Enum, size_t N>
    void choice(std::string_view name, Enum value, const std::array<const char*, N>& words) {
        put(name, words.at(static_cast<size_t>(value)));
    }

  private:
    void put(std::string_view name, std::string text) { texts.emplace_back(name, std::move(text)); }
};

/// The same under the names that people type.
class ClaimTeller {
  public:
    std::map<std::string, std::string> texts;

    void text(const Declared& declared, const std::string& value, size_t) { texts[declared.name] = value; }
    template <typename Enum, size_t N>
    void choice(const Declared& declared, Enum value, const std::array<const char*, N>& words) {
        texts[declared.name] = words.at(static_cast<size_t>(value));
    }
};

std::map<std::string, std::string> texts_of(MakingClaims claims) {
    ClaimTeller teller;
    painting_fields::visit_fields(teller, claims);
    return teller.texts;
}

std::vector<std::pair<std::string, std::string>> texts_of(MakingFacts facts) {
    TextTeller teller;
    painting_fields::visit_fields(teller, facts);
    return teller.texts;
}

/// What somebody might say first, who has said nothing yet.
std::map<std::string, std::string> suggested_claims(const ShelfEntry& entry) {
    const std::string day = entry.made.substr(0, entry.made.find('T'));
    return {{"title", entry.name}, {"date", day}, {"source.said", time_now().substr(0, day.size())}};
}

Json claims_json(const std::optional<Making>& making, const ShelfEntry& entry) {
    const std::map<std::string, std::string> values =
        making ? texts_of(making->claims) : suggested_claims(entry);
    Json list = Json::array();
    for (const ClaimSetting& setting : making_settings()) {
        Json json{{"name", setting.name},         {"help", setting.help},
                  {"table", setting.table},       {"range", setting.range},
                  {"standard", setting.standard}, {"example", example_of(setting)},
                  {"required", setting.required}, {"choices", setting.choices}};
        const auto value = values.find(setting.name);
        json["text"] = value == values.end() ? "" : value->second;
        list.push_back(std::move(json));
    }
    return list;
}

/// @param recorded nothing where nothing is recorded: the painting file alone tells it then.
Json facts_json(const MakingFacts& today, const MakingFacts* recorded) {
    const auto now = texts_of(today), then = recorded ? texts_of(*recorded) : now;
    Json list = Json::array();
    for (size_t i = 0; i < then.size(); ++i) {
        if (then[i].second.empty())
            continue;
        Json json{{"name", then[i].first}, {"text", then[i].second}};
        if (recorded)
            json["standing"] = then[i].second == now[i].second ? "proven" : "broken";
        list.push_back(std::move(json));
    }
    return list;
}

const char* word_of(Standing standing) {
    constexpr std::array kWords{"proven", "claimed", "doubtful", "broken"};
    return kWords.at(static_cast<size_t>(standing));
}

Json findings_json(const std::vector<Finding>& findings) {
    Json list = Json::array();
    for (const Finding& finding : findings)
        list.push_back({{"standing", word_of(finding.standing)}, {"words", finding.words}});
    return list;
}

Json journey_json(const ToldRecord& told) {
    Json list = Json::array();
    for (const std::vector<ToldEntry>& group : told.journey)
        for (const ToldEntry& entry : group)
            list.push_back({{"number", entry.number},
                            {"words", entry.words},
                            {"said_by", entry.said_by},
                            {"signatures", entry.signatures.size()}});
    return list;
}

Result<Json> record_json(const ShelfEntry& entry, const std::string& file) {
    const Result<Painting> painting = load_planned(file);
    if (!painting)
        return painting.error();
    const Result<ToldRecord> told = tell_record(file);
    if (!told)
        return told.error();
    const MakingFacts today = facts_of(*painting);
    Json json{{"recorded", told->making.has_value()},
              {"claims", claims_json(told->making, entry)},
              {"facts", facts_json(today, told->making ? &told->making->facts : nullptr)},
              {"journey", journey_json(*told)}};
    if (!told->making)
        return json;
    const Result<std::vector<Finding>> findings = check_recorded(file, "");
    if (!findings)
        return findings.error();
    json["findings"] = findings_json(*findings);
    json["head"] = told->head;
    return json;
}

/// A statement as people write it, in lines of which each is of one setting or begins a table.
struct WrittenClaims {
    std::string text;
    std::vector<const ClaimSetting*> lines;  ///< From the first; null where a table begins.
    std::vector<std::string> tables;         ///< Of each line.
};

/// As TOML spells a text.
std::string quoted(const std::string& text) {
    return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

WrittenClaims written_claims(const std::vector<ClaimSetting>& settings,
                             const std::map<std::string, std::string>& claims) {
    WrittenClaims statement;
    std::string table;
    const auto add = [&](const std::string& line, const ClaimSetting* of) {
        statement.text += line + "\n";
        statement.lines.push_back(of);
        statement.tables.push_back(table);
    };
    for (const ClaimSetting& setting : settings) {
        const auto claim = claims.find(setting.name);
        if (setting.table != table) {
            table = setting.table;
            add(fmt::format("[{}]", table), nullptr);
        }
        if (claim != claims.end() && !claim->second.empty())
            add(fmt::format("{} = {}", key_of(setting), quoted(claim->second)), &setting);
    }
    return statement;
}

/// The settings with those of one table together, those before all tables first.
std::vector<ClaimSetting> by_tables() {
    std::vector<ClaimSetting> settings = making_settings();
    std::vector<std::string> tables{""};
    for (const ClaimSetting& setting : settings)
        if (std::ranges::find(tables, setting.table) == tables.end())
            tables.push_back(setting.table);
    std::ranges::stable_sort(settings, {}, [&](const ClaimSetting& setting) {
        return std::ranges::find(tables, setting.table) - tables.begin();
    });
    return settings;
}

constexpr std::string_view kStatement = "record";

/// The line, from 0, that an error of the reader names; and what it says without its place.
struct Placed {
    std::optional<size_t> line;
    std::string words;
};

Placed placed(const std::string& message) {
    const std::string before = fmt::format("{}, line ", kStatement);
    const size_t words = message.find(": ");
    if (words == std::string::npos || !message.starts_with(kStatement))
        return {std::nullopt, message};
    Placed result{std::nullopt, message.substr(words + 2)};
    size_t line = 0;
    const bool numbered =
        message.starts_with(before) &&
        std::from_chars(message.data() + before.size(), message.data() + message.size(), line).ec ==
            std::errc();
    if (numbered && line > 0)
        result.line = line - 1;
    return result;
}

/// What stands between two letters of it; empty where they are not there.
std::string between(const std::string& text, char open, char close) {
    const size_t from = text.find(open);
    const size_t to = from == std::string::npos ? from : text.find(close, from + 1);
    return to == std::string::npos ? "" : text.substr(from + 1, to - from - 1);
}

/// The setting that an error is about: that of its line, or the one that it names in its table.
std::string setting_meant(const Placed& error, const WrittenClaims& statement,
                          const std::vector<ClaimSetting>& settings) {
    const bool known = error.line && *error.line < statement.lines.size();
    const std::string named = between(error.words, '[', ']'), key = between(error.words, '\'', '\'');
    const std::string table = known ? statement.tables[*error.line] : named;
    const auto called = std::ranges::find_if(settings, [&](const ClaimSetting& setting) {
        return setting.table == table && (key_of(setting) == key || (!known && !named.empty()));
    });
    if (called != settings.end())
        return called->name;
    return known && statement.lines[*error.line] ? statement.lines[*error.line]->name : "";
}

/// Nobody is told of how far it is.
Status make_picture_of_record(const ShelfEntry& entry, const Shelf& shelf) {
    const std::string file = shelf.painting_file(entry).string();
    const Result<Painting> painting = load_planned(file);
    if (!painting)
        return painting.error();
    if (!painting->picture_digest.empty())
        return Done{};
    Result<Job> job =
        take_up({.painting_file = file, .picture = picture_beside(file, shelf, entry.id), .replace = false});
    if (!job)
        return job.error();
    SilentObserver nobody;
    const Result<Painted> painted = run(std::move(job).value(), ThreadPool(), nobody, [](const Plan&) {});
    return painted ? Status(Done{}) : Status(painted.error());
}

}  // namespace

StudioAnswer show_record(const ShelfEntry& entry, const Shelf& shelf) {
    const Result<Json> json = record_json(entry, shelf.painting_file(entry).string());
    return json ? StudioAnswer{.body = json_text(*json), .file = {}}
                : error_answer(409, json.error().message);
}

StudioAnswer save_record(const ShelfEntry& entry, const Shelf& shelf,
                         const std::map<std::string, std::string>& claims) {
    const std::vector<ClaimSetting> settings = by_tables();
    for (const auto& [name, text] : claims)
        if (std::ranges::find(settings, name, &ClaimSetting::name) == settings.end())
            return error_answer(400, fmt::format("{} cannot be claimed", name), name);
    const WrittenClaims statement = written_claims(settings, claims);
    const Result<MakingClaims> read = making_from_toml(statement.text, std::string(kStatement));
    if (!read) {
        const Placed error = placed(read.error().message);
        return error_answer(400, error.words, setting_meant(error, statement, settings));
    }
    if (const Status made = make_picture_of_record(entry, shelf); !made)
        return error_answer(made.error());
    if (const Result<std::string> head = record_making(shelf.painting_file(entry).string(), *read); !head)
        return error_answer(head.error());
    return show_record(entry, shelf);
}

}  // namespace allaprima
