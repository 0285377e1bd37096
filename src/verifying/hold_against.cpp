#include "verifying/hold_against.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <vector>

#include "engine/bound_size.h"
#include "engine/canvas_shape.h"
#include "engine/enclosed_files.h"
#include "engine/export_formats.h"
#include "engine/make_picture.h"
#include "engine/rendering_says.h"
#include "files/temporary_folder.h"
#include "image/colour.h"
#include "image/filters.h"
#include "image/metrics.h"
#include "pictures/read_photo.h"
#include "pictures/write_xmp.h"
#include "rendering/framing.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

/// A picture that is nearer than this to what the strokes make is most likely it, saved anew or made smaller,
/// dB. The photograph may come nearer to flat strokes than 30 dB, and must not pass for the painting.
constexpr double kSavedAnew = 38.0, kReduced = 34.0;
/// Where no more of its pixels than these are others, the picture was changed in a place.
constexpr double kFewPixels = 0.1;
/// So far apart are two pictures in a place that was changed, sRGB-encoded; and so many times as far as
/// elsewhere.
constexpr double kChangedPlace = 0.06, kTimesElsewhere = 5.0;

/// The picture as it is, and how it was rendered.
struct Seen {
    Image<Rgb> colour;  ///< sRGB-encoded.
    Brief brief;        ///< As the painting's, and as the picture tells.
    Size painting;      ///< Of what it shows of the painting: all of it that is not its frame.
    std::vector<Finish> finishes;
};

/// One way to make the picture again, and how near it comes.
struct Attempt {
    Finish finish = Finish::Lit;
    bool reduced = false;    ///< It was made at the painting's own size, and then reduced.
    double nearness = -1.0;  ///< dB; infinite when the pixels are the same.
    Differences apart;
};

Result<Image<Rgb>> encoded_picture(const std::string& path) {
    Result<Photo> photo = read_photo(path);
    if (!photo)
        return photo.error();
    for (Rgb& pixel : photo->colour.pixels())
        pixel = srgb_from_linear(pixel);
    return std::move(photo->colour);
}

/// Every finish in which pictures are made, the painting's own first.
std::vector<Finish> finishes_from(Finish own) {
    std::vector<Finish> all{Finish::Lit, Finish::Unlit, Finish::Flat};
    const auto first = std::ranges::find(all, own);
    if (first != all.end())
        std::rotate(all.begin(), first, first + 1);
    return all;
}

/// Puts the profile that the picture carries into a file of its own; one that is sRGB itself needs none.
Status take_profile(const PictureFacts& facts, const fs::path& folder, Brief& brief) {
    brief.icc.clear();
    if (facts.profile.empty() || facts.profile == srgb_profile())
        return Done{};
    const fs::path file = folder / "profile.icc";
    std::ofstream out(file, std::ios::binary);
    out.write(reinterpret_cast<const char*>(facts.profile.data()),
              static_cast<std::streamsize>(facts.profile.size()));
    out.close();
    if (!out)
        return Error{fmt::format("cannot write {}: there is no room for it", file.string())};
    brief.icc = file.string();
    return Done{};
}

Result<Seen> look_at_picture(const PictureOfPainting& one, Brief brief, const fs::path& folder) {
    Result<Image<Rgb>> colour = encoded_picture(one.picture);
    if (!colour)
        return colour.error();
    const Result<PictureFacts> facts = read_picture_facts(one.picture);
    if (!facts)
        return facts.error();
    const bool told = take_rendering(read_xmp(one.picture), brief);
    if (const Status taken = take_profile(*facts, folder, brief); !taken)
        return taken.error();
    brief.depth = facts->depth;
    const Finish finish = brief.finish;
    const Size painting = size_in_frame(brief.framing, colour->size(), canvas_of(*one.painting.plan));
    return Seen{std::move(colour).value(), std::move(brief), painting,
                told ? std::vector{finish} : finishes_from(finish)};
}

/// Paints the picture again at a size. @param again where to.
Result<Image<Rgb>> painted_again(const Plan& plan, Brief brief, Size size, const fs::path& again,
                                 const ThreadPool& workers, Observer& observer) {
    brief.output = OutputSize{};
    brief.output.size = size;
    if (!can_hold_depth(again.string(), brief.depth))
        brief.depth = 0;
    Result<PictureOrder> order = order_picture(std::move(brief), {again.string(), true}, plan);
    if (!order)
        return order.error();
    const Result<Made> made = make_picture(plan, *order, workers, observer, {});
    if (!made)
        return made.error();
    return encoded_picture(again.string());
}

Attempt compared(Finish finish, bool reduced, const Image<Rgb>& made, const Image<Rgb>& seen) {
    if (made == seen)
        return {finish, reduced, std::numeric_limits<double>::infinity(), {}};
    return {finish, reduced, std::min(99.0, psnr(made, seen)), differences(made, seen)};
}

/// Whether all but a few pixels are the same.
bool is_changed_in_a_place(const Attempt& one, Size size) {
    return !one.reduced &&
           static_cast<double>(one.apart.pixels) <= kFewPixels * static_cast<double>(size.area());
}

/// The picture's attempts, the nearest of which is told.
class Attempts {
  public:
    Attempts(const PictureOfPainting& one, const Seen& seen, fs::path again, const ThreadPool& workers,
             Observer& observer)
        : one_(one), seen_(seen), again_(std::move(again)), workers_(workers), observer_(observer) {}

    Result<Attempt> nearest() {
        for (const Finish finish : seen_.finishes) {
            if (const Status tried = attempt(finish, seen_.painting); !tried)
                return tried.error();
            if (std::isinf(best_.nearness))
                return best_;
        }
        // What comes near enough was not made smaller; what does not was, in the finish that comes nearest.
        const Size own = own_size();
        const bool smaller = seen_.painting.width < own.width && seen_.painting.height < own.height;
        if (smaller && best_.nearness < kSavedAnew && !is_changed_in_a_place(best_, seen_.colour.size()))
            if (const Status tried = attempt(best_.finish, own); !tried)
                return tried.error();
        return best_;
    }

  private:
    /// Of the painting's own picture.
    Size own_size() const {
        OutputSize output = one_.painting.start.brief.output;
        (void)bound_size(canvas_of(*one_.painting.plan), output);
        return picture_size(canvas_of(*one_.painting.plan), output);
    }

    Status attempt(Finish finish, Size size) {
        Brief brief = seen_.brief;
        brief.finish = finish;
        const Result<Image<Rgb>> made =
            painted_again(*one_.painting.plan, std::move(brief), size, again_, workers_, observer_);
        if (!made)
            return made.error();
        const bool reduced = made->size() != seen_.colour.size();
        const Attempt one = reduced
                                ? compared(finish, true, resized(*made, seen_.colour.size()), seen_.colour)
                                : compared(finish, false, *made, seen_.colour);
        if (one.nearness > best_.nearness)
            best_ = one;
        return Done{};
    }

    const PictureOfPainting& one_;
    const Seen& seen_;
    fs::path again_;
    const ThreadPool& workers_;
    Observer& observer_;
    Attempt best_;
};

std::string place_of(PixelRect place) {
    return fmt::format("{} x {} pixels at {},{}", place.width(), place.height(), place.x0, place.y0);
}

/// What was tried and how near it came: "painted again at this size (lit), the strokes of x.alla".
std::string told_of(const Attempt& best, const std::string& painting_file) {
    return fmt::format("painted again {} ({}), the strokes of {}",
                       best.reduced ? "and reduced to this size" : "at this size",
                       kFinishWords[static_cast<size_t>(best.finish)], painting_file);
}

Finding weighed(const Attempt& best, Size size, const std::string& painting_file) {
    const std::string told = told_of(best, painting_file);
    if (std::isinf(best.nearness) && !best.reduced)
        return {Standing::Proven, told + " make the same pixels"};
    const Differences& apart = best.apart;
    if (is_changed_in_a_place(best, size))
        return {Standing::Broken,
                fmt::format("{} make the same pixels but for {}, all within {}: it was changed there", told,
                            apart.pixels, place_of(apart.within))};
    const std::string figures = fmt::format("{:.1f} dB; where they differ most, by {:.1f} % in {}",
                                            best.nearness, 100.0 * apart.most, place_of(apart.where));
    if (best.nearness >= (best.reduced ? kReduced : kSavedAnew)) {
        if (apart.most > kChangedPlace && apart.most > kTimesElsewhere * apart.usual)
            return {Standing::Broken,
                    fmt::format("{} make a picture like it but for one place ({}): it was changed there",
                                told, figures)};
        return {
            Standing::Doubtful,
            fmt::format("{} make a picture like it ({}) but not the same pixels: it was {}", told, figures,
                        best.reduced ? "made smaller, or changed" : "saved again, made smaller or changed")};
    }
    return {Standing::Broken,
            fmt::format("it is not what the strokes of {} make, painted again at this size (at "
                        "best {})",
                        painting_file, figures)};
}

/// Whether the picture is of a kind that 'allaprima render' makes: layers, and heights and normals as
/// colours, are exported.
bool can_be_painted_again(const std::string& picture) {
    return can_carry_xmp(picture) && !export_format_of(picture);
}

}  // namespace

Result<Finding> hold_against(const PictureOfPainting& one, const ThreadPool& workers, Observer& observer) {
    if (!can_be_painted_again(one.picture))
        return Finding{Standing::Claimed,
                       fmt::format("it was not compared with what the strokes of {} make: that is done only "
                                   "for PNG, JPEG and TIFF from 'allaprima render'",
                                   one.painting_file)};
    const TemporaryFolder folder;
    if (folder.path().empty())
        return Error{
            "there is no folder for temporary files, and painting the picture again needs one: set TMPDIR"};
    const Result<ReadableBrief> kept = ReadableBrief::of(one.painting_file, one.painting.start);
    if (!kept)
        return kept.error();
    const Result<Seen> seen = look_at_picture(one, kept->brief(), folder.path());
    if (!seen)
        return seen.error();
    const Size size = seen->colour.size();
    OutputSize as_large;
    as_large.size = seen->painting;
    if (!check_shape(canvas_of(*one.painting.plan), as_large))
        return Finding{Standing::Broken,
                       fmt::format("it is {} x {} pixels, of quite another shape than the canvas of "
                                   "{}",
                                   size.width, size.height, one.painting_file)};
    const fs::path again = folder.path() / ("again" + fs::path(one.picture).extension().string());
    const Result<Attempt> best = Attempts(one, *seen, again, workers, observer).nearest();
    if (!best)
        return best.error();
    return weighed(*best, size, one.painting_file);
}

}  // namespace allaprima
