#include "pictures/output_profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "codecs/lcms_handles.h"
#include "files/ordinary_file.h"
#include "image/cie.h"
#include "image/colour.h"

namespace allaprima {
namespace {

/// Real profiles stay below four megabytes.
constexpr uintmax_t kLargestProfile = uintmax_t{32} << 20;
/// Every so many colours one is looked at for the report; odd, so that columns take turns.
constexpr size_t kReportEvery = 17;
constexpr double kVisible = 2.0;  // ΔE00

Result<std::vector<uint8_t>> read_bytes(const std::string& path) {
    std::error_code fault;
    if (!std::filesystem::exists(path, fault))
        return Error{fmt::format("there is no profile {}", path), true};
    if (const Status ordinary = check_ordinary_file(path); !ordinary)
        return ordinary.error();
    const uintmax_t size = std::filesystem::file_size(path, fault);
    if (fault || size > kLargestProfile || size < 128)
        return Error{fmt::format("{} is not an ICC profile: those have 128 bytes to 32 megabytes", path),
                     true};
    std::vector<uint8_t> bytes(size);
    std::ifstream file(path, std::ios::binary);
    if (!file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size)))
        return Error{fmt::format("cannot read {}", path)};
    return bytes;
}

std::string name_of(const Profile& profile, const std::string& path) {
    std::string name(256, '\0');
    const cmsUInt32Number length =
        cmsGetProfileInfoASCII(profile.get(), cmsInfoDescription, "en", "US", name.data(), 256);
    name.resize(length > 0 ? length - 1 : 0);
    std::erase_if(name, [](unsigned char c) { return c < ' ' || c == 0x7f; });
    return name.empty() ? std::filesystem::path(path).filename().string() : name;
}

int channels_of(cmsColorSpaceSignature space) {
    return space == cmsSigRgbData ? 3 : space == cmsSigCmykData ? 4 : space == cmsSigGrayData ? 1 : 0;
}

cmsUInt32Number sample_type(int channels) {
    return channels == 3 ? TYPE_RGB_FLT : channels == 4 ? TYPE_CMYK_FLT : TYPE_GRAY_FLT;
}

cmsUInt32Number code_of(Intent intent) {
    switch (intent) {
        case Intent::Perceptual:
            return INTENT_PERCEPTUAL;
        case Intent::Saturation:
            return INTENT_SATURATION;
        case Intent::Absolute:
            return INTENT_ABSOLUTE_COLORIMETRIC;
        default:
            return INTENT_RELATIVE_COLORIMETRIC;
    }
}

Lab lab_from(const cmsCIELab& lab) {
    return {static_cast<float>(lab.L), static_cast<float>(lab.a), static_cast<float>(lab.b)};
}

}  // namespace

struct OutputProfile::State {
    std::string name;
    std::vector<uint8_t> bytes;
    int channels = 3;
    Transform to_device, back_to_lab;
    size_t seen = 0;  ///< Colours converted so far.
    double sum = 0.0, worst = 0.0;
    size_t looked_at = 0, out = 0;

    void note(Xyz wanted, const float* sample);
};

void OutputProfile::State::note(Xyz wanted, const float* sample) {
    cmsCIELab got{};
    cmsDoTransform(back_to_lab.get(), sample, &got, 1);
    const double miss = delta_e_2000(lab_of(wanted, kWhiteD50), lab_from(got));
    if (!std::isfinite(miss))
        return;
    ++looked_at;
    sum += miss;
    worst = std::max(worst, miss);
    out += miss > kVisible ? 1 : 0;
}

OutputProfile::OutputProfile(std::unique_ptr<State> state) : state_(std::move(state)) {}
OutputProfile::OutputProfile(OutputProfile&&) noexcept = default;
OutputProfile& OutputProfile::operator=(OutputProfile&&) noexcept = default;
OutputProfile::~OutputProfile() = default;

int OutputProfile::channels() const {
    return state_->channels;
}

const std::vector<uint8_t>& OutputProfile::bytes() const {
    return state_->bytes;
}

Result<OutputProfile> OutputProfile::open(const std::string& path, Intent intent) {
    Result<std::vector<uint8_t>> bytes = read_bytes(path);
    if (!bytes)
        return bytes.error();
    // What lcms2 has to say of a broken file it says to nobody.
    cmsSetLogErrorHandler([](cmsContext, cmsUInt32Number, const char*) {});
    const Profile device(cmsOpenProfileFromMem(bytes->data(), static_cast<cmsUInt32Number>(bytes->size())));
    if (!device)
        return Error{fmt::format("{} is not an ICC profile that can be read", path), true};
    const cmsProfileClassSignature kind = cmsGetDeviceClass(device.get());
    auto state = std::make_unique<State>();
    state->channels = channels_of(cmsGetColorSpace(device.get()));
    const bool of_device =
        kind == cmsSigOutputClass || kind == cmsSigDisplayClass || kind == cmsSigColorSpaceClass;
    if (!of_device || state->channels == 0)
        return Error{fmt::format("{} is not a profile of an RGB, CMYK or grey printer or screen", path),
                     true};
    state->name = name_of(device, path);
    state->bytes = std::move(bytes).value();

    const Profile light(cmsCreateXYZProfile()), lab(cmsCreateLab4Profile(nullptr));
    const cmsUInt32Number type = sample_type(state->channels), way = code_of(intent);
    constexpr cmsUInt32Number kExact = cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE;
    const cmsUInt32Number black = intent == Intent::Absolute ? 0 : cmsFLAGS_BLACKPOINTCOMPENSATION;
    state->to_device.reset(
        cmsCreateTransform(light.get(), TYPE_XYZ_FLT, device.get(), type, way, kExact | black));
    // The proof is compared with the original as the eye sees both, used to the white and the black of each.
    state->back_to_lab.reset(cmsCreateTransform(device.get(), type, lab.get(), TYPE_Lab_DBL,
                                                INTENT_RELATIVE_COLORIMETRIC, kExact | black));
    if (!state->to_device || !state->back_to_lab)
        return Error{
            fmt::format(
                "{} cannot be used: it does not say how to convert colours to {}, or not with this --intent",
                path, state->name),
            true};
    return OutputProfile(std::move(state));
}

void OutputProfile::convert(std::span<const Rgb> colours, std::span<float> samples) {
    State& s = *state_;
    ALLAPRIMA_CHECK(samples.size() == colours.size() * static_cast<size_t>(s.channels));
    std::vector<Xyz> light(colours.size());
    std::ranges::transform(colours, light.begin(),
                           [](Rgb c) { return xyz_d50_from_linear_srgb(linear_from_srgb(c)); });
    cmsDoTransform(s.to_device.get(), light.data(), samples.data(),
                   static_cast<cmsUInt32Number>(colours.size()));
    // lcms2 reckons ink in percent.
    const float full = s.channels == 4 ? 100.0f : 1.0f;
    for (float& sample : samples)
        sample = std::isfinite(sample) ? std::clamp(sample, 0.0f, full) : 0.0f;
    for (size_t i = 0; i < colours.size(); ++i, ++s.seen)
        if (s.seen % kReportEvery == 0)
            s.note(light[i], samples.data() + i * static_cast<size_t>(s.channels));
    for (float& sample : samples)
        sample /= full;
}

GamutReport OutputProfile::report() const {
    const State& s = *state_;
    const double count = std::max<double>(1.0, static_cast<double>(s.looked_at));
    return {s.name, static_cast<double>(s.out) / count, s.sum / count, s.worst};
}

}  // namespace allaprima
