#include "revealing/page_files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "io/write_picture.h"

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
    std::ofstream out(path, std::ios::binary);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.close();
    if (out.fail())
        return Error{"cannot write " + path + ": " + std::strerror(errno)};
    return Done{};
}

Status render_rows(const Plan& plan, const RenderSettings& settings, const Workers& workers,
                   Observer& observer,
                   const std::function<Status(int first_row, const Picture& rows)>& sink) {
    Status taken = Done{};
    const bool complete = render(plan, settings, workers, observer, [&](int first_row, const Picture& rows) {
        taken = sink(first_row, rows);
        return taken.ok();
    });
    if (!taken || complete)
        return taken;
    return Error{"stopped before the page was complete; nothing was written"};
}

Plan first_strokes(const Plan& plan, int strokes) {
    Plan part = plan;
    part.strokes.resize(static_cast<size_t>(strokes));
    for (Pass& pass : part.passes) {
        pass.strokes = std::min(pass.strokes, strokes);
        strokes -= pass.strokes;
    }
    std::erase_if(part.passes, [](const Pass& pass) { return pass.strokes == 0; });
    return part;
}

}  // namespace allaprima
