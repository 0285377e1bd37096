#include "record/credentials_component.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "base/one_line.h"
#include "files/child_process.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

/// Hundreds of megabytes are hashed several times over.
constexpr int kMostSeconds = 300;

bool is_whole(const fs::path& folder) {
    std::error_code ignored;
    return fs::exists(folder / "credentials.mjs", ignored) &&
           fs::exists(folder / "node_modules/@contentauth/c2pa-node/dist/index.node", ignored);
}

}  // namespace

Result<std::string> find_credentials_component() {
    if (const char* named = std::getenv("ALLAPRIMA_CREDENTIALS"); named != nullptr && *named != '\0') {
        if (is_whole(named))
            return std::string(named);
        return Error{
            fmt::format("ALLAPRIMA_CREDENTIALS names {}, which is not an installed component for Content "
                        "Credentials: run scripts/set-up-credentials",
                        named)};
    }
    std::error_code ignored;
    const std::vector<fs::path> places{
        fs::read_symlink("/proc/self/exe", ignored).parent_path() / "credentials",
        ALLAPRIMA_CREDENTIALS_SOURCE};
    for (const fs::path& place : places)
        if (is_whole(place))
            return place.string();
    return Error{
        "the optional component for Content Credentials is not installed: run scripts/set-up-credentials, or "
        "name "
        "its folder in ALLAPRIMA_CREDENTIALS"};
}

Result<nlohmann::json> ask_credentials_component(const nlohmann::ordered_json& request) {
    const Result<std::string> folder = find_credentials_component();
    if (!folder)
        return folder.error();
    const std::string text = request.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    const Result<ChildAnswer> child = run_child({"node", (fs::path(*folder) / "credentials.mjs").string()},
                                                text, {.seconds = kMostSeconds});
    if (!child)
        return Error{
            fmt::format("Content Credentials need Node.js (Debian's nodejs): {}", child.error().message)};
    nlohmann::json answer = nlohmann::json::parse(child->output, nullptr, false);
    if (!answer.is_object())
        return Error{
            fmt::format("the component for Content Credentials failed: {}", one_line(child->errors))};
    if (answer.contains("error"))
        return Error{fmt::format("Content Credentials: {}",
                                 one_line(answer["error"].is_string() ? answer["error"].get<std::string>()
                                                                      : answer["error"].dump()))};
    return answer;
}

}  // namespace allaprima
