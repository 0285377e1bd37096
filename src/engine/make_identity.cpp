#include "engine/make_identity.h"

#include <fmt/format.h>

#include "record/certificates.h"

namespace allaprima {

Status check_name_of_key(const std::string& private_key) {
    if (private_key.ends_with(".pub.pem") || private_key.ends_with(".cert.pem"))
        return Error{
            fmt::format(
                "{}: that is the ending of public keys and certificates; give the private key another name",
                private_key),
            true};
    return Done{};
}

std::vector<std::string> files_beside_key(const std::string& private_key) {
    const KeyFiles files = key_files(private_key);
    return {files.public_key, files.certificates};
}

Result<Identity> make_identity(const std::string& private_key, const std::string& owner) {
    const SigningKey key = SigningKey::make();
    const Result<std::string> certificates =
        make_local_certificates(key, owner.empty() ? "An Alla Prima user" : owner, now());
    if (!certificates)
        return certificates.error();
    const Result<KeyFiles> files = write_key(key, *certificates, private_key);
    if (!files)
        return files.error();
    return Identity{*files, key.public_key()};
}

}  // namespace allaprima
