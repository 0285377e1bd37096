#include "pictures/read_motif.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/test_folder.h"

namespace allaprima {
namespace {

constexpr const char* kSquare = "<rect x='2' y='2' width='6' height='6' fill='red'/>";

std::string svg(const std::string& attributes, const std::string& content = kSquare) {
    return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " +
           attributes + ">" + content + "</svg>";
}

class ReadMotif : public ::testing::Test {
  protected:
    Result<Photo> read(const std::string& bytes, int long_side = 100) {
        std::ofstream(folder_.at("motif"), std::ios::binary) << bytes;
        return read_motif(folder_.at("motif"), ReadLimits{}, long_side);
    }
    void expect_refusal(const std::string& bytes, const std::string& reason) {
        const Result<Photo> photo = read(bytes);
        ASSERT_FALSE(photo.ok()) << bytes;
        EXPECT_NE(photo.error().message.find(reason), std::string::npos) << photo.error().message;
        EXPECT_NE(photo.error().message.find(folder_.at("motif")), std::string::npos);
        EXPECT_EQ(photo.error().message.find('\n'), std::string::npos);
    }
    testing::TestFolder folder_;
};

TEST_F(ReadMotif, ADrawingIsDrawnAtTheSizeThatIsWantedWithItsAlpha) {
    const Result<Photo> photo = read(svg("viewBox='0 0 20 10'"));
    ASSERT_TRUE(photo.ok()) << photo.error().message;
    EXPECT_EQ(photo->size(), (Size{100, 50}));
    EXPECT_EQ(photo->alpha.at(1, 1), 0.0f);
    EXPECT_EQ(photo->alpha.at(25, 25), 1.0f);
    EXPECT_NEAR(photo->colour.at(25, 25).r, 1.0f, 1e-4f);
    EXPECT_EQ(photo->digest.size(), 64u);
}

TEST_F(ReadMotif, AHugeDrawingIsDrawnNoLargerThanWanted) {
    const Result<Photo> photo = read(svg("width='1e9' height='1e9' viewBox='0 0 10 10'"));
    ASSERT_TRUE(photo.ok()) << photo.error().message;
    EXPECT_EQ(photo->size(), (Size{100, 100}));
}

TEST_F(ReadMotif, NothingForeignIsFetched) {
    expect_refusal(svg("viewBox='0 0 9 9'", "<image href='file:///etc/passwd' width='9' height='9'/>"),
                   "other pictures");
    expect_refusal(svg("viewBox='0 0 9 9'", "<svg:image xlink:href='http://x/y.png'/>"), "other pictures");
    expect_refusal("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" +
                       svg("viewBox='0 0 9 9'", "<text>&x;</text>"),
                   "entities");
    // A stylesheet and a reference to another file are left out.
    EXPECT_TRUE(read(svg("viewBox='0 0 9 9'",
                         "<style>@import url('file:///etc/passwd');</style><use href='/etc/x.svg#a'/>" +
                             std::string(kSquare)))
                    .ok());
}

TEST_F(ReadMotif, EntitiesThatMultiplyAreRefused) {
    expect_refusal("<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>" +
                       svg("viewBox='0 0 9 9'", "<text>&b;</text>"),
                   "entities");
    expect_refusal("<?xml version='1.0' encoding='UTF-7'?>" + svg("viewBox='0 0 9 9'"), "UTF-8");
}

TEST_F(ReadMotif, WhatIsNoDrawingIsRefused) {
    expect_refusal("", "empty");
    expect_refusal("<", "not a drawing");
    expect_refusal("<html></html>", "not a drawing");
    expect_refusal(svg("width='0' height='0'"), "width or height is zero");
    expect_refusal(svg("viewBox='0 0 1 1e7'"), "thousand");
    expect_refusal(svg("viewBox='0 0 9 9'").substr(0, 90), "not a drawing");
}

TEST_F(ReadMotif, AnimatedPicturesAreRefused) {
    const std::string frame("\x2c\0\0\0\0\1\0\1\0\0\2\2\x44\1\0", 15);
    const std::string gif = std::string("GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff", 19);
    EXPECT_TRUE(read(gif + frame + ";").ok());
    expect_refusal(gif + frame + frame + ";", "animated");
    expect_refusal(std::string("RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0\2\0\0\0\0\0\0\0\0\0", 30), "animated");
    expect_refusal(std::string("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\0\0\0\0\0\0\0\x08"
                               "acTL",
                               41),
                   "animated");
}

}  // namespace
}  // namespace allaprima
