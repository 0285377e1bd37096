#include "verifying/verify_painting.h"

#include <fmt/format.h>

#include <filesystem>

#include "engine/bound_size.h"
#include "engine/check_today.h"
#include "engine/enclosed_files.h"
#include "engine/load_painting.h"
#include "engine/make_picture.h"
#include "engine/version.h"
#include "files/digest.h"
#include "files/temporary_folder.h"
#include "verifying/hold_against.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

/// What was recorded of the picture, or what the painting file has of it where nothing was recorded.
struct Recorded {
    std::string file, pixels;
};

Recorded recorded_of(const Painting& painting) {
    if (!painting.record.making)
        return {painting.picture_digest, painting.pixels_digest};
    const MakingFacts& facts = painting.record.making->facts;
    return {facts.picture_digest, facts.pixels_digest};
}

/// The digest of the file that the strokes make today: for records of before pixels were counted.
Result<std::string> digest_of_file_again(const Painting& painting, const Brief& brief,
                                         const ThreadPool& workers, Observer& observer) {
    const TemporaryFolder folder;
    if (folder.path().empty())
        return Error{
            "there is no folder for temporary files, and painting the picture again needs one: set TMPDIR"};
    const fs::path again = folder.path() / fs::path(painting.start.output).filename();
    Result<PictureOrder> order = order_picture(brief, {again.string()}, *painting.plan);
    if (!order)
        return order.error();
    const Result<Made> made = make_picture(*painting.plan, *order, workers, observer, {});
    if (!made)
        return made.error();
    return sha256_of_file(again.string());
}

Finding weighed_pixels(const Painting& painting, const Recorded& recorded, bool same) {
    if (same)
        return {Standing::Proven,
                fmt::format("painted again, the strokes make the same picture, pixel by pixel ({})",
                            recorded.pixels)};
    const std::string own = fmt::format("Alla Prima {}", version());
    if (painting.start.software == own)
        return {Standing::Broken,
                fmt::format("painted again, the strokes do not make the picture whose pixels have "
                            "the digest {}: the strokes were changed",
                            recorded.pixels)};
    return {Standing::Doubtful,
            fmt::format("painted again, the strokes do not make the picture whose pixels have the "
                        "digest {}: the strokes were changed, or {} paints differently from {}",
                        recorded.pixels, own, painting.start.software)};
}

Finding weighed_file(const Recorded& recorded, bool same) {
    if (same)
        return {Standing::Proven,
                fmt::format("painted again, the strokes make the same picture to the last byte ({})",
                            recorded.file)};
    return {
        Standing::Doubtful,
        fmt::format("painted again, the strokes make a file with other bytes than {}: they were changed, or "
                    "another version of a library wrote the picture then; of its pixels nothing was recorded",
                    recorded.file)};
}

Result<Finding> paint_again(const std::string& painting_file, const Painting& painting, bool full_size,
                            const ThreadPool& workers, Observer& observer) {
    const Recorded recorded = recorded_of(painting);
    if (recorded.file.empty())
        return Finding{Standing::Claimed,
                       "no picture has been made of these strokes, so there is nothing to prove"};
    const Result<ReadableBrief> kept = ReadableBrief::of(painting_file, painting.start);
    if (!kept)
        return kept.error();
    OutputSize bounded = kept->brief().output;
    if (const std::optional<std::string> bound =
            bound_size(canvas_of(*painting.plan), bounded, "--full-size");
        bound && !full_size)
        return Finding{Standing::Doubtful, "its picture was not painted again: " + *bound};
    if (!recorded.pixels.empty()) {
        const Result<std::string> pixels = painted_pixels(*painting.plan, kept->brief(), workers, observer);
        if (!pixels)
            return pixels.error();
        return weighed_pixels(painting, recorded, *pixels == recorded.pixels);
    }
    const Result<std::string> file = digest_of_file_again(painting, kept->brief(), workers, observer);
    if (!file)
        return file.error();
    return weighed_file(recorded, *file == recorded.file);
}

/// The file itself, or else its pixels.
Result<Finding> compare_picture(const std::string& picture, const std::string& painting_file,
                                const Painting& painting, const ThreadPool& workers, Observer& observer) {
    const Result<std::string> digest = sha256_of_file(picture);
    if (!digest)
        return digest.error();
    if (*digest == recorded_of(painting).file)
        return Finding{Standing::Proven, fmt::format("{} is its picture to the last byte", picture)};
    Result<Finding> held = hold_against({picture, painting_file, painting}, workers, observer);
    if (held)
        held->words = fmt::format("{}: {}", picture, held->words);
    return held;
}

}  // namespace

Result<std::vector<Finding>> verify_painting(const std::string& painting_file, const VerifyOptions& options,
                                             const ThreadPool& workers, Observer& observer) {
    const Result<RecordCheck> check = check_of_today(options.noted_head);
    if (!check)
        return check.error();
    const Result<Painting> painting = load_planned(painting_file);
    if (!painting)
        return painting.error();
    const Record& record = painting->record;
    std::vector<Finding> findings = check_record(record, facts_of(*painting), *check);
    if (!record.making)
        findings.push_back({Standing::Claimed, "nothing is recorded about its making and its journey"});
    if (!options.picture.empty()) {
        const Result<Finding> compared =
            compare_picture(options.picture, painting_file, *painting, workers, observer);
        if (!compared)
            return compared.error();
        findings.push_back(*compared);
    }
    const Result<Finding> again = paint_again(painting_file, *painting, options.full_size, workers, observer);
    if (!again)
        return again.error();
    findings.push_back(*again);
    return in_order(std::move(findings));
}

}  // namespace allaprima
