#include "studio/built_page.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>

#include "base/parts_folder.h"

namespace allaprima {

namespace fs = std::filesystem;

namespace {

constexpr uintmax_t kLargestFile = uintmax_t{16} << 20;

struct NamedType {
    std::string_view ending, type;
};
constexpr std::array kTypes{NamedType{".html", "text/html; charset=utf-8"},
                            NamedType{".js", "text/javascript; charset=utf-8"},
                            NamedType{".css", "text/css; charset=utf-8"},
                            NamedType{".svg", "image/svg+xml"},
                            NamedType{".png", "image/png"},
                            NamedType{".jpg", "image/jpeg"},
                            NamedType{".webp", "image/webp"},
                            NamedType{".ico", "image/x-icon"},
                            NamedType{".woff2", "font/woff2"},
                            NamedType{".json", "application/json"},
                            NamedType{".webmanifest", "application/manifest+json"},
                            NamedType{".wasm", "application/wasm"}};

std::string type_of(const std::string& path) {
    for (const NamedType& known : kTypes)
        if (path.ends_with(known.ending))
            return std::string(known.type);
    return "application/octet-stream";
}

constexpr const char* kNotBuilt =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Alla Prima</title>"
    "<p>The page of the studio is not built yet: run scripts/set-up-studio, and start the studio again.</p>"
    "</html>\n";

}  // namespace

BuiltPage::BuiltPage(const fs::path& folder) {
    std::error_code fault;
    if (folder.empty() || !fs::is_directory(folder, fault))
        return;
    for (fs::recursive_directory_iterator file(folder, fault), end; !fault && file != end;
         file.increment(fault)) {
        if (!file->is_regular_file() || file->file_size() > kLargestFile)
            continue;
        std::ifstream in(file->path(), std::ios::binary);
        files_["/" + fs::relative(file->path(), folder).generic_string()] =
            std::string{std::istreambuf_iterator<char>(in), {}};
    }
}

StudioAnswer BuiltPage::file(const std::string& path, const std::string& encodings) const {
    const std::string asked = path == "/" ? "/index.html" : path;
    const auto plain = files_.find(asked);
    if (plain == files_.end()) {
        if (path == "/")
            return {.type = "text/html; charset=utf-8", .body = kNotBuilt, .file = {}};
        return error_answer(404, "there is nothing at this address");
    }
    StudioAnswer answer{.type = type_of(asked), .body = plain->second, .file = {}};
    const bool named_by_digest = asked.starts_with("/assets/");
    answer.headers.emplace_back("Cache-Control",
                                named_by_digest ? "public, max-age=31536000, immutable" : "no-cache");
    for (const auto& [word, ending] : {std::pair{"br", ".br"}, std::pair{"gzip", ".gz"}})
        if (const auto packed = files_.find(asked + ending);
            packed != files_.end() && encodings.find(word) != std::string::npos) {
            answer.body = packed->second;
            answer.headers.emplace_back("Content-Encoding", word);
            break;
        }
    return answer;
}

fs::path find_built_page() {
    if (const char* named = std::getenv("ALLAPRIMA_STUDIO_PAGE"); named != nullptr && *named != '\0')
        return named;
    const std::optional<fs::path> parts = parts_folder();
    std::error_code ignored;
    for (const fs::path& place : {parts ? *parts / "studio" : fs::path(), fs::path(ALLAPRIMA_STUDIO_SOURCE)})
        if (!place.empty() && fs::exists(place / "index.html", ignored))
            return place;
    return {};
}

}  // namespace allaprima
