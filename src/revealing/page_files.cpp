#include "revealing/page_files.h"

#include <filesystem>

#include "files/text_file.h"
#include "pictures/write_picture.h"

namespace allaprima {

Status make_page_folder(const std::string& path) {
    std::error_code fault;
    std::filesystem::create_directory(path, fault);
    if (fault)
        return Error{"cannot make the folder " + path + ": " + fault.message()};
    return Done{};
}

Status write_page_picture(const std::string& path, Image<Rgb> colour) {
    return write_picture(path, Picture{std::move(colour), {}}, {});
}

Status write_page_text(const std::string& path, std::string_view text) {
    TextFile out(path);
    out.write(text);
    return out.close(path);
}

Status render_rows(const Plan& plan, const RenderSettings& settings, const ThreadPool& workers,
                   Observer& observer,
                   const std::function<Status(int first_row, const Picture& rows)>& sink) {
    Status taken = Done{};
    const bool complete = render(plan, settings, workers, observer, [&](int first_row, const Picture& rows) {
        taken = sink(first_row, rows);
        return taken.ok();
    });
    if (!taken || complete)
        return taken;
    return stopped_page();
}

Error stopped_page() {
    return {"stopped before the page was complete; nothing was written"};
}

}  // namespace allaprima
