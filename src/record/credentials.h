#pragma once
#include <optional>
#include <string>

#include "base/result.h"
#include "model/record.h"
#include "record/certificates.h"
#include "record/content_credentials.h"

namespace allaprima {

/// A picture's file that is to be signed.
struct UnsignedFile {
    std::string path;
    std::string mime;  ///< As credentials_mime() tells it.
    std::string
        photo;  ///< The photograph, if its own credentials are to be handed on; empty: only its digest is.
};

/// Refuses a photograph that is not the one of the making.
Status check_photo(const MakingFacts& facts, const std::string& photo);

/// Writes the file with Content Credentials to `output`, through the optional component. The rest of it stays
/// as it is. On an error `output` is of no worth.
Status sign_file(const UnsignedFile& file, const Making& making, const ClaimSigner& signer,
                 const std::string& version, const std::string& output);

/// Reads and weighs a file's Content Credentials. @param trust a PEM file of certificates that the reader
/// trusts; empty: none. @return nothing where the file carries none.
Result<std::optional<CredentialsReading>> read_credentials(const std::string& path, const std::string& trust);

}  // namespace allaprima
