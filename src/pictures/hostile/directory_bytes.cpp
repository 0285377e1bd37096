#include "pictures/hostile/directory_bytes.h"

#include <algorithm>
#include <cmath>

#include "pictures/hostile/byte_text.h"

namespace allaprima::testing {

std::string DirectoryBytes::number(uint64_t value, size_t bytes) const {
    return big_endian ? big(value, bytes) : little(value, bytes);
}

DirectoryBytes::Entry DirectoryBytes::shorts(int tag, std::initializer_list<uint32_t> values) const {
    Entry entry{tag, 3, static_cast<uint32_t>(values.size()), {}};
    for (const uint32_t value : values)
        entry.data += number(value, 2);
    return entry;
}

DirectoryBytes::Entry DirectoryBytes::longs(int tag, std::initializer_list<uint32_t> values) const {
    Entry entry{tag, 4, static_cast<uint32_t>(values.size()), {}};
    for (const uint32_t value : values)
        entry.data += number(value, 4);
    return entry;
}

DirectoryBytes::Entry DirectoryBytes::fractions(int tag, std::initializer_list<double> values) const {
    constexpr uint32_t kBelow = 100000;
    Entry entry{tag, 5, static_cast<uint32_t>(values.size()), {}};
    for (const double value : values)
        entry.data += number(static_cast<uint64_t>(std::llround(value * kBelow)), 4) + number(kBelow, 4);
    return entry;
}

DirectoryBytes::Entry DirectoryBytes::text(int tag, const std::string& value) const {
    return {tag, 2, static_cast<uint32_t>(value.size() + 1), value + std::string(1, '\0')};
}

DirectoryBytes::Entry DirectoryBytes::blob(int tag, const std::string& value) const {
    return {tag, 7, static_cast<uint32_t>(value.size()), value};
}

std::string DirectoryBytes::head(uint32_t first) const {
    return std::string(big_endian ? "MM" : "II") + number(42, 2) + number(first, 4);
}

std::string DirectoryBytes::directory(std::vector<Entry> entries, size_t at, uint32_t next) const {
    std::ranges::sort(entries, {}, &Entry::tag);
    const size_t behind = at + 2 + 12 * entries.size() + 4;
    std::string text = number(entries.size(), 2), data;
    for (Entry& entry : entries) {
        text += number(static_cast<uint64_t>(entry.tag), 2) + number(static_cast<uint64_t>(entry.type), 2) +
                number(entry.count, 4);
        if (entry.data.size() <= 4) {
            text += entry.data + std::string(4 - entry.data.size(), '\0');
            continue;
        }
        text += number(behind + data.size(), 4);
        data += entry.data + std::string(entry.data.size() % 2, '\0');
    }
    return text + number(next, 4) + data;
}

}  // namespace allaprima::testing
