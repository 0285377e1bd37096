#include "files/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace allaprima {

OutputFile::OutputFile(const std::string& path) : descriptor_(::open(path.c_str(), O_RDWR | O_CLOEXEC)) {
    if (descriptor_ < 0)
        failure_ = errno;
}

void OutputFile::shut() {
    if (descriptor_ >= 0 && ::close(descriptor_) != 0 && failure_ == 0)
        failure_ = errno;
    descriptor_ = -1;
}

void OutputFile::write(const void* bytes, size_t count) {
    write_at(bytes, count, position_);
    position_ += static_cast<int64_t>(count);
}

void OutputFile::write_at(const void* bytes, size_t count, int64_t offset) {
    size_t done = 0;
    while (done < count && failure_ == 0) {
        const ssize_t written = ::pwrite(descriptor_, static_cast<const char*>(bytes) + done, count - done,
                                         offset + static_cast<int64_t>(done));
        if (written >= 0)
            done += static_cast<size_t>(written);
        else if (errno != EINTR)
            failure_ = errno;
    }
}

size_t OutputFile::read_at(void* bytes, size_t count, int64_t offset) const {
    size_t done = 0;
    while (done < count) {
        const ssize_t taken = ::pread(descriptor_, static_cast<char*>(bytes) + done, count - done,
                                      offset + static_cast<int64_t>(done));
        if (taken < 0 && errno == EINTR)
            continue;
        if (taken <= 0)
            break;
        done += static_cast<size_t>(taken);
    }
    return done;
}

int64_t OutputFile::size() const {
    struct stat status {};
    return ::fstat(descriptor_, &status) == 0 ? int64_t{status.st_size} : 0;
}

}  // namespace allaprima
