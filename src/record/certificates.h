#pragma once
#include <cstdint>
#include <string>

#include "base/result.h"
#include "record/keys.h"

namespace allaprima {

// Certificates (X.509) for Content Credentials: somebody says that a key belongs to a name.

/// Seconds since 1970, as people's clocks show them.
using UnixTime = int64_t;

/// What the clock says. Only certificates ask it: the work does not depend on it.
UnixTime now();

/// With what a picture is signed.
struct ClaimSigner {
    std::string name;          ///< To whom the certificate says that the key belongs.
    std::string algorithm;     ///< As Content Credentials call it: "ed25519" or "es256".
    std::string certificates;  ///< The chain in PEM, the signer's own first.
    std::string key;           ///< In PEM, PKCS #8.
};

/// Reads a private key (Ed25519, or elliptic curve P-256) and the certificates that belong to it.
///
/// @param certificate_path a PEM file: the signer's certificate and then those that vouch for it. Empty:
/// beside
///                         the key, as local_certificate_path() calls it.
/// @return an error of usage when one of them is missing or unreadable, when they do not belong together,
/// when
///         the certificate is not valid at that time, or when it is none with which pictures may be signed.
Result<ClaimSigner> read_claim_signer(const std::string& key_path, const std::string& certificate_path,
                                      UnixTime time);

/// "ada.pem" has its certificates in "ada.cert.pem".
std::string local_certificate_path(const std::string& key_path);

/// Certificates for a key of one's own: one for signing pictures, and one of an authority that exists for
/// this alone, whose private key nobody keeps. Strangers cannot trust it: anybody can make such a one with
/// any name.
///
/// @param name to whom the key is said to belong.
/// @return a chain in PEM, valid for three years from the hour before `time`.
Result<std::string> make_local_certificates(const SigningKey& key, const std::string& name, UnixTime time);

}  // namespace allaprima
