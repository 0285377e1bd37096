#pragma once
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "base/result.h"

namespace allaprima {

/// Help that teaches: what it does, each option with its range and default, examples; no line over 100
/// columns.
class TeachingHelp final : public CLI::FormatterBase {
  public:
    std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override;
};

/// Whether a word follows the option.
bool takes_value(const CLI::Option& option);

/// How an option is written: "-o,--output FILE".
std::string option_as_typed(const CLI::Option& option);

/// The command as it is typed, with what must follow it: "allaprima record add FILE.alla [options]".
std::string usage_of(const CLI::App& app);

/// The words that may follow a program or a command, in the order of its help.
std::vector<std::string> names_of_commands(const CLI::App& app);

/// That the program has no command of this name (an error of usage).
Error no_command(const CLI::App& program, const std::string& name);

}  // namespace allaprima
