#pragma once
#include "exporting/export_format.h"
#include "film/films_module.h"

namespace allaprima {

/// The making as a film, from bare ground to the finished picture: H.264 in .mp4, VP9 in .webm, 256 colours
/// in .gif. A ground that is left out of pictures is shown. An error where the size is none that players
/// show, and where this libav lacks the encoder.
Result<ExportNotes> write_mp4(const ExportJob& job, const std::string& file);
Result<ExportNotes> write_webm(const ExportJob& job, const std::string& file);
Result<ExportNotes> write_gif(const ExportJob& job, const std::string& file);

inline constexpr ExportFormat kMp4Film{
    .ending = ".mp4",
    .name = "Film",
    .about =
        "The making from bare ground to the finished picture, in H.264, for players and for "
        "most browsers",
    .pixels = true,
    .screen = {1920, 1080},
    .even_sides = true,
    .renderings = 6.5,
    .group = "film",
    .available = films_available,
    .write = write_mp4};

inline constexpr ExportFormat kWebmFilm{.ending = ".webm",
                                        .name = "Film, free format",
                                        .about = "The same in VP9, for browsers",
                                        .pixels = true,
                                        .screen = {1920, 1080},
                                        .even_sides = true,
                                        .renderings = 7.5,
                                        .group = "film",
                                        .available = films_available,
                                        .write = write_webm};

inline constexpr ExportFormat kGifFilm{
    .ending = ".gif",
    .name = "Moving picture",
    .about = "The same in 256 colours, repeated without end, for places that cannot show films",
    .pixels = true,
    .screen = {640, 480},
    .renderings = 14.0,
    .group = "film",
    .available = films_available,
    .write = write_gif};

}  // namespace allaprima
