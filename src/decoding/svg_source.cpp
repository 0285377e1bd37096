#include "codecs/check_svg.h"
#include "decoding/rare_sources.h"
#include "decoding/svg_document.h"

namespace allaprima {

namespace {

class SvgSource final : public PixelSource {
  public:
    explicit SvgSource(DrawnSvg drawn) : drawn_(std::move(drawn)) {
        layout_.size = layout_.stored_size = drawn_.size;
        layout_.channels = 4;
        layout_.alpha = layout_.premultiplied = true;
    }

    Status read_rows(int count, std::byte* rows) override {
        const size_t pixels = static_cast<size_t>(count) * static_cast<size_t>(layout_.size.width);
        for (size_t i = 0; i < pixels; ++i, ++next_pixel_)
            for (const int shift : {16, 8, 0, 24})
                *rows++ = static_cast<std::byte>(drawn_.pixels[next_pixel_] >> shift & 0xff);
        return Done{};
    }

  private:
    DrawnSvg drawn_;
    size_t next_pixel_ = 0;
};

}  // namespace

OpenedSource open_svg(const std::string& path, int long_side) {
    const Result<std::string> document = read_svg_text(path);
    if (!document)
        return document.error();
    if (const Status safe = check_svg(*document); !safe)
        return safe.error();
    Result<DrawnSvg> drawn = draw_svg(*document, long_side);
    if (!drawn)
        return drawn.error();
    return std::unique_ptr<PixelSource>(std::make_unique<SvgSource>(std::move(drawn).value()));
}

}  // namespace allaprima
