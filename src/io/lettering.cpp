#include "io/lettering.h"

#include <OpenImageIO/imagebuf.h>
#include <OpenImageIO/imagebufalgo.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace allaprima {
namespace {

/// Debian's, and where Fedora, Arch and others keep it.
constexpr std::array kFonts = {
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
    "/usr/share/fonts/TTF/DejaVuSans.ttf", "/usr/share/fonts/dejavu/DejaVuSans.ttf"};

/// What can be drawn of UTF-8: control characters become spaces, and letters beyond Latin-1, of which
/// OpenImageIO's text drawing takes the last byte for the letter, question marks.
std::string drawable(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool goes_on = (byte & 0xc0) == 0x80;
        if (goes_on && !safe.empty() && static_cast<unsigned char>(safe.back()) < 0x80)
            continue;  // of a letter that was replaced
        safe += byte < 0x20 || byte == 0x7f ? ' ' : byte > 0xc3 ? '?' : c;
    }
    return safe;
}

/// Without its last letter, which in UTF-8 may be several bytes.
void drop_last_letter(std::string& text) {
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80)
        text.pop_back();
    if (!text.empty())
        text.pop_back();
}

}  // namespace

std::optional<Lettering> Lettering::find() {
    std::error_code fault;
    for (const char* font : kFonts) {
        if (!std::filesystem::is_regular_file(font, fault))
            continue;
        // OpenImageIO may have been built without FreeType.
        Lettering lettering(font);
        if (lettering.width_of("a", 20) > 0)
            return lettering;
    }
    return std::nullopt;
}

int Lettering::width_of(const std::string& text, int height) const {
    const OIIO::ROI box = OIIO::ImageBufAlgo::text_size(text, height, font_);
    // Of what draws nothing the box is inside out.
    return box.defined() && box.xbegin < box.xend ? box.width() : 0;
}

std::string Lettering::shortened(const Label& label) const {
    std::string text = drawable(label.text);
    if (label.most_width <= 0 || width_of(text, label.height) <= label.most_width)
        return text;
    while (!text.empty() && width_of(text + "...", label.height) > label.most_width)
        drop_last_letter(text);
    return text + "...";
}

void Lettering::write(const Label& label, Image<Rgb>& picture) const {
    const std::string text = shortened(label);
    OIIO::ROI box = OIIO::ImageBufAlgo::text_size(text, label.height, font_);
    if (!box.defined() || box.xbegin >= box.xend)
        return;
    // Glyphs may reach a little beyond what is measured.
    constexpr int kMargin = 4;
    const int width = box.width();
    OIIO::ImageSpec spec(width + 2 * kMargin, box.height() + 2 * kMargin, 1, OIIO::TypeDesc::FLOAT);
    spec.x = box.xbegin - kMargin;
    spec.y = box.ybegin - kMargin;
    OIIO::ImageBuf ink(spec);
    OIIO::ImageBufAlgo::zero(ink);
    const float full = 1.0f;
    if (!OIIO::ImageBufAlgo::render_text(ink, 0, 0, text, label.height, font_, OIIO::cspan<float>(&full, 1)))
        return;
    const int left = label.x - (label.align == Label::Align::Left     ? 0
                                : label.align == Label::Align::Centre ? width / 2
                                                                      : width);
    for (OIIO::ImageBuf::ConstIterator<float> at(ink); !at.done(); ++at) {
        const int x = left + at.x(), y = label.y + at.y();
        if (x >= 0 && y >= 0 && x < picture.width() && y < picture.height())
            picture.at(x, y) = lerp(picture.at(x, y), label.colour, std::clamp(at[0], 0.0f, 1.0f));
    }
}

}  // namespace allaprima
