#pragma once
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "record/check_record.h"

namespace allaprima {

/// What a painting is to be held against.
struct VerifyOptions {
    std::string noted_head = {};  ///< The record's last digest, as somebody noted it; empty: nobody did.
    std::string picture = {};     ///< A file that is said to be its picture; empty: none.
};

/// Looks whether a painting file is what it says: its record, as check_record() does, and the strongest
/// proof, its picture, by painting it again from the strokes and comparing the digests.
///
/// @return an error when the file cannot be read, is still being planned, or when the observer ended it.
Result<std::vector<Finding>> verify_painting(const std::string& painting_file, const VerifyOptions& options,
                                             const ThreadPool& workers, Observer& observer);

}  // namespace allaprima
