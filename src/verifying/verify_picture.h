#pragma once
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "record/check_record.h"

namespace allaprima {

/// What a picture is to be held against.
struct PictureProof {
    std::string picture;
    std::string painting_file = {};  ///< From which it is said to be; empty: none.
    std::string trust = {};          ///< A PEM file of certificates that the reader trusts; empty: none.
};

/// Looks what a picture says of itself, in XMP and in Content Credentials, and how far that holds. With a
/// painting file the strongest proof: the picture is painted again at its size, and the pixels are compared.
/// Where the component for Content Credentials is missing, a finding says so.
///
/// @return an error when a file cannot be read, or when the observer ended it.
Result<std::vector<Finding>> verify_picture(const PictureProof& proof, const ThreadPool& workers,
                                            Observer& observer);

}  // namespace allaprima
