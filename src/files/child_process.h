#pragma once
#include <string>
#include <vector>

#include "base/result.h"

namespace allaprima {

/// What another program said.
struct ChildAnswer {
    int status = 0;      ///< Its exit status; -1 when a signal ended it.
    std::string output;  ///< On standard output.
    std::string errors;  ///< On standard error.
};

/// How long another program may take and how much it may say.
struct ChildLimits {
    int seconds = 120;
    size_t most_bytes = size_t{32} << 20;  ///< Of each of its two outputs.
};

/// Runs another program, without a shell.
///
/// @param arguments the program, looked for on PATH unless it names a folder, and its words.
/// @param input     what it reads on standard input.
/// @return an error when it is not there, takes too long or says too much; it is ended then.
Result<ChildAnswer> run_child(const std::vector<std::string>& arguments, const std::string& input,
                              const ChildLimits& limits = {});

}  // namespace allaprima
