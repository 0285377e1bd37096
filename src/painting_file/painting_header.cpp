#include "painting_file/painting_header.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "painting_file/painting_tables.h"

namespace allaprima {
namespace {

constexpr uint32_t kApplicationId = 0x416c6c61;  // "Alla"

struct Header {
    uint32_t application_id = 0;
    uint32_t format = 0;
};

uint32_t big_endian(const unsigned char* bytes) {
    return uint32_t{bytes[0]} << 24 | uint32_t{bytes[1]} << 16 | uint32_t{bytes[2]} << 8 | uint32_t{bytes[3]};
}

/// The first 100 bytes tell whether it is worth opening, without SQLite having touched the file.
Result<Header> read_header(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return Error{fmt::format("cannot open {}: {}", path, std::strerror(errno))};
    std::array<unsigned char, 100> bytes{};
    struct stat about {};
    const bool regular = ::fstat(file, &about) == 0 && S_ISREG(about.st_mode);
    const bool whole = regular && ::pread(file, bytes.data(), bytes.size(), 0) == ssize_t{bytes.size()};
    ::close(file);
    if (!whole || std::memcmp(bytes.data(), "SQLite format 3", 16) != 0)
        return Error{fmt::format("{} is not a painting (a file NAME.alla made with --save)", path)};
    return Header{big_endian(bytes.data() + 68), big_endian(bytes.data() + 60)};
}

}  // namespace

void check_pages(Database& database, const std::string& path) {
    Statement check(database, "PRAGMA quick_check(1)");
    if (!check.step() || check.text(10'000) != "ok")
        database.fail("its pages are not in order");
    int64_t length = 1;
    for (const char* factor : {"PRAGMA page_count", "PRAGMA page_size"})
        if (Statement told(database, factor); told.step())
            length *= told.whole(0, int64_t{1} << 31);
    std::error_code fault;
    if (const auto there = std::filesystem::file_size(path, fault);
        !fault && there < static_cast<uintmax_t>(length))
        database.fail("it is cut off");
}

void mark_as_painting(Database& database) {
    database.run(
        fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId, kPaintingFormat));
}

Result<uint32_t> painting_format(const std::string& path) {
    const Result<Header> header = read_header(path);
    if (!header)
        return header.error();
    if (header->application_id != kApplicationId || header->format == 0)
        return Error{fmt::format("{} is not a painting (a file NAME.alla made with --save)", path)};
    if (header->format < kOldestPaintingFormat)
        return Error{
            fmt::format("{} was made by an Alla Prima before its first release (format {}; this one "
                        "reads {} and later): paint the photograph again",
                        path, header->format, kOldestPaintingFormat)};
    return header->format;
}

}  // namespace allaprima
