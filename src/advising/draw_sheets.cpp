#include "advising/draw_sheets.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "advising/show_palette.h"
#include "charts/brush_sample.h"
#include "charts/palette_chart.h"
#include "charts/study_sheet.h"
#include "pages/lettering.h"
#include "pictures/write_picture.h"

namespace allaprima {
namespace {

/// What writes on sheets.
struct SheetLettering {
    std::optional<Lettering> lettering;  ///< Empty where nothing can be written.
    std::vector<std::string> warnings =
        {};  ///< Why that is, or in which other font it writes; one line each.
};

SheetLettering lettering_of_sheets() {
    Result<Lettering> lettering = Lettering::find();
    if (!lettering)
        return {.lettering = std::nullopt,
                .warnings = {"nothing is written on the picture; " + lettering.error().message}};
    SheetLettering words{.lettering = std::move(lettering).value()};
    if (words.lettering->font() != Lettering::kFont)
        words.warnings.push_back(
            fmt::format("the font {} (Debian's fonts-dejavu-core) is not installed; the words on the picture "
                        "are written in {}",
                        Lettering::kFont, words.lettering->font()));
    return words;
}

/// @param draw makes the sheet; the lettering that it is given may be null.
template <typename Draw>
Result<std::vector<std::string>> draw_sheet(const Destination& sheet, Draw draw) {
    SheetLettering words = lettering_of_sheets();
    const Picture picture = draw(words.lettering ? &*words.lettering : nullptr);
    if (const Status written = write_picture(sheet.path, picture, {.replace = sheet.replace}); !written)
        return written.error();
    return std::move(words.warnings);
}

}  // namespace

Result<std::vector<std::string>> draw_brush_sample(const Brush& brush, const Destination& sheet,
                                                   const ThreadPool& workers) {
    return draw_sheet(sheet,
                      [&](const Lettering* lettering) { return brush_sample(brush, lettering, workers); });
}

Result<std::vector<std::string>> draw_palette_chart(const Palette& palette, const Destination& sheet,
                                                    const ThreadPool& workers) {
    if (const Status tubes = check_has_tubes(palette); !tubes)
        return tubes.error();
    return draw_sheet(sheet,
                      [&](const Lettering* lettering) { return palette_chart(palette, lettering, workers); });
}

Result<std::vector<std::string>> draw_contact_sheet(std::span<const Panel> panels, int columns,
                                                    const Destination& sheet) {
    return draw_sheet(sheet,
                      [&](const Lettering* lettering) { return contact_sheet(panels, columns, lettering); });
}

Result<std::vector<std::string>> draw_study(const Studied& studied, const Destination& sheet) {
    return draw_sheet(sheet, [&](const Lettering* lettering) {
        return study_sheet(studied.reference, studied.study, lettering);
    });
}

}  // namespace allaprima
