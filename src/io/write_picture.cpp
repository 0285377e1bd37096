#include "io/write_picture.h"

#include <OpenImageIO/imageio.h>
#include <lcms2.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstring>
#include <exception>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "image/colour.h"
#include "io/file_proxy.h"
#include "io/new_file.h"

namespace allaprima {

namespace {

enum class Format { Png, Jpeg, Tiff, Exr };

struct PictureEnding {
    std::string_view ending;
    Format format;
};
constexpr std::array kPictureEndings{
    PictureEnding{".png", Format::Png},   PictureEnding{".jpg", Format::Jpeg},
    PictureEnding{".jpeg", Format::Jpeg}, PictureEnding{".tif", Format::Tiff},
    PictureEnding{".tiff", Format::Tiff}, PictureEnding{".exr", Format::Exr}};

std::optional<Format> format_of(const std::string& path) {
    std::string ending = std::filesystem::path(path).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto* const found = std::ranges::find(kPictureEndings, ending, &PictureEnding::ending);
    return found == kPictureEndings.end() ? std::nullopt : std::optional(found->format);
}

const char* encoder_name(Format format) {
    switch (format) {
        case Format::Png:
            return "png";
        case Format::Jpeg:
            return "jpeg";
        case Format::Tiff:
            return "tiff";
        default:
            return "openexr";
    }
}

/// The longest side that the format, or its library, takes.
int longest_side(Format format) {
    return format == Format::Jpeg ? 65'500 : format == Format::Png ? 1'000'000 : 0x7fffffff;
}

/// The bits of a channel that the format holds, the usual first.
std::vector<int> depths(Format format) {
    switch (format) {
        case Format::Png:
            return {8, 16};
        case Format::Jpeg:
            return {8};
        default:
            return {16};
    }
}

bool holds(Format format, int depth) {
    const std::vector<int> held = depths(format);
    return depth == 0 || std::find(held.begin(), held.end(), depth) != held.end();
}

OIIO::TypeDesc sample_type(Format format, const WriteOptions& options) {
    if (format == Format::Exr)
        return options.exr_half ? OIIO::TypeDesc::HALF : OIIO::TypeDesc::FLOAT;
    const int depth = options.depth > 0 ? options.depth : depths(format).front();
    return depth == 16 ? OIIO::TypeDesc::UINT16 : OIIO::TypeDesc::UINT8;
}

constexpr int kTile = 128;  // pixels; side of the tiles of a large TIFF

int channels_for(bool alpha, const WriteOptions& options) {
    const int colours = options.grey ? 1 : options.profile ? options.profile->channels() : 3;
    return colours + (alpha ? 1 : 0);
}

void add_print_facts(OIIO::ImageSpec& spec, const WriteOptions& options) {
    if (options.dpi > 0.0) {
        spec.attribute("XResolution", static_cast<float>(options.dpi));
        spec.attribute("YResolution", static_cast<float>(options.dpi));
        spec.attribute("ResolutionUnit", "in");
    }
    if (!options.note.empty())
        spec.attribute("ImageDescription", options.note);
}

void add_profile(OIIO::ImageSpec& spec, const WriteOptions& options) {
    const std::vector<uint8_t> profile = options.profile ? options.profile->bytes() : srgb_profile();
    spec.attribute("ICCProfile", OIIO::TypeDesc(OIIO::TypeDesc::UINT8, static_cast<int>(profile.size())),
                   profile.data());
}

OIIO::ImageSpec spec_for(Format format, Size size, bool alpha, const WriteOptions& options) {
    const int channels = channels_for(alpha, options);
    OIIO::ImageSpec spec(size.width, size.height, channels, sample_type(format, options));
    spec.attribute("oiio:UnassociatedAlpha", format == Format::Exr ? 0 : 1);
    spec.attribute("Software", "Alla Prima");
    add_print_facts(spec, options);
    if (format == Format::Jpeg) {
        spec.attribute("Compression", "jpeg:95");
        spec.attribute("jpeg:subsampling", "4:4:4");
    } else if (format == Format::Png) {
        // Level 6, the default, takes three times as long for paint and saves 3 %.
        spec.attribute("png:compressionLevel", 3);
    } else {
        spec.attribute("compression", "zip");
        // EXIF's way to leave the time open; the encoder would put the present one.
        spec.attribute("DateTime", "    :  :     :  :  ");
    }
    if (format == Format::Tiff && spec.image_bytes() > static_cast<OIIO::imagesize_t>(options.tiles_from)) {
        spec.attribute("tiff:bigtiff", 1);
        spec.tile_width = spec.tile_height = kTile;
    }
    if (format == Format::Tiff && options.profile && options.profile->channels() == 4) {
        spec.attribute("tiff:ColorSpace", "CMYK");
        spec.channelnames = {"C", "M", "Y", "K"};
    }
    if (format == Format::Exr) {
        if (!options.measures)
            spec.attribute("oiio:ColorSpace", "Linear");
        return spec;
    }
    if (options.measures)
        return spec;
    // In a TIFF this would make an EXIF directory, which the encoder ruins when it writes through a proxy.
    if (format != Format::Tiff && !options.profile)
        spec.attribute("oiio:ColorSpace", "sRGB");
    add_profile(spec, options);
    return spec;
}

Rgb cut(Rgb colour) {
    const auto channel = [](float v) { return std::isfinite(v) ? std::clamp(v, 0.0f, 1.0f) : 0.0f; };
    return {channel(colour.r), channel(colour.g), channel(colour.b)};
}

}  // namespace

std::vector<uint8_t> srgb_profile() {
    constexpr size_t date_offset = 24, date_bytes = 12;
    const cmsHPROFILE profile = cmsCreate_sRGBProfile();
    cmsUInt32Number length = 0;
    ALLAPRIMA_CHECK(profile && cmsSaveProfileToMem(profile, nullptr, &length));
    std::vector<uint8_t> bytes(length);
    ALLAPRIMA_CHECK(cmsSaveProfileToMem(profile, bytes.data(), &length));
    cmsCloseProfile(profile);
    std::fill_n(bytes.begin() + date_offset, date_bytes, uint8_t{0});
    return bytes;
}

struct PictureWriter::State {
    NewFile file;
    FileProxy proxy;
    std::unique_ptr<OIIO::ImageOutput> output;
    Format format;
    Size size;
    bool alpha;
    WriteOptions options;
    bool opened = false;
    bool tiled = false;
    int next_row = 0;            ///< The first that is not in the file yet.
    std::vector<float> samples;  ///< Of rows that wait: tiles are written in whole rows of them.

    State(NewFile new_file, Format kind, Size pixels, bool with_alpha, const WriteOptions& wishes)
        : file(std::move(new_file)),
          proxy(file.temporary_path()),
          output(OIIO::ImageOutput::create(encoder_name(kind))),
          format(kind),
          size(pixels),
          alpha(with_alpha),
          options(wishes) {}

    /// The encoder writes to the proxy until it is gone. libpng complains aloud of a file that ends without
    /// pixels, so an unfinished one gets blank rows.
    ~State() {
        try {
            const std::vector<float> blank(format == Format::Png ? static_cast<size_t>(size.width) * 4 : 0);
            for (; opened && !blank.empty() && next_row < size.height; ++next_row)
                output->write_scanline(next_row, 0, OIIO::TypeDesc::FLOAT, blank.data());
            output.reset();
        } catch (const std::exception&) {
            // An encoder that cannot end a broken file; the temporary goes anyhow.
        }
    }

    size_t channels() const { return static_cast<size_t>(channels_for(alpha, options)); }

    Status open() {
        if (!output)
            return Error{std::string("this installation of OpenImageIO cannot write ") +
                         encoder_name(format) + "; install one that can"};
        OIIO::attribute("threads", 1);
        OIIO::attribute("exr_threads", -1);
        output->set_ioproxy(&proxy);
        return attempt([&] {
            const OIIO::ImageSpec spec = spec_for(format, size, alpha, options);
            tiled = spec.tile_width > 0;
            opened = output->open(file.path(), spec);
            return opened;
        });
    }

    Status write(const Picture& rows) {
        for (int y = 0; y < rows.size().height; ++y)
            add_row(rows, y);
        const int waiting = static_cast<int>(samples.size() / (channels() * static_cast<size_t>(size.width)));
        const bool last = next_row + waiting == size.height;
        const int whole = !tiled || last ? waiting : waiting / kTile * kTile;
        if (whole == 0)
            return Done{};
        const int end = next_row + whole;
        const Status written = attempt([&] {
            return tiled ? output->write_tiles(0, size.width, next_row, end, 0, 1, OIIO::TypeDesc::FLOAT,
                                               samples.data())
                         : output->write_scanlines(next_row, end, 0, OIIO::TypeDesc::FLOAT, samples.data());
        });
        next_row = end;
        samples.erase(samples.begin(),
                      samples.begin() + static_cast<long>(static_cast<size_t>(whole) * channels() *
                                                          static_cast<size_t>(size.width)));
        return written;
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
            Rgb colour = format == Format::Exr && options.measures ? colours[x] : cut(colours[x]);
            if (format == Format::Exr && !options.measures)
                colour = linear_from_srgb(colour) * cover;
            sample[0] = colour.r;
            if (options.grey)
                continue;
            sample[1] = colour.g;
            sample[2] = colour.b;
        }
    }

    Status finish(const BeforePlacing& before_placing) {
        if (const Status closed = attempt([&] { return output->close(); }); !closed)
            return closed;
        proxy.shut();
        if (proxy.failure() != 0)
            return failure({});
        if (before_placing)
            if (const Status done = before_placing(file.temporary_path()); !done)
                return done;
        return file.finish();
    }

    /// Runs one step of the encoder; some report trouble, some throw it, and some swallow it.
    template <typename Step>
    Status attempt(Step step) {
        try {
            if (step() && proxy.failure() == 0)
                return Done{};
            return failure(output->geterror());
        } catch (const std::exception& trouble) {
            return failure(trouble.what());
        }
    }

    Error failure(const std::string& told) const {
        const std::string reason = proxy.failure() != 0 ? std::strerror(proxy.failure())
                                   : told.empty()       ? "the encoder gives no reason"
                                                        : told.substr(0, told.find('\n'));
        return {"cannot write " + file.path() + ": " + reason};
    }
};

namespace {

/// The format that the name asks for, if it can hold such a picture.
Result<Format> format_for(const std::string& path, Size size, bool alpha, int depth) {
    const std::optional<Format> format = format_of(path);
    if (!format)
        return Error{"cannot tell the format of " + path + "; let its name end in .png, .jpg, .tif or .exr",
                     true};
    if (alpha && *format == Format::Jpeg)
        return Error{"cannot write " + path + ": JPEG has no transparency; use .png, .tif or .exr", true};
    if (!holds(*format, depth))
        return Error{"cannot write " + path + " with " + std::to_string(depth) +
                         " bits of a channel: PNG holds 8 or 16, JPEG 8, TIFF and EXR 16; leave --depth out",
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
    for (const PictureEnding& one : kPictureEndings)
        endings.emplace_back(one.ending);
    return endings;
}

Status check_picture_file(const std::string& path, Size size, bool alpha, const WriteOptions& options) {
    if (const Result<Format> format = format_for(path, size, alpha, options.depth); !format)
        return format.error();
    if (const Result<NewFile> trial = NewFile::create(path, options.replace); !trial)
        return trial.error();
    return Done{};
}

Result<PictureWriter> PictureWriter::create(const std::string& path, Size size, bool alpha,
                                            const WriteOptions& options) {
    ALLAPRIMA_CHECK(size.width >= 1 && size.height >= 1);
    const Result<Format> format = format_for(path, size, alpha, options.depth);
    if (!format)
        return format.error();
    Result<NewFile> file = NewFile::create(path, options.replace);
    if (!file)
        return file.error();
    auto state = std::make_unique<State>(std::move(file).value(), *format, size, alpha, options);
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
    ALLAPRIMA_CHECK(state_->next_row == state_->size.height && state_->samples.empty());
    return state_->finish(before_placing);
}

Status check_profile(const std::string& path, int channels, bool alpha) {
    const std::optional<Format> format = format_of(path);
    if (format == Format::Exr)
        return Error{"cannot write " + path + " with a profile: EXR holds light itself; leave --icc out",
                     true};
    if (channels == 4 && format != Format::Tiff)
        return Error{"cannot write " + path + " in CMYK; use .tif", true};
    if (channels == 4 && alpha)
        return Error{"cannot write " + path + " in CMYK with transparency; leave --transparent out", true};
    return Done{};
}

bool can_hold_depth(const std::string& path, int depth) {
    const std::optional<Format> format = format_of(path);
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
