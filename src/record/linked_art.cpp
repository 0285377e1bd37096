// Provenance is modelled as linked.art/model/provenance and linked.art/model/assertion say. Types are those
// of the Getty's Art & Architecture Thesaurus where it has one.
#include "record/linked_art.h"

#include <fmt/format.h>

#include <chrono>
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "files/digest.h"
#include "model/record_date.h"
#include "record/say_source.h"

namespace allaprima {
namespace {

using OrderedJson = nlohmann::ordered_json;

/// A term of the thesaurus; without a number, a word of this record.
struct Term {
    int number;
    const char* label;
};

constexpr Term kPainting{300033618, "Painting"}, kArtwork{300133025, "Artwork"},
    kPrimaryName{300404670, "Primary Name"}, kMaterialStatement{300435429, "Material Statement"},
    kDimensionStatement{300435430, "Dimension Statement"}, kRights{300435434, "Copyright/License Statement"},
    kDescription{300435416, "Description"}, kBriefText{300418049, "Brief Text"}, kWidth{300055647, "Width"},
    kHeight{300055644, "Height"}, kProvenance{300055863, "Provenance Activity"}, kGift{300417637, "Gift"},
    kPurchase{300417642, "Purchase"}, kLoan{300417645, "Loan"}, kTransfer{300417644, "Transfer"},
    kExhibition{300054766, "Exhibition"}, kCommission{0, "Commission"}, kPossibly{300435722, "Possibly"},
    kProbably{300435721, "Probably"}, kDisputed{0, "Disputed"}, kTerms{0, "Terms of a commission"};

std::string in_thesaurus(int number) {
    return fmt::format("http://vocab.getty.edu/aat/{}", number);
}

OrderedJson type(const Term& term) {
    OrderedJson json{{"type", "Type"}, {"_label", term.label}};
    if (term.number > 0)
        json["id"] = in_thesaurus(term.number);
    return json;
}

OrderedJson types(std::initializer_list<Term> terms) {
    OrderedJson json = OrderedJson::array();
    for (const Term& term : terms)
        json.push_back(type(term));
    return json;
}

/// RFC 6920: the name of a thing by its digest.
std::string name_by_digest(const std::string& digest) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const std::string bytes = bytes_of_hexadecimal(digest);
    std::string text;
    unsigned pending = 0;
    int bits = 0;
    for (const char byte : bytes) {
        pending = pending << 8 | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 6; bits -= 6)
            text += kDigits[pending >> (bits - 6) & 63];
    }
    if (bits > 0)
        text += kDigits[pending << (6 - bits) & 63];
    return "ni:///sha-256;" + text;
}

std::string as_date(int day_number) {
    const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(day_number))};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

OrderedJson timespan(const std::string& date) {
    const DaySpan span = *day_span(date);
    return {{"type", "TimeSpan"},
            {"identified_by", OrderedJson::array({OrderedJson{{"type", "Name"}, {"content", date}}})},
            {"begin_of_the_begin", as_date(span.first) + "T00:00:00Z"},
            {"end_of_the_end", as_date(span.last) + "T23:59:59Z"}};
}

OrderedJson named(const char* kind, const std::string& label) {
    return {{"type", kind}, {"_label", label}};
}

OrderedJson statement(const Term& term, const std::string& content) {
    return {{"type", "LinguisticObject"}, {"classified_as", types({term, kBriefText})}, {"content", content}};
}

/// A list that grows under its name, and is not there as long as it is empty.
void add(OrderedJson& object, const char* list, OrderedJson value) {
    if (!object.contains(list))
        object[list] = OrderedJson::array();
    object[list].push_back(std::move(value));
}

// Who says so

bool is_web_address(const std::string& link) {
    return (link.starts_with("https://") || link.starts_with("http://")) &&
           link.find_first_of(" \"<>\\^`{|}") == std::string::npos;
}

OrderedJson text_at(const std::string& link) {
    return {{"type", "DigitalObject"},
            {"access_point", OrderedJson::array({OrderedJson{{"id", link}, {"type", "DigitalObject"}}})}};
}

/// An assignment by a source, to which what it assigns is still to be added.
OrderedJson assignment_by(const Source& source) {
    OrderedJson json{{"type", "AttributeAssignment"}, {"timespan", timespan(source.said)}};
    if (!source.person.empty())
        add(json, "carried_out_by", named("Person", source.person));
    if (!source.outlet.empty())
        add(json, "carried_out_by", named("Group", source.outlet));
    if (!source.document.empty() || !source.link.empty()) {
        OrderedJson document{{"type", "LinguisticObject"},
                             {"_label", source.document.empty() ? source.link : source.document}};
        if (is_web_address(source.link))
            add(document, "digitally_carried_by", text_at(source.link));
        add(json, "used_specific_object", document);
    }
    if (source.certainty == Certainty::Probable)
        add(json, "classified_as", type(kProbably));
    if (source.certainty == Certainty::Possible)
        add(json, "classified_as", type(kPossibly));
    if (source.certainty == Certainty::Disputed)
        add(json, "classified_as", type(kDisputed));
    return json;
}

// What happened

/// How Linked Art tells a kind of entry.
struct Telling {
    const char* type;
    const char* property;  ///< What the object has it as.
    const char* of;        ///< What it has the object as; null: it does not.
    const char* from;
    const char* to;
    Term term;
};

Telling telling(EntryKind kind) {
    const Telling custody{"TransferOfCustody",        "changed_custody_through", "transferred_custody_of",
                          "transferred_custody_from", "transferred_custody_to",  kTransfer};
    const Telling title{"Acquisition",          "changed_ownership_through",
                        "transferred_title_of", "transferred_title_from",
                        "transferred_title_to", kPurchase};
    Telling result = custody;
    switch (kind) {
        case EntryKind::Acquisition:
            return title;
        case EntryKind::Gift:
            result = title;
            result.term = kGift;
            return result;
        case EntryKind::Loan:
        case EntryKind::Return:
            result.term = kLoan;
            return result;
        case EntryKind::HandOver:
            return custody;
        case EntryKind::Exhibition:
            return {"Activity", "used_for", nullptr, nullptr, nullptr, kExhibition};
        case EntryKind::Commission:
            return {"Activity", "produced_by", nullptr, nullptr, nullptr, kCommission};
        case EntryKind::Report:
            break;
    }
    return {"LinguisticObject", "subject_of", nullptr, nullptr, nullptr, kDescription};
}

/// As what a party takes part; null: Linked Art has no place for it.
const char* place_of(const Telling& telling, EntryKind kind, Role role) {
    switch (role) {
        case Role::Giver:
        case Role::Seller:
        case Role::Receiver:
        case Role::Buyer:
            if (kind == EntryKind::Commission)
                return "carried_out_by";
            return role == Role::Giver || role == Role::Seller ? telling.from : telling.to;
        case Role::Lender:
            return kind == EntryKind::Return ? telling.to : telling.from;
        case Role::Borrower:
            return kind == EntryKind::Return ? telling.from : telling.to;
        case Role::Agent:
        case Role::Envoy:
        case Role::Organiser:
            return kind == EntryKind::Report ? nullptr : "carried_out_by";
        case Role::Witness:
            break;
    }
    return nullptr;
}

OrderedJson event_of(const Entry& entry, const OrderedJson& object) {
    const Telling how = telling(entry.kind);
    if (entry.kind == EntryKind::Report)
        return {
            {"type", how.type}, {"classified_as", types({how.term, kBriefText})}, {"content", told(entry)}};
    OrderedJson event{
        {"type", how.type},
        {"_label", entry.event.empty() ? kEntryKindWords[static_cast<size_t>(entry.kind)] : entry.event},
        {"classified_as", types({kProvenance, how.term})},
        {"timespan", timespan(entry.date)}};
    if (entry.terms)
        add(event, "referred_to_by", statement(kTerms, terms_of(entry)));
    if (!entry.place.empty())
        add(event, "took_place_at", named("Place", entry.place));
    if (how.of)
        add(event, how.of, object);
    // Who is not known is left out, as Linked Art has it.
    for (const Party& party : entry.parties)
        if (const char* place = place_of(how, entry.kind, party.role); place && party.name != "unknown")
            add(event, place, named(party.role == Role::Organiser ? "Group" : "Person", party.name));
    return event;
}

OrderedJson assignment_of(const Entry& entry, const OrderedJson& object) {
    OrderedJson json = assignment_by(entry.source);
    json["id"] = fmt::format("{}#entry-{}", object["id"].get<std::string>(), entry.number);
    json["_label"] = fmt::format("Entry {}", entry.number);
    json["assigned_property"] = telling(entry.kind).property;
    OrderedJson event = event_of(entry, object);
    // For what it was painted is a cause of its production.
    if (entry.kind == EntryKind::Commission)
        event = {{"type", "Production"}, {"caused_by", OrderedJson::array({event})}};
    json["assigned"] = OrderedJson::array({event});
    // Linked Art has no word for it.
    if (entry.contradicts > 0)
        add(json, "referred_to_by",
            statement(kDescription, fmt::format("contradicts entry {}", entry.contradicts)));
    if (entry.withdraws > 0)
        add(json, "referred_to_by",
            statement(kDescription, fmt::format("takes back entry {}, of the same source", entry.withdraws)));
    add(json, "referred_to_by", statement(kDescription, told(entry)));
    return json;
}

// The making

OrderedJson photograph(const Making& making) {
    const MakingClaims& claims = making.claims;
    OrderedJson json{{"id", name_by_digest(making.facts.photo_digest)},
                     {"type", "DigitalObject"},
                     {"_label", claims.photograph.empty() ? making.facts.photo_name : claims.photograph}};
    if (!claims.photographer.empty())
        json["created_by"] = {{"type", "Creation"},
                              {"carried_out_by", OrderedJson::array({named("Person", claims.photographer)})}};
    if (!claims.photograph_rights.empty())
        add(json, "referred_to_by", statement(kRights, claims.photograph_rights));
    return json;
}

OrderedJson commission_by(const std::string& patron) {
    return {{"type", "Activity"},
            {"_label", "Commission"},
            {"carried_out_by", OrderedJson::array({named("Person", patron)})}};
}

OrderedJson production(const Making& making) {
    const MakingClaims& claims = making.claims;
    OrderedJson json{{"type", "Production"}, {"timespan", timespan(claims.date)}};
    add(json, "carried_out_by", named("Person", claims.painter));
    add(json, "used_specific_object", photograph(making));
    if (claims.patron != "unknown")
        add(json, "caused_by", commission_by(claims.patron));
    if (!claims.patron_said_to_be.empty()) {
        OrderedJson said = assignment_by(claims.source);
        said["classified_as"] = types({kPossibly});
        said["assigned_property"] = "caused_by";
        said["assigned"] = OrderedJson::array({commission_by(claims.patron_said_to_be)});
        add(json, "attributed_by", said);
    }
    add(json, "assigned_by", assignment_by(claims.source));
    return json;
}

OrderedJson dimension(const Term& term, float millimetres) {
    return {
        {"type", "Dimension"},
        {"classified_as", types({term})},
        {"value", millimetres},
        {"unit", {{"id", in_thesaurus(300379097)}, {"type", "MeasurementUnit"}, {"_label", "millimeters"}}}};
}

void add_claims(OrderedJson& json, const MakingClaims& claims) {
    OrderedJson title{{"type", "Name"}, {"classified_as", types({kPrimaryName})}, {"content", claims.title}};
    add(json, "identified_by", title);
    if (!claims.medium.empty())
        add(json, "referred_to_by", statement(kMaterialStatement, claims.medium));
    if (!claims.size.empty())
        add(json, "referred_to_by", statement(kDimensionStatement, claims.size));
    if (!claims.rights.empty())
        add(json, "referred_to_by", statement(kRights, claims.rights));
    if (!claims.sitter.empty())
        add(json, "shows",
            {{"type", "VisualItem"}, {"represents", OrderedJson::array({named("Person", claims.sitter)})}});
}

}  // namespace

OrderedJson record_as_linked_art(const Record& record) {
    const Making& making = *record.making;
    const std::string id = name_by_digest(making.facts.plan_digest);
    const OrderedJson object{{"id", id}, {"type", "HumanMadeObject"}, {"_label", making.claims.title}};
    OrderedJson json{{"@context", "https://linked.art/ns/v1/linked-art.json"}};
    json.update(object);
    json["classified_as"] = types({kPainting, kArtwork});
    add_claims(json, making.claims);
    if (making.claims.size.empty()) {
        add(json, "dimension", dimension(kWidth, making.facts.width_mm));
        add(json, "dimension", dimension(kHeight, making.facts.height_mm));
    }
    json["produced_by"] = production(making);
    for (const Entry& entry : record.entries)
        add(json, "attributed_by", assignment_of(entry, object));
    return json;
}

}  // namespace allaprima
