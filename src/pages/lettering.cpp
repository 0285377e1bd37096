#include "pages/lettering.h"

#include "pages/pages_module.h"

namespace allaprima {
namespace {

/// Control characters become spaces.
std::string drawable(std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = ' ';
    return text;
}

/// Without its last letter, which in UTF-8 may be several bytes.
void drop_last_letter(std::string& text) {
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80)
        text.pop_back();
    if (!text.empty())
        text.pop_back();
}

}  // namespace

Result<Lettering> Lettering::find() {
    const Result<const PagesModule*> pages = pages_module();
    if (!pages)
        return pages.error();
    std::string font = (*pages)->font_taken_for(kFont);
    if (font.empty())
        return Error{
            "words on pictures need a font, and this machine has none: install DejaVu Sans (Debian's "
            "fonts-dejavu-core)"};
    return Lettering(**pages, std::move(font));
}

std::string Lettering::shortened(const Label& label) const {
    std::string text = drawable(label.text);
    const auto fits = [&](const std::string& shown) {
        return pages_->inked_box(shown, font_, label.height).width() <= label.most_width;
    };
    if (label.most_width <= 0 || fits(text))
        return text;
    while (!text.empty() && !fits(text + "..."))
        drop_last_letter(text);
    return text + "...";
}

void Lettering::write(const Label& label, Image<Rgb>& picture) const {
    const std::string text = shortened(label);
    const PixelRect box = pages_->inked_box(text, font_, label.height);
    const Image<float> ink = pages_->inked(text, font_, label.height);
    const int width = box.width();
    const int left = label.x + box.x0 -
                     (label.align == Label::Align::Left     ? 0
                      : label.align == Label::Align::Centre ? width / 2
                                                            : width);
    const int top = label.y + box.y0;
    for (int row = 0; row < ink.height(); ++row)
        for (int column = 0; column < ink.width(); ++column) {
            const int x = left + column, y = top + row;
            if (x >= 0 && y >= 0 && x < picture.width() && y < picture.height())
                picture.at(x, y) = lerp(picture.at(x, y), label.colour, ink.at(column, row));
        }
}

}  // namespace allaprima
