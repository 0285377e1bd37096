#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

struct evp_md_ctx_st;

namespace allaprima {

/// SHA-256 of bytes that come one after another.
class Sha256 {
  public:
    Sha256();
    void add(std::string_view bytes);
    /// Of all that was added, as 64 lower-case hexadecimal digits; nothing can be added any more.
    std::string finish();

  private:
    struct Closer {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Closer> context_;
};

/// SHA-256 of these bytes, as 64 lower-case hexadecimal digits.
std::string sha256_of(std::string_view bytes);

/// Whether it is written as the digests here are.
bool is_sha256(std::string_view text);

/// So many bytes as pairs of lower-case hexadecimal digits.
std::string hexadecimal(std::string_view bytes);
/// The bytes again; empty when it is not written so.
std::string bytes_of_hexadecimal(std::string_view digits);

/// SHA-256 of a file's bytes, as 64 lower-case hexadecimal digits. What is no ordinary file, such as a
/// device or a pipe, is an error of usage.
Result<std::string> sha256_of_file(const std::string& path);

}  // namespace allaprima
