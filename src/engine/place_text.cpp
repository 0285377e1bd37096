#include "engine/place_text.h"

#include <fmt/format.h>

#include <fstream>

namespace allaprima {

Status place_text(NewFile file, std::string_view text) {
    std::ofstream out(file.temporary_path(), std::ios::binary);
    out << text;
    out.close();
    if (!out)
        return Error{fmt::format("cannot write {}", file.path())};
    return file.finish();
}

}  // namespace allaprima
