#include "studio/messages.h"

#include <gtest/gtest.h>

#include "model/brief_settings.h"

namespace allaprima {
namespace {

TEST(Messages, APaintingIsAskedFor) {
    const auto wish = read_painting_wish(
        R"({"photo": "0123456789abcdef", "name": "Aunt", "wishes": [{"setting": "strokes", "text": "300"}]})");
    ASSERT_TRUE(wish);
    EXPECT_EQ(wish->photo, "0123456789abcdef");
    EXPECT_EQ(wish->name, "Aunt");
    EXPECT_EQ(wish->wishes, (Wishes{{"strokes", "300"}}));
    EXPECT_FALSE(wish->draft);
    EXPECT_FALSE(wish->gives_way);
    const auto draft = read_painting_wish(R"({"photo": "0123456789abcdef", "draft": true})");
    ASSERT_TRUE(draft);
    EXPECT_TRUE(draft->draft);
    EXPECT_FALSE(draft->gives_way);
    const auto sample = read_painting_wish(R"({"photo": "0123456789abcdef", "gives_way": true})");
    ASSERT_TRUE(sample);
    EXPECT_TRUE(sample->gives_way);
}

TEST(Messages, OddWishesAreRefused) {
    const std::string many = R"({"photo": "0123456789abcdef", "wishes": [)" + [] {
        std::string list = "{}";
        for (int i = 0; i < 200; ++i)
            list += ",{}";
        return list;
    }() + "]}";
    for (const std::string& body :
         {std::string(), std::string("[]"), std::string("{"), std::string(R"({"photo": "../../etc/passwd"})"),
          std::string(R"({"photo": 7})"), std::string(R"({"photo": "0123456789abcdef", "draft": 1})"),
          std::string(R"({"photo": "0123456789abcdef", "gives_way": "yes"})"),
          std::string(R"({"photo": "0123456789abcdef", "wishes": {}})"),
          std::string(R"({"photo": "0123456789abcdef", "wishes": ["strokes"]})"),
          std::string(R"({"photo": "0123456789abcdef", "wishes": [{"setting": "strokes", "text": 300}]})"),
          std::string(R"({"photo": "0123456789abcdef", "name": ")") + std::string(201, 'a') + "\"}", many,
          std::string("{\"photo\": \"\xff\"}"), std::string(20'000, '[')}) {
        const auto wish = read_painting_wish(body);
        EXPECT_FALSE(wish) << body.substr(0, 80);
        if (!wish) {
            EXPECT_TRUE(wish.error().usage);
        }
    }
}

TEST(Messages, WishesComeInAnObject) {
    EXPECT_EQ(*read_wishes(R"({"wishes": [{"setting": "focus-on", "text": "face"}]})"),
              (Wishes{{"focus-on", "face"}}));
    EXPECT_TRUE(read_wishes("{}")->empty());
    for (const char* body : {"", "[]", R"({"wishes": 1})", R"({"wishes": [1]})"})
        EXPECT_FALSE(read_wishes(body)) << body;
}

TEST(Messages, ClaimsAreTexts) {
    EXPECT_EQ(read_claims(R"({"claims": {"author": "Ada"}})")->at("author"), "Ada");
    for (const std::string& body :
         {std::string(), std::string("{}"), std::string(R"({"claims": []})"),
          std::string(R"({"claims": {"author": 1}})"),
          R"({"claims": {"author": ")" + std::string(kLongestText + 1, 'a') + "\"}}"})
        EXPECT_FALSE(read_claims(body)) << body.substr(0, 80);
}

TEST(Messages, ANameIsNotEmpty) {
    EXPECT_EQ(*read_new_name(R"({"name": "Sunset"})"), "Sunset");
    EXPECT_FALSE(read_new_name(R"({"name": "  "})"));
    EXPECT_FALSE(read_new_name(R"({})"));
    EXPECT_FALSE(read_new_name("name"));
}

TEST(Messages, APageSaysWhatItWatchesAndNothingElse) {
    EXPECT_EQ(*read_watch(R"({"watch": "0123456789abcdef"})"), "0123456789abcdef");
    EXPECT_EQ(*read_watch(R"({"watch": null})"), "");
    for (const std::string& message :
         {std::string("{}"), std::string(R"({"watch": 1})"), std::string(R"({"watch": "x"})"),
          std::string(R"({"watch": null, "more": 1})"),
          R"({"watch": null)" + std::string(kLongestLiveMessage, ' ') + "}"})
        EXPECT_FALSE(read_watch(message)) << message.substr(0, 80);
}

}  // namespace
}  // namespace allaprima
