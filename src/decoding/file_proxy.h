#pragma once
#include <OpenImageIO/filesystem.h>

#include "files/output_file.h"

namespace allaprima {

/// An OutputFile that OpenImageIO writes through.
class FileProxy final : public OIIO::Filesystem::IOProxy {
  public:
    /// @param file must outlive this.
    explicit FileProxy(OutputFile& file) : IOProxy("picture", IOProxy::Write), file_(file) {}

    /// Not "file", which the encoders take for OpenImageIO's own class.
    const char* proxytype() const override { return "descriptor"; }

    size_t read(void* buffer, size_t size) override {
        const size_t count = pread(buffer, size, m_pos);
        m_pos += static_cast<int64_t>(count);
        return count;
    }
    size_t write(const void* buffer, size_t size) override {
        const size_t count = pwrite(buffer, size, m_pos);
        m_pos += static_cast<int64_t>(count);
        return count;
    }
    size_t pread(void* buffer, size_t size, int64_t offset) override {
        return file_.read_at(buffer, size, offset);
    }
    size_t pwrite(const void* buffer, size_t size, int64_t offset) override {
        file_.write_at(buffer, size, offset);
        return size;
    }
    size_t size() const override { return static_cast<size_t>(file_.size()); }

  private:
    OutputFile& file_;
};

}  // namespace allaprima
