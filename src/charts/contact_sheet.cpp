#include "charts/contact_sheet.h"

#include <algorithm>

#include "base/check.h"

namespace allaprima {
namespace {

// Where things stand on the sheet, in pixels.
constexpr int kMargin = 30, kGap = 24, kCaption = 34;
constexpr Rgb kPaper{0.955f, 0.945f, 0.925f};

void paste(const Image<Rgb>& panel, int left, int top, Image<Rgb>& sheet) {
    for (int y = 0; y < panel.height(); ++y)
        std::ranges::copy(panel.row(y), sheet.row(top + y).subspan(static_cast<size_t>(left)).begin());
}

}  // namespace

Picture contact_sheet(std::span<const Panel> panels, int columns, const Lettering* lettering) {
    ALLAPRIMA_CHECK(!panels.empty() && columns >= 1);
    const Size panel = panels.front().picture.size();
    const int across = std::min(columns, static_cast<int>(panels.size()));
    const int rows = (static_cast<int>(panels.size()) + across - 1) / across;
    Image<Rgb> sheet({2 * kMargin + across * panel.width + (across - 1) * kGap,
                      2 * kMargin + rows * (panel.height + kCaption) + (rows - 1) * kGap},
                     kPaper);
    for (size_t i = 0; i < panels.size(); ++i) {
        const int place = static_cast<int>(i);
        const int left = kMargin + place % across * (panel.width + kGap);
        const int top = kMargin + place / across * (panel.height + kCaption + kGap);
        paste(panels[i].picture, left, top, sheet);
        if (lettering)
            lettering->write({.text = panels[i].caption,
                              .x = left,
                              .y = top + panel.height + 24,
                              .height = 18,
                              .most_width = panel.width},
                             sheet);
    }
    return {std::move(sheet), {}};
}

}  // namespace allaprima
