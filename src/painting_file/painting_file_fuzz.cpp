#include <fcntl.h>
#include <unistd.h>

#include <cstdint>
#include <string>

#include "painting_file/painting_file.h"

/// Opens any bytes as a painting and reads all of it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace allaprima;
    const std::string path = "/dev/shm/allaprima-fuzz-" + std::to_string(::getpid()) + ".alla";
    const int file = ::open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
    const bool written = file >= 0 && ::write(file, data, size) == static_cast<ssize_t>(size);
    ::close(file);
    if (written) {
        if (Result<PaintingFile> painting = PaintingFile::open(path))
            (void)painting->load();
    }
    ::unlink(path.c_str());
    return 0;
}
