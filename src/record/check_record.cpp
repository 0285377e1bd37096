#include "record/check_record.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <utility>

#include "files/digest.h"

#include "painting_file/painting_digest.h"
#include "record/chain.h"
#include "record/check_journey.h"
#include "record/keys.h"
#include "record/say_source.h"

namespace allaprima {
namespace {

// What the painting file tells

struct Fact {
    const char* what;
    std::string recorded, today;
};

std::vector<Fact> facts_to_compare(const MakingFacts& recorded, const MakingFacts& today) {
    return {{"the strokes", recorded.plan_digest, today.plan_digest},
            {"what was asked for", recorded.brief_digest, today.brief_digest},
            {"the paints, the brushes and the hand", recorded.palette_digest, today.palette_digest},
            {"the photograph's digest", recorded.photo_digest, today.photo_digest},
            {"the picture's digest", recorded.picture_digest, today.picture_digest},
            {"the digest of its pixels", recorded.pixels_digest, today.pixels_digest},
            {"the software", recorded.software, today.software},
            {"the photograph's name", recorded.photo_name, today.photo_name}};
}

/// Records of before pixels were counted say nothing of them.
MakingFacts as_comparable(MakingFacts today, const MakingFacts& recorded) {
    if (recorded.pixels_digest.empty())
        today.pixels_digest.clear();
    return today;
}

std::vector<Finding> check_facts(const MakingFacts& recorded, const MakingFacts& found) {
    const MakingFacts today = as_comparable(found, recorded);
    std::vector<Finding> findings;
    for (const Fact& fact : facts_to_compare(recorded, today))
        if (fact.recorded != fact.today)
            findings.push_back(
                {Standing::Broken,
                 fmt::format("{} in the painting file: different from the record", fact.what)});
    if (findings.empty() && recorded != today)
        findings.push_back(
            {Standing::Broken, "the painting file tells the making differently from the record"});
    if (findings.empty())
        findings.push_back({Standing::Proven, fmt::format("the record belongs to these {} strokes (plan {})",
                                                          recorded.strokes, recorded.plan_digest)});
    return findings;
}

std::vector<Finding> check_making(const Making& making, const MakingFacts& today) {
    if (making.digest != making_digest(making))
        return {{Standing::Broken,
                 fmt::format("the making (\"{}\", painted by {}): it was changed after it was recorded",
                             making.claims.title, making.claims.painter)}};
    std::vector<Finding> findings = check_facts(making.facts, today);
    const MakingClaims& claims = making.claims;
    findings.push_back(
        {Standing::Claimed, fmt::format("the making: \"{}\", painted by {}, {}; source: {}", claims.title,
                                        claims.painter, claims.date, said_by(claims.source))});
    if (claims.patron != "unknown" || !claims.patron_said_to_be.empty())
        findings.push_back({Standing::Claimed, claims.patron_said_to_be.empty()
                                                   ? fmt::format("the patron: {}", claims.patron)
                                                   : fmt::format("the patron: unknown, said to be {}",
                                                                 claims.patron_said_to_be)});
    return findings;
}

// The chain

std::vector<Finding> check_chain(const Record& record) {
    std::vector<Finding> findings;
    for (size_t i = 0; i < record.entries.size(); ++i)
        if (const std::string fault = break_at(record, i); !fault.empty())
            findings.push_back(
                {Standing::Broken, fmt::format("entry {} ({}): {}", i + 1, told(record.entries[i]), fault)});
    if (findings.empty() && !record.entries.empty())
        findings.push_back(
            sound_entries(record) < record.entries.size()
                ? Finding{Standing::Doubtful, "all entries rest on a making that was changed"}
                : Finding{Standing::Proven,
                          fmt::format("none of the {} entries was changed, moved or put between others "
                                      "since the last was added, unless the whole chain was made again",
                                      record.entries.size())});
    return findings;
}

// The signatures

/// What a signature proves, and what only the record says of it. @param sound entries, from the first.
void check_signature(const Record& record, const EntrySignature& signature, size_t sound,
                     std::vector<Finding>& findings) {
    const Entry& entry = record.entries.at(static_cast<size_t>(signature.entry) - 1);
    const std::string what = fmt::format("the signature as {} under entry {}, with the key {}",
                                         word_of(signature.role), signature.entry, signature.key);
    const Party signer{signature.role, signature.name};
    if (std::ranges::find(entry.parties, signer) == entry.parties.end()) {
        findings.push_back(
            {Standing::Broken, fmt::format("{}: the entry has no such party as {}", what, signature.name)});
        return;
    }
    if (!is_signed(text_to_sign(signature, entry), signature.key, signature.signature)) {
        findings.push_back({Standing::Broken, fmt::format("{}: it does not match", what)});
        return;
    }
    if (static_cast<size_t>(signature.entry) > sound) {
        findings.push_back(
            {Standing::Doubtful, fmt::format("{}: it matches, but it rests on what was changed", what)});
        return;
    }
    findings.push_back(
        {Standing::Proven, fmt::format("entry {} and all before it were signed as {} with the key {}",
                                       signature.entry, word_of(signature.role), signature.key)});
    findings.push_back(
        {Standing::Claimed, fmt::format("the key {} is that of {}: only the record says so; somebody "
                                        "who knows must say whose it is",
                                        signature.key, signature.name)});
}

/// Whoever holds one key can sign for every name.
std::vector<Finding> check_keys(const Record& record) {
    std::map<std::string, std::set<std::string>> signers;
    for (const EntrySignature& signature : record.signatures)
        signers[signature.key].insert(signature.name);
    std::vector<Finding> findings;
    for (const auto& [key, names] : signers)
        if (names.size() > 1)
            findings.push_back({Standing::Doubtful, fmt::format("one key has signed for {}: {}",
                                                                fmt::join(names, " and for "), key)});
    std::map<std::pair<std::string, int>, std::set<std::string>> roles;
    for (const EntrySignature& signature : record.signatures)
        roles[{signature.key, signature.entry}].insert(word_of(signature.role));
    for (const auto& [where, as] : roles)
        if (as.size() > 1)
            findings.push_back(
                {Standing::Doubtful, fmt::format("one key has signed entry {} as {}: {}", where.second,
                                                 fmt::join(as, " and as "), where.first)});
    return findings;
}

// The end

/// What a noted digest tells of signatures: those that were there when its entry was added are in it.
std::string covered_signatures(const Record& record, int before) {
    const auto there = static_cast<int>(record.signatures.size());
    return fmt::format(
        "that digest covers {} of the {} signatures that are there; whether others, made after it, were "
        "taken away it cannot tell",
        std::min(before, there), there);
}

Finding check_head(const Record& record, const std::string& noted_head, size_t sound) {
    size_t index = 0;  // of the entry, from 1; 0: the making
    int covered = 0;
    bool found = record.making && noted_head == record.making->digest;
    for (const Entry& entry : record.entries)
        if (!found && entry.digest == noted_head) {
            found = true;
            index = static_cast<size_t>(entry.number);
            covered = entry.signatures_before;
        }
    if (!found)
        return {Standing::Broken,
                "the digest you noted is not in this record: entries were dropped or made again"};
    if (index > sound || (record.making && record.making->digest != making_digest(*record.making)))
        return {Standing::Doubtful, "the digest you noted is there, but it rests on what was changed"};
    const std::string signatures = covered_signatures(record, covered);
    if (noted_head == record_head(record))
        return {Standing::Proven,
                fmt::format("no entry is missing at the end: the last digest is the one you noted; {}",
                            signatures)};
    const size_t since = record.entries.size() - index;
    return {Standing::Proven,
            index == 0
                ? fmt::format("nothing is missing since you noted the digest of the making; {} entries were "
                              "added; {}",
                              since, signatures)
                : fmt::format(
                      "nothing is missing up to entry {}, whose digest you noted; {} were added since; {}",
                      index, since, signatures)};
}

}  // namespace

MakingFacts facts_of(const Painting& painting) {
    const Brief& brief = painting.start.brief;
    const Plan& plan = *painting.plan;
    MakingFacts facts{.software = painting.start.software,
                      .photo_name = painting.start.photo_name,
                      .photo_digest = painting.start.photo_digest,
                      .brief_digest = brief_digest(brief),
                      .palette_digest = palette_digest(plan.materials),
                      .plan_digest = plan_digest(plan),
                      .picture_digest = painting.picture_digest,
                      .pixels_digest = painting.pixels_digest,
                      .hand = plan.materials.hand.name,
                      .palette = plan.materials.palette.name,
                      .seed = brief.seed,
                      .strokes = static_cast<int>(plan.strokes.size()),
                      .width_mm = plan.width_mm,
                      .height_mm = plan.height_mm};
    for (const Motif& motif : brief.motifs)
        facts.motifs += (facts.motifs.empty() ? "" : ", ") + motif.file;
    return facts;
}

std::vector<Finding> in_order(std::vector<Finding> findings) {
    std::ranges::stable_sort(findings, {}, &Finding::standing);
    return findings;
}

bool is_broken(const std::vector<Finding>& findings) {
    return std::ranges::any_of(findings, [](const Finding& f) { return f.standing == Standing::Broken; });
}

std::string break_at(const Record& record, size_t index) {
    const Entry& entry = record.entries[index];
    if (entry.digest != entry_digest(entry))
        return "it was changed after it was recorded";
    const std::string& before = index == 0 ? record.making->digest : record.entries[index - 1].digest;
    if (entry.previous != before)
        return "something before it was changed after it was recorded";
    if (static_cast<size_t>(entry.signatures_before) > record.signatures.size())
        return "an earlier signature is missing";
    if (entry.signatures_digest != signatures_digest(record, entry.signatures_before))
        return "an earlier signature was changed";
    return {};
}

size_t sound_entries(const Record& record) {
    if (!record.making || record.making->digest != making_digest(*record.making))
        return 0;
    size_t sound = 0;
    while (sound < record.entries.size() && break_at(record, sound).empty())
        ++sound;
    return sound;
}

Result<RecordCheck> asked_check(const std::string& noted_head, std::string today) {
    std::string digest = noted_head;
    std::ranges::transform(digest, digest.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (!digest.empty() && !is_sha256(digest))
        return Error{fmt::format("'{}' is no digest: type all of its 64 hexadecimal digits", noted_head),
                     true};
    return RecordCheck{std::move(digest), std::move(today)};
}

std::vector<Finding> check_record(const Record& record, const MakingFacts& facts, const RecordCheck& check) {
    if (!record.making)
        return check.noted_head.empty() ? std::vector<Finding>{}
                                        : std::vector{check_head(record, check.noted_head, 0)};
    std::vector<Finding> findings = check_making(*record.making, facts);
    const auto add = [&](const std::vector<Finding>& more) {
        findings.insert(findings.end(), more.begin(), more.end());
    };
    const size_t sound = sound_entries(record);
    add(check_chain(record));
    for (const EntrySignature& signature : record.signatures)
        check_signature(record, signature, sound, findings);
    add(check_keys(record));
    if (!check.noted_head.empty())
        findings.push_back(check_head(record, check.noted_head, sound));
    else if (!record.entries.empty())
        findings.push_back({Standing::Claimed,
                            "that no entry was dropped at the end: only a digest noted elsewhere proves it"});
    add(check_journey(record, check.today));
    return in_order(std::move(findings));
}

}  // namespace allaprima
