#include "record/certificates.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <memory>
#include <vector>

#include "briefs/toml_file.h"
#include "record/memory_bio.h"

namespace allaprima {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

constexpr UnixTime kHour = 3600;
constexpr UnixTime kThreeYears = UnixTime{3} * 365 * 24 * kHour;
constexpr int kMostCertificates = 10;
/// What keys may be used for: signing documents, and Content Credentials' own. Readers ask for one or the
/// other.
constexpr const char* kSigningPurposes = "1.3.6.1.5.5.7.3.36,1.3.6.1.4.1.62558.2.1";

std::string date_of(const ASN1_TIME* time) {
    std::tm when{};
    return ASN1_TIME_to_tm(time, &when) == 1 ? fmt::format("{:%Y-%m-%d}", when) : "a day that cannot be read";
}

std::string name_of(const X509* certificate, int part) {
    X509_NAME* subject = X509_get_subject_name(certificate);
    const int place = X509_NAME_get_index_by_NID(subject, part, -1);
    if (place < 0)
        return {};
    unsigned char* letters = nullptr;
    const int length =
        ASN1_STRING_to_UTF8(&letters, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, place)));
    if (length < 0)
        return {};
    std::string name(reinterpret_cast<const char*>(letters), static_cast<size_t>(length));
    OPENSSL_free(letters);
    return name;
}

std::string owner_of(const X509* certificate) {
    const std::string common = name_of(certificate, NID_commonName);
    return common.empty() ? name_of(certificate, NID_organizationName) : common;
}

std::vector<Certificate> certificates_in(std::string_view text) {
    const MemoryBio memory = memory_of(text);
    std::vector<Certificate> all;
    while (all.size() < kMostCertificates) {
        Certificate next(PEM_read_bio_X509(memory.get(), nullptr, no_passphrase, nullptr), &X509_free);
        if (!next)
            break;
        all.push_back(std::move(next));
    }
    ERR_clear_error();
    return all;
}

/// What Content Credentials call signing with this key; empty when they are not signed with such a one here.
std::string algorithm_of(const EVP_PKEY* key) {
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_ED25519)
        return "ed25519";
    std::array<char, 64> group{};
    const bool curve = EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
                       EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr) == 1;
    return curve && std::string_view(group.data()) == "prime256v1" ? "es256" : "";
}

/// Whether pictures may be signed with the key of this certificate: it must say so, not be an authority's,
/// and not vouch for itself.
Status check_purpose(X509* certificate, const std::string& path) {
    const auto refused = [&](const char* why) {
        return Error{fmt::format("{}: its first certificate is not one for signing pictures: {}", path, why),
                     true};
    };
    if (X509_check_ca(certificate) != 0)
        return refused("it is an authority's or vouches for itself; the signer's own must come first");
    if ((X509_get_key_usage(certificate) & KU_DIGITAL_SIGNATURE) == 0)
        return refused("its key usage lacks digitalSignature");
    std::unique_ptr<EXTENDED_KEY_USAGE, decltype(&EXTENDED_KEY_USAGE_free)> usage(
        static_cast<EXTENDED_KEY_USAGE*>(X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr)),
        &EXTENDED_KEY_USAGE_free);
    constexpr std::array kFit{"1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.62558.2.1"};
    for (int i = 0; usage && i < sk_ASN1_OBJECT_num(usage.get()); ++i) {
        std::array<char, 80> number{};
        OBJ_obj2txt(number.data(), number.size(), sk_ASN1_OBJECT_value(usage.get(), i), 1);
        if (std::ranges::find(kFit, std::string_view(number.data())) != kFit.end())
            return Done{};
    }
    return refused(
        "its extended key usage names neither document signing, nor e-mail protection, nor C2PA claims");
}

Status check_validity(const X509* certificate, const std::string& path, UnixTime time) {
    time_t when = time;
    if (X509_cmp_time(X509_get0_notBefore(certificate), &when) > 0)
        return Error{fmt::format("{}: the certificate of {} is not valid before {}", path,
                                 owner_of(certificate), date_of(X509_get0_notBefore(certificate))),
                     true};
    if (X509_cmp_time(X509_get0_notAfter(certificate), &when) < 0)
        return Error{fmt::format("{}: the certificate of {} was valid until {}; make or ask for a new one",
                                 path, owner_of(certificate), date_of(X509_get0_notAfter(certificate))),
                     true};
    return Done{};
}

Result<Key> read_private_key(const std::string& path) {
    const Result<std::string> text = read_text_file(path, {"a key's .pem", "keys"});
    if (!text)
        return text.error();
    const MemoryBio memory = memory_of(*text);
    Key key(PEM_read_bio_PrivateKey(memory.get(), nullptr, no_passphrase, nullptr), &EVP_PKEY_free);
    ERR_clear_error();
    if (!key)
        return Error{
            fmt::format("{} holds no private key without a passphrase: make one with allaprima identity "
                        "new -o KEY.pem",
                        path),
            true};
    if (algorithm_of(key.get()).empty())
        return Error{
            fmt::format("{} is neither an Ed25519 nor a P-256 key; only those sign pictures here", path),
            true};
    return key;
}

std::string in_pem(const EVP_PKEY* key) {
    const MemoryBio memory = empty_memory();
    ALLAPRIMA_CHECK(PEM_write_bio_PKCS8PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr) ==
                    1);
    return text_of(memory.get());
}

std::string in_pem(X509* certificate) {
    const MemoryBio memory = empty_memory();
    ALLAPRIMA_CHECK(PEM_write_bio_X509(memory.get(), certificate) == 1);
    return text_of(memory.get());
}

void add_extension(X509* certificate, X509* issuer, int kind, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    ALLAPRIMA_CHECK(extension && X509_add_ext(certificate, extension, -1) == 1);
    X509_EXTENSION_free(extension);
}

void set_number(X509* certificate) {
    std::array<unsigned char, 16> random{};
    ALLAPRIMA_CHECK(RAND_bytes(random.data(), static_cast<int>(random.size())) == 1);
    random[0] = static_cast<unsigned char>((random[0] & 0x3f) | 0x40);  // Positive, and never shorter.
    BIGNUM* number = BN_bin2bn(random.data(), static_cast<int>(random.size()), nullptr);
    ALLAPRIMA_CHECK(number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)));
    BN_free(number);
}

bool set_name(X509* certificate, const std::string& organisation, const std::string& common) {
    X509_NAME* subject = X509_get_subject_name(certificate);
    const auto add = [subject](const char* part, const std::string& text) {
        return X509_NAME_add_entry_by_txt(subject, part, MBSTRING_UTF8,
                                          reinterpret_cast<const unsigned char*>(text.data()),
                                          static_cast<int>(text.size()), -1, 0) == 1;
    };
    return add("O", organisation) && add("CN", common);
}

/// A certificate without extensions and not yet signed.
Certificate begin_certificate(EVP_PKEY* key, UnixTime time) {
    Certificate certificate(X509_new(), &X509_free);
    ALLAPRIMA_CHECK(certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
                    X509_set_pubkey(certificate.get(), key) == 1);
    set_number(certificate.get());
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), time - kHour);
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), time - kHour + kThreeYears);
    return certificate;
}

}  // namespace

UnixTime now() {
    return std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
}

std::string local_certificate_path(const std::string& key_path) {
    return std::filesystem::path(key_path).replace_extension(".cert.pem").string();
}

Result<ClaimSigner> read_claim_signer(const std::string& key_path, const std::string& certificate_path,
                                      UnixTime time) {
    const Result<Key> key = read_private_key(key_path);
    if (!key)
        return key.error();
    const std::string path = certificate_path.empty() ? local_certificate_path(key_path) : certificate_path;
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return Error{
            fmt::format("there is no certificate {} for the key {}: name one with --certificate, or make "
                        "both with allaprima identity new",
                        path, key_path),
            true};
    const Result<std::string> text = read_text_file(path, {"a certificate's .pem", "certificates"});
    if (!text)
        return text.error();
    const std::vector<Certificate> chain = certificates_in(*text);
    if (chain.empty())
        return Error{fmt::format("{} holds no certificate in PEM", path), true};
    X509* own = chain.front().get();
    const bool fits = X509_check_private_key(own, key->get()) == 1;
    ERR_clear_error();
    if (!fits)
        return Error{fmt::format("{} is not the certificate of the key {}", path, key_path), true};
    if (const Status fit = check_purpose(own, path); !fit)
        return fit.error();
    ClaimSigner signer{owner_of(own), algorithm_of(key->get()), {}, in_pem(key->get())};
    for (const Certificate& certificate : chain) {
        if (const Status valid = check_validity(certificate.get(), path, time); !valid)
            return valid.error();
        signer.certificates += in_pem(certificate.get());
    }
    return signer;
}

Result<std::string> make_local_certificates(const SigningKey& key, const std::string& name, UnixTime time) {
    const std::string pem = key.private_pem();
    const MemoryBio memory = memory_of(pem);
    const Key own(PEM_read_bio_PrivateKey(memory.get(), nullptr, no_passphrase, nullptr), &EVP_PKEY_free);
    const Key authority_key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), &EVP_PKEY_free);
    ALLAPRIMA_CHECK(own && authority_key);
    const Certificate authority = begin_certificate(authority_key.get(), time);
    const Certificate leaf = begin_certificate(own.get(), time);
    if (name.empty() || !set_name(leaf.get(), name, name)) {
        ERR_clear_error();
        return Error{fmt::format("'{}' is not a name for a certificate, which takes 1 to 64 letters", name),
                     true};
    }
    ALLAPRIMA_CHECK(set_name(authority.get(), "Alla Prima on one computer", "Local authority for one key"));
    X509_set_issuer_name(authority.get(), X509_get_subject_name(authority.get()));
    X509_set_issuer_name(leaf.get(), X509_get_subject_name(authority.get()));
    add_extension(authority.get(), authority.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    add_extension(authority.get(), authority.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    add_extension(authority.get(), authority.get(), NID_subject_key_identifier, "hash");
    add_extension(leaf.get(), authority.get(), NID_basic_constraints, "critical,CA:FALSE");
    add_extension(leaf.get(), authority.get(), NID_key_usage, "critical,digitalSignature");
    add_extension(leaf.get(), authority.get(), NID_ext_key_usage, kSigningPurposes);
    add_extension(leaf.get(), authority.get(), NID_subject_key_identifier, "hash");
    add_extension(leaf.get(), authority.get(), NID_authority_key_identifier, "keyid:always");
    ALLAPRIMA_CHECK(X509_sign(authority.get(), authority_key.get(), nullptr) > 0 &&
                    X509_sign(leaf.get(), authority_key.get(), nullptr) > 0);
    return in_pem(leaf.get()) + in_pem(authority.get());
}

}  // namespace allaprima
