#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "record/keys.h"

namespace allaprima {

/// A key with which somebody signs, and the certificate that its owner has made for it.
struct Identity {
    KeyFiles files;
    std::string public_key;  ///< 64 hexadecimal digits.
};

/// Refuses, as an error of usage, a name that says of a private key that it is a public one or a certificate.
Status check_name_of_key(const std::string& private_key);

/// What make_identity() writes beside a private key of this name.
std::vector<std::string> files_beside_key(const std::string& private_key);

/// Makes a new key and its certificate, and writes them; never over a file that is there.
/// @param owner for the certificate, up to 64 letters; empty: somebody without a name.
Result<Identity> make_identity(const std::string& private_key, const std::string& owner);

}  // namespace allaprima
