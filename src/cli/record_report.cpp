#include "cli/record_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/printing.h"

namespace allaprima {
namespace {

std::string line(const char* name, const std::string& value) {
    return value.empty() ? "" : fmt::format("  {:<13} {}\n", name, printable(value));
}

std::string making_as_text(const Making& making, const std::string& said_by) {
    const MakingClaims& claims = making.claims;
    const MakingFacts& facts = making.facts;
    std::string patron = claims.patron;
    if (!claims.patron_said_to_be.empty())
        patron += ", said to be " + claims.patron_said_to_be;
    std::string text = "Making, as claimed\n";
    text += line("title", claims.title) + line("painter", claims.painter) + line("date", claims.date) +
            line("patron", patron) + line("sitter", claims.sitter) + line("consent", claims.sitter_consent) +
            line("medium", claims.medium) + line("size", claims.size) + line("rights", claims.rights) +
            line("photograph", claims.photograph) + line("photographer", claims.photographer) +
            line("its rights", claims.photograph_rights) + line("says", said_by);
    text += "Making, as the painting file had it\n";
    text += line("strokes", fmt::format("{}, seed {}, hand {}, palette {}", facts.strokes, facts.seed,
                                        facts.hand, facts.palette)) +
            line("canvas", fmt::format("{:g} x {:g} mm", facts.width_mm, facts.height_mm)) +
            line("motifs", facts.motifs) + line("software", facts.software) +
            line("photograph", fmt::format("{}, sha256 {}", facts.photo_name, facts.photo_digest)) +
            line("picture", facts.picture_digest.empty() ? "" : "sha256 " + facts.picture_digest) +
            line("plan", "sha256 " + facts.plan_digest);
    return text;
}

std::string entry_as_text(const ToldEntry& entry) {
    std::string text = fmt::format("  {}. {}\n", entry.number, printable(entry.words));
    text += fmt::format("     says {}\n", printable(entry.said_by));
    if (entry.contradicts > 0)
        text += fmt::format("     contradicts {}\n", entry.contradicts);
    if (entry.withdraws > 0)
        text += fmt::format("     takes back {}\n", entry.withdraws);
    for (const EntrySignature& signature : entry.signatures)
        text += fmt::format("     signed by {} as {} with the key {}\n", printable(signature.name),
                            word_of(signature.role), signature.key);
    return text;
}

const char* heading(Standing standing) {
    constexpr std::array kHeadings{"Proven", "Only claimed", "Doubtful", "Does not hold"};
    return kHeadings[static_cast<size_t>(standing)];
}

}  // namespace

std::string record_as_text(const ToldRecord& record) {
    if (!record.making)
        return "Nothing is recorded. Begin with: allaprima record making FILE.alla MAKING.toml\n";
    std::string text = making_as_text(*record.making, record.making_said_by);
    if (!record.journey.empty())
        text += "Journey\n";
    for (const std::vector<ToldEntry>& group : record.journey) {
        if (group.size() > 1)
            text += "  Accounts that belong together:\n";
        for (const ToldEntry& entry : group)
            text += entry_as_text(entry);
    }
    return text + fmt::format("Last digest {}\n", record.head);
}

std::string findings_as_text(const std::vector<Finding>& findings) {
    std::string text;
    for (size_t i = 0; i < findings.size(); ++i) {
        if (i == 0 || findings[i].standing != findings[i - 1].standing)
            text += fmt::format("{}\n", heading(findings[i].standing));
        text += fmt::format("  - {}\n", printable(findings[i].words));
    }
    return text;
}

Status held(const std::vector<Finding>& findings, const std::string& file) {
    const auto broken = std::ranges::count(findings, Standing::Broken, &Finding::standing);
    if (broken > 0)
        return Error{
            fmt::format("{}: {} not hold", file,
                        broken == 1 ? std::string("one thing does") : fmt::format("{} things do", broken))};
    const auto doubtful = std::ranges::count_if(
        findings, [](const Finding& f) { return f.standing == Standing::Doubtful && !f.disputed; });
    if (doubtful == 0)
        return Done{};
    return Error{
        fmt::format("{}: {} doubtful", file,
                    doubtful == 1 ? std::string("one thing is") : fmt::format("{} things are", doubtful)),
        false, true};
}

}  // namespace allaprima
