#include "exporting/pack_bits.h"

#include <algorithm>

namespace allaprima {
namespace {

constexpr size_t kLongestRun = 128;
/// A shorter run between other bytes saves nothing.
constexpr size_t kShortestRun = 3;

size_t run_at(std::span<const uint8_t> bytes, size_t at) {
    const size_t end = std::min(bytes.size(), at + kLongestRun);
    size_t next = at + 1;
    while (next < end && bytes[next] == bytes[at])
        ++next;
    return next - at;
}

}  // namespace

void pack_bits(std::span<const uint8_t> bytes, std::vector<uint8_t>& packed) {
    size_t at = 0;
    while (at < bytes.size()) {
        if (const size_t run = run_at(bytes, at); run >= kShortestRun) {
            packed.push_back(static_cast<uint8_t>(257 - run));
            packed.push_back(bytes[at]);
            at += run;
            continue;
        }
        size_t end = at;
        while (end < bytes.size() && end - at < kLongestRun && run_at(bytes, end) < kShortestRun)
            ++end;
        packed.push_back(static_cast<uint8_t>(end - at - 1));
        packed.insert(packed.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at),
                      bytes.begin() + static_cast<std::ptrdiff_t>(end));
        at = end;
    }
}

}  // namespace allaprima
