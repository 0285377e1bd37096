#include "codecs/pixel_stream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

namespace allaprima {
namespace {

/// Bytes that are all there already.
class KeptStream final : public ByteStream {
  public:
    explicit KeptStream(std::vector<std::byte> bytes) : bytes_(std::move(bytes)) {}
    Status read(std::byte* bytes, size_t count) override {
        if (count > bytes_.size() - at_)
            return Error{"it ends"};
        std::copy_n(bytes_.data() + at_, count, bytes);
        at_ += count;
        return Done{};
    }
    Status finish() override { return at_ == bytes_.size() ? Status(Done{}) : Error{"there is more"}; }

  private:
    std::vector<std::byte> bytes_;
    size_t at_ = 0;
};

/// A picture of 5 x 7 pixels whose samples count upwards.
class CountingSource final : public PixelSource {
  public:
    CountingSource() {
        layout_ = {.size = {5, 7},
                   .stored_size = {10, 14},
                   .channels = 4,
                   .model = ColourModel::Rgb,
                   .sample = SampleType::U16,
                   .alpha = true,
                   .premultiplied = true,
                   .orientation = 6,
                   .profile = {1, 2, 3},
                   .encoding = {.chromaticities = kAdobeRgb,
                                .transfer = Transfer::Power,
                                .exponent = 2.2,
                                .narrow_range = true},
                   .sign = ColourSign::Nclx,
                   .held_bytes = 12345,
                   .band = 3};
    }
    Status read_rows(int count, std::byte* rows) override {
        const size_t bytes = static_cast<size_t>(count) * layout_.row_bytes();
        for (size_t i = 0; i < bytes; ++i)
            rows[i] = static_cast<std::byte>(next_++ & 0xff);
        return Done{};
    }

  private:
    size_t next_ = 0;
};

std::vector<std::byte> told_bytes() {
    std::vector<std::byte> all;
    CountingSource source;
    const Status told = send_pixels(source, [&](const void* bytes, size_t count) {
        const auto* from = static_cast<const std::byte*>(bytes);
        all.insert(all.end(), from, from + count);
        return Done{};
    });
    EXPECT_TRUE(told.ok());
    return all;
}

OpenedSource opened_from(std::vector<std::byte> bytes) {
    return open_stream(std::make_unique<KeptStream>(std::move(bytes)));
}

TEST(PixelStream, APictureArrivesAsItIsTold) {
    const OpenedSource arrived = opened_from(told_bytes());
    ASSERT_TRUE(arrived.ok()) << arrived.error().message;
    const PixelLayout& layout = (*arrived)->layout();
    EXPECT_EQ(layout.size, (Size{5, 7}));
    EXPECT_EQ(layout.stored_size, (Size{10, 14}));
    EXPECT_EQ(layout.channels, 4);
    EXPECT_EQ(layout.sample, SampleType::U16);
    EXPECT_TRUE(layout.alpha && layout.premultiplied);
    EXPECT_EQ(layout.encoding, CountingSource().layout().encoding);
    EXPECT_EQ(layout.sign, ColourSign::Nclx);
    EXPECT_EQ(layout.orientation, 6);
    EXPECT_EQ(layout.profile, (std::vector<uint8_t>{1, 2, 3}));
    EXPECT_EQ(layout.held_bytes, 12345u);
    std::vector<std::byte> rows(7 * layout.row_bytes());
    ASSERT_TRUE((*arrived)->read_rows(7, rows.data()).ok());
    for (size_t i = 0; i < rows.size(); ++i)
        ASSERT_EQ(rows[i], static_cast<std::byte>(i & 0xff));
}

TEST(PixelStream, WhatEndsEarlyOrGoesOnIsAnError) {
    const std::vector<std::byte> whole = told_bytes();
    for (const size_t length : {size_t{0}, size_t{20}, whole.size() - 281, whole.size() - 1}) {
        const OpenedSource cut = opened_from({whole.begin(), whole.begin() + static_cast<long>(length)});
        std::vector<std::byte> rows(7 * 40);
        EXPECT_FALSE(cut.ok() && (*cut)->read_rows(7, rows.data()).ok()) << length;
    }
    std::vector<std::byte> more = whole;
    more.push_back(std::byte{0});
    const OpenedSource longer = opened_from(more);
    std::vector<std::byte> rows(7 * 40);
    EXPECT_FALSE((*longer)->read_rows(7, rows.data()).ok());
}

// Each of the numbers, of four bytes, which follow the mark.
TEST(PixelStream, LayoutsThatNoDecoderHasAreRefused) {
    enum Place {
        Mark,
        Width = 2,
        Height,
        StoredWidth,
        StoredHeight,
        Channels,
        Model,
        Sample,
        Flags,
        Orientation,
        Band,
        Curve = 15,
        Sign,
        FirstPrimary = 19,  // The upper half of a number of eight bytes.
        WhiteY = 33,
        Exponent = 35
    };
    const std::vector<std::pair<Place, uint32_t>> wrong = {{Mark, 0},
                                                           {Width, 11},
                                                           {Height, 15},
                                                           {StoredWidth, 0xffffffff},
                                                           {StoredHeight, 0x80000000},
                                                           {Channels, 3},
                                                           {Channels, 0},
                                                           {Channels, 1u << 20},
                                                           {Model, 3},
                                                           {Sample, 3},
                                                           {Flags, 8},
                                                           {Orientation, 0},
                                                           {Orientation, 9},
                                                           {Band, 0},
                                                           {Band, 65},
                                                           {Curve, 10},
                                                           {Sign, 11},
                                                           {FirstPrimary, 0x7ff00000},
                                                           {WhiteY, 0},
                                                           {Exponent, 0xbff00000}};
    for (const auto& [place, value] : wrong) {
        std::vector<std::byte> bytes = told_bytes();
        std::memcpy(bytes.data() + 4 * static_cast<size_t>(place), &value, sizeof value);
        EXPECT_FALSE(opened_from(bytes).ok()) << place << " " << value;
    }
    for (const size_t offset : {size_t{48}, size_t{56}}) {
        std::vector<std::byte> bytes = told_bytes();
        std::fill_n(bytes.begin() + static_cast<long>(offset), 8, std::byte{0x7f});
        EXPECT_FALSE(opened_from(bytes).ok()) << "held bytes, profile bytes";
    }
}

TEST(PixelStream, AFormArrivesAsItIsTold) {
    PictureForm form;
    form.size = {300, 200};
    form.channels = 4;
    form.alpha = form.light = true;
    form.depth = 32;
    form.dpi = 123.456;
    form.note = "what it is";
    KeptStream stream(bytes_of(form));
    const Result<PictureForm> arrived = read_form(stream);
    ASSERT_TRUE(arrived.ok());
    EXPECT_EQ(arrived->size, form.size);
    EXPECT_EQ(arrived->channels, 4);
    EXPECT_TRUE(arrived->alpha && arrived->light);
    EXPECT_EQ(arrived->depth, 32);
    EXPECT_EQ(arrived->dpi, 123.456);
    EXPECT_EQ(arrived->note, "what it is");
}

}  // namespace
}  // namespace allaprima
