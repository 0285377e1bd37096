// Feeds libFuzzer's bytes to read_photo() through a file that exists in memory alone.

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "pictures/read_photo.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const int descriptor = memfd_create("photo", MFD_CLOEXEC);
    if (descriptor < 0)
        return 0;
    const bool whole = write(descriptor, data, size) == static_cast<ssize_t>(size);
    const allaprima::ReadLimits limits{4'000'000, size_t{128} << 20};
    const std::string path = "/proc/self/fd/" + std::to_string(descriptor);
    if (whole)
        for (const int long_side : {0, 16})
            static_cast<void>(allaprima::read_photo(path, limits, long_side).ok());
    close(descriptor);
    return 0;
}
