#include "codecs/tiff_colours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "codecs/lcms_handles.h"
#include "image/cie.h"

namespace allaprima {

namespace {

ColourEncoding told_primaries(TIFF* tiff, bool& told) {
    ColourEncoding encoding;
    const float *white = nullptr, *primaries = nullptr;
    if (TIFFGetField(tiff, TIFFTAG_WHITEPOINT, &white) == 1 && white)
        std::copy(white, white + 2, encoding.chromaticities.begin() + 6);
    if (TIFFGetField(tiff, TIFFTAG_PRIMARYCHROMATICITIES, &primaries) == 1 && primaries)
        std::copy(primaries, primaries + 6, encoding.chromaticities.begin());
    told = (white || primaries) && matrix_to_srgb(encoding.chromaticities);
    return told ? encoding : ColourEncoding{};
}

/// The light of every stored value, at no more steps than lcms2 takes.
Curve curve_of_table(const uint16_t* table, size_t steps) {
    constexpr size_t kMostSteps = 4096;
    const size_t stride = std::max<size_t>(1, steps / kMostSteps);
    std::vector<uint16_t> values;
    values.reserve(steps / stride + 1);
    for (size_t i = 0; i < steps; i += stride)
        values.push_back(table[i]);
    values.back() = table[steps - 1];
    return Curve(
        cmsBuildTabulatedToneCurve16(nullptr, static_cast<cmsUInt32Number>(values.size()), values.data()));
}

std::vector<uint8_t> saved(const Profile& profile) {
    cmsUInt32Number length = 0;
    if (!profile || !cmsSaveProfileToMem(profile.get(), nullptr, &length))
        return {};
    std::vector<uint8_t> bytes(length);
    return cmsSaveProfileToMem(profile.get(), bytes.data(), &length) ? bytes : std::vector<uint8_t>();
}

/// A profile of the primaries and the tables of TransferFunction, of which greys have one.
std::vector<uint8_t> profile_of_tables(const Chromaticities& c, std::span<const uint16_t* const> tables,
                                       size_t steps) {
    std::array<Curve, 3> curves;
    std::array<cmsToneCurve*, 3> bare{};
    for (size_t i = 0; i < tables.size(); ++i) {
        curves[i] = curve_of_table(tables[i], steps);
        bare[i] = curves[i].get();
        if (!bare[i])
            return {};
    }
    const cmsCIExyY white{c[6], c[7], 1.0};
    const cmsCIExyYTRIPLE primaries{{c[0], c[1], 1.0}, {c[2], c[3], 1.0}, {c[4], c[5], 1.0}};
    return saved(Profile(tables.size() == 1 ? cmsCreateGrayProfile(&white, bare[0])
                                            : cmsCreateRGBProfile(&white, &primaries, bare.data())));
}

float number(const std::byte* samples, size_t index, SampleType type) {
    if (type == SampleType::U8)
        return static_cast<float>(std::to_integer<unsigned>(samples[index]));
    if (type == SampleType::F32) {
        float value = 0.0f;
        std::memcpy(&value, samples + 4 * index, sizeof value);
        return value;
    }
    uint16_t value = 0;
    std::memcpy(&value, samples + 2 * index, sizeof value);
    return value;
}

/// What a stored number means where one step of 8 bits is 1.
Lab lab_of_numbers(const TiffLab& lab, std::array<float, 3> v) {
    if (lab.sample == SampleType::F32)
        return {v[0], v[1], v[2]};
    const bool wide = lab.sample == SampleType::U16;
    // ICC counts 16 bits in steps of 1/256 of those of 8.
    const float whitest = !wide ? 255.0f : lab.with_offset ? 65280.0f : 65535.0f;
    const auto axis = [&](float stored) {
        const float steps = wide ? stored / 256.0f : stored;
        return lab.with_offset ? steps - 128.0f : steps >= 128.0f ? steps - 256.0f : steps;
    };
    return {100.0f * v[0] / whitest, axis(v[1]), axis(v[2])};
}

}  // namespace

void read_tiff_colours(TIFF* tiff, PixelLayout& layout) {
    uint32_t length = 0;
    const uint8_t* profile = nullptr;
    if (TIFFGetField(tiff, TIFFTAG_ICCPROFILE, &length, &profile) == 1 && profile) {
        layout.profile.assign(profile, profile + length);
        return;
    }
    bool told = false;
    const ColourEncoding encoding = told_primaries(tiff, told);
    if (told)
        layout.take_encoding(encoding, ColourSign::TiffTags);
    std::array<const uint16_t*, 3> tables{};
    uint16_t bits = 0;
    if (TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &bits) != 1 || bits < 1 || bits > 16 ||
        TIFFGetField(tiff, TIFFTAG_TRANSFERFUNCTION, &tables[0], &tables[1], &tables[2]) != 1 || !tables[0])
        return;
    const size_t count = tables[1] && tables[2] ? 3 : 1;
    layout.profile =
        profile_of_tables(encoding.chromaticities, std::span(tables).first(count), size_t{1} << bits);
    layout.sign = ColourSign::TiffTags;
}

void light_of_lab(const TiffLab& lab, int channels, const std::byte* samples, std::span<float> light) {
    const auto each = static_cast<size_t>(channels);
    const float whole = lab.sample == SampleType::U8    ? 255.0f
                        : lab.sample == SampleType::U16 ? 65535.0f
                                                        : 1.0f;
    for (size_t i = 0; i + each <= light.size(); i += each) {
        std::array<float, 3> stored{};
        for (size_t c = 0; c < 3; ++c)
            stored[c] = number(samples, i + c, lab.sample);
        const Rgb colour = linear_srgb_from_xyz_d50(xyz_of(lab_of_numbers(lab, stored), kWhiteD50));
        light[i] = colour.r;
        light[i + 1] = colour.g;
        light[i + 2] = colour.b;
        for (size_t c = 3; c < each; ++c)
            light[i + c] = number(samples, i + c, lab.sample) / whole;
    }
}

}  // namespace allaprima
