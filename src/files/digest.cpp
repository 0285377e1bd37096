#include "files/digest.h"

#include <openssl/evp.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

#include "files/ordinary_file.h"

namespace allaprima {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

}  // namespace

void Sha256::Closer::operator()(evp_md_ctx_st* context) const {
    EVP_MD_CTX_free(context);
}

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
    ALLAPRIMA_CHECK(context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr));
}

void Sha256::add(std::string_view bytes) {
    ALLAPRIMA_CHECK(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()));
}

std::string Sha256::finish() {
    std::array<char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    ALLAPRIMA_CHECK(
        EVP_DigestFinal_ex(context_.get(), reinterpret_cast<unsigned char*>(digest.data()), &length));
    return hexadecimal({digest.data(), length});
}

std::string sha256_of(std::string_view bytes) {
    Sha256 digest;
    digest.add(bytes);
    return digest.finish();
}

bool is_sha256(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of(kDigits) == std::string_view::npos;
}

std::string hexadecimal(std::string_view bytes) {
    std::string text;
    for (const char byte : bytes) {
        text += kDigits[static_cast<unsigned char>(byte) >> 4];
        text += kDigits[static_cast<unsigned char>(byte) & 15];
    }
    return text;
}

std::string bytes_of_hexadecimal(std::string_view digits) {
    if (digits.size() % 2 != 0 || digits.find_first_not_of(kDigits) != std::string_view::npos)
        return {};
    std::string bytes;
    for (size_t i = 0; i < digits.size(); i += 2)
        bytes += static_cast<char>(kDigits.find(digits[i]) << 4 | kDigits.find(digits[i + 1]));
    return bytes;
}

Result<std::string> sha256_of_file(const std::string& path) {
    const Result<FileToRead> file = open_ordinary_file(path);
    if (!file)
        return file.error();
    Sha256 digest;
    std::vector<char> block(1 << 16);
    while (const size_t count = std::fread(block.data(), 1, block.size(), file->get()))
        digest.add({block.data(), count});
    if (std::ferror(file->get()))
        return Error{"cannot read " + path + ": " + std::strerror(errno)};
    return digest.finish();
}

}  // namespace allaprima
