#pragma once
#include <functional>
#include <span>
#include <string>

#include "codecs/pixel_stream.h"

namespace allaprima {

/// What the standard input is called as a file.
constexpr const char* kInputPath = "/proc/self/fd/0";

/// What a helper program does by its arguments.
using HelperWork = std::function<Status(std::span<const std::string> words)>;

/// Does the work and ends the process: the standard error has one line of trouble, whatever the libraries
/// say, and the exit status is 0, 1 for a failure or 2 for arguments that are not understood.
[[noreturn]] void run_helper(int count, char** arguments, const HelperWork& work);

/// Binds the process as `allaprima` tells by two of the words; see bind_reading().
void bind_as_told(const std::string& memory, const std::string& seconds);

/// Tells the picture on the standard output.
Status deliver(const OpenedSource& source);

/// The standard input.
class StandardInput final : public ByteStream {
  public:
    Status read(std::byte* bytes, size_t count) override;
    Status finish() override { return Done{}; }
};

/// For arguments that only a person can have given.
Error not_for_people();

}  // namespace allaprima
