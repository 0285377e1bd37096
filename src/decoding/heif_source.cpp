// HEIC and AVIF by libheif itself: OpenImageIO 2.4 decodes the picture before it tells its size, drops its
// profile, and gives eight bits of the ten that phones write.

#include <libheif/heif.h>

#include <algorithm>
#include <cstring>

#include "base/one_line.h"
#include "decoding/rare_sources.h"

namespace allaprima {

namespace {

template <typename T, void (*release)(T*)>
struct Released {
    void operator()(T* object) const { release(object); }
};
void release_handle(heif_image_handle* handle) {
    heif_image_handle_release(handle);
}
void release_image(heif_image* image) {
    heif_image_release(image);
}
void release_nclx(heif_color_profile_nclx* nclx) {
    heif_nclx_color_profile_free(nclx);
}
using Context = std::unique_ptr<heif_context, Released<heif_context, heif_context_free>>;
using Handle = std::unique_ptr<heif_image_handle, Released<heif_image_handle, release_handle>>;
using Nclx = std::unique_ptr<heif_color_profile_nclx, Released<heif_color_profile_nclx, release_nclx>>;
using Decoded = std::unique_ptr<heif_image, Released<heif_image, release_image>>;

/// A side that no camera makes; libheif refuses larger ones in the file's parts as well.
constexpr int kMostSide = 32768;

Error failure(const heif_error& error) {
    const std::string words = one_line(error.message ? error.message : "unknown");
    if (error.code == heif_error_Memory_allocation_error ||
        error.subcode == heif_suberror_Security_limit_exceeded)
        return {"it is larger than is read (" + words + "); make it smaller first"};
    const bool strange = error.subcode == heif_suberror_Unknown_color_profile_type ||
                         error.subcode == heif_suberror_No_pict_handler;
    if (error.code == heif_error_Unsupported_feature || error.code == heif_error_Unsupported_filetype ||
        error.code == heif_error_Plugin_loading_error || strange)
        return {"it is coded in a way that is not read (" + words + "); save it as a PNG or JPEG"};
    return {"it is cut short or damaged (" + words + "); get a whole copy of it"};
}

class HeifSource final : public PixelSource {
  public:
    Status open(const std::string& path) {
        context_.reset(heif_context_alloc());
        heif_context_set_maximum_image_size_limit(context_.get(), kMostSide);
        if (const heif_error e = heif_context_read_from_file(context_.get(), path.c_str(), nullptr); e.code)
            return failure(e);
        heif_image_handle* handle = nullptr;
        if (const heif_error e = heif_context_get_primary_image_handle(context_.get(), &handle); e.code)
            return failure(e);
        handle_.reset(handle);
        describe();
        take_colours();
        return Done{};
    }

    Status read_rows(int count, std::byte* rows) override {
        if (!image_)
            if (const Status decoded = decode(); !decoded)
                return decoded;
        int stride = 0;
        const uint8_t* plane = heif_image_get_plane_readonly(image_.get(), heif_channel_interleaved, &stride);
        if (!plane)
            return Error{"it holds no colour; get a whole copy of it"};
        for (int i = 0; i < count; ++i, ++next_row_, rows += layout_.row_bytes())
            copy_row(plane + static_cast<ptrdiff_t>(next_row_) * stride, rows);
        return Done{};
    }

  private:
    void describe() {
        layout_.size = {heif_image_handle_get_width(handle_.get()),
                        heif_image_handle_get_height(handle_.get())};
        layout_.stored_size = layout_.size;
        layout_.alpha = heif_image_handle_has_alpha_channel(handle_.get());
        layout_.premultiplied = layout_.alpha && heif_image_handle_is_premultiplied_alpha(handle_.get());
        layout_.channels = layout_.alpha ? 4 : 3;
        bits_ = std::clamp(heif_image_handle_get_luma_bits_per_pixel(handle_.get()), 8, 16);
        layout_.sample = bits_ > 8 ? SampleType::U16 : SampleType::U8;
        // The decoder holds its planes (as Y'CbCr and as RGB) and the interleaved copy.
        layout_.held_bytes = static_cast<size_t>(std::max(0LL, layout_.size.area())) * (bits_ > 8 ? 20 : 10);
    }

    /// A profile counts more than an nclx box. What the coded picture says without either libheif does not
    /// tell.
    void take_colours() {
        layout_.profile.resize(heif_image_handle_get_raw_color_profile_size(handle_.get()));
        if (!layout_.profile.empty() &&
            heif_image_handle_get_raw_color_profile(handle_.get(), layout_.profile.data()).code)
            layout_.profile.clear();
        heif_color_profile_nclx* nclx = nullptr;
        if (heif_image_handle_get_nclx_color_profile(handle_.get(), &nclx).code == heif_error_Ok && nclx)
            take_nclx(Nclx(nclx));
    }

    /// The decoder widens a narrow range itself.
    void take_nclx(const Nclx& nclx) {
        const auto encoding =
            encoding_of_code_points(nclx->color_primaries, nclx->transfer_characteristics, true);
        if (encoding)
            layout_.take_encoding(*encoding, ColourSign::Nclx);
    }

    Status decode() {
        const heif_chroma wide =
            layout_.alpha ? heif_chroma_interleaved_RRGGBBAA_LE : heif_chroma_interleaved_RRGGBB_LE;
        const heif_chroma narrow = layout_.alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB;
        heif_image* image = nullptr;
        const heif_error e =
            heif_decode_image(handle_.get(), &image, heif_colorspace_RGB, bits_ > 8 ? wide : narrow, nullptr);
        image_.reset(image);
        if (e.code || !image)
            return failure(e);
        const Size decoded{heif_image_get_width(image, heif_channel_interleaved),
                           heif_image_get_height(image, heif_channel_interleaved)};
        if (decoded != layout_.size)
            return Error{"its header and its picture disagree about its size; get a whole copy of it"};
        bits_ = heif_image_get_bits_per_pixel_range(image, heif_channel_interleaved);
        return Done{};
    }

    void copy_row(const uint8_t* from, std::byte* to) const {
        std::memcpy(to, from, layout_.row_bytes());
        if (layout_.sample == SampleType::U8)
            return;
        auto* samples = reinterpret_cast<uint16_t*>(to);
        const int largest = (1 << bits_) - 1;
        for (size_t i = 0; i < layout_.row_bytes() / 2; ++i)
            samples[i] =
                static_cast<uint16_t>((std::min<int>(samples[i], largest) * 65535 + largest / 2) / largest);
    }

    Context context_;
    Handle handle_;
    Decoded image_;
    int bits_ = 8;
    int next_row_ = 0;
};

}  // namespace

OpenedSource open_heif(const std::string& path) {
    auto source = std::make_unique<HeifSource>();
    if (const Status opened = source->open(path); !opened)
        return opened.error();
    return std::unique_ptr<PixelSource>(std::move(source));
}

}  // namespace allaprima
