#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "files/temporary_folder.h"
#include "model/wish.h"
#include "studio/route.h"

namespace allaprima {

/// A request that was let in, with its body.
struct StudioRequest {
    Route route;
    std::string body;                ///< JSON; of an upload it lies in the file instead.
    std::filesystem::path uploaded;  ///< Where an upload came to lie; it is taken away afterwards.
    std::string encodings;           ///< What the page can unpack.
    std::function<bool()> abandoned = [] { return false; };  ///< Nobody waits for the answer any more.
};

/// What is said to it.
struct StudioAnswer {
    int status = 200;  ///< Of HTTP.
    std::string type = "application/json";
    std::string body;
    std::filesystem::path file;                    ///< In place of the body, where it is not empty.
    std::shared_ptr<TemporaryFolder> folder = {};  ///< What the file lies in until it is sent.
    std::vector<std::pair<std::string, std::string>> headers = {};
};

StudioAnswer json_answer(int status, const nlohmann::ordered_json& json);

/// {"error": …}, with the setting that is at fault where there is one.
StudioAnswer error_answer(int status, const std::string& why, const std::string& setting = "");

/// The setting that an error of usage begins with; empty where it begins with none.
std::string setting_in(const std::string& message, const Wishes& wishes);

/// The same of an error of the program: a wrong request, or a disk that took nothing more.
StudioAnswer error_answer(const Error& error);

}  // namespace allaprima
