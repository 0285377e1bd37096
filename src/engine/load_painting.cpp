#include "engine/load_painting.h"

#include <fmt/format.h>

namespace allaprima {

Result<Painting> load_painting(const std::string& path) {
    Result<PaintingFile> file = PaintingFile::open(path);
    if (!file)
        return file.error();
    return file->load();
}

Result<Painting> load_planned(PaintingFile& file) {
    Result<Painting> painting = file.load();
    if (painting && !painting->plan)
        return Error{fmt::format("{} is still being planned; finish it first: allaprima resume {}",
                                 file.path(), file.path())};
    return painting;
}

Result<Painting> load_planned(const std::string& path) {
    Result<PaintingFile> file = PaintingFile::open(path);
    if (!file)
        return file.error();
    return load_planned(*file);
}

}  // namespace allaprima
