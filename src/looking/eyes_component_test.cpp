#include "looking/eyes_component.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/test_folder.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

/// A component whose interpreter is a script of the shell.
class EyesComponent : public ::testing::Test {
  protected:
    void SetUp() override {
        path_ = std::getenv("PATH") ? std::getenv("PATH") : "";
        ::setenv("PATH", (folder_.at("") + ":" + path_).c_str(), 1);
        ::setenv("ALLAPRIMA_EYES", folder_.at("").c_str(), 1);
    }
    void TearDown() override {
        ::setenv("PATH", path_.c_str(), 1);
        ::unsetenv("ALLAPRIMA_EYES");
    }
    Result<Sights> look_with(const std::string& script) {
        const std::string node = folder_.at("node");
        std::ofstream(node) << "#!/bin/sh\n" << script << "\n";
        fs::permissions(node, fs::perms::owner_all);
        return look_with_component(Image<Rgb>({3, 2}, Rgb{1.0f, 0.5f, 0.0f}));
    }
    std::string refusal(const std::string& script) {
        const Result<Sights> sight = look_with(script);
        return sight ? "" : sight.error().message;
    }

    testing::TestFolder folder_;
    std::string path_;
};

TEST_F(EyesComponent, IsShownThePictureAndHeard) {
    const Result<Sights> sight = look_with(
        "cat > '" + folder_.at("seen") + "'; echo '{\"version\":1,\"faces\":[{\"box\":[0.1,0.2,0.3,0.4]}]}'");
    ASSERT_TRUE(sight.ok()) << sight.error().message;
    ASSERT_EQ(sight->faces.size(), 1u);
    const std::string seen = testing::bytes_of_file(folder_.at("seen"));
    const size_t line = seen.find('\n');
    EXPECT_EQ(seen.substr(0, line),
              R"({"do":"look","width":3,"height":2,"want":["faces","people","hands","mask"]})");
    EXPECT_EQ(seen.size() - line - 1, 18u);
    EXPECT_EQ(seen.substr(line + 1, 3), std::string("\xff\x80\x00", 3));
}

TEST_F(EyesComponent, SaysWhatIsWrongWithIt) {
    EXPECT_EQ(refusal("echo '{\"error\":\"no models\"}'"), "no models");
    EXPECT_EQ(refusal("echo 'it broke' >&2; kill -9 $$"), "it broke");
    EXPECT_NE(refusal("exit 0"), "");
    EXPECT_NE(refusal("echo nonsense"), "");
    EXPECT_NE(refusal("head -c 5000000 /dev/zero").find("more than is allowed"), std::string::npos);
}

TEST_F(EyesComponent, IsNotThereWhereNothingIs) {
    ::setenv("ALLAPRIMA_EYES", folder_.at("nowhere").c_str(), 1);
    EXPECT_EQ(find_eyes_component(), folder_.at("nowhere")) << "what is named is meant";
    EXPECT_NE(refusal("echo '' >&2; exit 1"), "");
    ::setenv("ALLAPRIMA_EYES", "none", 1);
    EXPECT_FALSE(find_eyes_component());
}

}  // namespace
}  // namespace allaprima
