#include "pages/pages_module.h"

#include "base/load_module.h"

namespace allaprima {

Result<const PagesModule*> pages_module() {
    return load_module_as<PagesModule>({.name = "pages",
                                        .identity = ALLAPRIMA_PAGES_IDENTITY,
                                        .needed_by = "PDF files and words on pictures need",
                                        .otherwise = "go without them"});
}

Status pages_available() {
    const Result<const PagesModule*> pages = pages_module();
    return pages ? Status(Done{}) : Status(pages.error());
}

}  // namespace allaprima
