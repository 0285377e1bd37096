#include "studio/server.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "files/child_process.h"

namespace allaprima {
namespace {

/// The sockets that a program which is begun now gets from us.
size_t sockets_handed_on() {
    const auto listed = run_child({"ls", "-l", "/proc/self/fd"}, "");
    EXPECT_TRUE(listed.ok());
    size_t count = 0;
    for (size_t at = 0; (at = listed->output.find("socket:", at)) != std::string::npos; ++at)
        ++count;
    return count;
}

TEST(Server, ItsPortIsNotHandedOnToOtherPrograms) {
    Studio studio(BuiltPage(std::filesystem::path()), 64);
    const size_t before = sockets_handed_on();
    const auto server = Server::listen(studio, 0, "token");
    ASSERT_TRUE(server.ok()) << server.error().message;
    EXPECT_GT((*server)->port(), 0);
    EXPECT_EQ(sockets_handed_on(), before);
}

}  // namespace
}  // namespace allaprima
