#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace allaprima::testing {

/// A box of a page: left, bottom, right, top, in points.
using PdfBox = std::array<double, 4>;

/// What lies on a page under the name /Picture.
struct PdfPicture {
    int width = 0, height = 0;           ///< pixels
    std::vector<unsigned char> samples;  ///< row by row, what the filters of the file give
};

struct PdfPage {
    PdfBox sheet{};
    std::optional<PdfBox> trim, bleed;
    size_t pictures = 0;
    std::optional<PdfPicture> picture;
};

/// A PDF file as another program finds it.
struct PdfAsRead {
    std::vector<PdfPage> pages;
    bool tells_its_date = false;
};

/// Reads a PDF file with qpdf. Throws what qpdf throws where that finds it broken.
PdfAsRead read_pdf(const std::string& path);

}  // namespace allaprima::testing
