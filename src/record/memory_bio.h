#pragma once
#include <openssl/bio.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/check.h"

namespace allaprima {

/// Text in memory that libcrypto reads from and writes to.
using MemoryBio = std::unique_ptr<BIO, decltype(&BIO_free)>;

/// To read from; the text must outlive it.
inline MemoryBio memory_of(std::string_view text) {
    MemoryBio memory(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), &BIO_free);
    ALLAPRIMA_CHECK(memory);
    return memory;
}

/// To write to.
inline MemoryBio empty_memory() {
    MemoryBio memory(BIO_new(BIO_s_mem()), &BIO_free);
    ALLAPRIMA_CHECK(memory);
    return memory;
}

/// What was written to it.
inline std::string text_of(BIO* memory) {
    char* data = nullptr;
    const long length = BIO_get_mem_data(memory, &data);
    return {data, static_cast<size_t>(length)};
}

/// Given to libcrypto where it would ask for a passphrase at the terminal.
inline int no_passphrase(char*, int, int, void*) {
    return -1;
}

}  // namespace allaprima
