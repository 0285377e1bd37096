#include <cstdint>
#include <cstdlib>

#include "record/keys.h"

/// Reads any bytes as a private key; whatever is one signs so that its public half agrees.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace allaprima;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Result<SigningKey> key = SigningKey::from_pem(text, "fuzz.pem");
    if (key && !is_signed("text", key->public_key(), key->sign("text")))
        std::abort();
    return 0;
}
