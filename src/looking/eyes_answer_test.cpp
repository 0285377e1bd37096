#include "looking/eyes_answer.h"

#include <gtest/gtest.h>

#include <string>

namespace allaprima {
namespace {

constexpr Size kPicture{200, 100};

const std::string kFace =
    R"({"score":0.9,"box":[0.4,0.1,0.1,0.2],"angle":12,"turn":-0.5,"eyes":[[0.42,0.15,0.02,0.02]],)"
    R"("irises":[[0.43,0.16,0.005]],"mouth":[0.43,0.25,0.04,0.02],"oval":[],"person":0})";

std::string answer_of(const std::string& members) {
    return R"({"version":1,"by":{"pose":"some"},)" + members + "}";
}

std::string refusal(const std::string& answer) {
    const Result<Sights> sight = sight_of_answer(answer, kPicture);
    return sight ? "" : sight.error().message;
}

TEST(EyesAnswer, TellsFacesWithTheirFeatures) {
    const Result<Sights> sight = sight_of_answer(answer_of("\"faces\":[" + kFace + "]"), kPicture);
    ASSERT_TRUE(sight.ok()) << sight.error().message;
    ASSERT_EQ(sight->faces.size(), 1u);
    const Face& face = sight->faces.front();
    EXPECT_EQ(face.box, (ShareRect{0.4f, 0.1f, 0.1f, 0.2f}));
    EXPECT_EQ(face.certainty, 0.9f);
    EXPECT_EQ(face.turn, -0.5f);
    ASSERT_EQ(face.irises.size(), 1u);
    // A circle of a picture twice as wide as high.
    EXPECT_NEAR(face.irises[0].width, 0.01f, 1e-6f);
    EXPECT_NEAR(face.irises[0].height, 0.02f, 1e-6f);
    ASSERT_TRUE(face.mouth);
    EXPECT_FALSE(sight->looked_for_hands);
    EXPECT_TRUE(sight->people.empty());
}

TEST(EyesAnswer, TellsHandsPeopleAndTheirMask) {
    const Result<Sights> sight = sight_of_answer(
        answer_of(R"("people":[{"score":0.95,"box":[0,0,1,1],"joints":{"left_shoulder":[0.2,0.5,0.9],)"
                  R"("left_elbow":[0.3,0.7,0.9],"left_wrist":[0.4,0.8,0.1]}}],)"
                  R"("hands":[{"score":0.8,"box":[0.4,0.4,0.2,0.2],"side":"left","person":0,"by":"wrist",)"
                  R"("outline":[[0.4,0.4],[0.6,0.4],[0.6,0.6],[0.5,0.5],[0.4,0.6]]}],)"
                  R"("mask":{"width":2,"height":2,"grey":"AP//AA=="})"),
        kPicture);
    ASSERT_TRUE(sight.ok()) << sight.error().message;
    ASSERT_EQ(sight->others.size(), 2u);
    EXPECT_EQ(sight->others[0].kind, Sighting::Kind::Person);
    EXPECT_EQ(sight->others[1].kind, Sighting::Kind::Hand);
    EXPECT_EQ(sight->others[1].outline.size(), 4u) << "the hull of the joints";
    EXPECT_LT(sight->others[1].box.x, 0.4f) << "flesh is around the joints";
    ASSERT_EQ(sight->bones.size(), 2u)
        << "the arm, and from its elbow to the hand; the wrist is not surely seen";
    EXPECT_EQ(sight->bones[1], (Bone{{0.3f, 0.7f}, {0.4f, 0.4f}}));
    EXPECT_TRUE(sight->looked_for_hands);
    ASSERT_EQ(sight->people.size(), (Size{2, 2}));
    EXPECT_EQ(sight->people.at(0, 0), 0.0f);
    EXPECT_EQ(sight->people.at(1, 0), 1.0f);
    EXPECT_EQ(sight->people.at(1, 1), 0.0f);
}

TEST(EyesAnswer, NonsenseIsRefused) {
    for (const char* none : {"", "[]", "null", "{", "{}", R"({"version":2})",
                             R"({"version":1,"faces":[{"box":[0,0,1e999,1]}]})", "\xff\xfe"})
        EXPECT_NE(refusal(none), "") << none;
    for (const char* members :
         {R"("faces":{})", R"("faces":[7])", R"("faces":[{"box":[0,0,1]}])",
          R"("faces":[{"box":[0,0,"1",1]}])", R"("faces":[{"box":[-0.6,0,1,1]}])",
          R"("faces":[{"box":[0,0,-1,1]}])", R"("faces":[{"score":2,"box":[0,0,1,1]}])",
          R"("hands":[{"box":[0,0,1,1],"outline":[[0,9]]}])",
          R"("people":[{"score":0.9,"box":[0,0,1,1],"joints":3}])",
          R"("mask":{"width":9999,"height":2,"grey":""})", R"("mask":{"width":2,"height":2,"grey":"AP//"})",
          R"("mask":{"width":2,"height":2})", R"("mask":7)"})
        EXPECT_NE(refusal(answer_of(members)).find("cannot be right"), std::string::npos) << members;
    EXPECT_EQ(refusal(R"({"error":"no models\n"})"), "no models");
}

TEST(EyesAnswer, MoreThanItMayTellIsRefused) {
    std::string faces;
    for (size_t i = 0; i <= kMostAnsweredFaces; ++i)
        faces += (i == 0 ? "" : ",") + kFace;
    EXPECT_NE(refusal(answer_of("\"faces\":[" + faces + "]")), "");
}

}  // namespace
}  // namespace allaprima
