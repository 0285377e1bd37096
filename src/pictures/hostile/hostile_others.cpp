#include <algorithm>
#include <iterator>

#include "pictures/hostile/byte_text.h"
#include "pictures/hostile/hostile_pictures.h"
#include "pictures/hostile/other_bytes.h"

namespace allaprima::testing {
namespace {

std::vector<HostilePicture> gif_files() {
    const std::string head = gif_head(40, 30);
    std::string film = head;
    for (int frame = 0; frame < 6; ++frame)
        film += gif_frame({2 * frame, 0, 20, 30}, frame % 4);
    const std::string still = head + gif_frame({0, 0, 40, 30}, 1);
    return {
        {"gif-of-6-frames.gif", film + ";", Size{40, 30}},
        {"gif-second-frame-far-outside.gif", still + gif_frame({0xffff, 0xffff, 40, 30}, 2) + ";",
         Size{40, 30}},
        {"gif-frame-larger-than-the-canvas.gif", head + cut(gif_frame({0, 0, 0xffff, 0x2929}, 1), 18)},
        {"gif-of-no-width.gif", gif_head(0, 30) + gif_frame({0, 0, 0, 30}, 1) + ";"},
        {"gif-canvas-65535x65535.gif", gif_head(0xffff, 0xffff) + gif_frame({0, 0, 8, 8}, 1) + ";"},
        {"gif-cut-in-the-pixels.gif", cut(still, still.size() - 40)},
        {"gif-cut-in-the-header.gif", cut(still, 9)},
    };
}

std::vector<HostilePicture> bmp_files() {
    const std::string whole = bmp_file({.width = 10, .height = 6});
    return {
        {"bmp-bottom-up.bmp", whole, Size{10, 6}},
        {"bmp-top-down.bmp", bmp_file({.width = 10, .height = -6}), Size{10, 6}},
        {"bmp-runs-broken.bmp", bmp_file({.width = 10, .height = 6, .depth = 8, .compression = 1})},
        {"bmp-3-million-by-2-million.bmp", bmp_file({.width = 3'000'000, .height = 2'000'000})},
        {"bmp-largest-width.bmp", bmp_file({.width = 0x7fffffff, .height = 6, .depth = 8})},
        {"bmp-negative-width.bmp", bmp_file({.width = -10, .height = 6})},
        {"bmp-most-negative-height.bmp", bmp_file({.width = 10, .height = INT32_MIN})},
        {"bmp-of-no-height.bmp", bmp_file({.width = 10, .height = 0})},
        {"bmp-colour-table-too-short.bmp", bmp_file({.width = 10, .height = 6, .depth = 8, .colours = 3})},
        {"bmp-cut-in-the-pixels.bmp", cut(whole, whole.size() - 70)},
        {"bmp-cut-in-the-header.bmp", cut(whole, 40)},
    };
}

std::vector<HostilePicture> tiff_files() {
    const std::string whole = tiff_file({.width = 24, .height = 16});
    return {
        {"tiff-grey.tif", whole, Size{24, 16}},
        {"tiff-page-0-of-0.tif", tiff_file({.width = 24, .height = 16, .more = {{297, 3, 2, 0}}}),
         Size{24, 16}},
        {"tiff-306-million-channels.tif",
         tiff_file({.width = 10, .height = 8, .more = {{277, 4, 1, 0x12120092}}})},
        {"tiff-65535x65535.tif", tiff_file({.width = 0xffff, .height = 0xffff})},
        {"tiff-of-no-width.tif", tiff_file({.width = 0, .height = 16})},
        {"tiff-pixels-outside.tif", tiff_file({.width = 24, .height = 16, .pixels_at = 0x7ffffff0})},
        {"tiff-tiles-of-no-size.tif",
         tiff_file({.width = 24, .height = 16, .more = {{322, 4, 1, 0}, {323, 4, 1, 0}}})},
        {"tiff-jpeg-inside-is-noise.tif", tiff_file({.width = 24, .height = 16, .compression = 7})},
        {"tiff-lzw-of-noise.tif", tiff_file({.width = 24, .height = 16, .compression = 5})},
        {"tiff-depth-4711.tif", tiff_file({.width = 24, .height = 16, .depth = 4711})},
        {"tiff-cut-in-the-pixels.tif", cut(whole, whole.size() - 100)},
        {"tiff-cut-in-the-directory.tif", cut(whole, 40)},
        {"tiff-directory-outside.tif", cut(whole, 4) + little(0x7ffffff0, 4)},
        {"tiff-mark-and-noise.tif", cut(whole, 8) + noise(200, 17)},
    };
}

std::vector<HostilePicture> webp_files() {
    const std::string pixels = webp_even_pixels(16, 9);
    const std::string whole = webp_file(webp_chunk("VP8L", pixels));
    const std::string looks =
        webp_chunk("VP8X", bytes({0x04, 0, 0, 0}) + little(15, 3) + little(8, 3)) +
        webp_chunk("VP8L", pixels) +
        webp_chunk("XMP ", R"(<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"></svg>)");
    return {
        {"webp-looks-like-svg.webp", webp_file(looks), Size{16, 9}},
        {"webp-even.webp", whole, Size{16, 9}},
        {"webp-canvas-of-16-million-squared.webp",
         webp_file(webp_chunk("VP8X", bytes({0, 0, 0, 0}) + little(0xffffff, 3) + little(0xffffff, 3)) +
                   webp_chunk("VP8L", pixels))},
        {"webp-cut.webp", cut(whole, whole.size() - 8)},
        {"webp-noise-inside.webp",
         webp_file(webp_chunk("VP8 ", bytes({0x10, 0x02, 0x00, 0x9d, 0x01, 0x2a}) + little(16, 2) +
                                          little(9, 2) + noise(200, 23)))},
    };
}

/// What is no picture that is read, whatever its name.
std::vector<HostilePicture> other_kinds() {
    const std::string box = "ftypavif" + big(0, 4) + "avifmif1miaf";
    return {
        {"avif-17000x17000.avif", big(box.size() + 4, 4) + box + big(28, 4) + "ispe" + big(0, 4) +
                                      big(17000, 4) + big(17000, 4) + noise(60, 29)},
        {"heic-head-and-noise.heic", big(20, 4) + "ftypheic" + big(0, 4) + "heic" + noise(200, 31)},
        {"exr-head-and-noise.exr", bytes({0x76, 0x2f, 0x31, 0x01, 2, 0, 0, 0}) + noise(200, 37)},
        {"ico-of-65535x65535.ico", bytes({0, 0, 1, 0, 1, 0, 16, 16, 2, 0, 1, 0, 1, 0}) + little(64, 4) +
                                       little(22, 4) + little(40, 4) + little(0xffff0000, 4) +
                                       little(0xffff0000, 4) + std::string(52, '\0')},
        {"blp-head-and-noise.blp", "BLP2" + little(1, 4) + bytes({2, 1, 0, 50}) + noise(200, 41)},
        {"jpeg-2000-of-no-size.j2k",
         bytes({0xff, 0x4f, 0xff, 0x51, 0, 41}) + std::string(38, '\0') + noise(100, 43)},
        {"html-named.jpg", "<!doctype html><html><script>alert('no')</script></html>"},
        {"mvg-named.png",
         "push graphic-context\nviewbox 0 0 64 48\nimage over 0,0 0,0 'url(http://127.0.0.1:9/no.png)'\n"
         "pop graphic-context\n"},
        {"svg-entity-of-a-file.svg",
         "<?xml version=\"1.0\"?>\n<!DOCTYPE svg [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>\n"
         "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"40\"><text "
         "y=\"20\">&f;</text></svg>\n"},
        {"svg-entities-of-entities.svg", svg_of_entities()},
        {"svgz-cut.svgz", bytes({0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3}) + noise(150, 47)},
    };
}

}  // namespace

std::vector<HostilePicture> hostile_other_files() {
    std::vector<HostilePicture> all;
    for (std::vector<HostilePicture> some :
         {gif_files(), bmp_files(), tiff_files(), webp_files(), other_kinds()})
        std::ranges::move(some, std::back_inserter(all));
    return all;
}

std::vector<HostilePicture> hostile_pictures() {
    std::vector<HostilePicture> all;
    for (std::vector<HostilePicture> some :
         {hostile_png_files(), hostile_jpeg_files(), hostile_other_files()})
        std::ranges::move(some, std::back_inserter(all));
    return all;
}

HostilePicture hostile_picture(const std::string& name) {
    const std::vector<HostilePicture> all = hostile_pictures();
    const auto found = std::ranges::find(all, name, &HostilePicture::name);
    return found == all.end() ? HostilePicture{name, {}} : *found;
}

}  // namespace allaprima::testing
