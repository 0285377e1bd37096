#include "pictures/read_photo.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <new>

#include "base/one_line.h"
#include "codecs/animation.h"
#include "codecs/pixel_source.h"
#include "codecs/rare_formats.h"
#include "files/digest.h"
#include "image/filters.h"
#include "pictures/decode_photo.h"

namespace allaprima {

namespace {

namespace fs = std::filesystem;

std::string in_megabytes(size_t bytes) {
    return std::to_string((bytes >> 20) + 1) + " MB";
}

Status check_pixels(Size size, const ReadLimits& limits) {
    if (size.width < 1 || size.height < 1)
        return Error{"its header says that it is " + std::to_string(size.width) + " x " +
                     std::to_string(size.height) + " pixels; get a whole copy of it"};
    if (size.area() > limits.pixels)
        return Error{"it is " + std::to_string(size.width) + " x " + std::to_string(size.height) +
                     " pixels, more than the " + std::to_string(limits.pixels / 1'000'000) +
                     " megapixels that are read; make it smaller first"};
    return Done{};
}

Status check_memory(size_t bytes, const ReadLimits& limits) {
    if (bytes > limits.memory_bytes)
        return Error{"it would take " + in_megabytes(bytes) + " to read, more than the " +
                     in_megabytes(limits.memory_bytes - 1) + " that are allowed; make it smaller first"};
    return Done{};
}

Result<std::vector<uint8_t>> read_head(const std::string& path) {
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    if (!fs::exists(status))
        return Error{"there is no such file"};
    if (!fs::is_regular_file(status))
        return Error{"it is not a file"};
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error{std::string("it cannot be opened: ") + std::strerror(errno)};
    std::vector<uint8_t> head(kPictureHeadBytes);
    file.read(reinterpret_cast<char*>(head.data()), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<size_t>(file.gcount()));
    if (head.empty())
        return Error{"it is empty; get a whole copy of it"};
    return head;
}

Status check_header(PictureFormat format, std::span<const uint8_t> head, const ReadLimits& limits) {
    const Result<HeaderFacts> facts = read_header_facts(format, head);
    if (!facts)
        return facts.error();
    if (!facts->size)
        return Done{};
    if (const Status pixels = check_pixels(*facts->size, limits); !pixels)
        return pixels;
    return check_memory(
        static_cast<size_t>(facts->size->area()) * static_cast<size_t>(facts->held_bytes_per_pixel), limits);
}

Error not_read(std::span<const uint8_t> head) {
    const std::string_view name = name_of_unread(head);
    return {
        fmt::format("it is {}not a JPEG, PNG, TIFF, WebP, HEIC, AVIF, BMP, GIF or EXR picture; convert it "
                    "to one of these",
                    name.empty() ? "" : fmt::format("{}, ", name))};
}

OpenedSource open_source(const std::string& path, const ReadLimits& limits, int long_side) {
    const Result<std::vector<uint8_t>> head = read_head(path);
    if (!head)
        return head.error();
    const std::optional<PictureFormat> format = recognise_format(*head);
    if (!format)
        return not_read(*head);
    if (const Status header = check_header(*format, *head, limits); !header)
        return header.error();
    const SourceLimits source_limits{limits.pixels, limits.memory_bytes, limits.seconds, long_side};
    switch (*format) {
        case PictureFormat::Jpeg:
            return open_jpeg(path, source_limits);
        case PictureFormat::Png:
            return open_png(path);
        case PictureFormat::Tiff:
            return open_tiff(path, source_limits);
        case PictureFormat::WebP:
            return open_webp(path, source_limits);
        default:
            return open_rare(path, *format, source_limits);
    }
}

/// The size that the photograph gets, before it is turned upright.
Size target_size(const PixelLayout& layout, int long_side) {
    if (long_side <= 0 || layout.stored_size.long_side() <= long_side)
        return layout.size;
    const Size wanted = with_long_side(layout.stored_size, long_side);
    return {std::min(wanted.width, layout.size.width), std::min(wanted.height, layout.size.height)};
}

size_t reckoned_bytes(const PixelLayout& layout, Size target) {
    const size_t photo = static_cast<size_t>(target.area()) * (layout.alpha ? 16 : 12);
    const size_t band = static_cast<size_t>(layout.band) * layout.row_bytes();
    const size_t row = static_cast<size_t>(layout.size.width) * (sizeof(Rgb) + 5 * sizeof(float));
    return layout.held_bytes + photo + band + row;
}

Result<Photo> read_unnamed(const std::string& path, const ReadLimits& limits, int long_side) {
    OpenedSource source = open_source(path, limits, long_side);
    if (!source)
        return source.error();
    const PixelLayout& layout = (*source)->layout();
    if (const Status pixels = check_pixels(layout.stored_size, limits); !pixels)
        return pixels.error();
    const Size target = target_size(layout, long_side);
    if (const Status memory = check_memory(reckoned_bytes(layout, target), limits); !memory)
        return memory.error();
    return decode_photo(**source, target);
}

/// Decoders report most troubles, but throw some.
Result<Photo> read_without_throwing(const std::string& path, const ReadLimits& limits, int long_side) {
    try {
        return read_unnamed(path, limits, long_side);
    } catch (const std::bad_alloc&) {
        return Error{"there is not enough memory to read it; make it smaller first"};
    } catch (const std::exception& trouble) {
        return Error{"it is damaged (" + one_line(trouble.what()) + "); get a whole copy of it"};
    }
}

}  // namespace

Result<Photo> read_photo(const std::string& path, const ReadLimits& limits, int long_side) {
    Result<Photo> photo = read_without_throwing(path, limits, long_side);
    if (!photo)
        return Error{"cannot read " + path + ": " + photo.error().message};
    const Result<std::string> digest = sha256_of_file(path);
    if (!digest)
        return digest.error();
    photo->name = fs::path(path).filename().string();
    photo->digest = *digest;
    photo->is_first_frame = is_animated(path);
    return photo;
}

Result<PictureFacts> read_picture_facts(const std::string& path, const ReadLimits& limits) {
    const OpenedSource source = open_source(path, limits, 0);
    if (!source)
        return Error{"cannot read " + path + ": " + source.error().message};
    const PixelLayout& layout = (*source)->layout();
    return PictureFacts{static_cast<int>(8 * layout.sample_bytes()), layout.profile};
}

bool is_picture_file(const std::string& path) {
    const Result<std::vector<uint8_t>> head = read_head(path);
    return head && recognise_format(*head).has_value();
}

}  // namespace allaprima
