#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

namespace allaprima {

/// A file that encoders write through, and that remembers the first failure: they do not hand every one on,
/// least of all a disk that fills up while they close. To them every write succeeds, because some write lines
/// of their own to the standard error otherwise.
class OutputFile {
  public:
    /// Opens an existing file for writing from its start.
    explicit OutputFile(const std::string& path);
    /// Takes over a descriptor that can be read, written and moved about in.
    explicit OutputFile(int descriptor) : descriptor_(descriptor) {}
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile() { shut(); }

    /// Writes where the file stands, and moves on.
    void write(const void* bytes, size_t count);
    void write_at(const void* bytes, size_t count, int64_t offset);
    /// @return how many bytes were there to be read.
    size_t read_at(void* bytes, size_t count, int64_t offset) const;
    int64_t size() const;

    int64_t position() const { return position_; }
    void move_to(int64_t position) { position_ = position; }

    /// The errno of the first failure; 0 when all went well so far.
    int failure() const { return failure_; }
    /// Closes the file, which may fail too.
    void shut();

  private:
    int descriptor_;
    int64_t position_ = 0;
    int failure_ = 0;
};

}  // namespace allaprima
