#pragma once
#include <string>

#include "base/result.h"
#include "engine/destination.h"
#include "engine/files_of_run.h"
#include "model/record.h"
#include "painting_file/painting_file.h"
#include "record/certificates.h"

namespace allaprima {

/// With what a picture gets Content Credentials.
struct CredentialsWish {
    std::string key;          ///< The private key's file.
    std::string certificate;  ///< The certificates' file; empty: beside the key.
    std::string photo;  ///< The photograph, if its own credentials are to be handed on; empty: its digest is.
};

/// Adds what signing reads that the wish does not name: the certificates beside the key.
void add_files_of_signing(const CredentialsWish& signing, FilesOfRun& files);

/// All that signing takes, found good.
struct PreparedSigning {
    Making making;
    ClaimSigner claim;
    std::string photo;
};

/// Finds out, before anything is written, whether pictures of a painting can be signed: key and certificates,
/// the record, the photograph, the optional component, and the kind of file.
Result<PreparedSigning> prepare_signing(const CredentialsWish& signing, const Painting& painting,
                                        const std::string& painting_file, const std::string& picture);

/// Signs a complete file in its place, before it appears under the name `picture`.
Status sign_in_place(const std::string& complete_file, const std::string& picture,
                     const PreparedSigning& signer);

/// What is to be signed, and as what.
struct SigningWish {
    std::string picture;        ///< Which exists; nothing of it is looked at but its bytes.
    std::string painting_file;  ///< Of which the signer says that it is the picture.
    Destination signed_picture;
    CredentialsWish signing;
};

/// Writes the picture with Content Credentials, whole or not at all. @return who signed.
Result<std::string> sign_picture(const SigningWish& wish);

}  // namespace allaprima
