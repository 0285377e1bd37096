#pragma once
#include <poll.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "files/child_program.h"

namespace allaprima {

/// What a helper program is started for.
struct HelperTask {
    std::string program;             ///< Its name, such as allaprima-decode; it stands in parts_folder().
    std::vector<std::string> words;  ///< Its arguments.
    std::string needed_for;          ///< "reading .heic", when it is missing.
    std::string instead = "convert it to PNG";
    /// What is said when it was ended, by its limits or by a fault.
    std::string ended = "decoding it takes more time or memory than is allowed; convert it to PNG";
    int seconds = 480;  ///< How long all waiting for it may take together.
};

/// A helper program at work. It knows picture formats that few files are in, whose libraries are large and
/// would be a danger inside this process. It is not trusted: what it says is checked.
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

    bool wait_for(std::span<pollfd> ends);
    Status wait_for_pixels(short events);
    bool has_words() const;
    Error trouble();

    HelperTask task_;
    std::unique_ptr<ChildProgram> program_;
    Descriptor talk_;      ///< Where it tells, or is told, pixels.
    Descriptor troubles_;  ///< Its standard error.
    long long left_ms_;    ///< Of the time for waiting.
};

/// A usage error when the program of the task is missing.
Status check_helper(const HelperTask& task);

}  // namespace allaprima
