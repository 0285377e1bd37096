#include "studio/route.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

constexpr const char* kId = "0123456789abcdef";

TEST(RouteOf, KnowsWhatCanBeAsked) {
    const std::string painting = std::string("/api/paintings/") + kId;
    EXPECT_EQ(route_of("GET", "/api/paintings")->ask, Ask::List);
    EXPECT_EQ(route_of("POST", "/api/paintings")->ask, Ask::Paint);
    EXPECT_EQ(route_of("PATCH", painting)->ask, Ask::Rename);
    EXPECT_EQ(route_of("POST", painting + "/go-on")->ask, Ask::GoOn);
    EXPECT_EQ(route_of("HEAD", painting + "/thumbnail")->ask, Ask::Thumbnail);
    EXPECT_EQ(route_of("GET", painting + "/thumbnail")->id, kId);
    EXPECT_EQ(route_of("GET", "/assets/index.js?x")->id, "/assets/index.js");
}

TEST(RouteOf, ReadsTiles) {
    const auto route = route_of("GET", std::string("/api/paintings/") + kId + "/tiles/512/1/0?finish=flat");
    ASSERT_TRUE(route);
    EXPECT_EQ(route->ask, Ask::Tile);
    EXPECT_EQ(route->size, 512);
    EXPECT_EQ(route->x, 1);
    EXPECT_EQ(route->y, 0);
    EXPECT_EQ(route->query.at("finish"), "flat");
}

TEST(RouteOf, SpellsQueriesOut) {
    const auto route = route_of("POST", "/api/photos?name=a%20b%2Fc%C3%A9+d&e&=f&g=%zz%4");
    ASSERT_TRUE(route);
    EXPECT_EQ(route->query.at("name"), "a b/c\u00e9 d");
    EXPECT_EQ(route->query.at("e"), "");
    EXPECT_EQ(route->query.at("g"), "%zz%4");
}

TEST(RouteOf, LeadsNowhereElse) {
    const std::string painting = std::string("/api/paintings/") + kId;
    for (const std::string& target :
         {std::string("/api"), std::string("/api/"), std::string("/api/paintings/"), painting + "/",
          painting + "/nothing", painting + "/tiles/512/1", painting + "/tiles/512/-1/0",
          painting + "/tiles/99999999999/0/0", painting + "/tiles/5a/0/0", painting + "/tiles/512/0/0/0",
          std::string("/api/paintings/0123456789ABCDEF"), std::string("/api/paintings/../../etc/passwd"),
          std::string("/api/photos/..%2f..%2fetc%2fpasswd/preview"), std::string("/api//paintings")})
        EXPECT_FALSE(route_of("GET", target)) << target;
    EXPECT_FALSE(route_of("POST", "/index.html"));
    EXPECT_FALSE(route_of("DELETE", painting));
}

}  // namespace
}  // namespace allaprima
