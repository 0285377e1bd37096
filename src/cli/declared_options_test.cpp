// Every option of every command is declared as a file that is read, changed or written, or as none.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include "cli/commands.h"
#include "cli/declared_command.h"
#include "cli/help.h"

namespace allaprima {
namespace {

/// What stands for the names of files in help.
bool stands_for_file(const CLI::Option& option) {
    const std::string kind = option.get_positional() ? option.get_name(true) : option.get_type_name();
    const std::array kinds{"OUT", "PHOTO",  "PICTURE", "PROGRAM", "A",
                           "B",   "FOLDER", "PALETTE", "BRUSH",   "HAND"};
    return kind.find("FILE") != std::string::npos || kind.find("BRUSH") != std::string::npos ||
           std::ranges::find(kinds, kind) != kinds.end();
}

class DeclaredOptions : public ::testing::Test {
  protected:
    DeclaredOptions() { add_commands(program_, task_); }

    void for_each_command(const std::function<void(const Command&)>& look) { walk(program_, look); }

    Task task_;
    Command program_{"", "allaprima", nullptr};

  private:
    void walk(const Command& command, const std::function<void(const Command&)>& look) {
        look(command);
        for (const CLI::App* word : command.get_subcommands([](const CLI::App*) { return true; }))
            walk(dynamic_cast<const Command&>(*word), look);
    }
};

const DeclaredOption* declared(const Command& command, const CLI::Option* option) {
    const auto found = std::ranges::find(command.declared(), option, &DeclaredOption::option);
    return found == command.declared().end() ? nullptr : &*found;
}

TEST_F(DeclaredOptions, ThereIsNoneOfWhichNobodyKnowsWhatItNames) {
    int files = 0;
    for_each_command([&](const Command& command) {
        for (const CLI::Option* option : command.get_options()) {
            if (!takes_value(*option))
                continue;
            const std::string name = fmt::format("{} {}", command.get_name(), option->get_name(true, true));
            const DeclaredOption* known = declared(command, option);
            ASSERT_NE(known, nullptr) << name << " was added past cli/command.h";
            const bool may_be_mask = name.ends_with("--spatter") || name.ends_with("--focus-on");
            EXPECT_EQ(known->use != Use::Value, stands_for_file(*option) || may_be_mask)
                << name << " is declared as what it is not";
            files += known->use != Use::Value ? 1 : 0;
        }
    });
    EXPECT_GT(files, 60);
}

TEST_F(DeclaredOptions, UsageTellsWhatMustBeTypedOfEveryCommandAndWord) {
    for_each_command([&](const Command& command) {
        const std::string usage = usage_of(command);
        EXPECT_NE(usage.find(command.get_name()), std::string::npos);
        for (const CLI::Option* option : command.get_options()) {
            if (!option->get_required() || option->get_positional())
                continue;
            EXPECT_NE(usage.find(option->get_type_name()), std::string::npos) << usage;
        }
    });
}

TEST_F(DeclaredOptions, EveryOutputHasEndings) {
    int outputs = 0;
    for_each_command([&](const Command& command) {
        for (const DeclaredOption& known : command.declared()) {
            if (known.use != Use::Written)
                continue;
            ++outputs;
            const std::string name =
                fmt::format("{} {}", command.get_name(), known.option->get_name(true, true));
            ASSERT_TRUE(known.fits) << name;
            for (const char* path : {"x", "x.no-such-ending", "x.pem.bak", ".png", "x.jpg.sh"}) {
                const Status fit = known.fits(path);
                ASSERT_FALSE(fit.ok()) << name << " writes " << path;
                EXPECT_TRUE(fit.error().usage);
                EXPECT_NE(fit.error().message.find('.'), std::string::npos) << fit.error().message;
            }
        }
    });
    EXPECT_GE(outputs, 16);
}

TEST_F(DeclaredOptions, CommandsSeeTheParserThroughTheHelpersAlone) {
    const std::filesystem::path folder = std::filesystem::path(ALLAPRIMA_SOURCE_DIR) / "src/cli";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        // These two tell what the others have declared.
        if (!name.ends_with("_command.cpp") || name == "completion_command.cpp" ||
            name == "manual_command.cpp")
            continue;
        std::ifstream in(entry.path());
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        for (const char* past : {"CLI/CLI.hpp", "declared_command.h", "add_option"})
            EXPECT_EQ(text.find(past), std::string::npos) << name << ": " << past;
    }
}

}  // namespace
}  // namespace allaprima
