#include "studio/live_frames.h"

#include <gtest/gtest.h>

#include <cstring>

namespace allaprima {
namespace {

Plan plan_of(size_t strokes) {
    Plan plan;
    plan.width_mm = 400.0f;
    plan.height_mm = 300.0f;
    plan.ground = {1.0f, 0.5f, 0.0f};
    for (size_t i = 0; i < strokes; ++i) {
        Stroke& stroke = plan.strokes.emplace_back();
        stroke.path.points = {Vec2{1.0f, 2.0f}, Vec2{3.0f, 4.0f}, Vec2{5.0f, 6.0f}};
        stroke.width_start = 8.0f;
        stroke.width_end = 4.0f;
        stroke.opacity = 1.0f;
    }
    return plan;
}

GrownPart part_at(int x, size_t strokes) {
    return {.area = {x, 0, x + 128, 100}, .whole = {1024, 768}, .strokes = strokes, .picture = {}};
}

float float_at(const std::string& bytes, size_t at) {
    float value = 0.0f;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

TEST(StrokesFrame, IsAsThePageReadsIt) {
    const Plan plan = plan_of(2);
    const std::string frame = strokes_frame(plan);
    ASSERT_EQ(frame.size(), 20u + 2 * 40);
    EXPECT_EQ(frame.substr(0, 8), std::string("\x01\0\0\0\x02\0\0\0", 8));
    EXPECT_EQ(float_at(frame, 8), 400.0f);
    EXPECT_EQ(float_at(frame, 12), 300.0f);
    EXPECT_EQ(frame.substr(16, 4), std::string("\xff\x80\0\0", 4));
    EXPECT_EQ(float_at(frame, 20 + 40 + 16), 5.0f);
    EXPECT_EQ(float_at(frame, 20 + 40 + 24), 4.0f) << "half the width";
    EXPECT_EQ(float_at(frame, 20 + 40 + 32), planned_edge(plan.strokes[1], plan) + plan.strokes[1].fade);
    EXPECT_EQ(static_cast<unsigned char>(frame.back()), 255);
}

TEST(PartFrame, IsAsThePageReadsIt) {
    const std::string frame = part_frame(part_at(256, 70'000), "JPEG");
    EXPECT_EQ(frame, std::string("\x02\0\0\0\0\x01\0\0\x80\0\x64\0\0\x04\0\x03\x70\x11\x01\0JPEG", 24));
}

TEST(LiveFrames, EachIsHeardOnce) {
    LiveFrames frames;
    Heard heard;
    EXPECT_TRUE(frames.news("a", heard).empty());
    frames.put_strokes("a", plan_of(1));
    frames.put_part("a", part_at(0, 1), "x");
    frames.put_part("a", part_at(128, 1), "y");
    EXPECT_EQ(frames.news("a", heard).size(), 3u);
    EXPECT_TRUE(frames.news("a", heard).empty());
    Heard other;
    EXPECT_EQ(frames.news("a", other).size(), 3u) << "who comes later hears all there is";
}

TEST(LiveFrames, WhatWasReplacedIsNotHeard) {
    LiveFrames frames;
    for (int i = 0; i < 10; ++i)
        frames.put_part("a", part_at(0, static_cast<size_t>(i)), std::to_string(i));
    Heard heard;
    const std::vector<Frame> news = frames.news("a", heard);
    ASSERT_EQ(news.size(), 1u);
    EXPECT_EQ(news.front()->back(), '9');
}

TEST(LiveFrames, StrokesAreToldFourTimesASecondAtMost) {
    LiveFrames frames;
    Heard heard;
    frames.put_strokes("a", plan_of(1));
    EXPECT_EQ(frames.news("a", heard).size(), 1u);
    frames.put_strokes("a", plan_of(2));
    EXPECT_TRUE(frames.news("a", heard).empty());
    heard.strokes_at -= std::chrono::seconds(1);
    EXPECT_EQ(frames.news("a", heard).size(), 1u);
}

TEST(LiveFrames, ASketchGivesWay) {
    LiveFrames frames;
    EXPECT_TRUE(frames.put_strokes("a", plan_of(1), true));
    EXPECT_TRUE(frames.put_strokes("a", plan_of(2)));
    EXPECT_FALSE(frames.put_strokes("a", plan_of(3), true));
    EXPECT_EQ(*frames.strokes("a"), strokes_frame(plan_of(2)));
}

TEST(LiveFrames, OnlyTheNewestPaintingsAreKept) {
    LiveFrames frames;
    for (int i = 0; i < 40; ++i)
        frames.put_strokes(std::to_string(i), plan_of(1));
    EXPECT_FALSE(frames.strokes("0"));
    EXPECT_TRUE(frames.strokes("39"));
}

}  // namespace
}  // namespace allaprima
