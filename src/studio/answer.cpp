#include "studio/answer.h"

#include "studio/rows.h"

namespace allaprima {
namespace {

constexpr int kBadRequest = 400, kFailed = 500, kFull = 507;

/// The system's words for what a full disk, a quota or a limit of size says.
bool tells_of_no_room(const std::string& message) {
    for (const char* words : {"No space left", "Disk quota exceeded", "File too large", "disk is full"})
        if (message.find(words) != std::string::npos)
            return true;
    return false;
}

}  // namespace

StudioAnswer json_answer(int status, const nlohmann::ordered_json& json) {
    return {.status = status, .body = json_text(json), .file = {}};
}

StudioAnswer error_answer(int status, const std::string& why, const std::string& setting) {
    nlohmann::ordered_json json{{"error", why}};
    if (!setting.empty())
        json["setting"] = setting;
    return json_answer(status, json);
}

StudioAnswer error_answer(const Error& error) {
    return error_answer(tells_of_no_room(error.message) ? kFull
                        : error.usage                   ? kBadRequest
                                                        : kFailed,
                        error.message);
}

std::string setting_in(const std::string& message, const Wishes& wishes) {
    for (const Wish& wish : wishes)
        if (message.starts_with(wish.setting + " ") || message.starts_with(wish.setting + ":"))
            return wish.setting;
    return "";
}

}  // namespace allaprima
