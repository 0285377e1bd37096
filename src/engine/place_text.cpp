#include "engine/place_text.h"

#include "files/text_file.h"

namespace allaprima {

Status place_text(NewFile file, std::string_view text) {
    TextFile out(file.temporary_path());
    out.write(text);
    if (const Status closed = out.close(file.path()); !closed)
        return closed;
    return file.finish();
}

}  // namespace allaprima
