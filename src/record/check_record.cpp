#include "record/check_record.h"

#include <fmt/format.h>

#include <algorithm>

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
            {"the software", recorded.software, today.software},
            {"the photograph's name", recorded.photo_name, today.photo_name}};
}

std::vector<Finding> check_facts(const MakingFacts& recorded, const MakingFacts& today) {
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
        return {{Standing::Broken, "the making: it was changed after it was recorded"}};
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

/// Why an entry does not fit into the chain; empty when it does.
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

std::vector<Finding> check_chain(const Record& record) {
    std::vector<Finding> findings;
    for (size_t i = 0; i < record.entries.size(); ++i)
        if (const std::string fault = break_at(record, i); !fault.empty())
            findings.push_back({Standing::Broken, fmt::format("entry {}: {}", i + 1, fault)});
    if (findings.empty() && !record.entries.empty())
        findings.push_back(
            {Standing::Proven, fmt::format("none of the {} entries was changed, moved or put between others "
                                           "since the last was added, unless the whole chain was made again",
                                           record.entries.size())});
    return findings;
}

Finding check_signature(const Record& record, const EntrySignature& signature) {
    const Entry& entry = record.entries.at(static_cast<size_t>(signature.entry) - 1);
    const std::string what = fmt::format("the signature of {} as {} under entry {}", signature.name,
                                         word_of(signature.role), signature.entry);
    const Party signer{signature.role, signature.name};
    if (std::ranges::find(entry.parties, signer) == entry.parties.end())
        return {Standing::Broken, fmt::format("{}: the entry has no such party", what)};
    if (!is_signed(text_to_sign(signature, entry), signature.key, signature.signature))
        return {Standing::Broken, fmt::format("{}: it does not match", what)};
    return {Standing::Proven, fmt::format("{}: made with the key {} over this entry and all before it; "
                                          "somebody who knows must say whose key that is",
                                          what, signature.key)};
}

// The end

Finding check_head(const Record& record, const std::string& noted_head) {
    if (noted_head == record_head(record))
        return {Standing::Proven, "no entry is missing at the end: the last digest is the one you noted"};
    if (record.making && noted_head == record.making->digest)
        return {Standing::Proven,
                fmt::format("nothing is missing since you noted the digest of the making; {} "
                            "entries were added",
                            record.entries.size())};
    for (const Entry& entry : record.entries)
        if (entry.digest == noted_head)
            return {
                Standing::Proven,
                fmt::format("nothing is missing up to entry {}, whose digest you noted; {} were added since",
                            entry.number, static_cast<int>(record.entries.size()) - entry.number)};
    return {Standing::Broken,
            "the digest you noted is not in this record: entries were dropped or made again"};
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

std::vector<Finding> check_record(const Record& record, const MakingFacts& facts,
                                  const std::string& noted_head) {
    if (!record.making)
        return noted_head.empty() ? std::vector<Finding>{} : std::vector{check_head(record, noted_head)};
    std::vector<Finding> findings = check_making(*record.making, facts);
    const auto add = [&](const std::vector<Finding>& more) {
        findings.insert(findings.end(), more.begin(), more.end());
    };
    add(check_chain(record));
    for (const EntrySignature& signature : record.signatures)
        findings.push_back(check_signature(record, signature));
    if (!noted_head.empty())
        findings.push_back(check_head(record, noted_head));
    else if (!record.entries.empty())
        findings.push_back({Standing::Claimed,
                            "that no entry was dropped at the end: only a digest noted elsewhere proves it"});
    add(check_journey(record));
    return in_order(std::move(findings));
}

}  // namespace allaprima
