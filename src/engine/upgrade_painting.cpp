#include "engine/upgrade_painting.h"

#include <algorithm>
#include <utility>

#include "engine/enclosed_files.h"
#include "io/painting_file.h"
#include "model/brief_files.h"

namespace allaprima {

Result<Upgraded> upgrade_painting(const std::string& painting_file) {
    Result<PaintingFile> file = PaintingFile::open(painting_file);
    if (!file)
        return file.error();
    Upgraded upgraded;
    upgraded.from = file->format();
    if (const Status claimed = file->claim(); !claimed)
        return claimed.error();
    upgraded.to = file->format();
    Result<PaintingStart> start = file->load_enclosed();
    if (!start)
        return start.error();
    std::vector<EnclosedFile> files = std::move(start->enclosed);
    visit_files_to_enclose(start->brief, [&](const std::string& name) {
        if (std::ranges::find(files, name, &EnclosedFile::name) != files.end() ||
            std::ranges::find(upgraded.missing, name) != upgraded.missing.end())
            return;
        Result<EnclosedFile> found = read_file_to_enclose(painting_file, name);
        (found ? upgraded.enclosed : upgraded.missing).push_back(name);
        if (found)
            files.push_back(std::move(found).value());
    });
    if (!upgraded.enclosed.empty())
        if (const Status saved = file->save_enclosed(files); !saved)
            return saved.error();
    return upgraded;
}

}  // namespace allaprima
