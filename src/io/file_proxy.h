#pragma once
#include <OpenImageIO/filesystem.h>

#include <string>

namespace allaprima {

/// A file that OpenImageIO writes through, and that remembers the first failure: the encoders do not hand
/// every one on, least of all a disk that fills up while they close. To them every write succeeds, because
/// some write lines of their own to the standard error otherwise.
class FileProxy final : public OIIO::Filesystem::IOProxy {
  public:
    /// Opens an existing file for writing from its start.
    explicit FileProxy(const std::string& path);
    FileProxy(const FileProxy&) = delete;
    FileProxy& operator=(const FileProxy&) = delete;
    ~FileProxy() override;

    /// The errno of the first failure; 0 when all went well so far.
    int failure() const { return failure_; }
    /// Closes the file itself; the encoders' close() leaves it open.
    void shut();

    /// Not "file", which the encoders take for OpenImageIO's own class.
    const char* proxytype() const override { return "descriptor"; }
    size_t read(void* buffer, size_t size) override;
    size_t write(const void* buffer, size_t size) override;
    size_t pread(void* buffer, size_t size, int64_t offset) override;
    size_t pwrite(const void* buffer, size_t size, int64_t offset) override;
    size_t size() const override;

  private:
    int descriptor_;
    int failure_ = 0;
};

}  // namespace allaprima
