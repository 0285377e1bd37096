// Feeds libFuzzer's bytes to the reading side of what allaprima-decode tells, and on to light.

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "codecs/light_converter.h"
#include "codecs/pixel_stream.h"

namespace {

using namespace allaprima;

class FuzzStream final : public ByteStream {
  public:
    FuzzStream(const uint8_t* data, size_t size) : data_(data), left_(size) {}
    Status read(std::byte* bytes, size_t count) override {
        if (count > left_)
            return Error{"it ends"};
        std::copy_n(reinterpret_cast<const std::byte*>(data_), count, bytes);
        data_ += count;
        left_ -= count;
        return Done{};
    }
    Status finish() override { return Done{}; }

  private:
    const uint8_t* data_;
    size_t left_;
};

void read_all(PixelSource& source) {
    const PixelLayout& layout = source.layout();
    constexpr size_t kMostRowBytes = 1 << 20;
    if (layout.size.width < 1 || layout.row_bytes() > kMostRowBytes)
        return;
    LightConverter converter(layout);
    std::vector<std::byte> row(layout.row_bytes());
    std::vector<Rgb> colour(static_cast<size_t>(layout.size.width));
    std::vector<float> alpha(layout.alpha ? colour.size() : 0);
    for (int y = 0; y < layout.size.height && source.read_rows(1, row.data()).ok(); ++y)
        converter.convert(row.data(), colour, alpha);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const OpenedSource source = open_stream(std::make_unique<FuzzStream>(data, size));
    if (source)
        read_all(**source);
    FuzzStream form(data, size);
    static_cast<void>(read_form(form).ok());
    return 0;
}
