#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/files_of_run.h"

// The parser is costly to compile, and it would take options that nobody has declared: commands see it
// through these functions alone.

namespace allaprima {

/// A command, or one of its words, as the parser has it (cli/declared_command.h).
class Command;

/// What the command line has asked for, once it is parsed: it is carried out after the last word is checked.
struct Task {
    std::function<Status()> carry_out;
};

/// How an option or an argument is written and explained.
struct Wording {
    std::string name;              ///< "-o,--output" or, of an argument, what stands for it: "FILE.alla".
    std::string placeholder = {};  ///< What stands for an option's value: "FILE.pdf"; empty for an argument.
    std::string help = {};         ///< One sentence, without a full stop.
    bool required = false;
};

/// Adds a command to the program, or a word to a command. @param footer what its help ends with:
/// explanations and examples.
Command& add_command(Command& to, const char* name, const char* description, const char* footer);

/// One of the command's words must be typed.
void require_word(Command& command);

/// Makes `work` the task when the command is typed; the task must outlive the parsing.
void on_command(Command& command, Task& task, std::function<Status()> work);

/// Adds a switch.
void add_switch(Command& command, const char* name, bool& on, const char* help);

/// Adds what is no file.
void add_value(Command& command, const Wording& wording, std::string& value);
void add_number(Command& command, const Wording& wording, int& number);

/// What is known of a value that is checked as it is parsed.
struct ValueKind {
    bool repeats = false;      ///< It may be given several times.
    bool names_files = false;  ///< Files that are read, perhaps; add_further_files() tells which.
};
/// The same, with each text given to `take`, which may refuse it.
void add_checked_value(Command& command, const Wording& wording,
                       std::function<Status(const std::string&)> take, const ValueKind& kind = {});

/// Whether a name ends as the files do that a command writes; the error says how they end.
using EndingCheck = std::function<Status(const std::string& path)>;

/// Takes names that end in one of these, in large or small letters: {".tif", ".tiff"}.
EndingCheck ends_in(std::vector<std::string> endings);

/// A file that is written under a name of its own choice when `path` is.
using Sidecars = std::function<std::vector<std::string>(const std::string& path)>;

/// Adds a file that is only read.
void add_input(Command& command, const Wording& wording, std::string& path);
void add_inputs(Command& command, const Wording& wording, std::vector<std::string>& paths);
/// Adds a file that is changed in its place.
void add_changed_file(Command& command, const Wording& wording, std::string& path);
/// Adds a file that is written as a whole, with what is written beside it.
void add_output(Command& command, const Wording& wording, std::string& path, EndingCheck fits,
                Sidecars sidecars = {});
/// Adds a folder that is written as a whole.
void add_output_folder(Command& command, const Wording& wording, std::string& path);

/// Tells which further files a run reads and writes: those that its inputs name, for instance. It is asked
/// once the command line is parsed, if the command writes anything.
void add_further_files(Command& command, std::function<void(FilesOfRun&)> tell);

/// Two options that cannot be typed together, and one that is of use only beside another.
void exclude(Command& command, const char* option, const char* other);
void need(Command& command, const char* option, const char* other);

/// Before any work: holds every output of the command that was typed against every input and every other
/// output, and against the endings that the command writes. Nothing overrides it.
Status check_files(const Command& command);

}  // namespace allaprima
