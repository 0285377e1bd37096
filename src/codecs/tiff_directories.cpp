#include "codecs/tiff_directories.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace allaprima {

namespace {

/// No photograph stands behind so many others.
constexpr size_t kMostDirectories = 200;
/// A picture is a thumbnail of one that has so many times its pixels.
constexpr long long kThumbnailShare = 4;

struct Candidate {
    uint64_t offset = 0;
    Size size;
    bool reduced = false;
    int orientation = 0;  ///< 0 where none is told.
};

Candidate candidate(TIFF* tiff) {
    uint32_t kind = 0;
    uint16_t old_kind = 0, orientation = 0;
    Candidate found{.offset = TIFFCurrentDirOffset(tiff), .size = size_in(tiff)};
    if (TIFFGetField(tiff, TIFFTAG_SUBFILETYPE, &kind) == 1)
        found.reduced = (kind & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) != 0;
    else if (TIFFGetField(tiff, TIFFTAG_OSUBFILETYPE, &old_kind) == 1)
        found.reduced = old_kind == OFILETYPE_REDUCEDIMAGE;
    if (TIFFGetField(tiff, TIFFTAG_ORIENTATION, &orientation) == 1 && orientation >= 1 && orientation <= 8)
        found.orientation = orientation;
    return found;
}

std::vector<uint64_t> sub_directories(TIFF* tiff) {
    uint16_t count = 0;
    const uint64_t* offsets = nullptr;
    if (TIFFGetField(tiff, TIFFTAG_SUBIFD, &count, &offsets) != 1 || !offsets)
        return {};
    return {offsets, offsets + count};
}

std::vector<Candidate> all_pictures(TIFF* tiff) {
    std::vector<Candidate> pictures;
    std::vector<uint64_t> below;
    do {
        pictures.push_back(candidate(tiff));
        const std::vector<uint64_t> more = sub_directories(tiff);
        below.insert(below.end(), more.begin(), more.end());
    } while (pictures.size() < kMostDirectories && TIFFReadDirectory(tiff) == 1);
    for (const uint64_t offset : below)
        if (pictures.size() < kMostDirectories && TIFFSetSubDirectory(tiff, offset) == 1)
            pictures.push_back(candidate(tiff));
    return pictures;
}

}  // namespace

Size size_in(TIFF* tiff) {
    constexpr uint32_t kLongest = 0x7fffffff;
    uint32_t width = 0, height = 0;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height);
    return {static_cast<int>(std::min(width, kLongest)), static_cast<int>(std::min(height, kLongest))};
}

TiffDirectory find_photograph(TIFF* tiff) {
    const std::vector<Candidate> pictures = all_pictures(tiff);
    const bool all_reduced = std::ranges::all_of(pictures, &Candidate::reduced);
    const auto counts = [&](const Candidate& picture) { return all_reduced || !picture.reduced; };
    long long largest = 0;
    for (const Candidate& picture : pictures)
        if (counts(picture))
            largest = std::max(largest, picture.size.area());
    const auto chosen = std::ranges::find_if(pictures, [&](const Candidate& picture) {
        return counts(picture) && picture.size.area() > largest / kThumbnailShare;
    });
    const Candidate& found = chosen == pictures.end() ? pictures.front() : *chosen;
    const int orientation = found.orientation > 0 ? found.orientation : pictures.front().orientation;
    TIFFSetSubDirectory(tiff, found.offset);
    return {found.offset, &found == &pictures.front(), std::max(orientation, 1)};
}

}  // namespace allaprima
