#pragma once
#include <string>

#include "base/result.h"

namespace allaprima {

/// What can be verified.
enum class VerifiedKind { Painting, Picture };

/// Which of them a file is, by its first bytes: what it is called tells nothing, except that a file that is
/// called a painting and is none is taken for a damaged one.
/// @return an error of usage for what is neither.
Result<VerifiedKind> kind_to_verify(const std::string& path);

}  // namespace allaprima
