#include "revealing/reveal.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/part_observer.h"
#include "exporting/write_relief_exports.h"
#include "image/colour.h"
#include "image/filters.h"
#include "revealing/page_files.h"
#include "revealing/page_parts.h"
#include "revealing/reveal_page.h"
#include "revealing/tile_pyramid.h"

namespace allaprima {
namespace {

constexpr int kReliefSide = 256;  ///< Of the rendering by which crops are chosen.

/// Faces are told in shares of the canvas that was planned; the picture's may be larger on two sides.
std::vector<Face> faces_on(const Plan& shaped, const Painting& painting) {
    std::vector<Face> faces = painting.start.faces;
    const Plan& planned = *painting.plan;
    const Vec2 scale{planned.width_mm / shaped.width_mm, planned.height_mm / shaped.height_mm};
    for (Face& face : faces) {
        face.box.x = 0.5f + (face.box.x - 0.5f) * scale.x;
        face.box.y = 0.5f + (face.box.y - 0.5f) * scale.y;
        face.box.width *= scale.x;
        face.box.height *= scale.y;
    }
    return faces;
}

/// Which share of the work the deep zoom is: its levels cost a third more than the picture, and all the
/// stages about one rendering, and the writing of each.
double share_of_tiles(const RevealJob& job, Size stage_size, size_t stages) {
    const double tiles = 4.0 / 3.0 * static_cast<double>(job.settings.size.area());
    const double making = (1.0 + 0.1 * static_cast<double>(stages)) * static_cast<double>(stage_size.area());
    return tiles / (tiles + making);
}

/// Heights of a small rendering.
Image<float> small_relief(const RevealJob& job) {
    RenderSettings settings = job.settings;
    settings.size = no_longer_than(kReliefSide, settings.size);
    SilentObserver silent;
    std::optional<Image<float>> heights = heights_of(job.plan, settings, job.workers, silent);
    ALLAPRIMA_CHECK(heights.has_value());
    return std::move(*heights);
}

Status write_photograph(const RevealJob& job, const std::string& folder) {
    if (!job.photo)
        return Done{};
    const Photo& photo = *job.photo;
    const Image<Rgb> screen = screen_srgb(photo.colour);
    return write_page_picture((std::filesystem::path(folder) / "photograph.jpg").string(),
                              on_white({screen, photo.alpha}));
}

/// The parts of the page that are the same for every painting.
Status write_parts(const RevealJob& job, const std::string& folder) {
    const std::filesystem::path at(folder);
    for (const PagePart& part : page_parts())
        if (const Status written = write_page_text((at / part.name).string(), part.text); !written)
            return written;
    return write_page_text((at / kRevealMark).string(),
                           fmt::format("A page made by {}. Open index.html in a browser.\n", job.software));
}

}  // namespace

std::vector<std::string> reveal_entries() {
    std::vector<std::string> names{"index.html", "data.js", "light.js", "photograph.jpg",
                                   "making",     "tiles",   kRevealMark};
    for (const PagePart& part : page_parts())
        names.emplace_back(part.name);
    return names;
}

Status write_reveal(const RevealJob& job, const std::string& folder) {
    const std::filesystem::path at(folder);
    RevealPage page{.job = job,
                    .stages = making_stages(job.plan, job.stages),
                    .crops = {},
                    .stage_size = no_longer_than(kStageSide, job.settings.size)};
    const double share = share_of_tiles(job, page.stage_size, page.stages.size());

    PartObserver tiles(job.observer, 0.0, share);
    if (const Status made = make_page_folder((at / "tiles").string()); !made)
        return made;
    if (const Status written =
            write_tiles(job.plan, job.settings, (at / "tiles").string(), job.workers, tiles);
        !written)
        return written;

    PartObserver making(job.observer, share, 1.0);
    RenderSettings stage_settings = job.settings;
    stage_settings.size = page.stage_size;
    if (const Status written = write_stages(job.plan, page.stages, stage_settings, (at / "making").string(),
                                            job.workers, making);
        !written)
        return written;

    if (job.observer.stop_requested())
        return stopped_page();
    job.observer.progress("lighting", 0.0);
    page.crops =
        light_crops(small_relief(job), faces_on(job.plan, job.painting), job.settings.size, kCropSide);
    job.observer.progress("lighting", 0.5);
    const Result<std::string> script = light_script(job.plan, job.settings, page.crops, folder, job.workers);
    if (!script)
        return script.error();
    if (const Status written = write_page_text((at / "light.js").string(), *script); !written)
        return written;
    job.observer.progress("writing", 0.0);
    if (const Status written = write_photograph(job, folder); !written)
        return written;
    if (const Status written = write_parts(job, folder); !written)
        return written;
    if (const Status written = write_page_text((at / "data.js").string(), page_data(page)); !written)
        return written;
    return write_page_text((at / "index.html").string(), page_html(page));
}

}  // namespace allaprima
