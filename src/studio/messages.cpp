#include "studio/messages.h"

#include <fmt/format.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "model/brief_settings.h"
#include "retouching/retouch_painting.h"
#include "shelf/shelf_entry.h"

namespace allaprima {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kMostWishes = 200, kMostClaims = 100;
constexpr size_t kLongestName = 200;  // bytes

Error wrong(const std::string& what) {
    return {what, true};
}

/// An object; null where the text is none.
Json object_of(std::string_view text) {
    Json json = Json::parse(text, nullptr, false);
    return json.is_object() ? json : Json();
}

/// A text of the object; empty where there is no such member.
Result<std::string> text_of(const Json& object, const char* name, size_t longest) {
    const auto member = object.find(name);
    if (member == object.end())
        return std::string();
    if (!member->is_string() || member->get_ref<const std::string&>().size() > longest)
        return wrong(std::string(name) + " must be a text of at most " + std::to_string(longest) + " bytes");
    return member->get<std::string>();
}

Result<Wish> wish_of(const Json& json) {
    if (!json.is_object())
        return wrong("each wish must be an object of a setting and a text");
    const Result<std::string> setting = text_of(json, "setting", kLongestText),
                              text = text_of(json, "text", kLongestText);
    if (!setting)
        return setting.error();
    if (!text)
        return text.error();
    return Wish{*setting, *text};
}

Result<Wishes> wishes_of(const Json& object) {
    Wishes wishes;
    const auto list = object.find("wishes");
    if (list == object.end())
        return wishes;
    if (!list->is_array() || list->size() > kMostWishes)
        return wrong("wishes must be a list of at most " + std::to_string(kMostWishes));
    wishes.reserve(list->size());
    for (const Json& json : *list) {
        Result<Wish> wish = wish_of(json);
        if (!wish)
            return wish.error();
        wishes.push_back(std::move(wish).value());
    }
    return wishes;
}

/// A list of the object, empty where there is no such member; null where it is none.
Json list_of(const Json& object, const char* name) {
    const auto member = object.find(name);
    if (member == object.end())
        return Json::array();
    return member->is_array() ? *member : Json();
}

bool is_stroke(const Json& json) {
    return json.is_number_unsigned() && json.get<uint64_t>() <= uint64_t{std::numeric_limits<int>::max()};
}

}  // namespace

Result<PaintingWish> read_painting_wish(std::string_view body) {
    const Json json = object_of(body);
    if (json.is_null())
        return wrong("a painting is asked for by a JSON object");
    const Result<std::string> photo = text_of(json, "photo", kLongestName),
                              name = text_of(json, "name", kLongestName);
    const Result<Wishes> wishes = wishes_of(json);
    if (!photo || !is_id(*photo))
        return wrong("photo must be the id of an upload");
    if (!name)
        return name.error();
    if (!wishes)
        return wishes.error();
    PaintingWish wish{*photo, *name, *wishes};
    for (const auto& [said, is] :
         {std::pair("draft", &wish.draft), std::pair("gives_way", &wish.gives_way)}) {
        const auto member = json.find(said);
        if (member != json.end() && !member->is_boolean())
            return wrong(fmt::format("{} must be true or false", said));
        *is = member != json.end() && member->get<bool>();
    }
    return wish;
}

Result<RetouchMessage> read_retouch(std::string_view body) {
    const Json json = object_of(body);
    if (json.is_null())
        return wrong("work on a painting is asked for by a JSON object");
    RetouchMessage message;
    Result<std::string> on = text_of(json, "on", kLongestName);
    if (!on || on->empty())
        return wrong("on must say what is to be worked over: a place that was seen, or a box");
    message.on = std::move(on).value();
    if (const auto strokes = json.find("strokes"); strokes != json.end()) {
        const bool counts = strokes->is_number_unsigned() &&
                            strokes->get<uint64_t>() <= uint64_t{kMostRetouches} && *strokes != 0;
        if (!counts)
            return wrong("strokes must be 1 to " + std::to_string(kMostRetouches));
        message.strokes = strokes->get<int>();
    }
    return message;
}

Result<Wishes> read_wishes(std::string_view body) {
    const Json json = object_of(body);
    return json.is_null() ? wrong("wishes come in a JSON object") : wishes_of(json);
}

Result<std::map<std::string, std::string>> read_claims(std::string_view body) {
    const Json json = object_of(body);
    const auto list = json.find("claims");
    if (json.is_null() || list == json.end() || !list->is_object() || list->size() > kMostClaims)
        return wrong("claims must be an object of texts");
    std::map<std::string, std::string> claims;
    for (const auto& [name, text] : list->items()) {
        if (!text.is_string() || text.get_ref<const std::string&>().size() > kLongestText)
            return wrong(name + " must be a text of at most " + std::to_string(kLongestText) + " bytes");
        claims[name] = text.get<std::string>();
    }
    return claims;
}

Result<StrokeEdits> read_edits(std::string_view body) {
    const Json json = object_of(body);
    const Json remove = json.is_null() ? json : list_of(json, "remove"),
               move = json.is_null() ? json : list_of(json, "move");
    if (!remove.is_array() || !move.is_array() || remove.size() + move.size() == 0)
        return wrong("single strokes are changed by a JSON object with lists to remove and to move");
    StrokeEdits edits;
    for (const Json& stroke : remove) {
        if (!is_stroke(stroke))
            return wrong("remove must be a list of numbers of strokes");
        edits.remove.push_back(stroke.get<int>());
    }
    for (const Json& one : move) {
        const bool whole = one.is_object() && one.contains("stroke") && is_stroke(one["stroke"]);
        Result<std::string> pass = whole ? text_of(one, "pass", kLongestName) : wrong("");
        if (!pass)
            return wrong("move must be a list of objects, each of a stroke and a pass");
        edits.move.push_back({one["stroke"].get<int>(), std::move(pass).value()});
    }
    return edits;
}

Result<std::string> read_new_name(std::string_view body) {
    const Json json = object_of(body);
    if (json.is_null())
        return wrong("a name is given by a JSON object");
    Result<std::string> name = text_of(json, "name", kLongestName);
    return name && name->find_first_not_of(' ') == std::string::npos ? wrong("the name is empty") : name;
}

Result<std::string> read_watch(std::string_view message) {
    if (message.size() > kLongestLiveMessage)
        return wrong("the message is too long");
    const Json json = object_of(message);
    const auto watched = json.find("watch");
    if (json.is_null() || json.size() != 1 || watched == json.end())
        return wrong("a page says what it watches, and nothing else");
    if (watched->is_null())
        return std::string();
    if (!watched->is_string() || !is_id(watched->get_ref<const std::string&>()))
        return wrong("watch must be the id of a painting, or null");
    return watched->get<std::string>();
}

}  // namespace allaprima
