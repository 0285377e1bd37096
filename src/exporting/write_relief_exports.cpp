#include "exporting/write_relief_exports.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "pictures/write_picture.h"
#include "pictures/write_relief.h"

namespace allaprima {
namespace {

/// Gives what was written beside its name.
Status put_in_place(const std::string& written, const std::string& file, const std::string& path) {
    std::error_code fault;
    std::filesystem::rename(written, file, fault);
    if (fault)
        return Error{"cannot write " + path + ": " + fault.message()};
    return Done{};
}

Result<ExportNotes> write_measures(const ExportJob& job, Finish finish, const std::string& file) {
    // The writer tells the format by the name's ending.
    const std::string beside = file + ".png";
    RenderSettings settings = job.settings;
    settings.finish = finish;
    Result<PictureWriter> writer = PictureWriter::create(beside, settings.size, false,
                                                         {.replace = true,
                                                          .depth = 16,
                                                          .dpi = job.dpi,
                                                          .measures = true,
                                                          .grey = finish == Finish::Relief,
                                                          .note = note_of_measures(finish)});
    if (!writer)
        return writer.error();
    Status written = Done{};
    const bool complete =
        render(job.plan, settings, job.workers, job.observer, [&](int, const Picture& rows) {
            written = writer->write_rows(rows);
            return written.ok();
        });
    if (!written)
        return written.error();
    if (!complete)
        return stopped_export(job);
    if (const Status finished = writer->finish(); !finished)
        return finished.error();
    if (const Status placed = put_in_place(beside, file, job.path); !placed)
        return placed.error();
    return ExportNotes{note_of_measures(finish)};
}

}  // namespace

std::optional<Image<float>> heights_of(const Plan& plan, const RenderSettings& settings,
                                       const ThreadPool& workers, Observer& observer) {
    RenderSettings measured = settings;
    measured.finish = Finish::Relief;
    Image<float> heights(settings.size);
    const bool complete = render(plan, measured, workers, observer, [&](int first_row, const Picture& rows) {
        for (int y = 0; y < rows.size().height; ++y)
            for (int x = 0; x < rows.size().width; ++x)
                heights.at(x, first_row + y) = relief_mm(rows.colour.at(x, y).r);
        return true;
    });
    return complete ? std::optional(std::move(heights)) : std::nullopt;
}

Status check_relief_size(Size size) {
    if (size.long_side() <= kLongestReliefSide && size.width >= 2 && size.height >= 2)
        return Done{};
    return Error{fmt::format("a solid of {} x {} points cannot be made; ask for --long 2 to {}", size.width,
                             size.height, kLongestReliefSide),
                 true};
}

float relief_pitch_mm(const Plan& plan, Size size) {
    return std::max(plan.width_mm, plan.height_mm) / static_cast<float>(size.long_side());
}

std::string note_of_measures(Finish finish) {
    if (finish == Finish::Normals)
        return "Alla Prima: surface normals, each axis from -1 to 1; x to the right, y up, z towards the eye";
    return fmt::format(
        "Alla Prima: height of the paint above the priming, from {:g} mm (0) to {:g} mm (full)",
        kLowestRelief, kHighestRelief);
}

Result<ExportNotes> write_height_map(const ExportJob& job, const std::string& file) {
    return write_measures(job, Finish::Relief, file);
}

Result<ExportNotes> write_normal_map(const ExportJob& job, const std::string& file) {
    return write_measures(job, Finish::Normals, file);
}

Result<ExportNotes> write_relief_solid(const ExportJob& job, const std::string& file) {
    if (const Status possible = check_relief_size(job.settings.size); !possible)
        return possible.error();
    const std::optional<Image<float>> heights = heights_of(job.plan, job.settings, job.workers, job.observer);
    if (!heights)
        return stopped_export(job);
    if (const Status written =
            write_relief_model(file, *heights, relief_pitch_mm(job.plan, job.settings.size), true);
        !written)
        return written.error();
    return ExportNotes{};
}

}  // namespace allaprima
