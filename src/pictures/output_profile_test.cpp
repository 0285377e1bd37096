#include "pictures/output_profile.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/test_folder.h"

namespace allaprima {
namespace {

constexpr const char* kAdobe = "/usr/share/color/icc/compatibleWithAdobeRGB1998.icc";
constexpr const char* kPressProfile = "/usr/share/color/icc/ghostscript/default_cmyk.icc";

std::vector<float> converted(OutputProfile& profile, Rgb colour) {
    std::vector<float> samples(static_cast<size_t>(profile.channels()));
    profile.convert(std::span(&colour, 1), samples);
    return samples;
}

TEST(OutputProfile, AWiderSpaceKeepsWhatSrgbCuts) {
    Result<OutputProfile> wide = OutputProfile::open(kAdobe, Intent::Relative);
    ASSERT_TRUE(wide.ok()) << wide.error().message;
    const std::vector<float> white = converted(*wide, {1, 1, 1});
    EXPECT_NEAR(white[0], 1.0f, 2e-3f);
    EXPECT_NEAR(white[2], 1.0f, 2e-3f);
    // A green beyond sRGB's, which a phthalo green in light is.
    const std::vector<float> green = converted(*wide, {-0.2f, 0.9f, 0.3f});
    const std::vector<float> cut = converted(*wide, {0.0f, 0.9f, 0.3f});
    EXPECT_LT(green[0], cut[0] - 0.02f);
}

TEST(OutputProfile, APressReportsWhatItCannotPrint) {
    Result<OutputProfile> press = OutputProfile::open(kPressProfile, Intent::Relative);
    ASSERT_TRUE(press.ok()) << press.error().message;
    const std::vector<Rgb> greys(170, Rgb{0.5f, 0.5f, 0.5f}), neon(170, Rgb{0.0f, 1.0f, 0.0f});
    std::vector<float> samples(4 * greys.size());
    press->convert(greys, samples);
    EXPECT_LT(press->report().out_share, 0.01);
    press->convert(neon, samples);
    EXPECT_NEAR(press->report().out_share, 0.5, 0.1);
    EXPECT_GT(press->report().worst_miss, 5.0);
    EXPECT_FALSE(press->report().device.empty());
}

TEST(OutputProfile, WhatIsNoProfileIsRefused) {
    const testing::TestFolder folder;
    const std::string junk = folder.at("junk.icc");
    std::ofstream(junk) << std::string(4000, 'x');
    std::ofstream(folder.at("short.icc")) << "acsp";
    for (const std::string& path : {folder.at("none.icc"), junk, folder.at("short.icc"),
                                    std::string("/usr/share/color/icc/ITULab.icc")}) {
        const Result<OutputProfile> profile = OutputProfile::open(path, Intent::Relative);
        ASSERT_FALSE(profile.ok()) << path;
        EXPECT_TRUE(profile.error().usage);
        EXPECT_NE(profile.error().message.find(path), std::string::npos);
    }
}

}  // namespace
}  // namespace allaprima
