#pragma once
#include <memory>
#include <string>

#include "base/geometry.h"
#include "base/result.h"
#include "image/image.h"
#include "pages/print_document.h"
#include "pages/printed_pages.h"

namespace allaprima {

/// What allaprima-pages.so offers: letters and PDF, by Pango, cairo and qpdf.
class PagesModule {
  public:
    virtual std::unique_ptr<PrintedPages> printed_pages(const PagesOrder& order) const = 0;

    /// @return nullptr where the file cannot be made.
    virtual std::unique_ptr<CompressedFile> compressed_file(const std::string& path) const = 0;
    /// Writes it; same content, same bytes. @return what went wrong; empty: nothing.
    virtual std::string write_print_document(const PrintDocument& document,
                                             const std::string& file) const = 0;

    /// The family of the font that is taken where `wished` is asked for; empty: this machine has no font.
    virtual std::string font_taken_for(const std::string& wished) const = 0;
    /// Where a line of text leaves ink: pixels from where its base line begins, y downwards.
    /// @param height of the font, pixels.
    virtual PixelRect inked_box(const std::string& text, const std::string& font, int height) const = 0;
    /// How much of each pixel of that box is covered, 0 to 1; empty where nothing is.
    virtual Image<float> inked(const std::string& text, const std::string& font, int height) const = 0;

  protected:
    ~PagesModule() = default;
};

/// An error where the module is not installed.
Result<const PagesModule*> pages_module();

/// Whether it is installed.
Status pages_available();

}  // namespace allaprima
