#include "studio/check_request.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

const Door kDoor{.port = 7410, .token = "0123456789abcdef"};

/// A request as the studio's own page makes it.
RequestHead own(const std::string& method = "GET", const std::string& target = "/api/paintings") {
    return {.method = method,
            .target = target,
            .host = "127.0.0.1:7410",
            .origin = "http://127.0.0.1:7410",
            .cookie = "other=1; allaprima=0123456789abcdef",
            .length = std::nullopt};
}

int status_of(const RequestHead& head) {
    const std::optional<Refusal> refusal = check_request(head, kDoor);
    return refusal ? refusal->status : 200;
}

RequestHead with(RequestHead head, std::string RequestHead::*member, const std::string& value) {
    head.*member = value;
    return head;
}

TEST(CheckRequest, ItsOwnPageMayAsk) {
    EXPECT_EQ(status_of(own()), 200);
    EXPECT_EQ(status_of(own("POST")), 200);
    EXPECT_EQ(status_of(with(own(), &RequestHead::host, "localhost:7410")), 200);
    EXPECT_EQ(status_of(with(own("PATCH"), &RequestHead::origin, "http://localhost:7410")), 200);
    EXPECT_EQ(status_of(with(own(), &RequestHead::origin, "")), 200) << "what only reads tells no origin";
}

TEST(CheckRequest, NamesOfOthersThatLeadHereAreRefused) {
    for (const char* host : {"evil.example:7410", "127.0.0.1", "127.0.0.1:7411", "",
                             "127.0.0.1:7410.evil.example", "localhost", "[::1]:7410"})
        EXPECT_EQ(status_of(with(own(), &RequestHead::host, host)), 421) << host;
}

TEST(CheckRequest, PagesOfOthersMayChangeNothing) {
    for (const char* origin :
         {"http://evil.example", "https://127.0.0.1:7410", "http://127.0.0.1:7411", "null", ""}) {
        EXPECT_EQ(status_of(with(own("POST"), &RequestHead::origin, origin)), 403) << origin;
        RequestHead live = with(own("GET", "/api/live"), &RequestHead::origin, origin);
        live.upgrade = true;
        EXPECT_EQ(status_of(live), 403) << origin;
    }
}

TEST(CheckRequest, WithoutTheTokenThereIsNothing) {
    for (const char* cookie : {"", "allaprima=", "allaprima=0123456789abcdeg", "xallaprima=0123456789abcdef",
                               "allaprima=0123456789abcdef0", "allaprima", ";;;=;"})
        EXPECT_EQ(status_of(with(own(), &RequestHead::cookie, cookie)), 401) << cookie;
}

TEST(CheckRequest, TheAddressWithTheTokenLetsIn) {
    const RequestHead first = with(own("GET", "/?token=0123456789abcdef"), &RequestHead::cookie, "");
    EXPECT_TRUE(brings_token(first, kDoor));
    EXPECT_EQ(status_of(first), 200);
    EXPECT_EQ(status_of(with(first, &RequestHead::host, "evil.example:7410")), 421);
    EXPECT_EQ(status_of(with(first, &RequestHead::target, "/?token=0123456789abcdee")), 401);
    EXPECT_FALSE(brings_token(own("POST", "/?token=0123456789abcdef"), kDoor));
}

TEST(CheckRequest, OddRequestsAreRefused) {
    EXPECT_EQ(status_of(own("TRACE")), 405);
    EXPECT_EQ(status_of(own("GET", "http://127.0.0.1:7410/")), 400);
    EXPECT_EQ(status_of(own("GET", "/" + std::string(3000, 'a'))), 400);
    RequestHead with_body = own();
    with_body.length = 1;
    EXPECT_EQ(status_of(with_body), 400);
    with_body = own();
    with_body.chunked = true;
    EXPECT_EQ(status_of(with_body), 400);
}

}  // namespace
}  // namespace allaprima
