#include "engine/verify_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <limits>

#include "engine/enclosed_files.h"
#include "engine/export_formats.h"
#include "engine/load_painting.h"
#include "engine/make_picture.h"
#include "files/digest.h"
#include "files/temporary_folder.h"
#include "image/colour.h"
#include "image/metrics.h"
#include "pictures/read_photo.h"
#include "pictures/write_xmp.h"
#include "record/credentials.h"
#include "record/credentials_component.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

/// A picture that is nearer than this to what the strokes make is most likely it, saved anew, dB. The
/// photograph may come nearer to flat strokes than 30 dB, and must not pass for the painting.
constexpr double kSavedAnew = 38.0;

struct Plain {
    const char* key;
    const char* words;
};
/// What people want to know of what XMP says, in these words.
constexpr std::array kPlain{
    Plain{"Xmp.dc.title", "the title is"},
    Plain{"Xmp.dc.creator", "it was made by"},
    Plain{"Xmp.dc.rights", "the rights are"},
    Plain{"Xmp.xmp.CreatorTool", "it was made with"},
    Plain{"Xmp.iptcExt.DigitalSourceType", "its kind is"},
    Plain{"Xmp.xmpMM.DerivedFrom/stRef:documentID", "it was made from the photograph"}};

/// "…; plan sha256:0123…" of the history.
std::string plan_told(const std::string& parameters) {
    constexpr std::string_view kBefore = "plan sha256:";
    const size_t at = parameters.find(kBefore);
    const std::string digest = at == std::string::npos ? "" : parameters.substr(at + kBefore.size(), 64);
    return is_sha256(digest) ? digest : "";
}

/// What is said of the picture, and of which painting it is said to be.
struct Told {
    std::vector<Finding> findings;
    std::vector<std::string> plans;  ///< Digests of the plans named.
};

void read_what_xmp_says(const std::string& picture, Told& told) {
    if (!can_carry_xmp(picture)) {
        told.findings.push_back(
            {Standing::Claimed,
             "what it may say about itself in XMP is read only from PNG, JPEG, TIFF and PSD"});
        return;
    }
    const std::vector<XmpValue> values = read_xmp(picture);
    if (values.empty())
        told.findings.push_back({Standing::Claimed, "it says nothing about itself in XMP"});
    for (const XmpValue& value : values) {
        if (const std::string plan = plan_told(value.value); !plan.empty())
            told.plans.push_back(plan);
        const auto* const known = std::ranges::find(kPlain, value.key, &Plain::key);
        if (known != kPlain.end() && !value.value.empty())
            told.findings.push_back({Standing::Claimed, fmt::format("its XMP says: {} {}", known->words,
                                                                    value.value.substr(0, 2000))});
    }
}

void read_what_credentials_say(const PictureProof& proof, Told& told) {
    if (credentials_mime(proof.picture).empty())
        return;
    if (const Result<std::string> component = find_credentials_component(); !component) {
        told.findings.push_back(
            {Standing::Claimed, fmt::format("whether it carries Content Credentials was not checked: {}",
                                            component.error().message)});
        return;
    }
    const Result<std::optional<CredentialsReading>> reading = read_credentials(proof.picture, proof.trust);
    if (!reading) {
        told.findings.push_back({Standing::Broken, fmt::format("its Content Credentials cannot be read: {}",
                                                               reading.error().message)});
        return;
    }
    if (!*reading) {
        told.findings.push_back(
            {Standing::Claimed, "it carries no Content Credentials: nobody signed the file"});
        return;
    }
    const CredentialsReading& read = **reading;
    told.findings.insert(told.findings.end(), read.findings.begin(), read.findings.end());
    if (!read.plan_digest.empty())
        told.plans.push_back(read.plan_digest);
}

void encode(Image<Rgb>& colour) {
    for (Rgb& pixel : colour.pixels())
        pixel = srgb_from_linear(pixel);
}

/// How near the strokes come to a picture when they are painted at its size, dB: infinite when the pixels are
/// the same. @param again where they are painted to.
/// @param brief as the painting's, with the files where they stand.
Result<double> paint_and_compare(const Plan& plan, Brief brief, Finish finish, const Image<Rgb>& seen,
                                 const fs::path& again, const ThreadPool& workers, Observer& observer) {
    brief.output = OutputSize{};
    brief.output.size = seen.size();
    brief.finish = finish;
    if (!can_hold_depth(again.string(), brief.depth))
        brief.depth = 0;
    Result<PictureOrder> order = order_picture(std::move(brief), {again.string(), true}, plan);
    if (!order)
        return order.error();
    const Result<Made> made = make_picture(plan, *order, workers, observer, {});
    if (!made)
        return made.error();
    Result<Photo> photo = read_photo(again.string());
    if (!photo)
        return photo.error();
    if (photo->colour.size() != seen.size())
        return 0.0;
    encode(photo->colour);
    return photo->colour == seen ? std::numeric_limits<double>::infinity()
                                 : std::min(99.0, psnr(photo->colour, seen));
}

/// Every finish in which pictures are made, the painting's own first.
std::vector<Finish> finishes_of(const Painting& painting) {
    std::vector<Finish> all{Finish::Lit, Finish::Unlit, Finish::Flat};
    const auto own = std::ranges::find(all, painting.start.brief.finish);
    if (own != all.end())
        std::rotate(all.begin(), own, own + 1);
    return all;
}

Finding weighed(const std::string& painting_file, Finish finish, double nearness) {
    const char* const how = kFinishWords[static_cast<size_t>(finish)];
    if (std::isinf(nearness))
        return {Standing::Proven,
                fmt::format("painted again at this size ({}), the strokes of {} make the same "
                            "pixels",
                            how, painting_file)};
    if (nearness >= kSavedAnew)
        return {Standing::Doubtful,
                fmt::format(
                    "painted again at this size ({}), the strokes of {} make a picture like it ({:.1f} dB) "
                    "but not the same pixels: it was saved again, changed, or made in another way",
                    how, painting_file, nearness)};
    return {Standing::Broken, fmt::format("it is not what the strokes of {} make, painted again at this size "
                                          "({:.1f} dB at best)",
                                          painting_file, nearness)};
}

/// Whether the picture is of a kind that 'allaprima render' makes: layers, and heights and normals as
/// colours, are exported.
bool can_be_painted_again(const std::string& picture) {
    return can_carry_xmp(picture) && !export_format_of(picture);
}

Result<Finding> paint_again(const PictureProof& proof, const Painting& painting, const ThreadPool& workers,
                            Observer& observer) {
    if (!can_be_painted_again(proof.picture))
        return Finding{Standing::Claimed,
                       fmt::format("it was not compared with what the strokes of {} make: that is done only "
                                   "for PNG, JPEG and TIFF from 'allaprima render'",
                                   proof.painting_file)};
    Result<Photo> picture = read_photo(proof.picture);
    if (!picture)
        return picture.error();
    encode(picture->colour);
    const TemporaryFolder folder;
    if (folder.path().empty())
        return Error{
            "there is no folder for temporary files, and painting the picture again needs one: set TMPDIR"};
    const fs::path again = folder.path() / ("again" + fs::path(proof.picture).extension().string());
    const Result<ReadableBrief> kept = ReadableBrief::of(proof.painting_file, painting.start);
    if (!kept)
        return kept.error();
    Finding best;
    double nearest = -1.0;
    for (const Finish finish : finishes_of(painting)) {
        const Result<double> nearness = paint_and_compare(*painting.plan, kept->brief(), finish,
                                                          picture->colour, again, workers, observer);
        if (!nearness && observer.stop_requested())
            return nearness.error();
        if (!nearness)
            return Finding{Standing::Broken, fmt::format("the strokes cannot be painted at its size: {}",
                                                         nearness.error().message)};
        if (*nearness > nearest) {
            nearest = *nearness;
            best = weighed(proof.painting_file, finish, nearest);
        }
        if (std::isinf(nearest))
            break;
    }
    return best;
}

/// Whether the painting is the one that is named.
void compare_plans(const std::string& painting_file, const std::string& plan, Told& told) {
    const auto other = std::ranges::find_if(told.plans, [&](const std::string& p) { return p != plan; });
    if (other != told.plans.end())
        told.findings.push_back(
            {Standing::Broken,
             fmt::format("it is said to be of the plan {}, but {} holds another", *other, painting_file)});
    else if (!told.plans.empty())
        told.findings.push_back(
            {Standing::Proven,
             fmt::format("{} holds the plan that the picture says it is of", painting_file)});
}

/// Whether the record speaks of this very file. Content Credentials leave out a few bytes of a file, such as
/// the headers of the boxes that hold them; a digest leaves out none.
void look_for_digest(const Record& record, const std::string& digest, Told& told) {
    const auto same = [&told](const std::string& which) {
        told.findings.push_back(
            {Standing::Proven, fmt::format("its file is, to the last byte, the one that {}", which)});
    };
    bool any = false, found = false;
    if (record.making && !record.making->facts.picture_digest.empty()) {
        any = true;
        if ((found = record.making->facts.picture_digest == digest))
            same("was made when the record began");
    }
    for (const Entry& entry : record.entries)
        if (!entry.object_digest.empty()) {
            any = true;
            if (entry.object_digest == digest) {
                same(fmt::format("entry {} of the record is about", entry.number));
                found = true;
            }
        }
    if (any && !found)
        told.findings.push_back(
            {Standing::Claimed, fmt::format("the digest of this file is not in the record ({})", digest)});
}

}  // namespace

Result<std::vector<Finding>> verify_picture(const PictureProof& proof, const ThreadPool& workers,
                                            Observer& observer) {
    const Result<std::string> digest = sha256_of_file(proof.picture);
    if (!digest)
        return digest.error();
    Told told;
    read_what_xmp_says(proof.picture, told);
    read_what_credentials_say(proof, told);
    if (proof.painting_file.empty())
        return in_order(std::move(told.findings));
    const Result<Painting> painting = load_planned(proof.painting_file);
    if (!painting)
        return painting.error();
    const MakingFacts facts = facts_of(*painting);
    compare_plans(proof.painting_file, facts.plan_digest, told);
    const std::vector<Finding> recorded = check_record(painting->record, facts, "");
    if (is_broken(recorded))
        told.findings.push_back(
            {Standing::Broken,
             fmt::format("the record in {} does not hold; to see why: allaprima record check {}",
                         proof.painting_file, proof.painting_file)});
    look_for_digest(painting->record, *digest, told);
    const Result<Finding> again = paint_again(proof, *painting, workers, observer);
    if (!again)
        return again.error();
    told.findings.push_back(*again);
    return in_order(std::move(told.findings));
}

}  // namespace allaprima
