#include "codecs/light_converter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

#include "codecs/icc_conversion.h"
#include "image/colour.h"

namespace allaprima {

namespace {

constexpr float kBrightest = 65504.0f;

float finite(float value) {
    return std::isnan(value) ? 0.0f : std::clamp(value, -kBrightest, kBrightest);
}

/// What is written of a full range as one from black at 16 to white at 235, of 256 steps.
double widened(double encoded, SampleType sample) {
    const double steps = sample == SampleType::U16 ? 65535.0 / 256.0 : 255.0;
    return (encoded * steps - 16.0) / 219.0;
}

/// Light of encoded values: by a table with every step of 1/65535, or for floating point one by one.
class Decoding {
  public:
    explicit Decoding(const PixelLayout& layout)
        : encoding_(layout.encoding), values_(layout.sample == SampleType::F32 ? 0 : 65536) {
        // Of the steps of 16 bits, plain colours of 8 bits have only each 257th.
        const bool plain =
            layout.sample == SampleType::U8 && layout.model != ColourModel::Cmyk && !layout.premultiplied;
        for (size_t i = 0; i < values_.size(); i += plain ? 257 : 1)
            values_[i] = light(static_cast<float>(i) / 65535.0f, layout.sample);
    }
    float at(float encoded) const {
        if (values_.empty())
            return light(encoded, SampleType::F32);
        return values_[static_cast<size_t>(std::clamp(encoded, 0.0f, 1.0f) * 65535.0f + 0.5f)];
    }

  private:
    float light(float encoded, SampleType sample) const {
        const bool narrow = encoding_.narrow_range && sample != SampleType::F32;
        if (!narrow && encoding_.transfer == Transfer::Srgb)
            return linear_from_srgb(encoded);
        const double value = narrow ? std::max(0.0, widened(encoded, sample)) : encoded;
        return static_cast<float>(light_of(encoding_, value));
    }

    ColourEncoding encoding_;
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

using Conversion = LightConverter::Conversion;

/// Encoded or linear samples, in the file's own primaries.
Conversion in_own_primaries(const PixelLayout& layout) {
    const ColourModel model = layout.model;
    const size_t step = static_cast<size_t>(layout.colour_channels());
    if (layout.encoding.transfer == Transfer::Linear && !layout.encoding.narrow_range)
        return [model, step](std::span<const float> samples, std::span<Rgb> light) {
            for (size_t i = 0; i < light.size(); ++i)
                light[i] = as_rgb(&samples[i * step], model);
        };
    return [model, step, decoding = Decoding(layout)](std::span<const float> samples, std::span<Rgb> light) {
        for (size_t i = 0; i < light.size(); ++i) {
            const Rgb encoded = as_rgb(&samples[i * step], model);
            light[i] = {decoding.at(encoded.r), decoding.at(encoded.g), decoding.at(encoded.b)};
        }
    };
}

/// HLG's system gamma of 1.2 (BT.2100): light by light's own luminance, 1 at the peak.
void brighten_as_hlg(std::span<Rgb> light, const std::array<double, 3>& weights) {
    const double peak = light_of({.transfer = Transfer::Hlg}, 1.0);
    for (Rgb& v : light) {
        const double y = weights[0] * v.r + weights[1] * v.g + weights[2] * v.b;
        v = v * static_cast<float>(std::pow(std::max(0.0, y) / peak, 0.2));
    }
}

Conversion without_profile(const PixelLayout& layout) {
    Conversion own = in_own_primaries(layout);
    const ColourEncoding& encoding = layout.encoding;
    const std::array<double, 9> identity{1, 0, 0, 0, 1, 0, 0, 0, 1};
    const std::array<double, 9> exact = matrix_to_srgb(encoding.chromaticities).value_or(identity);
    const bool hlg = encoding.transfer == Transfer::Hlg;
    if (exact == identity && !hlg)
        return own;
    std::array<float, 9> m{};
    std::ranges::transform(exact, m.begin(), [](double v) { return static_cast<float>(v); });
    return [own = std::move(own), m, hlg, weights = luminance_weights(encoding.chromaticities)](
               std::span<const float> samples, std::span<Rgb> light) {
        own(samples, light);
        if (hlg)
            brighten_as_hlg(light, weights);
        for (Rgb& v : light)
            v = {m[0] * v.r + m[1] * v.g + m[2] * v.b, m[3] * v.r + m[4] * v.g + m[5] * v.b,
                 m[6] * v.r + m[7] * v.g + m[8] * v.b};
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
    if (const auto told = highlights_of_profile(layout)) {
        layout_.encoding = *told;
        layout_.sign = ColourSign::Profile;
    } else if (!layout.profile.empty()) {
        take_profile(layout);
    }
    layout_.profile.clear();
    if (to_light_)
        return;
    to_light_ = without_profile(layout_);
    has_highlights_ = allaprima::has_highlights(layout_.encoding);
    const std::string name = layout_.model == ColourModel::Cmyk    ? "CMYK without a profile"
                             : layout_.sign == ColourSign::TiffLab ? "CIE L*a*b*"
                                                                   : name_of(layout_.encoding);
    colour_space_ = fmt::format("{}, {}{}", name, words_of(layout_.sign), colour_space_);
}

void LightConverter::take_profile(const PixelLayout& layout) {
    std::optional<ProfileConversion> profile = icc_conversion(layout);
    if (!profile) {
        colour_space_ = "; its ICC profile is damaged or for another kind of colour";
        return;
    }
    to_light_ = std::move(profile->to_light);
    if (layout.sign == ColourSign::TiffTags) {
        // The profile was made of them.
        colour_space_ = fmt::format("its own transfer function, {}", words_of(layout.sign));
        return;
    }
    colour_space_ =
        fmt::format("{}, {}", profile->name.empty() ? "a colour space without a name" : profile->name,
                    words_of(ColourSign::Profile));
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
