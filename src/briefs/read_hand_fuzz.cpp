#include <cstdint>
#include <cstdlib>

#include "briefs/read_hand.h"

/// Reads any bytes as a hand; what is a hand is written and read back as the same one.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace allaprima;
    const Result<Hand> hand = hand_from_toml({reinterpret_cast<const char*>(data), size}, "fuzz.toml");
    if (!hand)
        return 0;
    const Result<Hand> again = hand_from_toml(hand_as_toml(*hand), "again.toml");
    if (!again || !(*again == *hand))
        std::abort();
    return 0;
}
