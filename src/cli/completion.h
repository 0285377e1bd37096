#pragma once
#include <CLI/CLI.hpp>
#include <string>

namespace allaprima {

/// Scripts that teach a shell to complete the program's command line, made from its own options.
std::string bash_completion(const CLI::App& program);
std::string zsh_completion(const CLI::App& program);
std::string fish_completion(const CLI::App& program);

}  // namespace allaprima
