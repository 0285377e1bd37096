#pragma once
#include <memory>
#include <string>

#include "pages/print_document.h"

namespace allaprima {

/// @return nullptr where the file cannot be made.
std::unique_ptr<CompressedFile> deflated_file(const std::string& path);

/// Writes the document by qpdf. @return what went wrong; empty: nothing.
std::string write_by_qpdf(const PrintDocument& document, const std::string& file);

}  // namespace allaprima
