#include "codecs/light_converter.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "codecs/icc_conversion.h"
#include "image/colour.h"

namespace allaprima {

namespace {

constexpr float kBrightest = 65504.0f;

float finite(float value) {
    return std::isnan(value) ? 0.0f : std::clamp(value, -kBrightest, kBrightest);
}

/// Light of sRGB-encoded values at every step of 1/65535.
class SrgbTable {
  public:
    SrgbTable() : values_(65536) {
        for (size_t i = 0; i < values_.size(); ++i)
            values_[i] = linear_from_srgb(static_cast<float>(i) / 65535.0f);
    }
    float at(float encoded) const {
        return values_[static_cast<size_t>(std::clamp(encoded, 0.0f, 1.0f) * 65535.0f + 0.5f)];
    }

  private:
    std::vector<float> values_;
};

/// The colour of one pixel in the terms of RGB, still encoded or linear as the samples are.
Rgb as_rgb(const float* sample, ColourModel model) {
    if (model == ColourModel::Grey)
        return {sample[0], sample[0], sample[0]};
    if (model == ColourModel::Rgb)
        return {sample[0], sample[1], sample[2]};
    const float paper = 1.0f - sample[3];
    return {(1.0f - sample[0]) * paper, (1.0f - sample[1]) * paper, (1.0f - sample[2]) * paper};
}

LightConverter::Conversion without_profile(const PixelLayout& layout) {
    const ColourModel model = layout.model;
    const size_t step = static_cast<size_t>(layout.colour_channels());
    if (layout.linear)
        return [model, step](std::span<const float> samples, std::span<Rgb> light) {
            for (size_t i = 0; i < light.size(); ++i)
                light[i] = as_rgb(&samples[i * step], model);
        };
    return [model, step, table = SrgbTable()](std::span<const float> samples, std::span<Rgb> light) {
        for (size_t i = 0; i < light.size(); ++i) {
            const Rgb encoded = as_rgb(&samples[i * step], model);
            light[i] = {table.at(encoded.r), table.at(encoded.g), table.at(encoded.b)};
        }
    };
}

float sample_at(const std::byte* row, size_t index, SampleType type) {
    if (type == SampleType::U8)
        return static_cast<float>(std::to_integer<unsigned>(row[index])) / 255.0f;
    if (type == SampleType::U16) {
        uint16_t value = 0;
        std::memcpy(&value, row + 2 * index, sizeof value);
        return static_cast<float>(value) / 65535.0f;
    }
    float value = 0.0f;
    std::memcpy(&value, row + 4 * index, sizeof value);
    return finite(value);
}

}  // namespace

LightConverter::LightConverter(const PixelLayout& layout) : layout_(layout) {
    auto by_profile = icc_conversion(layout);
    to_light_ = by_profile ? std::move(*by_profile) : without_profile(layout);
    layout_.profile.clear();
}

void LightConverter::convert(const std::byte* row, std::span<Rgb> colour, std::span<float> alpha) {
    ALLAPRIMA_CHECK(alpha.size() == (layout_.alpha ? colour.size() : 0));
    unpack(row, colour.size(), alpha);
    to_light_(samples_, colour);
    for (Rgb& light : colour)
        light = {finite(light.r), finite(light.g), finite(light.b)};
}

void LightConverter::unpack(const std::byte* row, size_t pixels, std::span<float> alpha) {
    const auto colours = static_cast<size_t>(layout_.colour_channels());
    const auto channels = static_cast<size_t>(layout_.channels);
    samples_.resize(pixels * colours);
    for (size_t i = 0; i < pixels; ++i)
        for (size_t c = 0; c < colours; ++c)
            samples_[i * colours + c] = sample_at(row, i * channels + c, layout_.sample);
    for (size_t i = 0; i < alpha.size(); ++i) {
        alpha[i] = std::clamp(sample_at(row, i * channels + colours, layout_.sample), 0.0f, 1.0f);
        if (layout_.premultiplied && alpha[i] > 0.0f)
            for (size_t c = 0; c < colours; ++c)
                samples_[i * colours + c] /= alpha[i];
    }
}

}  // namespace allaprima
