#include "exporting/write_print.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <qpdf/JSON.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/Pl_StdioFile.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "exporting/mirrored_bleed.h"
#include "io/write_picture.h"

namespace allaprima {
namespace {

constexpr double kPointsPerInch = 72.0;
constexpr double kPointsPerMm = kPointsPerInch / 25.4;
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

/// Compresses rows of samples into a file.
class SampleFile {
  public:
    explicit SampleFile(const std::string& path)
        : file_(std::fopen(path.c_str(), "wb"), &std::fclose),
          out_(file_ ? std::make_unique<Pl_StdioFile>("samples", file_.get()) : nullptr),
          flate_(out_ ? std::make_unique<Pl_Flate>("flate", out_.get(), Pl_Flate::a_deflate) : nullptr) {}

    bool open() const { return file_ != nullptr; }
    void add(std::span<const Rgb> row, OutputProfile* profile) {
        const auto channels = static_cast<size_t>(profile ? profile->channels() : 3);
        samples_.resize(row.size() * channels);
        if (profile)
            profile->convert(row, samples_);
        else
            for (size_t i = 0; i < row.size(); ++i) {
                samples_[3 * i] = row[i].r;
                samples_[3 * i + 1] = row[i].g;
                samples_[3 * i + 2] = row[i].b;
            }
        bytes_.resize(samples_.size());
        for (size_t i = 0; i < samples_.size(); ++i)
            bytes_[i] = static_cast<unsigned char>(std::lround(255.0f * std::clamp(samples_[i], 0.0f, 1.0f)));
        flate_->write(bytes_.data(), bytes_.size());
    }
    void finish() {
        flate_->finish();
        flate_.reset();
        out_.reset();
        file_.reset();
    }

  private:
    std::unique_ptr<FILE, int (*)(FILE*)> file_;
    std::unique_ptr<Pl_StdioFile> out_;
    std::unique_ptr<Pl_Flate> flate_;
    std::vector<float> samples_;
    std::vector<unsigned char> bytes_;
};

QPDFObjectHandle box(double x0, double y0, double x1, double y1) {
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    for (const double side : {x0, y0, x1, y1})
        array.appendItem(QPDFObjectHandle::newReal(side, 4));
    return array;
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

/// An ICC profile as a colour space.
QPDFObjectHandle profile_stream(QPDF& pdf, const std::vector<uint8_t>& bytes, int channels) {
    QPDFObjectHandle stream = pdf.newStream(std::string(bytes.begin(), bytes.end()));
    QPDFObjectHandle dictionary = stream.getDict();
    dictionary.replaceKey("/N", QPDFObjectHandle::newInteger(channels));
    const char* alternate = channels == 1 ? "/DeviceGray" : channels == 3 ? "/DeviceRGB" : "/DeviceCMYK";
    dictionary.replaceKey("/Alternate", QPDFObjectHandle::newName(alternate));
    return stream;
}

QPDFObjectHandle picture_stream(QPDF& pdf, const std::string& samples, Size size, QPDFObjectHandle colours) {
    std::ifstream in(samples, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    QPDFObjectHandle stream = pdf.newStream();
    stream.replaceStreamData(bytes, QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
    QPDFObjectHandle dictionary = stream.getDict();
    dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
    dictionary.replaceKey("/Width", QPDFObjectHandle::newInteger(size.width));
    dictionary.replaceKey("/Height", QPDFObjectHandle::newInteger(size.height));
    dictionary.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(8));
    dictionary.replaceKey("/ColorSpace", colours);
    return stream;
}

/// Says what press the colours are for.
void add_intent(QPDF& pdf, QPDFObjectHandle profile, const std::string& device) {
    QPDFObjectHandle intent = QPDFObjectHandle::newDictionary();
    intent.replaceKey("/Type", QPDFObjectHandle::newName("/OutputIntent"));
    intent.replaceKey("/S", QPDFObjectHandle::newName("/GTS_PDFX"));
    intent.replaceKey("/OutputConditionIdentifier", QPDFObjectHandle::newUnicodeString(device));
    intent.replaceKey("/Info", QPDFObjectHandle::newUnicodeString(device));
    intent.replaceKey("/DestOutputProfile", profile);
    QPDFObjectHandle list = QPDFObjectHandle::newArray();
    list.appendItem(intent);
    pdf.getRoot().replaceKey("/OutputIntents", list);
}

void add_page(QPDF& pdf, const ExportJob& job, const PrintLayout& layout, const std::string& samples,
              Size size) {
    const int channels = job.profile ? job.profile->channels() : 3;
    QPDFObjectHandle profile =
        profile_stream(pdf, job.profile ? job.profile->bytes() : srgb_profile(), channels);
    if (job.profile)
        add_intent(pdf, profile, job.profile->report().device);
    QPDFObjectHandle colours = QPDFObjectHandle::newArray();
    colours.appendItem(QPDFObjectHandle::newName("/ICCBased"));
    colours.appendItem(profile);
    QPDFObjectHandle page = pdf.makeIndirectObject(QPDFObjectHandle::parse(
        "<< /Type /Page /Resources << /XObject << >> /ColorSpace << /All [ /Separation /All /DeviceGray "
        "<< /FunctionType 2 /Domain [ 0 1 ] /C0 [ 1 ] /C1 [ 0 ] /N 1 >> ] >> >> >>"));
    page.getKey("/Resources")
        .getKey("/XObject")
        .replaceKey("/Picture", picture_stream(pdf, samples, size, colours));
    page.replaceKey("/MediaBox", box(0.0, 0.0, layout.sheet_width(), layout.sheet_height()));
    const double trim = layout.margin, bleed = layout.margin - layout.bleed;
    page.replaceKey("/TrimBox", box(trim, trim, trim + layout.trim_width, trim + layout.trim_height));
    page.replaceKey("/BleedBox",
                    box(bleed, bleed, layout.sheet_width() - bleed, layout.sheet_height() - bleed));
    page.replaceKey("/Contents", pdf.newStream(drawn(layout, job.asked.print.marks)));
    QPDFPageDocumentHelper(pdf).addPage(page, true);
}

/// @throws what qpdf throws where a file cannot be written.
void write_pdf(const ExportJob& job, const PrintLayout& layout, const std::string& samples, Size size,
               const std::string& file) {
    QPDF pdf;
    pdf.emptyPDF();
    QPDFObjectHandle info = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    info.replaceKey("/Creator", QPDFObjectHandle::newUnicodeString("Alla Prima"));
    info.replaceKey("/Trapped", QPDFObjectHandle::newName("/False"));
    pdf.getTrailer().replaceKey("/Info", info);
    add_page(pdf, job, layout, samples, size);
    QPDFWriter writer(pdf, file.c_str());
    writer.setDeterministicID(true);
    writer.setMinimumPDFVersion("1.4");
    writer.write();
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

Status write_samples(const ExportJob& job, int bleed_pixels, const std::string& path, Size& size) {
    SampleFile samples(path);
    if (!samples.open())
        return Error{"cannot write beside " + job.path};
    MirroredBleed bleed(job.settings.size, bleed_pixels, [&](std::span<const Rgb> row) {
        samples.add(row, job.profile);
        return Status(Done{});
    });
    Status taken = Done{};
    const bool complete =
        render(job.plan, job.settings, job.workers, job.observer, [&](int, const Picture& rows) {
            taken = bleed.add(on_white(rows));
            return taken.ok();
        });
    if (!taken)
        return taken;
    if (!complete)
        return stopped_export(job);
    samples.finish();
    size = bleed.size();
    return Done{};
}

}  // namespace

Result<ExportNotes> write_print(const ExportJob& job, const std::string& file) {
    const auto bleed_pixels = static_cast<int>(std::ceil(job.asked.print.bleed_mm / 25.4 * job.dpi - 1e-6));
    const PassingFile samples(file + ".samples");
    Size size;
    const PrintLayout layout = layout_of(job, bleed_pixels);
    try {
        if (const Status written = write_samples(job, bleed_pixels, samples.path(), size); !written)
            return written.error();
        write_pdf(job, layout, samples.path(), size, file);
    } catch (const std::exception& fault) {
        return Error{fmt::format("cannot write {}: {}", job.path, fault.what())};
    }
    return ExportNotes{fmt::format("{:.1f} x {:.1f} mm when cut, at {:.0f} pixels an inch",
                                   layout.trim_width / kPointsPerMm, layout.trim_height / kPointsPerMm,
                                   job.dpi)};
}

}  // namespace allaprima
