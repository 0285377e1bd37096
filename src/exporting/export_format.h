#pragma once
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "model/export_settings.h"
#include "painting_file/painting_file.h"
#include "pictures/output_profile.h"
#include "pictures/write_xmp.h"
#include "rendering/render.h"

namespace allaprima {

/// What a painting is handed over as.
struct ExportJob {
    const Painting& painting;   ///< It has a plan.
    const Plan& plan;           ///< The same plan; for a format of pixels on a canvas of the picture's shape.
    std::string path;           ///< Where the file will stand, for errors.
    RenderSettings settings;    ///< Of a format of pixels.
    double dpi = 0.0;           ///< Pixels to an inch, for a format of pixels.
    int depth = 8;              ///< Bits of a channel, 8 or 16, for a format of pixels.
    ExportSettings asked = {};  ///< Those of the format's group.
    OutputProfile* profile = nullptr;  ///< Colours are converted to it, for a format that can carry one.
    const ThreadPool& workers;
    Observer& observer;
    std::vector<XmpValue> says =
        {};  ///< What the file says of itself, where its format has a place for that.
};

/// Lines for the reader about what was written.
using ExportNotes = std::vector<std::string>;

/// One kind of file in which other programs, and other hands, take a painting over.
struct ExportFormat {
    const char* ending;   ///< With its dots, in small letters: ".json", ".guide.pdf".
    const char* name;     ///< Of the format.
    const char* about;    ///< What is in the file and who reads it; one sentence, without a full stop.
    bool pixels = false;  ///< It shows pictures of the painting, so it has a size, a finish and a light.
    /// What a picture of it fits in, upright for an upright painting, where no size is asked for; empty: it
    /// is as large as asked for when the painting was made.
    Size screen = {};
    /// Pixels to an inch of a print of the canvas's size, where no size is asked for; 0: as for Size{}.
    int print_dpi = 0;
    bool even_sides = false;  ///< Both sides of its pictures are even.
    bool profile = false;     ///< It can carry another profile than sRGB.
    double renderings = 1.0;  ///< Making it takes about as long as so many pictures of its size;
    double stroke_ms = 0.1;   ///< where it shows no pixels, so long for each stroke.
    const char* group = "";   ///< The group of export_settings() that it takes; empty: none.
    /// An error where this installation lacks what it is written with; nullptr: nothing that it could lack.
    Status (*available)() = nullptr;
    /// Writes the whole file under the name given. An error, too, when the observer ended it.
    Result<ExportNotes> (*write)(const ExportJob& job, const std::string& file);
};

/// Whether this installation can write the format: an error that says what it lacks.
Status check_available(const ExportFormat& format);

/// Writes the file of job.path, which appears under its name whole or not at all.
Result<ExportNotes> write_export(const ExportFormat& format, const ExportJob& job, bool replace);

/// For those who write stroke after stroke, before each: tells the observer how far they are. @return false
/// once it is time to end.
bool goes_on(const ExportJob& job, size_t stroke);

/// What the painting is called: by its record, or else after its photograph.
std::string title_of(const Painting& painting);

/// What the file says of itself as xmp_packet(); empty where it says nothing.
Result<std::string> packet_of(const ExportJob& job);

/// What is said when the observer ended an export.
Error stopped_export(const ExportJob& job);

}  // namespace allaprima
