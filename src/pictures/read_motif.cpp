#include "pictures/read_motif.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <span>
#include <vector>

#include "codecs/animation.h"
#include "codecs/picture_format.h"
#include "files/digest.h"
#include "pictures/read_svg.h"

namespace allaprima {
namespace {

/// Whether the text's first mark, after a byte order mark and spaces, opens a tag. No picture begins so.
bool looks_like_svg(std::span<const uint8_t> head) {
    size_t at = head.size() >= 3 && head[0] == 0xef && head[1] == 0xbb && head[2] == 0xbf ? 3 : 0;
    while (at < head.size() && (head[at] == ' ' || head[at] == '\t' || head[at] == '\r' || head[at] == '\n'))
        ++at;
    return at < head.size() && head[at] == '<';
}

Result<Photo> named(Result<Photo> photo, const std::string& path) {
    if (!photo)
        return Error{"cannot read " + path + ": " + photo.error().message};
    const Result<std::string> digest = sha256_of_file(path);
    if (!digest)
        return digest.error();
    photo->name = std::filesystem::path(path).filename().string();
    photo->digest = *digest;
    return photo;
}

}  // namespace

Result<Photo> read_motif(const std::string& path, const ReadLimits& limits, int long_side) {
    std::error_code ignored;
    std::vector<uint8_t> head(kPictureHeadBytes);
    if (std::filesystem::is_regular_file(path, ignored)) {
        std::ifstream file(path, std::ios::binary);
        file.read(reinterpret_cast<char*>(head.data()), static_cast<std::streamsize>(head.size()));
        head.resize(static_cast<size_t>(std::max<std::streamsize>(file.gcount(), 0)));
        if (looks_like_svg(head))
            return named(read_svg(path, limits, long_side), path);
        if (is_animated(path))
            return Error{"cannot read " + path +
                         ": it is animated; save the one picture of it that you mean as a PNG"};
    }
    return read_photo(path, limits, long_side);
}

}  // namespace allaprima
