#include "exporting/export_format.h"

#include <fmt/format.h>

#include <filesystem>

#include "files/new_file.h"

namespace allaprima {
namespace {

/// Has a complete picture say of itself what is recorded, where its format says it in a place of its own.
Status say(const ExportJob& job, const std::string& file, ExportNotes& notes) {
    if (job.says.empty() || !can_carry_xmp(job.path))
        return Done{};
    if (is_small_enough_for_xmp(file))
        return write_xmp(file, job.says);
    notes.push_back("it says nothing about its record: its file is too large for that");
    return Done{};
}

}  // namespace

Status check_available(const ExportFormat& format) {
    return format.available ? format.available() : Status(Done{});
}

Result<ExportNotes> write_export(const ExportFormat& format, const ExportJob& job, bool replace) {
    Result<NewFile> file = NewFile::create(job.path, replace);
    if (!file)
        return file.error();
    Result<ExportNotes> notes = format.write(job, file->temporary_path());
    if (!notes)
        return notes.error();
    if (const Status said = say(job, file->temporary_path(), *notes); !said)
        return said.error();
    if (const Status placed = file->finish(); !placed)
        return placed.error();
    return notes;
}

bool goes_on(const ExportJob& job, size_t stroke) {
    constexpr size_t kStrokesBetweenLooks = 256;
    if (stroke % kStrokesBetweenLooks != 0)
        return true;
    job.observer.progress("writing",
                          static_cast<double>(stroke) / static_cast<double>(job.plan.strokes.size()));
    return !job.observer.stop_requested();
}

std::string title_of(const Painting& painting) {
    if (painting.record.making)
        return painting.record.making->claims.title;
    return std::filesystem::path(painting.start.photo_name).stem().string();
}

Result<std::string> packet_of(const ExportJob& job) {
    return job.says.empty() ? std::string() : xmp_packet(job.says);
}

Error stopped_export(const ExportJob& job) {
    return {fmt::format("stopped before {} was complete; nothing was written", job.path)};
}

}  // namespace allaprima
