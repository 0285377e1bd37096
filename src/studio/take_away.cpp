#include "studio/take_away.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/destination.h"
#include "engine/export_painting.h"
#include "engine/render_painting.h"
#include "model/brief_settings.h"

namespace allaprima {

namespace fs = std::filesystem;

namespace {

/// Ends the work when nobody waits for it any more.
class AbandonedObserver final : public Observer {
  public:
    explicit AbandonedObserver(const std::function<bool()>& abandoned) : abandoned_(abandoned) {}
    void progress(std::string_view, double) override {}
    bool stop_requested() const override { return abandoned_(); }

  private:
    const std::function<bool()>& abandoned_;
};

/// What is asked, told apart: of the picture, and of the export.
struct AwayWishes {
    Wishes of_picture, of_export;
};

Result<AwayWishes> wishes_of(const std::map<std::string, std::string>& query) {
    AwayWishes wishes;
    const std::vector<BriefSetting> settings = brief_settings();
    for (const auto& [name, text] : query) {
        if (name == "kind")
            continue;
        const bool pixels = name == "size" && text.find('x') == std::string::npos;
        const std::string asked = pixels ? "long" : name;
        const auto setting = std::ranges::find(settings, asked, &BriefSetting::name);
        const ExportSetting* of_export = find_export_setting(asked);
        const bool file = of_export ? of_export->files != Files::None
                                    : setting != settings.end() && setting->files != Files::None;
        if (file)
            return Error{fmt::format("{}: the studio takes no files here", asked), true};
        if (setting != settings.end() && setting->of_rendering)
            wishes.of_picture.push_back({asked, text});
        else
            wishes.of_export.push_back({asked, text});
    }
    return wishes;
}

/// Without the folder that it is made in, which nobody needs to know.
std::string without(std::string text, const std::string& folder) {
    for (size_t at = text.find(folder); at != std::string::npos; at = text.find(folder))
        text.erase(at, folder.size());
    return text;
}

/// A name as headers of HTTP spell it.
std::string spelled(const std::string& name) {
    std::string text;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = std::isalnum(byte) != 0 || c == '.' || c == '-' || c == '_';
        text += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return text;
}

}  // namespace

StudioAnswer take_away(const ShelfEntry& entry, const Shelf& shelf,
                       const std::map<std::string, std::string>& query,
                       const std::function<bool()>& abandoned) {
    const auto kind = query.find("kind");
    if (kind == query.end())
        return error_answer(400, "say what kind of file it is to be: kind=.png");
    const std::vector<std::string> pictures = endings_of_pictures(true);
    const bool picture = std::ranges::find(pictures, kind->second) != pictures.end();
    const auto formats = export_formats();
    const bool known = picture || std::ranges::any_of(formats, [&](const ExportFormat& format) {
                           return format.ending == kind->second;
                       });
    if (!known)
        return error_answer(400, "there is no such kind of file");
    const Result<AwayWishes> wishes = wishes_of(query);
    if (!wishes)
        return error_answer(wishes.error());
    StudioAnswer answer{.type = "application/octet-stream", .body = {}, .file = {}};
    answer.folder = std::make_shared<TemporaryFolder>();
    if (answer.folder->path().empty())
        return error_answer(507, "there is no room for temporary files");
    const std::string name = file_stem_of(entry.name) + kind->second;
    answer.file = answer.folder->path() / name;
    const std::string painting = shelf.painting_file(entry).string();
    AbandonedObserver observer(abandoned);
    const ThreadPool workers;
    Status made = Done{};
    if (picture && !wishes->of_export.empty())
        made = Error{fmt::format("a picture takes no {}", wishes->of_export.front().setting), true};
    else if (picture) {
        const auto painted = render_painting({.painting_file = painting,
                                              .picture = {answer.file.string(), false},
                                              .of_picture = wishes->of_picture},
                                             workers, observer);
        made = painted ? made : Status(painted.error());
    } else {
        const auto notes = export_painting({.painting_file = painting,
                                            .destination = {answer.file.string(), false},
                                            .of_picture = wishes->of_picture,
                                            .of_export = wishes->of_export},
                                           workers, observer);
        made = notes ? made : Status(notes.error());
    }
    if (!made)
        return error_answer(Error{without(without(made.error().message, answer.folder->path().string() + "/"),
                                          shelf.folder().string() + "/"),
                                  made.error().usage});
    answer.headers.emplace_back("Content-Disposition", "attachment; filename*=UTF-8''" + spelled(name));
    return answer;
}

}  // namespace allaprima
