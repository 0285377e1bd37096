#include "base/load_module.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <thread>
#include <vector>

namespace allaprima {
namespace {

namespace fs = std::filesystem;

/// Beside allaprima-test.so, which offers a number, there is allaprima-bare.so, which is no module.
const fs::path kTestModules = ALLAPRIMA_TEST_MODULES;

ModuleInfo module_called(const char* name, const char* identity = "1.2-abc") {
    return {.name = name, .identity = identity, .needed_by = "films need", .otherwise = "choose another"};
}

/// The error of a module that cannot be had, which is one line.
std::string refusal(const ModuleInfo& module, const fs::path& from) {
    const Result<const void*> loaded = load_module(module, from);
    if (loaded)
        return "none";
    EXPECT_FALSE(loaded.error().usage);
    EXPECT_EQ(std::ranges::count(loaded.error().message, '\n'), 0) << loaded.error().message;
    return loaded.error().message;
}

TEST(LoadModule, HandsOverWhatIsOffered) {
    const Result<const void*> loaded = load_module(module_called("test"), kTestModules);
    ASSERT_TRUE(loaded.ok()) << loaded.error().message;
    EXPECT_EQ(*static_cast<const int*>(*loaded), 42);
}

TEST(LoadModule, LoadsOnceHoweverManyThreadsAsk) {
    std::vector<const void*> found(8);
    std::vector<std::thread> threads;
    for (const void*& each : found)
        threads.emplace_back([&each] { each = *load_module(module_called("test"), kTestModules); });
    for (std::thread& thread : threads)
        thread.join();
    for (const void* each : found)
        EXPECT_EQ(each, found.front());
}

TEST(LoadModule, SaysWhatIsNotInstalled) {
    EXPECT_EQ(refusal(module_called("none"), kTestModules),
              "films need allaprima-none.so, which is not installed beside this program: install it, or "
              "choose another");
    EXPECT_EQ(refusal(module_called("test"), "/nowhere"),
              "films need allaprima-test.so, which is not installed beside this program: install it, or "
              "choose another");
}

TEST(LoadModule, RefusesWhatCannotBeLoaded) {
    const fs::path here = fs::temp_directory_path() / "allaprima-load-module-test";
    fs::create_directories(here);
    std::ofstream(here / "allaprima-text.so") << "no library";
    const std::string text = refusal(module_called("text"), here);
    EXPECT_NE(text.find("allaprima-text.so, which cannot be loaded ("), std::string::npos) << text;
    fs::create_directories(here / "allaprima-folder.so");
    const std::string nested = refusal(module_called("folder"), here);
    EXPECT_NE(nested.find("cannot be loaded"), std::string::npos) << nested;
    fs::remove_all(here);
}

TEST(LoadModule, RefusesALibraryThatIsNoModule) {
    const std::string text = refusal(module_called("bare"), kTestModules);
    EXPECT_NE(
        text.find(
            "allaprima-bare.so, which is not a part of Alla Prima: install it again, or choose another"),
        std::string::npos)
        << text;
}

TEST(LoadModule, RefusesAModuleOfAnotherBuild) {
    const std::string text = refusal(module_called("test", "1.3-def"), kTestModules);
    EXPECT_NE(text.find("which is of build 1.2-abc, but this program is of build 1.3-def: install it again"),
              std::string::npos)
        << text;
}

}  // namespace
}  // namespace allaprima
