#pragma once
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace allaprima::testing {

/// Directories of TIFF 6.0, which EXIF has too, in either order of bytes.
struct DirectoryBytes {
    bool big_endian = false;

    struct Entry {
        int tag, type;
        uint32_t count;
        std::string data;  ///< Of up to four bytes in the entry itself, otherwise behind the directory.
    };

    std::string number(uint64_t value, size_t bytes) const;
    Entry shorts(int tag, std::initializer_list<uint32_t> values) const;
    Entry longs(int tag, std::initializer_list<uint32_t> values) const;
    /// Fractions with 100,000 below the line.
    Entry fractions(int tag, std::initializer_list<double> values) const;
    Entry text(int tag, const std::string& value) const;
    Entry blob(int tag, const std::string& value) const;

    /// What a file begins with whose first directory stands at `first`.
    std::string head(uint32_t first) const;
    /// A directory that stands at `at`, with what its entries need behind it, on an even number of bytes.
    std::string directory(std::vector<Entry> entries, size_t at, uint32_t next = 0) const;
};

}  // namespace allaprima::testing
