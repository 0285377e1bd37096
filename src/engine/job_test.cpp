#include "engine/job.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/test_folder.h"
#include "engine/paint_photo.h"
#include "pictures/write_picture.h"

namespace allaprima {
namespace {

using testing::bytes_of_file;
using testing::TestFolder;

/// A picture that is lighter to the right; where `alpha` is asked for, transparent on the left.
void write_photo(const std::string& path, bool alpha) {
    const Size size{64, 48};
    Picture picture{Image<Rgb>(size), alpha ? Image<float>(size, 1.0f) : Image<float>()};
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const float light = static_cast<float>(x) / 64.0f;
            picture.colour.at(x, y) = {light, light, 0.5f};
            if (alpha && x < 20)
                picture.alpha.at(x, y) = 0.0f;
        }
    ASSERT_TRUE(write_picture(path, picture, {}).ok());
}

Commission small_commission(const TestFolder& folder, const std::string& picture) {
    Commission commission;
    commission.photo = folder.at("photo.png");
    commission.picture.path = folder.at(picture);
    commission.brief.strokes = 20;
    commission.brief.output.long_side = 48;
    commission.brief.plan_size = 64;
    commission.brief.focus = Focus::None;
    return commission;
}

TEST(Job, IsPaintedWhenAllThatItWasPreparedFromIsGone) {
    const TestFolder folder;
    write_photo(folder.at("photo.png"), false);
    write_photo(folder.at("motif.png"), false);
    write_photo(folder.at("mask.png"), false);
    Commission commission = small_commission(folder, "whole.png");
    commission.brief.motifs = {{.file = folder.at("motif.png")}};
    commission.brief.subject.mask = folder.at("mask.png");
    commission.brief.spatters.resize(1);
    commission.brief.spatters[0].region.kind = Region::Kind::Mask;
    commission.brief.spatters[0].region.mask = folder.at("mask.png");
    const ThreadPool workers(2);
    SilentObserver observer;
    const Result<Painted> at_once = paint_photo(commission, workers, observer);
    ASSERT_TRUE(at_once.ok()) << at_once.error().message;

    commission.picture.path = folder.at("later.png");
    Result<Job> job = prepare(commission);
    ASSERT_TRUE(job.ok()) << job.error().message;
    for (const char* name : {"photo.png", "motif.png", "mask.png"})
        std::filesystem::remove(folder.at(name));
    const Result<Painted> later = run(std::move(job).value(), workers, observer);
    ASSERT_TRUE(later.ok()) << later.error().message;
    EXPECT_TRUE(bytes_of_file(folder.at("later.png")) == bytes_of_file(folder.at("whole.png")));
}

TEST(Job, WhatThePictureCannotHoldIsRefusedBeforeTheWork) {
    const TestFolder folder;
    write_photo(folder.at("photo.png"), true);
    Commission commission = small_commission(folder, "a.jpg");
    commission.brief.transparency = Transparency::Transparent;
    commission.painting_file = folder.at("a.alla");
    const Result<Job> job = prepare(commission);
    ASSERT_FALSE(job.ok());
    EXPECT_TRUE(job.error().usage) << job.error().message;
}

// Only the composing tells that there is nothing to compose; then the photograph's alpha is the picture's.
TEST(Job, APictureThatIsNotComposedAfterAllIsCheckedAgainBeforeTheWork) {
    const TestFolder folder;
    write_photo(folder.at("photo.png"), true);
    Picture nobody{Image<Rgb>({64, 48}), {}};
    ASSERT_TRUE(write_picture(folder.at("mask.png"), nobody, {}).ok());
    Commission commission = small_commission(folder, "a.jpg");
    commission.brief.transparency = Transparency::Transparent;
    commission.brief.backdrop = Backdrop::Plain;
    commission.brief.subject.mask = folder.at("mask.png");
    commission.painting_file = folder.at("a.alla");
    Result<Job> job = prepare(commission);
    ASSERT_TRUE(job.ok()) << job.error().message;
    SilentObserver observer;
    const Result<Painted> painted = run(std::move(job).value(), ThreadPool(2), observer);
    ASSERT_FALSE(painted.ok());
    EXPECT_TRUE(painted.error().usage) << painted.error().message;
    EXPECT_FALSE(std::filesystem::exists(folder.at("a.alla"))) << "nothing was begun";
}

}  // namespace
}  // namespace allaprima
