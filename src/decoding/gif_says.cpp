#include "decoding/gif_says.h"

#include <array>
#include <fstream>
#include <string_view>
#include <utility>
#include <vector>

#include "decoding/bytes_of_file.h"

namespace allaprima {
namespace {

constexpr int kExtension = 0x21, kApplication = 0xff;
constexpr std::string_view kProfileMark = "ICCRGBG1012";

/// Passes over the screen's description and its table of colours.
void skip_screen(std::istream& file) {
    std::array<char, 13> screen{};
    file.read(screen.data(), screen.size());
    const auto flags = static_cast<unsigned char>(screen[10]);
    if (flags & 0x80)
        file.ignore(3 << ((flags & 7) + 1));
}

/// The bytes of an extension's blocks, each of which begins with its length; the last is empty.
std::vector<std::string> read_blocks(std::istream& file) {
    std::vector<std::string> blocks;
    size_t together = 0;
    for (int length = file.get(); file && length > 0; length = file.get()) {
        std::string block(static_cast<size_t>(length), '\0');
        file.read(block.data(), length);
        together += block.size();
        if (together <= kMostProfileBytes)
            blocks.push_back(std::move(block));
    }
    return blocks;
}

}  // namespace

void read_gif_says(const std::string& path, PixelLayout& layout) {
    std::ifstream file(path, std::ios::binary);
    skip_screen(file);
    while (file.get() == kExtension) {
        const int label = file.get();
        const std::vector<std::string> blocks = read_blocks(file);
        if (!file || label != kApplication || blocks.empty() || blocks.front() != kProfileMark)
            continue;
        layout.profile.clear();
        for (size_t i = 1; i < blocks.size(); ++i)
            layout.profile.insert(layout.profile.end(), blocks[i].begin(), blocks[i].end());
        return;
    }
}

}  // namespace allaprima
