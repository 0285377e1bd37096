#include "pictures/write_picture.h"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "codecs/picture_encoder.h"
#include "codecs/rare_formats.h"
#include "files/new_file.h"
#include "image/colour.h"

namespace allaprima {

/// What the ending of a name asks for. Not in the unnamed namespace, because PictureWriter::State holds one.
enum class WrittenFormat { Png, Jpeg, Tiff, Exr };

namespace {

struct PictureEnding {
    std::string_view ending;
    WrittenFormat format;
};
constexpr std::array kPictureEndings{
    PictureEnding{".png", WrittenFormat::Png},   PictureEnding{".jpg", WrittenFormat::Jpeg},
    PictureEnding{".jpeg", WrittenFormat::Jpeg}, PictureEnding{".tif", WrittenFormat::Tiff},
    PictureEnding{".tiff", WrittenFormat::Tiff}, PictureEnding{".exr", WrittenFormat::Exr}};

std::optional<WrittenFormat> format_of(const std::string& path) {
    std::string ending = std::filesystem::path(path).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto* const found = std::ranges::find(kPictureEndings, ending, &PictureEnding::ending);
    return found == kPictureEndings.end() ? std::nullopt : std::optional(found->format);
}

/// The longest side that the format, or its library, takes.
int longest_side(WrittenFormat format) {
    return format == WrittenFormat::Jpeg ? 65'500 : format == WrittenFormat::Png ? 1'000'000 : 0x7fffffff;
}

/// The bits of a channel that the format holds, the usual first.
std::vector<int> depths(WrittenFormat format) {
    switch (format) {
        case WrittenFormat::Png:
            return {8, 16};
        case WrittenFormat::Jpeg:
            return {8};
        default:
            return {16};
    }
}

bool holds(WrittenFormat format, int depth) {
    const std::vector<int> held = depths(format);
    return depth == 0 || std::find(held.begin(), held.end(), depth) != held.end();
}

int channels_for(bool alpha, const WriteOptions& options) {
    const int colours = options.grey ? 1 : options.profile ? options.profile->channels() : 3;
    return colours + (alpha ? 1 : 0);
}

int depth_of(WrittenFormat format, const WriteOptions& options) {
    if (format == WrittenFormat::Exr)
        return options.exr_half ? 16 : 32;
    return options.depth > 0 ? options.depth : depths(format).front();
}

bool is_tiled(WrittenFormat format, Size size, int channels, const WriteOptions& options) {
    constexpr long long kSampleBytes = 2;
    return format == WrittenFormat::Tiff && size.area() * channels * kSampleBytes > options.tiles_from;
}

PictureForm form_of(WrittenFormat format, Size size, bool alpha, const WriteOptions& options) {
    const int channels = channels_for(alpha, options);
    PictureForm form;
    form.size = size;
    form.channels = channels;
    form.alpha = alpha;
    form.depth = depth_of(format, options);
    form.dpi = options.dpi;
    form.note = options.note;
    form.tiled = is_tiled(format, size, channels, options);
    form.inks = options.profile && options.profile->channels() == 4;
    if (options.measures)
        return form;
    form.light = format == WrittenFormat::Exr;
    form.srgb = !form.light && !options.profile;
    if (!form.light)
        form.profile = options.profile ? options.profile->bytes() : srgb_profile();
    return form;
}

StartedEncoder start_encoder(WrittenFormat format, const std::string& path, const PictureForm& form) {
    switch (format) {
        case WrittenFormat::Png:
            return start_png(path, form);
        case WrittenFormat::Jpeg:
            return start_jpeg(path, form);
        case WrittenFormat::Tiff:
            return start_tiff(path, form);
        default:
            return start_exr(path, form);
    }
}

Rgb cut(Rgb colour) {
    const auto channel = [](float v) { return std::isfinite(v) ? std::clamp(v, 0.0f, 1.0f) : 0.0f; };
    return {channel(colour.r), channel(colour.g), channel(colour.b)};
}

}  // namespace

std::vector<uint8_t> srgb_profile() {
    constexpr size_t kDateOffset = 24, kDateBytes = 12;
    const cmsHPROFILE profile = cmsCreate_sRGBProfile();
    cmsUInt32Number length = 0;
    ALLAPRIMA_CHECK(profile && cmsSaveProfileToMem(profile, nullptr, &length));
    std::vector<uint8_t> bytes(length);
    ALLAPRIMA_CHECK(cmsSaveProfileToMem(profile, bytes.data(), &length));
    cmsCloseProfile(profile);
    std::fill_n(bytes.begin() + kDateOffset, kDateBytes, uint8_t{0});
    return bytes;
}

struct PictureWriter::State {
    NewFile file;
    WrittenFormat format;
    Size size;
    bool alpha;
    WriteOptions options;
    std::unique_ptr<PictureEncoder> encoder = {};
    int next_row = 0;                 ///< The first that is not in the file yet.
    std::vector<float> samples = {};  ///< Of the rows that are being written.

    size_t channels() const { return static_cast<size_t>(channels_for(alpha, options)); }

    Status open() {
        StartedEncoder started =
            start_encoder(format, file.temporary_path(), form_of(format, size, alpha, options));
        if (!started)
            return named(started.error());
        encoder = std::move(started).value();
        return Done{};
    }

    Status write(const Picture& rows) {
        samples.clear();
        for (int y = 0; y < rows.size().height; ++y)
            add_row(rows, y);
        next_row += rows.size().height;
        if (const Status written = encoder->write_rows(rows.size().height, samples.data()); !written)
            return named(written.error());
        return Done{};
    }

    /// One more row, as the format stores it.
    void add_row(const Picture& rows, int y) {
        const auto colours = rows.colour.row(y);
        const size_t each = channels(), first = samples.size();
        samples.resize(first + colours.size() * each);
        if (options.profile && !options.measures) {
            std::vector<float> device(colours.size() * (each - (alpha ? 1 : 0)));
            options.profile->convert(colours, device);
            const size_t kinds = device.size() / colours.size();
            for (size_t x = 0; x < colours.size(); ++x)
                std::copy_n(device.data() + x * kinds, kinds, samples.data() + first + x * each);
        }
        for (size_t x = 0; x < colours.size(); ++x) {
            float* sample = samples.data() + first + x * each;
            const float cover =
                rows.alpha.empty() ? 1.0f : std::clamp(rows.alpha.at(static_cast<int>(x), y), 0.0f, 1.0f);
            if (alpha)
                sample[each - 1] = cover;
            if (options.profile && !options.measures)
                continue;
            Rgb colour = format == WrittenFormat::Exr && options.measures ? colours[x] : cut(colours[x]);
            if (format == WrittenFormat::Exr && !options.measures)
                colour = linear_from_srgb(colour) * cover;
            sample[0] = colour.r;
            if (options.grey)
                continue;
            sample[1] = colour.g;
            sample[2] = colour.b;
        }
    }

    Status finish(const BeforePlacing& before_placing) {
        if (const Status ended = encoder->finish(); !ended)
            return named(ended.error());
        if (before_placing)
            if (const Status done = before_placing(file.temporary_path()); !done)
                return done;
        return file.finish();
    }

    Error named(const Error& error) const { return {"cannot write " + file.path() + ": " + error.message}; }
};

namespace {

/// The format that the name asks for, if it can hold such a picture.
Result<WrittenFormat> format_for(const std::string& path, Size size, bool alpha, int depth) {
    const std::optional<WrittenFormat> format = format_of(path);
    if (!format)
        return Error{"cannot tell the format of " + path + "; let its name end in .png, .jpg, .tif or .exr",
                     true};
    if (alpha && *format == WrittenFormat::Jpeg)
        return Error{"cannot write " + path + ": JPEG has no transparency; use .png, .tif or .exr", true};
    if (!holds(*format, depth))
        return Error{"cannot write " + path + " with " + std::to_string(depth) +
                         " bits per channel: PNG holds 8 or 16, JPEG 8, TIFF and EXR 16; leave --depth out",
                     true};
    if (size.long_side() > longest_side(*format))
        return Error{"cannot write " + path + ": " + std::to_string(size.long_side()) +
                         " pixels are more than this format holds on a side; use .tif or .exr",
                     true};
    return *format;
}

}  // namespace

std::vector<std::string> picture_endings() {
    std::vector<std::string> endings;
    endings.reserve(std::size(kPictureEndings));
    for (const PictureEnding& one : kPictureEndings)
        endings.emplace_back(one.ending);
    return endings;
}

Status check_picture_file(const std::string& path, Size size, bool alpha, const WriteOptions& options) {
    if (const Result<WrittenFormat> format = format_for(path, size, alpha, options.depth); !format)
        return format.error();
    else if (*format == WrittenFormat::Exr)
        if (const Status encoder = check_exr_encoder(); !encoder)
            return Error{"cannot write " + path + ": " + encoder.error().message, true};
    if (const Result<NewFile> trial = NewFile::create(path, options.replace); !trial)
        return trial.error();
    return Done{};
}

Result<PictureWriter> PictureWriter::create(const std::string& path, Size size, bool alpha,
                                            const WriteOptions& options) {
    ALLAPRIMA_CHECK(size.width >= 1 && size.height >= 1);
    const Result<WrittenFormat> format = format_for(path, size, alpha, options.depth);
    if (!format)
        return format.error();
    Result<NewFile> file = NewFile::create(path, options.replace);
    if (!file)
        return file.error();
    auto state = std::make_unique<State>(State{std::move(file).value(), *format, size, alpha, options});
    if (const Status opened = state->open(); !opened)
        return opened.error();
    return PictureWriter(std::move(state));
}

PictureWriter::PictureWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
PictureWriter::PictureWriter(PictureWriter&&) noexcept = default;
PictureWriter& PictureWriter::operator=(PictureWriter&&) noexcept = default;
PictureWriter::~PictureWriter() = default;

Status PictureWriter::write_rows(const Picture& rows) {
    ALLAPRIMA_CHECK(rows.size().width == state_->size.width);
    ALLAPRIMA_CHECK(rows.alpha.empty() || (state_->alpha && rows.alpha.size() == rows.size()));
    return state_->write(rows);
}

Status PictureWriter::finish(const BeforePlacing& before_placing) {
    ALLAPRIMA_CHECK(state_->next_row == state_->size.height);
    return state_->finish(before_placing);
}

Status check_profile(const std::string& path, int channels, bool alpha) {
    const std::optional<WrittenFormat> format = format_of(path);
    if (format == WrittenFormat::Exr)
        return Error{"cannot write " + path + " with a profile: EXR holds light itself; leave --icc out",
                     true};
    if (channels == 4 && format != WrittenFormat::Tiff)
        return Error{"cannot write " + path + " in CMYK; use .tif", true};
    if (channels == 4 && alpha)
        return Error{"cannot write " + path + " in CMYK with transparency; leave --transparent out", true};
    return Done{};
}

bool can_hold_depth(const std::string& path, int depth) {
    const std::optional<WrittenFormat> format = format_of(path);
    return !format || holds(*format, depth);
}

Status write_picture(const std::string& path, const Picture& picture, const WriteOptions& options) {
    Result<PictureWriter> writer =
        PictureWriter::create(path, picture.size(), !picture.alpha.empty(), options);
    if (!writer)
        return writer.error();
    if (const Status written = writer->write_rows(picture); !written)
        return written;
    return writer->finish();
}

}  // namespace allaprima
