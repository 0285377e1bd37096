#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "record/check_record.h"

namespace allaprima {

/// Refuses, as an error of usage, the name of a file that cannot carry Content Credentials.
Status check_carries_credentials(const std::string& picture);

/// Says what a picture's Content Credentials tell, and how far that holds.
/// @param trust a PEM file of certificates that the reader trusts; empty: none.
/// @return an error when the picture carries none, and when they cannot be read.
Result<std::vector<Finding>> show_credentials(const std::string& picture, const std::string& trust);

}  // namespace allaprima
