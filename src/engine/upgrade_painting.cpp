#include "engine/upgrade_painting.h"

#include <algorithm>
#include <utility>

#include "engine/enclosed_files.h"
#include "model/brief_files.h"
#include "painting_file/kept_names.h"
#include "painting_file/painting_file.h"

namespace allaprima {

Result<Upgraded> upgrade_painting(const std::string& painting_file, bool from_anywhere, bool forget) {
    Result<PaintingFile> file = PaintingFile::open(painting_file);
    if (!file)
        return file.error();
    Upgraded upgraded;
    upgraded.from = file->format();
    if (const Status claimed = file->claim(); !claimed)
        return claimed.error();
    upgraded.to = file->format();
    if (forget)
        if (const Status forgotten = file->forget(); !forgotten)
            return forgotten.error();
    Result<PaintingStart> start = file->load_enclosed();
    if (!start)
        return start.error();
    std::vector<EnclosedFile> files = std::move(start->enclosed);
    const auto take_in = [&](const std::string& name) -> Status {
        if (!from_anywhere && !is_at_hand(painting_file, name))
            return Error{"it is in another folder, from which files are only taken with --from-anywhere"};
        return enclose(painting_file, name, files);
    };
    visit_files_to_enclose(start->brief, [&](const std::string& name) {
        if (std::ranges::find(files, name, &EnclosedFile::name) != files.end() ||
            std::ranges::find(upgraded.left_out, name, &Upgraded::LeftOut::name) != upgraded.left_out.end())
            return;
        if (const Status taken = take_in(name); taken)
            upgraded.enclosed.push_back(name);
        else
            upgraded.left_out.push_back({name, taken.error().message});
    });
    if (!upgraded.enclosed.empty())
        if (const Status saved = file->save_enclosed(files); !saved)
            return saved.error();
    return upgraded;
}

}  // namespace allaprima
