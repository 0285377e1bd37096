#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace allaprima {

// Written in C++17, and so without our own headers: qpdf's cannot be read by Clang 14 in C++20.

/// A file of bytes as a PDF keeps them compressed (FlateDecode).
class CompressedFile {
  public:
    virtual ~CompressedFile() = default;
    CompressedFile(const CompressedFile&) = delete;
    CompressedFile& operator=(const CompressedFile&) = delete;

    virtual void add(const std::vector<unsigned char>& bytes) = 0;
    /// @return what went wrong with any of it; empty: nothing.
    virtual std::string finish() = 0;

  protected:
    CompressedFile() = default;
};

/// One page that holds one picture. Boxes are left, bottom, right and top in points.
struct PrintDocument {
    std::array<double, 4> media{}, trim{}, bleed{};
    std::string
        contents;  ///< What is drawn, by the operators of PDF; /Picture is the picture, /All all inks.
    int width = 0, height = 0;      ///< Pixels of the picture.
    int channels = 3;               ///< 1, 3 or 4, 8 bits each.
    std::vector<uint8_t> profile;   ///< ICC, of so many channels.
    std::string intent = {};        ///< The press that the colours are for; empty: none.
    std::string samples_file = {};  ///< A CompressedFile of the samples, row after row.
    std::string xmp = {};           ///< A packet; empty: it says nothing of itself.
};

}  // namespace allaprima
