#include "codecs/pixel_stream.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace allaprima {
namespace {

/// Both programs are of one build; the last letters tell another one.
constexpr std::array<char, 8> kLayoutMark = {'A', 'P', 'p', 'i', 'x', 'e', 'l', '2'};
constexpr std::array<char, 8> kFormMark = {'A', 'P', 'f', 'o', 'r', 'm', '.', '1'};

/// More than any profile or description has.
constexpr uint32_t kMostExtraBytes = 64u << 20;
constexpr uint32_t kMostChannels = 1024;
constexpr uint64_t kMostHeldBytes = uint64_t{1} << 48;
constexpr uint32_t kLongestStreamedSide = 0x7fffffff;

enum LayoutFlag : uint32_t { kHasAlpha = 1, kIsMultiplied = 2, kIsNarrow = 4 };
enum FormFlag : uint32_t { kFormAlpha = 1, kFormLight = 2 };

/// A PixelLayout as it travels, without its profile, which follows.
struct LayoutOnWire {
    std::array<char, 8> mark = kLayoutMark;
    uint32_t width = 0, height = 0, stored_width = 0, stored_height = 0;
    uint32_t channels = 0, model = 0, sample = 0, flags = 0, orientation = 0, band = 0;
    uint64_t held_bytes = 0;
    uint32_t profile_bytes = 0, transfer = 0, sign = 0, spare = 0;
    std::array<double, 8> chromaticities{};
    double exponent = 0.0;
};

/// What of a PictureForm an EXR has, without its description, which follows.
struct FormOnWire {
    std::array<char, 8> mark = kFormMark;
    uint32_t width = 0, height = 0, channels = 0, depth = 0, flags = 0, note_bytes = 0;
    double dpi = 0.0;
};

template <typename OnWire>
Result<OnWire> read_on_wire(ByteStream& stream) {
    OnWire told;
    if (const Status head = stream.read(reinterpret_cast<std::byte*>(&told), sizeof told); !head)
        return head.error();
    return told;
}

bool between(uint64_t least, uint64_t value, uint64_t most) {
    return least <= value && value <= most;
}

bool is_plausible(const LayoutOnWire& told) {
    return told.mark == kLayoutMark && told.width <= told.stored_width && told.height <= told.stored_height &&
           told.stored_width <= kLongestStreamedSide && told.stored_height <= kLongestStreamedSide &&
           told.model <= static_cast<uint32_t>(ColourModel::Cmyk) &&
           told.sample <= static_cast<uint32_t>(SampleType::F32) &&
           told.flags <= (kHasAlpha | kIsMultiplied | kIsNarrow) && between(1, told.orientation, 8) &&
           between(1, told.band, std::max(told.height, 64u)) && told.held_bytes <= kMostHeldBytes &&
           told.profile_bytes <= kMostExtraBytes && told.channels <= kMostChannels &&
           told.transfer <= static_cast<uint32_t>(kLastTransfer) &&
           told.sign <= static_cast<uint32_t>(kLastColourSign) && told.exponent > 0.0 &&
           told.exponent < 1000.0 && matrix_to_srgb(told.chromaticities).has_value();
}

Error not_understood() {
    return {"the program that decodes it describes an impossible picture; install the whole package again"};
}

Result<PixelLayout> layout_of(const LayoutOnWire& told) {
    if (!is_plausible(told))
        return not_understood();
    PixelLayout layout;
    layout.size = {static_cast<int>(told.width), static_cast<int>(told.height)};
    layout.stored_size = {static_cast<int>(told.stored_width), static_cast<int>(told.stored_height)};
    layout.channels = static_cast<int>(told.channels);
    layout.model = static_cast<ColourModel>(told.model);
    layout.sample = static_cast<SampleType>(told.sample);
    layout.alpha = (told.flags & kHasAlpha) != 0;
    layout.premultiplied = (told.flags & kIsMultiplied) != 0;
    layout.encoding = {.chromaticities = told.chromaticities,
                       .transfer = static_cast<Transfer>(told.transfer),
                       .exponent = told.exponent,
                       .narrow_range = (told.flags & kIsNarrow) != 0};
    layout.sign = static_cast<ColourSign>(told.sign);
    layout.orientation = static_cast<int>(told.orientation);
    layout.held_bytes = told.held_bytes;
    layout.band = static_cast<int>(told.band);
    layout.profile.resize(told.profile_bytes);
    if (layout.channels < layout.colour_channels() + (layout.alpha ? 1 : 0))
        return not_understood();
    return layout;
}

LayoutOnWire on_wire(const PixelLayout& layout) {
    LayoutOnWire told;
    told.width = static_cast<uint32_t>(layout.size.width);
    told.height = static_cast<uint32_t>(layout.size.height);
    told.stored_width = static_cast<uint32_t>(layout.stored_size.width);
    told.stored_height = static_cast<uint32_t>(layout.stored_size.height);
    told.channels = static_cast<uint32_t>(layout.channels);
    told.model = static_cast<uint32_t>(layout.model);
    told.sample = static_cast<uint32_t>(layout.sample);
    told.flags = (layout.alpha ? kHasAlpha : 0u) | (layout.premultiplied ? kIsMultiplied : 0u) |
                 (layout.encoding.narrow_range ? kIsNarrow : 0u);
    told.transfer = static_cast<uint32_t>(layout.encoding.transfer);
    told.sign = static_cast<uint32_t>(layout.sign);
    told.chromaticities = layout.encoding.chromaticities;
    told.exponent = layout.encoding.exponent;
    told.orientation = static_cast<uint32_t>(layout.orientation);
    told.held_bytes = layout.held_bytes;
    told.band = static_cast<uint32_t>(layout.band);
    told.profile_bytes = static_cast<uint32_t>(layout.profile.size());
    return told;
}

class StreamedSource final : public PixelSource {
  public:
    explicit StreamedSource(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

    Status open() {
        const Result<LayoutOnWire> told = read_on_wire<LayoutOnWire>(*stream_);
        if (!told)
            return told.error();
        Result<PixelLayout> layout = layout_of(*told);
        if (!layout)
            return layout.error();
        layout_ = std::move(layout).value();
        return stream_->read(reinterpret_cast<std::byte*>(layout_.profile.data()), layout_.profile.size());
    }

    Status read_rows(int count, std::byte* rows) override {
        if (const Status told = stream_->read(rows, static_cast<size_t>(count) * layout_.row_bytes()); !told)
            return told;
        rows_read_ += count;
        return rows_read_ == layout_.size.height ? stream_->finish() : Status(Done{});
    }

  private:
    std::unique_ptr<ByteStream> stream_;
    int rows_read_ = 0;
};

}  // namespace

OpenedSource open_stream(std::unique_ptr<ByteStream> stream) {
    auto source = std::make_unique<StreamedSource>(std::move(stream));
    if (const Status opened = source->open(); !opened)
        return opened.error();
    return std::unique_ptr<PixelSource>(std::move(source));
}

Status send_pixels(PixelSource& source, const ByteSink& send) {
    const PixelLayout& layout = source.layout();
    const LayoutOnWire told = on_wire(layout);
    if (const Status sent = send(&told, sizeof told); !sent)
        return sent;
    if (const Status sent = send(layout.profile.data(), layout.profile.size()); !sent)
        return sent;
    std::vector<std::byte> rows(static_cast<size_t>(layout.band) * layout.row_bytes());
    for (int y = 0; y < layout.size.height; y += layout.band) {
        const int count = std::min(layout.band, layout.size.height - y);
        if (const Status read = source.read_rows(count, rows.data()); !read)
            return read;
        if (const Status sent = send(rows.data(), static_cast<size_t>(count) * layout.row_bytes()); !sent)
            return sent;
    }
    return Done{};
}

std::vector<std::byte> bytes_of(const PictureForm& form) {
    FormOnWire told;
    told.width = static_cast<uint32_t>(form.size.width);
    told.height = static_cast<uint32_t>(form.size.height);
    told.channels = static_cast<uint32_t>(form.channels);
    told.depth = static_cast<uint32_t>(form.depth);
    told.flags = (form.alpha ? kFormAlpha : 0u) | (form.light ? kFormLight : 0u);
    told.note_bytes = static_cast<uint32_t>(form.note.size());
    told.dpi = form.dpi;
    std::vector<std::byte> all(sizeof told + form.note.size());
    std::memcpy(all.data(), &told, sizeof told);
    std::memcpy(all.data() + sizeof told, form.note.data(), form.note.size());
    return all;
}

Result<PictureForm> read_form(ByteStream& stream) {
    const Result<FormOnWire> told = read_on_wire<FormOnWire>(stream);
    if (!told)
        return told.error();
    if (told->mark != kFormMark || !between(1, told->width, kLongestStreamedSide) ||
        !between(1, told->height, kLongestStreamedSide) || !between(1, told->channels, kMostChannels) ||
        told->note_bytes > kMostExtraBytes)
        return not_understood();
    PictureForm form{.size = {static_cast<int>(told->width), static_cast<int>(told->height)},
                     .channels = static_cast<int>(told->channels),
                     .alpha = (told->flags & kFormAlpha) != 0,
                     .depth = static_cast<int>(told->depth),
                     .light = (told->flags & kFormLight) != 0,
                     .dpi = told->dpi,
                     .note = std::string(told->note_bytes, '\0'),
                     .profile = {}};
    if (const Status note = stream.read(reinterpret_cast<std::byte*>(form.note.data()), form.note.size());
        !note)
        return note.error();
    return form;
}

}  // namespace allaprima
