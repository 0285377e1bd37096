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
    bool full_size = false;       ///< Whether a picture larger than the standard size is painted again too.
};

/// Looks whether a painting file is what it says: its record, as check_record() does, and the strongest
/// proof, its picture, by painting it again from the strokes and comparing the digests of the pixels: no
/// version of a library that writes pictures counts. Where they were not recorded the files are compared, and
/// other bytes are doubtful.
///
/// @return an error when the file cannot be read, is still being planned, where the machine cannot paint it,
/// or when the observer ended it.
Result<std::vector<Finding>> verify_painting(const std::string& painting_file, const VerifyOptions& options,
                                             const ThreadPool& workers, Observer& observer);

}  // namespace allaprima
