#include "rendering/framing.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "image/colour.h"
#include "rendering/frame_drawing.h"

namespace allaprima {
namespace {

constexpr double kShareOfMeanSide = 1.0 / 12.0;
/// Rows of a frame that are drawn at a time.
constexpr int kBand = 64;

int pixels_of(double mm, double per_mm) {
    return mm > 0.0 ? std::max(1, static_cast<int>(std::lround(mm * per_mm))) : 0;
}

Size with_border(Size size, int border) {
    return {size.width + 2 * border, size.height + 2 * border};
}

/// At which scale a canvas with a border is shown in a picture: where their shapes differ, as large as it
/// fits.
double pixels_per_mm(Size picture, Vec2 canvas_mm, double border_mm) {
    return std::min(picture.width / (static_cast<double>(canvas_mm.x) + 2.0 * border_mm),
                    picture.height / (static_cast<double>(canvas_mm.y) + 2.0 * border_mm));
}

double frame_mm(const Framing& framing, Vec2 canvas_mm) {
    if (framing.frame == FrameKind::None)
        return 0.0;
    const double mean = 0.5 * (static_cast<double>(canvas_mm.x) + static_cast<double>(canvas_mm.y));
    return framing.frame_mm > 0.0 ? framing.frame_mm : kShareOfMeanSide * mean;
}

/// Takes a painting's rows, and hands on those of the framed picture.
class Framer {
  public:
    Framer(const FrameDrawing& drawing, Size painting, int border, const ThreadPool& workers, RowSink sink)
        : drawing_(drawing),
          painting_(painting),
          border_(border),
          workers_(workers),
          sink_(std::move(sink)) {}

    bool add(int first_row, const Picture& rows) {
        if (first_row == 0 && !add_border(0))
            return false;
        if (!sink_(first_row + border_, around(first_row, rows)))
            return false;
        const int end = first_row + rows.size().height;
        return end < painting_.height || add_border(end + border_);
    }

  private:
    int width() const { return painting_.width + 2 * border_; }

    bool add_border(int first_row) {
        for (int done = 0; done < border_; done += kBand) {
            const int count = std::min(kBand, border_ - done);
            Picture rows{Image<Rgb>({width(), count}), {}};
            workers_.parallel_for(static_cast<size_t>(count), [&](size_t row) {
                const int y = static_cast<int>(row);
                for (int x = 0; x < width(); ++x)
                    rows.colour.at(x, y) = drawing_.beside(x, first_row + done + y);
            });
            if (!sink_(first_row + done, rows))
                return false;
        }
        return true;
    }

    Picture around(int first_row, const Picture& rows) const {
        const int count = rows.size().height;
        Picture whole{Image<Rgb>({width(), count}), {}};
        if (!rows.alpha.empty())
            whole.alpha = Image<float>(whole.size(), 1.0f);
        workers_.parallel_for(static_cast<size_t>(count), [&](size_t row) {
            const int y = static_cast<int>(row), in_whole = first_row + border_ + y;
            for (int x = 0; x < border_; ++x) {
                whole.colour.at(x, y) = drawing_.beside(x, in_whole);
                const int mirrored = width() - 1 - x;
                whole.colour.at(mirrored, y) = drawing_.beside(mirrored, in_whole);
            }
            for (int x = 0; x < painting_.width; ++x) {
                const float light = drawing_.light_on_paint(x + border_, in_whole);
                const Rgb paint = rows.colour.at(x, y);
                whole.colour.at(x + border_, y) =
                    light < 1.0f ? srgb_from_linear(linear_from_srgb(paint) * light) : paint;
                if (!rows.alpha.empty())
                    whole.alpha.at(x + border_, y) = rows.alpha.at(x, y);
            }
        });
        return whole;
    }

    FrameDrawing drawing_;
    Size painting_;
    int border_;
    const ThreadPool& workers_;
    RowSink sink_;
};

}  // namespace

bool is_framed(const Framing& framing) {
    return framing.frame != FrameKind::None || framing.mat_mm > 0.0;
}

Border border_of(const Framing& framing, Size painting, Vec2 canvas_mm) {
    const double per_mm = pixels_per_mm(painting, canvas_mm, 0.0);
    return {pixels_of(frame_mm(framing, canvas_mm), per_mm), pixels_of(framing.mat_mm, per_mm)};
}

Size framed_size(const Framing& framing, Size painting, Vec2 canvas_mm) {
    return with_border(painting, border_of(framing, painting, canvas_mm).width());
}

Size size_in_frame(const Framing& framing, Size framed, Vec2 canvas_mm) {
    const double border_mm = frame_mm(framing, canvas_mm) + framing.mat_mm;
    const double about = border_mm * pixels_per_mm(framed, canvas_mm, border_mm);
    const int most = (std::min(framed.width, framed.height) - 1) / 2;
    // Both widths are rounded: it is one of those nearby.
    constexpr int kNearby = 3;
    const int nearest = std::min(most, static_cast<int>(std::lround(about)));
    for (int border = std::max(0, nearest - kNearby); border <= std::min(most, nearest + kNearby); ++border)
        if (const Size inside = with_border(framed, -border);
            border_of(framing, inside, canvas_mm).width() == border)
            return inside;
    return with_border(framed, -std::max(0, nearest));
}

RowSink framed_rows(const Framing& framing, const RenderSettings& settings, Vec2 canvas_mm,
                    const ThreadPool& workers, RowSink sink) {
    if (!is_framed(framing))
        return sink;
    const Border border = border_of(framing, settings.size, canvas_mm);
    const double pixel_mm = 1.0 / pixels_per_mm(settings.size, canvas_mm, 0.0);
    const FrameDrawing drawing(framing, border, settings.size, static_cast<float>(pixel_mm), settings.light);
    const auto framer =
        std::make_shared<Framer>(drawing, settings.size, border.width(), workers, std::move(sink));
    return [framer](int first_row, const Picture& rows) { return framer->add(first_row, rows); };
}

}  // namespace allaprima
