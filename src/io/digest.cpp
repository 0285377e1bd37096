#include "io/digest.h"

#include <openssl/evp.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

namespace allaprima {

namespace {

std::string hexadecimal(std::span<const unsigned char> bytes) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

}  // namespace

Result<std::string> sha256_of_file(const std::string& path) {
    const std::unique_ptr<FILE, int (*)(FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file)
        return Error{"cannot open " + path + ": " + std::strerror(errno)};
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    ALLAPRIMA_CHECK(context && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr));

    std::vector<unsigned char> block(1 << 16);
    while (const size_t count = std::fread(block.data(), 1, block.size(), file.get()))
        ALLAPRIMA_CHECK(EVP_DigestUpdate(context.get(), block.data(), count));
    if (std::ferror(file.get()))
        return Error{"cannot read " + path + ": " + std::strerror(errno)};

    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    ALLAPRIMA_CHECK(EVP_DigestFinal_ex(context.get(), digest.data(), &length));
    return hexadecimal(std::span(digest).first(length));
}

bool is_sha256(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace allaprima
