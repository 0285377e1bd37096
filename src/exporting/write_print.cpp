#include "exporting/write_print.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "exporting/mirrored_bleed.h"
#include "pages/pages_module.h"
#include "pictures/write_picture.h"

namespace allaprima {
namespace {

constexpr double kPointsPerInch = 72.0;
constexpr double kMarkGapMm = 1.0;   ///< Between the paint and the marks,
constexpr double kLeastGapMm = 3.0;  ///< and at least between the edge that is cut and the marks.
constexpr double kMarkLengthMm = 5.0;
constexpr double kMarginMm = 3.0;  ///< Outside of the marks.

/// What lies where on the sheet, in points from its lower left corner.
struct PrintLayout {
    double trim_width, trim_height;
    double bleed;   ///< Beyond the trim, on each side.
    double margin;  ///< From the trim to the border of the sheet.

    double sheet_width() const { return trim_width + 2.0 * margin; }
    double sheet_height() const { return trim_height + 2.0 * margin; }
};

/// Points from the edge that is cut to the marks.
double gap_to_marks(double bleed) {
    return std::max(bleed + kMarkGapMm * kPointsPerMm, kLeastGapMm * kPointsPerMm);
}

PrintLayout layout_of(const ExportJob& job, int bleed_pixels) {
    const double point = kPointsPerInch / job.dpi;  // Points in a pixel.
    const double bleed = bleed_pixels * point;
    const double around = job.asked.print.marks ? std::max(bleed, kMarkGapMm * kPointsPerMm) +
                                                      (kMarkLengthMm + kMarginMm) * kPointsPerMm
                                                : bleed;
    return {job.settings.size.width * point, job.settings.size.height * point, bleed, around};
}

/// A row in the colours of the print, 8 bits a channel.
std::vector<unsigned char> samples_of(std::span<const Rgb> row, OutputProfile* profile) {
    std::vector<float> samples(row.size() * static_cast<size_t>(profile ? profile->channels() : 3));
    if (profile)
        profile->convert(row, samples);
    else
        for (size_t i = 0; i < row.size(); ++i) {
            samples[3 * i] = row[i].r;
            samples[3 * i + 1] = row[i].g;
            samples[3 * i + 2] = row[i].b;
        }
    std::vector<unsigned char> bytes(samples.size());
    for (size_t i = 0; i < samples.size(); ++i)
        bytes[i] = static_cast<unsigned char>(std::lround(255.0f * std::clamp(samples[i], 0.0f, 1.0f)));
    return bytes;
}

/// Eight lines beside the corners, in the colour of all inks, so that they are on every plate.
std::string marks(const PrintLayout& layout) {
    const double gap = gap_to_marks(layout.bleed);
    const double length = kMarkLengthMm * kPointsPerMm;
    const double left = layout.margin, right = left + layout.trim_width;
    const double bottom = layout.margin, top = bottom + layout.trim_height;
    std::string text = "/All CS 1 SCN 0.25 w\n";
    for (const double x : {left, right}) {
        text += fmt::format("{:.4f} {:.4f} m {:.4f} {:.4f} l S\n", x, bottom - gap, x, bottom - gap - length);
        text += fmt::format("{:.4f} {:.4f} m {:.4f} {:.4f} l S\n", x, top + gap, x, top + gap + length);
    }
    for (const double y : {bottom, top}) {
        text += fmt::format("{:.4f} {:.4f} m {:.4f} {:.4f} l S\n", left - gap, y, left - gap - length, y);
        text += fmt::format("{:.4f} {:.4f} m {:.4f} {:.4f} l S\n", right + gap, y, right + gap + length, y);
    }
    return text;
}

std::string drawn(const PrintLayout& layout, bool with_marks) {
    return fmt::format("q {:.4f} 0 0 {:.4f} {:.4f} {:.4f} cm /Picture Do Q\n",
                       layout.trim_width + 2.0 * layout.bleed, layout.trim_height + 2.0 * layout.bleed,
                       layout.margin - layout.bleed, layout.margin - layout.bleed) +
           (with_marks ? marks(layout) : "");
}

/// Takes a file away at the end, whatever happens.
class PassingFile {
  public:
    explicit PassingFile(std::string path) : path_(std::move(path)) {}
    ~PassingFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    PassingFile(const PassingFile&) = delete;
    PassingFile& operator=(const PassingFile&) = delete;
    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

Error cannot_write(const ExportJob& job, const std::string& fault) {
    return {fmt::format("cannot write {}: {}", job.path, fault)};
}

Status write_samples(const ExportJob& job, MirroredBleed& bleed, CompressedFile& samples) {
    Status taken = Done{};
    const bool complete =
        render(job.plan, job.settings, job.workers, job.observer, [&](int, const Picture& rows) {
            taken = bleed.add(on_white(rows));
            return taken.ok();
        });
    const std::string fault = samples.finish();
    if (!taken)
        return taken;
    if (!complete)
        return stopped_export(job);
    if (!fault.empty())
        return cannot_write(job, fault);
    return Done{};
}

}  // namespace

Result<ExportNotes> write_print(const ExportJob& job, const std::string& file) {
    const Result<const PagesModule*> pages = pages_module();
    if (!pages)
        return pages.error();
    const Result<std::string> packet = packet_of(job);
    if (!packet)
        return packet.error();
    const auto bleed_pixels = static_cast<int>(std::ceil(job.asked.print.bleed_mm / 25.4 * job.dpi - 1e-6));
    const PrintLayout layout = layout_of(job, bleed_pixels);
    const PassingFile passing(file + ".samples");
    const std::unique_ptr<CompressedFile> samples = (*pages)->compressed_file(passing.path());
    if (!samples)
        return cannot_write(job, "no file can be made beside it");
    MirroredBleed bleed(job.settings.size, bleed_pixels, [&](std::span<const Rgb> row) {
        samples->add(samples_of(row, job.profile));
        return Status(Done{});
    });
    if (const Status written = write_samples(job, bleed, *samples); !written)
        return written.error();
    const double right = layout.sheet_width(), top = layout.sheet_height();
    const double trim = layout.margin, out = layout.margin - layout.bleed;
    const std::string fault = (*pages)->write_print_document(
        {.media = {0.0, 0.0, right, top},
         .trim = {trim, trim, trim + layout.trim_width, trim + layout.trim_height},
         .bleed = {out, out, right - out, top - out},
         .contents = drawn(layout, job.asked.print.marks),
         .width = bleed.size().width,
         .height = bleed.size().height,
         .channels = job.profile ? job.profile->channels() : 3,
         .profile = job.profile ? job.profile->bytes() : srgb_profile(),
         .intent = job.profile ? job.profile->report().device : std::string(),
         .samples_file = passing.path(),
         .xmp = *packet},
        file);
    if (!fault.empty())
        return cannot_write(job, fault);
    return ExportNotes{fmt::format("{:.1f} x {:.1f} mm when cut, at {:.0f} pixels per inch",
                                   layout.trim_width / kPointsPerMm, layout.trim_height / kPointsPerMm,
                                   job.dpi)};
}

}  // namespace allaprima
