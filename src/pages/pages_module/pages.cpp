// What allaprima-pages.so shows to the program.

#include "base/module_entry.h"
#include "pages/pages_module.h"
#include "pages/pages_module/cairo_pages.h"
#include "pages/pages_module/ink.h"
#include "pages/pages_module/qpdf_document.h"

namespace allaprima {
namespace {

class Pages final : public PagesModule {
  public:
    std::unique_ptr<PrintedPages> printed_pages(const PagesOrder& order) const override {
        return std::make_unique<CairoPages>(order);
    }
    std::unique_ptr<CompressedFile> compressed_file(const std::string& path) const override {
        return deflated_file(path);
    }
    std::string write_print_document(const PrintDocument& document, const std::string& file) const override {
        return write_by_qpdf(document, file);
    }
    std::string font_taken_for(const std::string& wished) const override {
        return allaprima::font_taken_for(wished);
    }
    PixelRect inked_box(const std::string& text, const std::string& font, int height) const override {
        return allaprima::inked_box(text, font, height);
    }
    Image<float> inked(const std::string& text, const std::string& font, int height) const override {
        return allaprima::inked(text, font, height);
    }
};

const Pages pages;
const ModuleEntry pages_entry{ALLAPRIMA_PAGES_IDENTITY, static_cast<const PagesModule*>(&pages)};

}  // namespace
}  // namespace allaprima

ALLAPRIMA_MODULE_FUNCTION const allaprima::ModuleEntry* allaprima_module() {
    return &allaprima::pages_entry;
}
