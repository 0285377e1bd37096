#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace allaprima::testing {

/// The lowest bytes of a number, as files hold it: lowest first, or highest first.
inline std::string little(uint64_t value, size_t bytes) {
    std::string text;
    for (size_t i = 0; i < bytes; ++i, value >>= 8)
        text += static_cast<char>(value & 0xff);
    return text;
}
inline std::string big(uint64_t value, size_t bytes) {
    const std::string text = little(value, bytes);
    return {text.rbegin(), text.rend()};
}

inline std::string bytes(std::initializer_list<int> values) {
    std::string text;
    for (const int value : values)
        text += static_cast<char>(value);
    return text;
}

/// The first bytes of a text that is longer.
inline std::string cut(const std::string& text, size_t length) {
    return text.substr(0, length);
}

/// The text with one byte changed.
inline std::string spoilt(std::string text, size_t at, int byte) {
    text.at(at) = static_cast<char>(byte);
    return text;
}

/// Bytes without any order, always the same.
inline std::string noise(size_t count, uint32_t seed) {
    std::string text;
    for (size_t i = 0; i < count; ++i) {
        seed = seed * 1664525u + 1013904223u;
        text += static_cast<char>(seed >> 24);
    }
    return text;
}

}  // namespace allaprima::testing
