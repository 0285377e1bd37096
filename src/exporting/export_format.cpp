#include "exporting/export_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "exporting/films_module.h"
#include "exporting/write_csv.h"
#include "exporting/write_film.h"
#include "exporting/write_gcode.h"
#include "exporting/write_guide.h"
#include "exporting/write_json.h"
#include "exporting/write_ora.h"
#include "exporting/write_print.h"
#include "exporting/write_psd.h"
#include "exporting/write_relief_exports.h"
#include "exporting/write_svg.h"
#include "io/new_file.h"
#include "io/pages_module.h"

namespace allaprima {
namespace {

Status films_available() {
    const Result<const FilmsModule*> films = films_module();
    return films ? Status(Done{}) : Status(films.error());
}

Status pages_available() {
    const Result<const PagesModule*> pages = pages_module();
    return pages ? Status(Done{}) : Status(pages.error());
}

constexpr std::array kFormats{
    ExportFormat{.ending = ".json",
                 .name = "Strokes",
                 .about = "Every stroke with its spline, brush, recipe and order, and all they are painted "
                          "with; 'allaprima import' reads it back to the same picture",
                 .write = write_json},
    ExportFormat{.ending = ".csv",
                 .name = "Table of strokes",
                 .about = "One line for each stroke, for spreadsheets and for reading",
                 .write = write_csv},
    ExportFormat{.ending = ".svg",
                 .name = "Drawing",
                 .about = "The planned strokes as paths in layers, for Inkscape and browsers; with --plotter "
                          "their centre lines, a layer for each tube, in an order that saves travel",
                 .group = "drawing",
                 .write = write_svg},
    ExportFormat{.ending = ".gcode",
                 .name = "Program for a machine",
                 .about = "What a machine with brushes, pots and a cup does to paint it, as plain G-code; "
                          "'allaprima robot' describes the machine and tries the program out",
                 .group = "robot",
                 .write = write_gcode},
    ExportFormat{.ending = ".ora",
                 .name = "OpenRaster",
                 .about = "The picture in a layer for each pass, for Krita",
                 .pixels = true,
                 .write = write_ora},
    ExportFormat{
        .ending = ".psd",
        .name = "Photoshop document",
        .about =
            "The picture in a layer for each pass, in 8 or 16 bits (--depth), for Photoshop, GIMP and Krita",
        .pixels = true,
        .write = write_psd},
    ExportFormat{.ending = ".mp4",
                 .name = "Film",
                 .about =
                     "The making from bare ground to the finished picture, in H.264, for players and for "
                     "most browsers",
                 .pixels = true,
                 .screen = {1920, 1080},
                 .even_sides = true,
                 .group = "film",
                 .available = films_available,
                 .write = write_mp4},
    ExportFormat{.ending = ".webm",
                 .name = "Film, free format",
                 .about = "The same in VP9, for browsers",
                 .pixels = true,
                 .screen = {1920, 1080},
                 .even_sides = true,
                 .group = "film",
                 .available = films_available,
                 .write = write_webm},
    ExportFormat{.ending = ".gif",
                 .name = "Moving picture",
                 .about = "The same in 256 colours, repeated without end, for places that cannot show films",
                 .pixels = true,
                 .screen = {640, 480},
                 .group = "film",
                 .available = films_available,
                 .write = write_gif},
    ExportFormat{.ending = ".height.png",
                 .name = "Height map",
                 .about = "How high the paint stands, 16 bits of grey, for displacement and embossing",
                 .pixels = true,
                 .write = write_height_map},
    ExportFormat{.ending = ".normal.png",
                 .name = "Normal map",
                 .about = "Which way the surface faces, 16 bits, for lighting it again elsewhere",
                 .pixels = true,
                 .write = write_normal_map},
    ExportFormat{.ending = ".stl",
                 .name = "Solid",
                 .about = "The relief as a closed solid in millimetres, for printers and mills",
                 .pixels = true,
                 .screen = {640, 640},
                 .write = write_relief_solid},
    ExportFormat{
        .ending = ".guide.pdf",
        .name = "Guide for a hand",
        .about =
            "A printable guide to paint it by hand: heaps of paint, brushes, numbered steps with pictures",
        .pixels = true,
        .screen = {640, 640},
        .group = "guide",
        .available = pages_available,
        .write = write_guide},
    ExportFormat{.ending = ".pdf",
                 .name = "Print",
                 .about = "A page for a print shop, at the size of the print, with bleed and crop marks",
                 .pixels = true,
                 .print_dpi = 300,
                 .profile = true,
                 .group = "print",
                 .available = pages_available,
                 .write = write_print},
};

template <typename Which>
std::string endings_where(Which which) {
    std::string known;
    for (const ExportFormat& format : kFormats)
        if (which(format))
            known += fmt::format("{}{}", known.empty() ? "" : ", ", format.ending);
    return known;
}

}  // namespace

std::span<const ExportFormat> export_formats() {
    return kFormats;
}

Result<ExportFormat> export_format_of(const std::string& path) {
    std::string name = std::filesystem::path(path).filename().string();
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    const ExportFormat* found = nullptr;
    for (const ExportFormat& format : kFormats) {
        const std::string_view ending = format.ending;
        // A name that is all ending is a hidden file without one.
        if (name.size() > ending.size() && name.ends_with(ending) &&
            (!found || ending.size() > std::string_view(found->ending).size()))
            found = &format;
    }
    if (found)
        return *found;
    return Error{fmt::format("cannot export to {}: its ending must be one of {}; pictures are made with "
                             "'allaprima render'",
                             path, endings_where([](const ExportFormat&) { return true; })),
                 true};
}

Status check_available(const ExportFormat& format) {
    return format.available ? format.available() : Status(Done{});
}

std::string endings_of_group(std::string_view group) {
    return endings_where([&](const ExportFormat& format) { return format.group == group; });
}

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
