#include "film/write_film.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "film/film_says.h"
#include "film/film_view.h"
#include "film/films_module.h"
#include "film/making_frames.h"
#include "rendering/growing_picture.h"

namespace allaprima {
namespace {

constexpr int kSmallestFilmSide = 16,
              kLongestFilmSide = 4096;  // pixels; what players show (H.264's level 5.2)
constexpr long long kMostCanvasBytes = 3LL << 30;
constexpr size_t kPaletteFrames = 8;

/// A kind of film as it is offered.
struct FilmOffer {
    FilmKind kind;
    int fps = 30;  ///< As is usual.
    int most_fps = kMostFps;
    /// Puts an XMP packet into a complete film; nullptr: this kind has no place for one.
    Status (*say)(const std::string& file, std::string_view packet, const std::string& path) = nullptr;
};

constexpr FilmOffer kMp4Offer{.kind = kMp4, .say = say_in_mp4};
constexpr FilmOffer kWebmOffer{.kind = kWebm};
constexpr FilmOffer kGifOffer{.kind = kGif, .fps = 15, .most_fps = 50, .say = say_in_gif};

/// The film that is asked for.
struct Shooting {
    Plan plan;
    Size frame;
    RenderSettings canvas;  ///< Larger than the frame where the camera comes near.
    int fps;
    std::vector<MakingFrame> frames;
};

/// The canvas as it is filmed.
class Filmed {
  public:
    Filmed(const Shooting& shooting, const ThreadPool& workers)
        : growing_(shooting.plan, shooting.canvas, workers), workers_(workers), frame_(shooting.frame) {
        const PixelRect all{0, 0, frame_.size.width, frame_.size.height};
        if (!moves())
            copy_areas(growing_.picture().colour, std::span(&all, 1), frame_);
    }

    /// Goes on to a later frame, or stays.
    const FilmFrame& at(const MakingFrame& shown) {
        const bool grows = shown.strokes > growing_.strokes();
        const std::vector<PixelRect> areas = growing_.lay_up_to(shown.strokes);
        if (!moves())
            copy_areas(growing_.picture().colour, areas, frame_);
        else if (grows || !(seen_ == shown.view))
            look_through(growing_.picture().colour, shown.view, workers_, frame_);
        seen_ = shown.view;
        return frame_;
    }

  private:
    bool moves() const { return growing_.picture().size() != frame_.size; }

    GrowingPicture growing_;
    const ThreadPool& workers_;
    FilmFrame frame_;
    View seen_{.share = 0.0};  ///< None yet.
};

Status check_order(const ExportJob& job, const FilmOffer& offer) {
    const Size size = job.settings.size;
    if (std::min(size.width, size.height) < kSmallestFilmSide || size.long_side() > kLongestFilmSide)
        return Error{
            fmt::format("a film of {} x {} pixels cannot be made; each side may have {} to {}, ask for "
                        "another size with --long",
                        size.width, size.height, kSmallestFilmSide, kLongestFilmSide),
            true};
    if (job.asked.film.fps > offer.most_fps)
        return Error{fmt::format("a .{} has at most {} frames per second; ask for fewer with --fps",
                                 offer.kind.muxer, offer.most_fps),
                     true};
    return Done{};
}

Shooting shooting_of(const ExportJob& job, const FilmOffer& offer) {
    const FilmSettings& film = job.asked.film;
    Shooting shooting{.plan = job.plan,
                      .frame = job.settings.size,
                      .canvas = job.settings,
                      .fps = film.fps > 0 ? film.fps : offer.fps,
                      .frames = {}};
    shooting.plan.transparent = false;
    shooting.frames = making_frames(shooting.plan, film, shooting.fps);
    if (film.camera == FilmCamera::Close)
        for (int* side : {&shooting.canvas.size.width, &shooting.canvas.size.height})
            *side = static_cast<int>(std::lround(*side / kClosestShare));
    return shooting;
}

Status check_memory(const Shooting& shooting) {
    if (GrowingPicture::bytes(shooting.plan, shooting.canvas.size) <= kMostCanvasBytes)
        return Done{};
    return Error{
        fmt::format("a film of {} x {} pixels needs more than {} GB of memory; ask for a smaller one "
                    "with --long",
                    shooting.frame.width, shooting.frame.height, kMostCanvasBytes >> 30),
        true};
}

/// Frames from all parts of the film, from which its 256 colours are chosen. An error when the observer ended
/// it.
Result<std::vector<FilmFrame>> samples_of(const Shooting& shooting, const ExportJob& job) {
    Filmed filmed(shooting, job.workers);
    std::vector<FilmFrame> samples;
    for (size_t i = 0; i < kPaletteFrames; ++i) {
        if (job.observer.stop_requested())
            return stopped_export(job);
        job.observer.progress("choosing", static_cast<double>(i) / static_cast<double>(kPaletteFrames));
        samples.push_back(
            filmed.at(shooting.frames[i * (shooting.frames.size() - 1) / (kPaletteFrames - 1)]));
    }
    return samples;
}

/// @return the rest of what is written, or the error that ended it.
Status shoot(const Shooting& shooting, const ExportJob& job, FilmWriter& writer) {
    Filmed filmed(shooting, job.workers);
    for (size_t i = 0; i < shooting.frames.size(); ++i) {
        if (job.observer.stop_requested())
            return stopped_export(job);
        if (const Status written = writer.write(filmed.at(shooting.frames[i])); !written)
            return written;
        job.observer.progress("filming",
                              static_cast<double>(i + 1) / static_cast<double>(shooting.frames.size()));
    }
    return writer.finish();
}

/// Has a complete film say of itself what is recorded, where its kind has a place for XMP.
Status say(const ExportJob& job, const std::string& file, const FilmOffer& offer) {
    const Result<std::string> packet = packet_of(job);
    if (!packet)
        return packet.error();
    return offer.say && !packet->empty() ? offer.say(file, *packet, job.path) : Status(Done{});
}

Result<ExportNotes> write_film(const ExportJob& job, const std::string& file, const FilmOffer& offer) {
    if (const Status sensible = check_order(job, offer); !sensible)
        return sensible.error();
    const Result<const FilmsModule*> films = films_module();
    if (!films)
        return films.error();
    const Shooting shooting = shooting_of(job, offer);
    if (const Status fits = check_memory(shooting); !fits)
        return fits.error();
    FilmOrder order{.kind = offer.kind,
                    .size = shooting.frame,
                    .fps = shooting.fps,
                    .file = file,
                    .path = job.path,
                    .title = title_of(job.painting),
                    .software = job.painting.start.software,
                    .artist = value_said(job.says, "Xmp.dc.creator"),
                    .copyright = value_said(job.says, "Xmp.dc.rights")};
    if (order.kind.reduced) {
        Result<std::vector<FilmFrame>> samples = samples_of(shooting, job);
        if (!samples)
            return samples.error();
        order.samples = std::move(samples).value();
    }
    const Result<std::unique_ptr<FilmWriter>> writer = (*films)->open_film(order);
    if (!writer)
        return writer.error();
    order.samples = {};  // they may be large
    if (const Status shot = shoot(shooting, job, **writer); !shot)
        return shot.error();
    if (const Status said = say(job, file, offer); !said)
        return said.error();
    return ExportNotes{fmt::format("{} x {} pixels, {} frames, {} per second", shooting.frame.width,
                                   shooting.frame.height, shooting.frames.size(), shooting.fps)};
}

}  // namespace

Result<ExportNotes> write_mp4(const ExportJob& job, const std::string& file) {
    return write_film(job, file, kMp4Offer);
}

Result<ExportNotes> write_webm(const ExportJob& job, const std::string& file) {
    return write_film(job, file, kWebmOffer);
}

Result<ExportNotes> write_gif(const ExportJob& job, const std::string& file) {
    return write_film(job, file, kGifOffer);
}

}  // namespace allaprima
