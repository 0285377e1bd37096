// TIFF, WebP, BMP, GIF and EXR by OpenImageIO, a band of rows at a time.

#include <OpenImageIO/imageio.h>

#include <algorithm>
#include <array>

#include "base/one_line.h"
#include "decoding/bmp_says.h"
#include "decoding/gif_says.h"
#include "decoding/rare_sources.h"

namespace allaprima {

namespace {

/// More channels than any picture of colour has; beyond it a header is nonsense.
constexpr int kMostChannels = 1024;

const char* reader_name(PictureFormat format) {
    switch (format) {
        case PictureFormat::Tiff:
            return "tiff";
        case PictureFormat::WebP:
            return "webp";
        case PictureFormat::Bmp:
            return "bmp";
        case PictureFormat::Gif:
            return "gif";
        default:
            return "openexr";
    }
}

Error damaged(const std::string& reason) {
    return {"it is cut short or damaged (" + one_line(reason.empty() ? "no reason given" : reason) +
            "); get a whole copy of it"};
}

bool is_cmyk(const OIIO::ImageSpec& spec) {
    return spec.get_string_attribute("tiff:ColorSpace") == "CMYK";
}

int channel_named(const OIIO::ImageSpec& spec, std::string_view name) {
    const auto found =
        std::find_if(spec.channelnames.begin(), spec.channelnames.end(), [&](const std::string& c) {
            return OIIO::Strutil::iequals(c, OIIO::string_view(name.data(), name.size()));
        });
    return found == spec.channelnames.end() ? -1 : static_cast<int>(found - spec.channelnames.begin());
}

/// Where the picture's own channels stand among all that the file has: consecutive, alpha last.
struct Channels {
    int first = 0;
    ColourModel model = ColourModel::Rgb;
    bool alpha = false;
};

Channels find_channels(const OIIO::ImageSpec& spec, PictureFormat format) {
    Channels found;
    if (is_cmyk(spec))
        found.model = ColourModel::Cmyk;
    else if (const int red = channel_named(spec, "R"); red >= 0 && channel_named(spec, "B") == red + 2)
        found.first = red;
    else if (spec.nchannels < 3 || channel_named(spec, "Y") >= 0) {
        found.model = ColourModel::Grey;
        found.first = std::max(0, channel_named(spec, "Y"));
    }
    const int colours = found.model == ColourModel::Grey ? 1 : found.model == ColourModel::Rgb ? 3 : 4;
    // The fourth byte of a BMP pixel is more often left at nought than meant as alpha.
    found.alpha = format != PictureFormat::Bmp && spec.alpha_channel == found.first + colours &&
                  spec.alpha_channel < spec.nchannels;
    return found;
}

class OiioSource final : public PixelSource {
  public:
    OiioSource() = default;
    OiioSource(const OiioSource&) = delete;
    OiioSource& operator=(const OiioSource&) = delete;
    /// What a reader complains of while it closes would otherwise stay in OpenImageIO's hands for ever.
    ~OiioSource() override {
        if (input_) {
            input_->close();
            input_->geterror();
        }
    }

    Status open(const std::string& path, PictureFormat format) {
        // One thread: bands are small, and the process has its own workers.
        OIIO::attribute("threads", 1);
        OIIO::attribute("exr_threads", -1);
        if (const Status first = open_reader(path, format, false); !first)
            return first;
        if (is_cmyk(input_->spec()))
            if (const Status raw = open_reader(path, format, true); !raw)
                return raw;
        if (const Status described = describe(format); !described)
            return described;
        if (format == PictureFormat::Bmp)
            read_bmp_says(path, layout_);
        else if (format == PictureFormat::Gif)
            read_gif_says(path, layout_);
        return Done{};
    }

    Status read_rows(int count, std::byte* rows) override {
        const OIIO::ImageSpec& spec = input_->spec();
        const int begin = spec.y + next_row_, end = begin + count;
        const int last_channel = first_channel_ + layout_.channels;
        const bool ok =
            spec.tile_width > 0
                ? input_->read_tiles(0, 0, spec.x, spec.x + spec.width, begin, end, spec.z, spec.z + 1,
                                     first_channel_, last_channel, type_, rows)
                : input_->read_scanlines(0, 0, begin, end, spec.z, first_channel_, last_channel, type_, rows);
        next_row_ += count;
        if (!ok || input_->has_error())
            return damaged(input_->geterror());
        return Done{};
    }

  private:
    Status open_reader(const std::string& path, PictureFormat format, bool raw_colour) {
        input_ = OIIO::ImageInput::create(reader_name(format));
        if (!input_)
            return Error{std::string("this installation of OpenImageIO cannot read ") + reader_name(format) +
                         "; install one that can"};
        OIIO::ImageSpec wish, spec;
        wish.attribute("oiio:UnassociatedAlpha", 1);
        if (raw_colour)
            wish.attribute("oiio:RawColor", 1);
        if (!input_->open(path, spec, wish))
            return damaged(input_->geterror());
        return Done{};
    }

    Status describe(PictureFormat format) {
        const OIIO::ImageSpec& spec = input_->spec();
        if (spec.deep || spec.depth > 1 || spec.nchannels < 1 || spec.nchannels > kMostChannels)
            return Error{"it is not a flat picture; export it as one"};
        const Channels channels = find_channels(spec, format);
        first_channel_ = channels.first;
        layout_.size = layout_.stored_size = {spec.width, spec.height};
        layout_.model = channels.model;
        layout_.alpha = channels.alpha;
        layout_.channels = layout_.colour_channels() + (channels.alpha ? 1 : 0);
        if (first_channel_ + layout_.channels > spec.nchannels)
            return Error{"it lacks a channel of its colour; export it again"};
        choose_samples(spec);
        // OpenImageIO multiplies WebP by its alpha whatever is wished.
        const bool kept_apart =
            format != PictureFormat::WebP && spec.get_int_attribute("oiio:UnassociatedAlpha");
        layout_.premultiplied = layout_.alpha && format != PictureFormat::Gif && !kept_apart;
        layout_.orientation = std::clamp(spec.get_int_attribute("Orientation", 1), 1, 8);
        copy_profile(spec);
        take_primaries(spec);
        measure(spec, format);
        return Done{};
    }

    void choose_samples(const OIIO::ImageSpec& spec) {
        if (spec.format.is_floating_point()) {
            layout_.sample = SampleType::F32;
            type_ = OIIO::TypeDesc::FLOAT;
        } else if (spec.format == OIIO::TypeDesc::UINT8) {
            layout_.sample = SampleType::U8;
            type_ = OIIO::TypeDesc::UINT8;
        } else {
            layout_.sample = SampleType::U16;
            type_ = OIIO::TypeDesc::UINT16;
        }
        if (layout_.sample == SampleType::F32 ||
            OIIO::Strutil::iequals(spec.get_string_attribute("oiio:ColorSpace"), "linear"))
            layout_.encoding.transfer = Transfer::Linear;
    }

    void copy_profile(const OIIO::ImageSpec& spec) {
        const OIIO::ParamValue* profile = spec.find_attribute("ICCProfile");
        if (!profile || profile->type().basetype != OIIO::TypeDesc::UINT8)
            return;
        const auto* bytes = static_cast<const uint8_t*>(profile->data());
        layout_.profile.assign(bytes, bytes + profile->type().size());
    }

    /// OpenEXR's attribute, whose order is that of Chromaticities.
    void take_primaries(const OIIO::ImageSpec& spec) {
        std::array<float, 8> told{};
        if (!spec.getattribute("chromaticities", OIIO::TypeDesc(OIIO::TypeDesc::FLOAT, 8), told.data()))
            return;
        ColourEncoding encoding = layout_.encoding;
        std::copy(told.begin(), told.end(), encoding.chromaticities.begin());
        layout_.take_encoding(encoding, ColourSign::ExrPrimaries);
    }

    /// Chooses bands that fall on the borders of tiles or strips, and reckons what decoding one of them
    /// holds.
    void measure(const OIIO::ImageSpec& spec, PictureFormat format) {
        const auto native_row = static_cast<size_t>(spec.scanline_bytes(true));
        int chunk = spec.tile_width > 0 ? spec.tile_height : spec.get_int_attribute("tiff:RowsPerStrip", 1);
        chunk = std::clamp(chunk, 1, std::max(1, spec.height));
        if (spec.tile_width > 0 || chunk <= layout_.band)
            layout_.band = std::max(layout_.band / chunk, 1) * chunk;
        layout_.held_bytes = 3 * native_row * static_cast<size_t>(std::max(chunk, layout_.band));
        if (format != PictureFormat::Tiff)
            return;
        // Strips and tiles of odd colour models are decoded as one RGBA picture.
        const std::string model = spec.get_string_attribute("tiff:ColorSpace");
        const std::string packing = spec.get_string_attribute("compression");
        if ((!model.empty() && model != "CMYK") || packing == "jpeg" || packing == "ojpeg")
            layout_.held_bytes += static_cast<size_t>(layout_.size.area()) * 8;
    }

    std::unique_ptr<OIIO::ImageInput> input_;
    OIIO::TypeDesc type_;
    int first_channel_ = 0;
    int next_row_ = 0;
};

}  // namespace

OpenedSource open_by_oiio(const std::string& path, PictureFormat format) {
    auto source = std::make_unique<OiioSource>();
    if (const Status opened = source->open(path, format); !opened)
        return opened.error();
    return std::unique_ptr<PixelSource>(std::move(source));
}

}  // namespace allaprima
