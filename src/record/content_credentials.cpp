#include "record/content_credentials.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <set>
#include <span>

namespace allaprima {
namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

constexpr std::string_view kSourceTypes = "http://cv.iptc.org/newscodes/digitalsourcetype/";

struct Mime {
    std::string_view ending;
    const char* type;
};
constexpr std::array kMimes{
    Mime{".png", "image/png"},  Mime{".jpg", "image/jpeg"},  Mime{".jpeg", "image/jpeg"},
    Mime{".tif", "image/tiff"}, Mime{".tiff", "image/tiff"}, Mime{".svg", "image/svg+xml"},
    Mime{".mp4", "video/mp4"},  Mime{".heic", "image/heic"}, Mime{".webp", "image/webp"}};
/// Of these kinds it writes no files; photographs may be of them.
constexpr size_t kWrittenMimes = 7;

std::string type_by_ending(const std::string& path, size_t count) {
    std::string ending = std::filesystem::path(path).extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return std::tolower(c); });
    for (const Mime& mime : std::span(kMimes).first(count))
        if (mime.ending == ending)
            return mime.type;
    return {};
}

OrderedJson ingredient(const std::string& label, const char* relationship, const std::string& name,
                       const std::string& digest) {
    const std::string type = type_by_ending(name, kMimes.size());
    OrderedJson about{{"title", name},
                      {"format", type.empty() ? "application/octet-stream" : type},
                      {"relationship", relationship},
                      {"label", label}};
    if (!digest.empty())
        about["instance_id"] = "sha256:" + digest;
    return about;
}

/// Their names, as MakingFacts lists them.
std::vector<std::string> motif_names(const std::string& motifs) {
    std::vector<std::string> names;
    for (size_t at = 0; at < motifs.size();) {
        const size_t end = std::min(motifs.find(", ", at), motifs.size());
        names.push_back(std::filesystem::path(motifs.substr(at, end - at)).filename().string());
        at = end + 2;
    }
    return names;
}

OrderedJson action(const char* what, const OrderedJson& agent) {
    return {{"action", what}, {"softwareAgent", agent}};
}

OrderedJson digests(const MakingFacts& facts) {
    return {{"plan", "sha256:" + facts.plan_digest},
            {"brief", "sha256:" + facts.brief_digest},
            {"palette", "sha256:" + facts.palette_digest},
            {"photograph", "sha256:" + facts.photo_digest}};
}

/// The text at a path of keys; empty when there is none.
std::string text_at(const Json& json, std::initializer_list<const char*> path) {
    const Json* at = &json;
    for (const char* key : path) {
        if (!at->is_object() || !at->contains(key))
            return {};
        at = &(*at)[key];
    }
    return at->is_string() ? at->get<std::string>() : std::string();
}

const Json& list_at(const Json& json, const char* key) {
    static const Json none = Json::array();
    return json.is_object() && json.contains(key) && json[key].is_array() ? json[key] : none;
}

/// What somebody signed, in a few words.
std::string told_of_actions(const Json& assertion) {
    std::string told;
    const Json& actions = assertion.is_object() && assertion.contains("data") ? assertion["data"] : assertion;
    for (const Json& step : list_at(actions, "actions")) {
        std::string what = text_at(step, {"action"});
        if (what.starts_with("c2pa."))
            what = what.substr(5);
        told += (told.empty() ? "" : ", then ") + what;
        const std::string type = text_at(step, {"digitalSourceType"});
        if (type.starts_with(kSourceTypes))
            told += fmt::format(" ({})", type.substr(kSourceTypes.size()));
    }
    return told;
}

void weigh_claims(const Json& manifest, CredentialsReading& reading) {
    const auto claimed = [&](const std::string& words) {
        reading.findings.push_back({Standing::Claimed, "its Content Credentials say: " + words});
    };
    if (const std::string title = text_at(manifest, {"title"}); !title.empty())
        claimed(fmt::format("the title is {}", title));
    for (const Json& part : list_at(manifest, "ingredients"))
        claimed(fmt::format("{} {} {}",
                            text_at(part, {"relationship"}) == "parentOf" ? "it was made from" : "it shows",
                            text_at(part, {"title"}), text_at(part, {"instance_id"})));
    for (const Json& assertion : list_at(manifest, "assertions")) {
        const std::string label = text_at(assertion, {"label"});
        if (label.starts_with("c2pa.actions"))
            claimed("what was done to it: " + told_of_actions(assertion));
        if (label != kPaintingLabel)
            continue;
        const std::string plan = text_at(assertion, {"data", "plan"});
        claimed(fmt::format("it is a painting whose plan is {}", plan));
        if (plan.starts_with("sha256:"))
            reading.plan_digest = plan.substr(7);
    }
}

/// How what a reader of Content Credentials found fault with is told here.
Finding weighed_fault(const std::string& code, const std::string& explanation, const std::string& who) {
    if (code == "signingCredential.untrusted")
        return {
            Standing::Claimed,
            fmt::format("the certificate says that the key is of {}; nobody whom you trust vouches for that",
                        who)};
    if (code == "signingCredential.expired" || code == "claimSignature.outsideValidity")
        return {
            Standing::Doubtful,
            fmt::format("the certificate of {} is not valid today, and it is not known when it signed", who)};
    if (code.starts_with("assertion.dataHash") || code.starts_with("assertion.bmffHash"))
        return {Standing::Broken, fmt::format("the file was changed after {} had signed it ({})", who, code)};
    return {Standing::Broken, fmt::format("its Content Credentials do not hold: {} ({})", explanation, code)};
}

void weigh_signature(const Json& store, const Json& manifest, CredentialsReading& reading) {
    const std::string common = text_at(manifest, {"signature_info", "common_name"});
    const std::string issuer = text_at(manifest, {"signature_info", "issuer"});
    const std::string who = !common.empty() ? common : !issuer.empty() ? issuer : "somebody without a name";
    std::set<std::string> seen;
    for (const Json& fault : list_at(store, "validation_status")) {
        const std::string code = text_at(fault, {"code"});
        if (seen.insert(code).second)
            reading.findings.push_back(weighed_fault(code, text_at(fault, {"explanation"}), who));
    }
    const std::string state = text_at(store, {"validation_state"});
    if (is_broken(reading.findings))
        return;
    if (state != "Valid" && state != "Trusted") {
        reading.findings.push_back({seen.empty() ? Standing::Broken : Standing::Doubtful,
                                    "a reader of Content Credentials does not call them valid"});
        return;
    }
    // Anybody can make a certificate in any name.
    const std::string serial = text_at(manifest, {"signature_info", "cert_serial_number"});
    reading.findings.push_back(
        {Standing::Proven,
         fmt::format("the file is as it was when it was signed with the key of a certificate{}",
                     serial.empty() ? "" : " of the number " + serial)});
    if (state == "Trusted")
        reading.findings.push_back(
            {Standing::Proven, fmt::format("somebody whom you trust vouches that the key is of {}", who)});
}

}  // namespace

std::string credentials_mime(const std::string& path) {
    return type_by_ending(path, kWrittenMimes);
}

CredentialsWords credentials_words(const Making& making, const std::string& mime,
                                   const std::string& version) {
    const MakingClaims& claims = making.claims;
    const MakingFacts& facts = making.facts;
    const OrderedJson agent{{"name", "Alla Prima"}, {"version", version}};
    CredentialsWords words;
    words.ingredients = OrderedJson::array(
        {{{"about", ingredient("photograph", "parentOf", facts.photo_name, facts.photo_digest)}}});
    OrderedJson opened = action("c2pa.opened", agent);
    opened["parameters"]["ingredientIds"] = {"photograph"};
    OrderedJson actions = OrderedJson::array({opened});
    const std::vector<std::string> motifs = motif_names(facts.motifs);
    for (size_t i = 0; i < motifs.size(); ++i) {
        const std::string label = fmt::format("motif-{}", i + 1);
        words.ingredients.push_back({{"about", ingredient(label, "componentOf", motifs[i], {})}});
        OrderedJson placed = action("c2pa.placed", agent);
        placed["parameters"]["ingredientIds"] = {label};
        actions.push_back(placed);
    }
    OrderedJson drawing = action("c2pa.drawing", agent);
    drawing["digitalSourceType"] =
        std::string(kSourceTypes) + kSourceTypeWords[static_cast<size_t>(claims.source_type)];
    drawing["description"] = fmt::format("{} brush strokes, hand {}, palette {}, seed {}", facts.strokes,
                                         facts.hand, facts.palette, facts.seed);
    actions.push_back(drawing);
    words.manifest = {
        {"claim_version", 2},
        {"title", claims.title},
        {"format", mime},
        {"claim_generator_info", OrderedJson::array({agent})},
        {"assertions",
         OrderedJson::array({{{"label", "c2pa.actions.v2"}, {"data", {{"actions", actions}}}},
                             {{"label", kPaintingLabel}, {"kind", "Json"}, {"data", digests(facts)}}})}};
    return words;
}

CredentialsReading weigh_credentials(const Json& store) {
    CredentialsReading reading;
    const std::string active = text_at(store, {"active_manifest"});
    if (!store.is_object() || active.empty() || !store.contains("manifests") ||
        !store["manifests"].is_object() || !store["manifests"].contains(active)) {
        reading.findings.push_back(
            {Standing::Broken, "its Content Credentials are damaged: none of them is active"});
        return reading;
    }
    const Json& manifest = store["manifests"][active];
    weigh_signature(store, manifest, reading);
    weigh_claims(manifest, reading);
    return reading;
}

}  // namespace allaprima
