#include "record/keys.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>
#include <vector>

#include "briefs/toml_file.h"
#include "files/digest.h"
#include "files/new_file.h"
#include "record/memory_bio.h"

namespace allaprima {
namespace {

constexpr size_t kKeyBytes = 32, kSignatureBytes = 64;

using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// @param own only its owner may read it.
Status write_text(const std::string& path, const std::string& text, bool own) {
    if (own && ::chmod(path.c_str(), S_IRUSR | S_IWUSR) != 0)
        return Error{fmt::format("cannot keep others from reading {}: {}", path, std::strerror(errno))};
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (!out)
        return Error{fmt::format("cannot write {}", path)};
    return Done{};
}

}  // namespace

void SigningKey::Closer::operator()(evp_pkey_st* key) const {
    EVP_PKEY_free(key);
}

SigningKey SigningKey::make() {
    Handle key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    ALLAPRIMA_CHECK(key);
    return SigningKey(std::move(key));
}

Result<SigningKey> SigningKey::read(const std::string& path) {
    const Result<std::string> text = read_text_file(path, {"a key's .pem", "keys"});
    if (!text)
        return text.error();
    return from_pem(*text, path);
}

Result<SigningKey> SigningKey::from_pem(std::string_view text, const std::string& name) {
    const MemoryBio memory = memory_of(text);
    Handle key(PEM_read_bio_PrivateKey(memory.get(), nullptr, no_passphrase, nullptr));
    ERR_clear_error();
    if (!key && text.find("ENCRYPTED") != std::string_view::npos)
        return Error{fmt::format("{} is protected by a passphrase: remove it with openssl pkey -in {} -out "
                                 "OTHER.pem",
                                 name, name),
                     true};
    if (!key && text.find("BEGIN PUBLIC KEY") != std::string_view::npos)
        return Error{fmt::format("{} is a public key: name the private one, to sign with", name), true};
    if (!key)
        return Error{
            fmt::format("{} holds no private key: make one with allaprima identity new -o KEY.pem", name),
            true};
    if (EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_ED25519)
        return Error{fmt::format("{} is not an Ed25519 key: make one with allaprima identity "
                                 "new -o KEY.pem",
                                 name),
                     true};
    return SigningKey(std::move(key));
}

std::string SigningKey::public_key() const {
    std::array<unsigned char, kKeyBytes> raw{};
    size_t length = raw.size();
    ALLAPRIMA_CHECK(EVP_PKEY_get_raw_public_key(key_.get(), raw.data(), &length) == 1 && length == kKeyBytes);
    return hexadecimal({reinterpret_cast<const char*>(raw.data()), raw.size()});
}

std::string SigningKey::sign(std::string_view text) const {
    const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    std::array<unsigned char, kSignatureBytes> raw{};
    size_t length = raw.size();
    ALLAPRIMA_CHECK(context &&
                    EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get()) == 1 &&
                    EVP_DigestSign(context.get(), raw.data(), &length, bytes(text), text.size()) == 1 &&
                    length == kSignatureBytes);
    return hexadecimal({reinterpret_cast<const char*>(raw.data()), raw.size()});
}

std::string SigningKey::private_pem() const {
    const MemoryBio memory = empty_memory();
    ALLAPRIMA_CHECK(
        PEM_write_bio_PKCS8PrivateKey(memory.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    return text_of(memory.get());
}

std::string SigningKey::public_pem() const {
    const MemoryBio memory = empty_memory();
    ALLAPRIMA_CHECK(PEM_write_bio_PUBKEY(memory.get(), key_.get()) == 1);
    return text_of(memory.get());
}

bool is_signed(std::string_view text, const std::string& public_key, const std::string& signature) {
    const std::string key_bytes = bytes_of_hexadecimal(public_key);
    const std::string signature_bytes = bytes_of_hexadecimal(signature);
    if (key_bytes.size() != kKeyBytes || signature_bytes.size() != kSignatureBytes)
        return false;
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes(key_bytes), key_bytes.size()),
        &EVP_PKEY_free);
    const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const bool valid = key && context &&
                       EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
                       EVP_DigestVerify(context.get(), bytes(signature_bytes), signature_bytes.size(),
                                        bytes(text), text.size()) == 1;
    ERR_clear_error();
    return valid;
}

KeyFiles key_files(const std::string& path) {
    const auto beside = [&path](const char* ending) {
        return std::filesystem::path(path).replace_extension(ending).string();
    };
    return {path, beside(".pub.pem"), beside(".cert.pem")};
}

Result<KeyFiles> write_key(const SigningKey& key, const std::string& certificates, const std::string& path) {
    const KeyFiles names = key_files(path);
    const std::array<std::pair<std::string, std::string>, 3> texts{
        std::pair(names.private_key, key.private_pem()), std::pair(names.public_key, key.public_pem()),
        std::pair(names.certificates, certificates)};
    std::vector<NewFile> files;
    for (const auto& [name, text] : texts) {
        // A key that is lost cannot be made again, and what it signed can be continued by nobody.
        std::error_code ignored;
        if (std::filesystem::exists(std::filesystem::symlink_status(name, ignored)))
            return Error{
                fmt::format("{} already exists, and keys are never replaced; give another name", name), true};
        Result<NewFile> file = NewFile::create(name, false);
        if (!file)
            return file.error();
        if (const Status w = write_text(file->temporary_path(), text, name == names.private_key); !w)
            return w.error();
        files.push_back(std::move(file).value());
    }
    for (size_t placed = 0; placed < files.size(); ++placed)
        if (const Status done = files[placed].finish(); !done) {
            for (size_t i = 0; i < placed; ++i)
                ::unlink(files[i].path().c_str());
            return done.error();
        }
    return names;
}

}  // namespace allaprima
