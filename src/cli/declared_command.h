#pragma once
#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "cli/command.h"

namespace allaprima {

/// What the value of an option is.
enum class Use {
    Value,    ///< No file.
    Read,     ///< A file, or a word that may stand for one; it is read.
    Changed,  ///< A file that is changed in its place.
    Written,  ///< A file that is written as a whole.
    Folder,   ///< A folder that is written as a whole.
};

/// An option with a value, and what the command does with it.
struct DeclaredOption {
    const CLI::Option* option;
    Use use = Use::Value;
    std::function<std::vector<std::string>()> paths = {};  ///< Of the files, once the words are parsed.
    EndingCheck fits = {};                                 ///< Of Use::Written.
    Sidecars sidecars = {};                                ///< Of Use::Written; empty: there are none.
};

/// The parser's command, with what is declared of its options.
class Command final : public CLI::App {
  public:
    Command(const std::string& description, const std::string& name, CLI::App* parent)
        : CLI::App(description, name, parent) {}

    void declare(DeclaredOption declared) { declared_.push_back(std::move(declared)); }
    void tell_further(std::function<void(FilesOfRun&)> tell) { further_.push_back(std::move(tell)); }

    const std::vector<DeclaredOption>& declared() const { return declared_; }
    const std::vector<std::function<void(FilesOfRun&)>>& further() const { return further_; }

  private:
    std::vector<DeclaredOption> declared_;
    std::vector<std::function<void(FilesOfRun&)>> further_;
};

}  // namespace allaprima
