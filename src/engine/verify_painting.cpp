#include "engine/verify_painting.h"

#include <fmt/format.h>

#include <filesystem>

#include "engine/enclosed_files.h"
#include "engine/load_painting.h"
#include "engine/make_picture.h"
#include "engine/version.h"
#include "files/digest.h"
#include "files/temporary_folder.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

/// The digest of the picture that the strokes make today.
Result<std::string> digest_painted_again(const std::string& painting_file, const Painting& painting,
                                         const ThreadPool& workers, Observer& observer) {
    const TemporaryFolder folder;
    if (folder.path().empty())
        return Error{
            "there is no folder for temporary files, and painting the picture again needs one: set TMPDIR"};
    const fs::path again = folder.path() / fs::path(painting.start.output).filename();
    const Result<ReadableBrief> kept = ReadableBrief::of(painting_file, painting.start);
    if (!kept)
        return kept.error();
    Result<PictureOrder> order = order_picture(kept->brief(), {again.string()}, *painting.plan);
    if (!order)
        return order.error();
    const Result<Made> made = make_picture(*painting.plan, *order, workers, observer, {});
    if (!made)
        return made.error();
    return sha256_of_file(again.string());
}

/// "Alla Prima 0.1.0" is what painting files say of the program.
std::string on_other_versions(const Painting& painting) {
    const std::string own = fmt::format("Alla Prima {}", version());
    return painting.start.software == own
               ? "the strokes were changed, or other libraries wrote the picture"
               : fmt::format("the strokes were changed, or {} paints differently from {}", own,
                             painting.start.software);
}

Result<Finding> paint_again(const std::string& painting_file, const Painting& painting,
                            const std::string& recorded, const ThreadPool& workers, Observer& observer) {
    if (recorded.empty())
        return Finding{Standing::Claimed,
                       "no picture has been made of these strokes, so there is nothing to prove"};
    const Result<std::string> again = digest_painted_again(painting_file, painting, workers, observer);
    if (!again && observer.stop_requested())
        return again.error();
    if (!again)
        return Finding{Standing::Broken,
                       fmt::format("the picture cannot be painted again: {}", again.error().message)};
    if (*again == recorded)
        return Finding{
            Standing::Proven,
            fmt::format("painted again, the strokes make the same picture to the last byte ({})", recorded)};
    return Finding{Standing::Broken, fmt::format("painted again, the strokes do not make the picture {}: {}",
                                                 recorded, on_other_versions(painting))};
}

Result<Finding> compare_picture(const std::string& picture, const std::string& recorded) {
    const Result<std::string> digest = sha256_of_file(picture);
    if (!digest)
        return digest.error();
    if (*digest == recorded)
        return Finding{Standing::Proven, fmt::format("{} is its picture to the last byte", picture)};
    return Finding{Standing::Broken, fmt::format("{} is not its picture, or was saved again", picture)};
}

}  // namespace

Result<std::vector<Finding>> verify_painting(const std::string& painting_file, const VerifyOptions& options,
                                             const ThreadPool& workers, Observer& observer) {
    const Result<Painting> painting = load_planned(painting_file);
    if (!painting)
        return painting.error();
    const Record& record = painting->record;
    const std::string recorded =
        record.making ? record.making->facts.picture_digest : painting->picture_digest;
    std::vector<Finding> findings = check_record(record, facts_of(*painting), options.noted_head);
    if (!record.making)
        findings.push_back({Standing::Claimed, "nothing is recorded about its making and its journey"});
    if (!options.picture.empty()) {
        const Result<Finding> compared = compare_picture(options.picture, recorded);
        if (!compared)
            return compared.error();
        findings.push_back(*compared);
    }
    const Result<Finding> again = paint_again(painting_file, *painting, recorded, workers, observer);
    if (!again)
        return again.error();
    findings.push_back(*again);
    return in_order(std::move(findings));
}

}  // namespace allaprima
