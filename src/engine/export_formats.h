#pragma once
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "exporting/export_format.h"

namespace allaprima {

/// All kinds of files in which a painting is handed over, in the order in which they are listed.
std::span<const ExportFormat> export_formats();

/// The format that the name's ending asks for, in large or small letters, the longest ending first:
/// a.guide.pdf is no .pdf. A usage error that lists the known ones where there is none.
Result<ExportFormat> export_format_of(const std::string& path);

/// The endings that take settings of a group, in words: ".mp4, .webm, .gif".
std::string endings_of_group(std::string_view group);

}  // namespace allaprima
