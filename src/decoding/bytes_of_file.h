#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <istream>
#include <vector>

namespace allaprima {

/// More than any profile has.
inline constexpr size_t kMostProfileBytes = size_t{16} << 20;

/// So many bytes of a file from here on; none where it holds fewer, or where it is too many for a profile.
inline std::vector<uint8_t> bytes_of_file(std::istream& file, uint64_t at, size_t count) {
    if (count > kMostProfileBytes)
        return {};
    std::vector<uint8_t> bytes(count);
    file.clear();
    file.seekg(static_cast<std::streamoff>(at));
    file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(count));
    return file ? bytes : std::vector<uint8_t>{};
}

}  // namespace allaprima
