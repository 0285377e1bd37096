#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

struct evp_pkey_st;

namespace allaprima {

/// A private key with which somebody signs: Ed25519, by libcrypto. Whoever holds it can sign as its owner.
class SigningKey {
  public:
    /// A new one, of the system's randomness.
    static SigningKey make();
    /// Reads a PEM file that holds one and is not protected by a passphrase.
    static Result<SigningKey> read(const std::string& path);
    /// The same from a text. @param name what the text is called in errors.
    static Result<SigningKey> from_pem(std::string_view text, const std::string& name);

    /// 64 hexadecimal digits.
    std::string public_key() const;
    /// 128 hexadecimal digits.
    std::string sign(std::string_view text) const;

    /// As PEM: PKCS #8, and SubjectPublicKeyInfo.
    std::string private_pem() const;
    std::string public_pem() const;

  private:
    struct Closer {
        void operator()(evp_pkey_st* key) const;
    };
    using Handle = std::unique_ptr<evp_pkey_st, Closer>;
    explicit SigningKey(Handle key) : key_(std::move(key)) {}

    Handle key_;
};

/// Whether the signature, 128 hexadecimal digits, was made of this text with the private half of the key, 64
/// hexadecimal digits. What is written otherwise is no signature.
bool is_signed(std::string_view text, const std::string& public_key, const std::string& signature);

/// Files of a new key: the private one, which only its owner may read, and beside it the public one and the
/// certificates.
struct KeyFiles {
    std::string private_key;
    std::string public_key;
    std::string certificates;
};

/// Their names. @param path of the private key; the others' names end in ".pub.pem" and ".cert.pem".
KeyFiles key_files(const std::string& path);

/// Writes all, or none, and never replaces a file.
Result<KeyFiles> write_key(const SigningKey& key, const std::string& certificates, const std::string& path);

}  // namespace allaprima
