#include "charts/palette_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "image/colour.h"
#include "pigment/recipe_book.h"
#include "rendering/render.h"

namespace allaprima {
namespace {

// Where things stand on the sheet, in pixels.
constexpr int kWidth = 1640, kChartMargin = 40, kChartGap = 20;
constexpr int kTitle = 90, kHeading = 70, kRow = 66, kSwatch = 54;
constexpr int kNames = 300, kMasstone = 160, kDrawdown = 430, kTint = 90;
constexpr int kMixtures = 46, kWidestMixture = 150;
constexpr int kFoot = 60;

constexpr std::array kTints = {1, 2, 4, 8, 16, 32, 64};
constexpr int kTintOfMixtures = 4;                       // parts of white to one of the two tubes
constexpr float kThickest = 0.15f, kThinnest = 0.002f;   // mm of film
constexpr float kWhiteCard = 0.88f, kBlackCard = 0.02f;  // reflectance inside the film
constexpr std::array kLightnesses = {35.0f, 50.0f, 65.0f, 80.0f};
constexpr Rgb kChartPaper{0.955f, 0.945f, 0.925f};
constexpr float kMillimetre = 5.0f;  // pixels

Shares only(size_t tube) {
    Shares shares{};
    shares[tube] = 1.0f;
    return shares;
}

/// As much of one tube as of the other, and so many parts of white to one part of both.
Shares mixed(size_t a, size_t b, size_t white, float parts_of_white) {
    Shares shares{};
    shares[a] += 0.5f;
    shares[b] += 0.5f;
    shares[white] += parts_of_white;
    for (float& share : shares)
        share /= 1.0f + parts_of_white;
    return shares;
}

/// The sheet while it is made: where the next section begins moves down it.
class Chart {
  public:
    Chart(const Palette& palette, const Lettering* lettering, const ThreadPool& workers)
        : palette_(palette),
          book_(palette),
          lettering_(lettering),
          workers_(workers),
          tubes_(palette.tubes.size()),
          white_(static_cast<size_t>(book_.whitest())) {}

    Image<Rgb> made() {
        sheet_ = brushed_sheet();
        write({.text = palette_.name,
               .x = kChartMargin,
               .y = kChartMargin + 36,
               .height = 40,
               .most_width = kWidth - 2 * kChartMargin});
        for (size_t tube = 0; tube < tubes_; ++tube)
            draw_tube(tube, row_of(tube));
        write_headings();
        draw_mixtures(mixtures_top());
        draw_gamut(gamut_top());
        return std::move(sheet_);
    }

  private:
    int row_of(size_t tube) const { return kChartMargin + kTitle + static_cast<int>(tube) * kRow; }
    int mixtures_top() const { return row_of(tubes_) + kHeading + 10; }
    int gamut_top() const { return mixtures_top() + static_cast<int>(tubes_) * kMixtures + kHeading + 10; }
    static constexpr int plane_side() {
        return (kWidth - 2 * kChartMargin - 3 * kChartGap) / 4 / kGamutCells * kGamutCells;
    }
    int height() const { return gamut_top() + plane_side() + kFoot; }

    static constexpr int kMasstoneAt = kChartMargin + kNames;
    static constexpr int kDrawdownAt = kMasstoneAt + kMasstone + kChartGap;
    static constexpr int kTintsAt = kDrawdownAt + kDrawdown + kChartGap;

    void fill(PixelRect where, Rgb colour) {
        for (int y = where.y0; y < where.y1; ++y)
            std::ranges::fill(
                sheet_.row(y).subspan(static_cast<size_t>(where.x0), static_cast<size_t>(where.width())),
                colour);
    }

    void write(const Label& label) {
        if (lettering_)
            lettering_->write(label, sheet_);
    }

    void write_small(const std::string& text, int x, int y, Label::Align align = Label::Align::Left) {
        write({.text = text, .x = x, .y = y, .height = 16, .align = align, .colour = {0.35f, 0.33f, 0.31f}});
    }

    /// Primed paper with a stroke of every tube on it, under the studio's light.
    Image<Rgb> brushed_sheet() const {
        Plan plan{.width_mm = kWidth / kMillimetre,
                  .height_mm = static_cast<float>(height()) / kMillimetre,
                  .ground = kChartPaper,
                  .planned_pixel_mm = 0.4f,
                  .materials = {.palette = palette_, .brushes = {Brush{}}, .support = Support::Paper},
                  .passes = {},
                  .strokes = {}};
        for (size_t tube = 0; tube < tubes_; ++tube) {
            const float y = (static_cast<float>(row_of(tube)) + 0.5f * kSwatch) / kMillimetre;
            const float from = (kMasstoneAt + 4) / kMillimetre,
                        to = (kMasstoneAt + kMasstone - 4) / kMillimetre;
            Stroke stroke{.path = {{Vec2{from, y}, Vec2{0.5f * (from + to), y}, Vec2{to, y}}},
                          .width_start = kSwatch / kMillimetre,
                          .width_end = kSwatch / kMillimetre,
                          .paint = {.colour = book_.shown(only(tube)), .shares = only(tube)},
                          .load = 1.0f,
                          .seed = tube};
            plan.strokes.push_back(stroke);
        }
        plan.passes = {{.name = "masstones", .strokes = static_cast<int>(tubes_)}};
        return render_picture(plan, {.size = {kWidth, height()}, .light = {}}, workers_).colour;
    }

    void draw_tube(size_t tube, int top) {
        write({.text = fmt::format("{}  {}", tube + 1, palette_.tubes[tube].name),
               .x = kChartMargin,
               .y = top + 26,
               .height = 18,
               .most_width = kNames - 8});
        write_small(palette_.tubes[tube].colour_index, kChartMargin, top + 48);
        draw_drawdown(tube, top);
        int x = kTintsAt;
        for (const int parts : kTints) {
            const Shares tint = mixed(tube, tube, white_, static_cast<float>(parts));
            fill({x, top, x + kTint - 6, top + kSwatch}, book_.shown(tint));
            x += kTint;
        }
    }

    /// Films of every thickness, over a card whose upper half is white and whose lower is black.
    void draw_drawdown(size_t tube, int top) {
        const Medium medium = medium_of(palette_, only(tube));
        for (int x = 0; x < kDrawdown; ++x) {
            const float along = static_cast<float>(x) / (kDrawdown - 1);
            const float thickness = kThickest * std::pow(kThinnest / kThickest, along);
            const int left = kDrawdownAt + x;
            fill({left, top, left + 1, top + kSwatch / 2}, seen(medium, thickness, kWhiteCard));
            fill({left, top + kSwatch / 2, left + 1, top + kSwatch}, seen(medium, thickness, kBlackCard));
        }
    }

    Rgb seen(const Medium& medium, float thickness, float card) const {
        Spectrum beneath;
        beneath.fill(card);
        const Xyz xyz = seen_under(film(medium, thickness, beneath), Illuminant::D65);
        const Rgb colour = srgb_from_linear(book_.exposure().shown(xyz));
        return {std::clamp(colour.r, 0.0f, 1.0f), std::clamp(colour.g, 0.0f, 1.0f),
                std::clamp(colour.b, 0.0f, 1.0f)};
    }

    void write_headings() {
        const int y = row_of(0) - 14;
        write_small("as the brush lays it", kMasstoneAt, y);
        write_small("drawn down over white and black, thick to thin", kDrawdownAt, y);
        for (size_t i = 0; i < kTints.size(); ++i)
            write_small(fmt::format("1 : {}", kTints[i]), kTintsAt + static_cast<int>(i) * kTint, y);
        write_small("tinted with white", kWidth - kChartMargin, y - 24, Label::Align::Right);
    }

    void draw_mixtures(int top) {
        write_small(
            fmt::format("two tubes in equal parts (lower left), and with {} parts of {} to one (upper right)",
                        kTintOfMixtures, palette_.tubes[white_].name),
            kChartMargin, top - 40);
        const int count = static_cast<int>(tubes_);
        const int cell = std::min(kWidestMixture, (kWidth - 2 * kChartMargin - kNames) / count);
        for (int row = 0; row < count; ++row) {
            const int y = top + row * kMixtures;
            write({.text = fmt::format("{}  {}", row + 1, palette_.tubes[static_cast<size_t>(row)].name),
                   .x = kChartMargin,
                   .y = y + 28,
                   .height = 18,
                   .most_width = kNames - 8});
            write_small(fmt::format("{}", row + 1), kMasstoneAt + row * cell + cell / 2, top - 10,
                        Label::Align::Centre);
            for (int column = 0; column < count; ++column) {
                const int x = kMasstoneAt + column * cell;
                const Shares shares = mixed(static_cast<size_t>(row), static_cast<size_t>(column), white_,
                                            column > row ? kTintOfMixtures : 0.0f);
                fill({x, y, x + cell - 4, y + kMixtures - 4}, book_.shown(shares));
            }
        }
    }

    void draw_gamut(int top) {
        write_small(
            "colours of a screen that these tubes reach (filled) and do not reach (dots); a* to the right, "
            "b* upwards",
            kChartMargin, top - 40);
        int left = kChartMargin;
        for (const float lightness : kLightnesses) {
            write_small(fmt::format("L* {:g}", lightness), left, top - 10);
            draw_plane(gamut_plane(book_, lightness, workers_), left, top);
            left += plane_side() + kChartGap;
        }
    }

    void draw_plane(const Image<GamutCell>& plane, int left, int top) {
        constexpr int kCell = plane_side() / kGamutCells, kDot = 3;
        for (int row = 0; row < kGamutCells; ++row)
            for (int column = 0; column < kGamutCells; ++column) {
                const GamutCell& cell = plane.at(column, row);
                if (!cell.on_screen)
                    continue;
                const int size = cell.in_reach ? kCell : kDot;
                const int x = left + column * kCell + (kCell - size) / 2;
                const int y = top + row * kCell + (kCell - size) / 2;
                fill({x, y, x + size, y + size}, cell.colour);
            }
    }

    const Palette& palette_;
    RecipeBook book_;
    const Lettering* lettering_;
    const ThreadPool& workers_;
    size_t tubes_, white_;
    Image<Rgb> sheet_;
};

}  // namespace

Picture palette_chart(const Palette& palette, const Lettering* lettering, const ThreadPool& workers) {
    return {Chart(palette, lettering, workers).made(), {}};
}

}  // namespace allaprima
