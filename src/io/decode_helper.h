#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "io/child_program.h"

namespace allaprima {

/// What the program allaprima-decode is started for.
struct HelperTask {
    std::vector<std::string> words;  ///< Its arguments.
    std::string needed_for;          ///< "reading .heic", when it is missing.
    std::string instead = "convert it to PNG";
    /// What is said when it was ended, by its limits or by a fault.
    std::string ended = "decoding it takes more time or memory than is allowed; convert it to PNG";
    int seconds = 300;  ///< How long all waiting for it may take together.
};

/// The program allaprima-decode at work. It knows the picture formats that few files are in, whose libraries
/// are large and would be a danger inside this process; it stands in parts_folder(). It is not trusted: what
/// it says is checked.
class DecodeHelper {
  public:
    /// Has it read the file at `path`, which it gets opened as its standard input, and tell on its standard
    /// output.
    static Result<DecodeHelper> reading(const HelperTask& task, const std::string& path);
    /// Has it write the existing file at `path`, which it gets opened as its standard output, of what it is
    /// told.
    static Result<DecodeHelper> writing(const HelperTask& task, const std::string& path);

    /// Waits for so many bytes of it.
    /// @return an error of one line when it tells of trouble, ends before, or takes too long.
    Status read(std::byte* bytes, size_t count);
    Status write(const void* bytes, size_t count);
    /// Closes what it is told, and waits until it has done its work and left.
    Status finish();

  private:
    DecodeHelper(HelperTask task, std::unique_ptr<ChildProgram> program, Descriptor talk,
                 Descriptor troubles);
    static Result<DecodeHelper> start(const HelperTask& task, const std::string& path, bool writes);

    Status wait_for(const Descriptor& end, short events);
    Error trouble();

    HelperTask task_;
    std::unique_ptr<ChildProgram> program_;
    Descriptor talk_;      ///< Where it tells, or is told, pixels.
    Descriptor troubles_;  ///< Its standard error.
    long long left_ms_;    ///< Of the time for waiting.
};

/// A usage error when allaprima-decode is missing. @param needed_for as in HelperTask.
Status check_helper(const std::string& needed_for, const std::string& instead);

}  // namespace allaprima
