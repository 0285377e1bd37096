#include "verifying/verified_kind.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <string_view>

#include "files/ordinary_file.h"
#include "pictures/read_photo.h"

namespace allaprima {
namespace {

/// Larger than the beginning of an SVG that tells what it is.
constexpr size_t kHead = 4096;

Result<std::string> head_of(const std::string& path) {
    const Result<FileToRead> file = open_ordinary_file(path);
    if (!file)
        return file.error();
    std::string head(kHead, '\0');
    head.resize(std::fread(head.data(), 1, head.size(), file->get()));
    return head;
}

bool is_called_painting(const std::string& path) {
    std::string ending = std::filesystem::path(path).extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending == ".alla";
}

/// Of pictures that carry what can be verified and that are not read as photographs.
bool begins_as_further_picture(std::string_view head) {
    return head.starts_with("8BPS") || head.substr(0, 12).find("ftyp") == 4 ||
           head.find("<svg") != std::string_view::npos;
}

}  // namespace

Result<VerifiedKind> kind_to_verify(const std::string& path) {
    const Result<std::string> head = head_of(path);
    if (!head)
        return head.error();
    if (head->starts_with("SQLite format 3") || is_called_painting(path))
        return VerifiedKind::Painting;
    if (is_picture_file(path) || begins_as_further_picture(*head))
        return VerifiedKind::Picture;
    return Error{fmt::format("{} is neither a painting file nor a picture", path), true};
}

}  // namespace allaprima
