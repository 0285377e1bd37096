#include "verifying/verify_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/load_painting.h"
#include "files/digest.h"
#include "pictures/write_xmp.h"
#include "record/credentials.h"
#include "record/credentials_component.h"
#include "verifying/hold_against.h"

namespace allaprima {
namespace {

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
    const std::vector<Finding> recorded = check_record(painting->record, facts);
    if (is_broken(recorded))
        told.findings.push_back(
            {Standing::Broken,
             fmt::format("the record in {} does not hold; to see why: allaprima record check {}",
                         proof.painting_file, proof.painting_file)});
    look_for_digest(painting->record, *digest, told);
    const Result<Finding> again =
        hold_against({proof.picture, proof.painting_file, *painting}, workers, observer);
    if (!again)
        return again.error();
    told.findings.push_back(*again);
    return in_order(std::move(told.findings));
}

}  // namespace allaprima
