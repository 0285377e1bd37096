#include "io/file_proxy.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace allaprima {

FileProxy::FileProxy(const std::string& path)
    : IOProxy(path, IOProxy::Write), descriptor_(::open(path.c_str(), O_RDWR | O_CLOEXEC)) {
    if (descriptor_ < 0)
        failure_ = errno;
}

FileProxy::~FileProxy() {
    shut();
}

void FileProxy::shut() {
    if (descriptor_ >= 0 && ::close(descriptor_) != 0 && failure_ == 0)
        failure_ = errno;
    descriptor_ = -1;
}

size_t FileProxy::read(void* buffer, size_t size) {
    const size_t count = pread(buffer, size, m_pos);
    m_pos += static_cast<int64_t>(count);
    return count;
}

size_t FileProxy::write(const void* buffer, size_t size) {
    const size_t count = pwrite(buffer, size, m_pos);
    m_pos += static_cast<int64_t>(count);
    return count;
}

size_t FileProxy::pread(void* buffer, size_t size, int64_t offset) {
    size_t done = 0;
    while (done < size) {
        const ssize_t count = ::pread(descriptor_, static_cast<char*>(buffer) + done, size - done,
                                      offset + static_cast<int64_t>(done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        done += static_cast<size_t>(count);
    }
    return done;
}

size_t FileProxy::pwrite(const void* buffer, size_t size, int64_t offset) {
    size_t done = 0;
    while (done < size && failure_ == 0) {
        const ssize_t count = ::pwrite(descriptor_, static_cast<const char*>(buffer) + done, size - done,
                                       offset + static_cast<int64_t>(done));
        if (count >= 0)
            done += static_cast<size_t>(count);
        else if (errno != EINTR)
            failure_ = errno;
    }
    return size;
}

size_t FileProxy::size() const {
    struct stat status {};
    return ::fstat(descriptor_, &status) == 0 ? static_cast<size_t>(status.st_size) : 0;
}

}  // namespace allaprima
