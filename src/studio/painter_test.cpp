#include "studio/painter.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "studio/tried_studio.h"

namespace allaprima {
namespace {

using PainterTest = testing::TriedStudio;

TEST_F(PainterTest, GoesOnWithTheSamePictureWhereverItWasEnded) {
    const std::string photo = upload_picture();
    const std::string whole = finished(paint(photo, "40")["id"]);
    const std::string id = paint(photo, "40")["id"];
    for (const int moment : {0, 20}) {
        std::this_thread::sleep_for(std::chrono::milliseconds(moment));
        open();
    }
    EXPECT_EQ(finished(id), whole);
}

TEST_F(PainterTest, APaintingIsPausedAndGoesOn) {
    const std::string photo = upload_picture();
    const std::string whole = finished(paint(photo, "40")["id"]);
    const std::string id = paint(photo, "40")["id"];
    const auto before = std::chrono::steady_clock::now();
    EXPECT_EQ(do_with(id, "pause"), "paused");
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::milliseconds(100));
    open();
    EXPECT_EQ(row(id)["state"], "paused") << "nobody goes on of himself";
    do_with(id, "go-on");
    EXPECT_EQ(finished(id), whole);
}

TEST_F(PainterTest, WhatGivesWayIsPaintedAfterTheOthers) {
    const std::string photo = upload_picture();
    const std::string whole = finished(paint(photo, "400")["id"]);
    const std::string sample = paint(photo, "400", true)["id"];
    for (int i = 0; i < 3000 && row(sample)["strokes"] == 0; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    finished(paint(photo, "20")["id"]);
    EXPECT_NE(row(sample)["state"], "finished");
    EXPECT_EQ(finished(sample), whole) << "it goes on where it was";
}

TEST_F(PainterTest, WhatIsCancelledStaysSo) {
    const std::string id = paint(upload_picture(), "40")["id"];
    EXPECT_EQ(do_with(id, "cancel"), "cancelled");
    open();
    EXPECT_EQ(row(id)["state"], "cancelled");
}

}  // namespace
}  // namespace allaprima
