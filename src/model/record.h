#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace allaprima {

// The record of a painting: how it was made, and its way from hand to hand. Whatever is said in it is said by
// somebody. A text that is empty says nothing; dates are those of model/record_date.h.

/// How sure a source is of what it says, or how sure one may be of it.
enum class Certainty { Certain, Probable, Possible, Disputed };

/// The word for each, in their order.
inline constexpr std::array kCertaintyWords{"certain", "probable", "possible", "disputed"};

/// Who says so, when, and how sure it is.
struct Source {
    std::string document = {};  ///< A paper: an invoice, a letter, a catalogue.
    std::string outlet = {};    ///< Who published it: a newspaper, a broadcaster, a gallery.
    std::string person = {};    ///< Who said or wrote it.
    std::string link = {};      ///< Where it can be read.
    std::string said = {};      ///< When it was said.
    Certainty certainty = Certainty::Possible;

    bool operator==(const Source&) const = default;
};

/// What kind of picture it is, by IPTC's words for it. None of them is of generated pictures: nothing here
/// generates any.
enum class SourceType { DigitalCreation, DigitalArt, AlgorithmicMedia, CompositeCapture, HumanEdits };

/// The word for each, in their order: the ends of their addresses.
inline constexpr std::array kSourceTypeWords{"digitalCreation", "digitalArt", "algorithmicMedia",
                                             "compositeCapture", "humanEdits"};

/// What is claimed of the making of a painting. Nothing of it can be proven by the painting file.
struct MakingClaims {
    std::string title;
    std::string sitter = {};          ///< Who is seen; only with the next.
    std::string sitter_consent = {};  ///< How the sitter agreed to be named.
    std::string painter;
    std::string patron = "unknown";      ///< Who ordered it; "unknown" when nobody knows,
    std::string patron_said_to_be = {};  ///< and then who it is said to have been.
    std::string date;                    ///< When it was painted.
    std::string medium = {};             ///< Empty: a picture on a screen, of strokes that a program laid.
    std::string size = {};               ///< Of the object; empty: the canvas of the plan.
    std::string rights = {};             ///< In the painting.
    std::string photograph = {};         ///< What the photograph is: its title, or where it is kept.
    std::string photographer = {};
    std::string photograph_rights = {};
    /// A painting shows nothing that a camera has put there, and a person directed it: hence the standard.
    SourceType source_type = SourceType::DigitalCreation;
    Source source;

    bool operator==(const MakingClaims&) const = default;
};

/// What the painting file told of the painting when its record began. The digests are SHA-256, 64 lower-case
/// hexadecimal digits.
struct MakingFacts {
    std::string software = {};
    std::string photo_name = {};
    std::string photo_digest = {};
    std::string brief_digest = {};    ///< Of all that was asked for.
    std::string palette_digest = {};  ///< Of the tubes, the brushes and the hand.
    std::string plan_digest = {};     ///< Of the canvas and every stroke on it.
    std::string picture_digest = {};  ///< Of the picture's file; empty when none had been made.
    /// Of its pixels as they were painted, whatever program then wrote them; empty in older records.
    std::string pixels_digest = {};
    std::string hand = {};
    std::string palette = {};
    std::string motifs = {};  ///< Their file names with commas between them.
    uint64_t seed = 0;
    int strokes = 0;
    float width_mm = 0.0f;
    float height_mm = 0.0f;

    bool operator==(const MakingFacts&) const = default;
};

/// How the painting was made. Its digest is the first link of the chain.
struct Making {
    MakingClaims claims;
    MakingFacts facts;
    std::string digest = {};  ///< Of all that stands above.

    bool operator==(const Making&) const = default;
};

/// What somebody had to do with an event.
enum class Role { Giver, Receiver, Seller, Buyer, Lender, Borrower, Agent, Envoy, Organiser, Witness };

/// The word for each, in their order.
inline constexpr std::array kRoleWords{"giver",    "receiver", "seller", "buyer",     "lender",
                                       "borrower", "agent",    "envoy",  "organiser", "witness"};

inline const char* word_of(Role role) {
    return kRoleWords[static_cast<size_t>(role)];
}

/// A person or a body that takes part in an event.
struct Party {
    Role role = Role::Witness;
    std::string name;

    bool operator==(const Party&) const = default;
};

/// What happened, or what was only said.
enum class EntryKind { Acquisition, Gift, Loan, Return, HandOver, Exhibition, Report, Commission };

/// The word for each, in their order.
inline constexpr std::array kEntryKindWords{"acquisition", "gift",       "loan",   "return",
                                            "hand-over",   "exhibition", "report", "commission"};

/// On what terms a painting was commissioned: for money, for something else, given away, or without a charge.
enum class Terms { Fee, Exchange, Gift, NotCharged };

/// The word for each, in their order.
inline constexpr std::array kTermsWords{"fee", "exchange", "gift", "not-charged"};

/// One statement about the journey of a painting. Entries are added and never changed: who knows better adds
/// another that contradicts the first, and both stand.
struct Entry {
    int number = 0;  ///< From 1, in the order in which they were added.
    EntryKind kind = EntryKind::Report;
    std::string event = {};  ///< A name that accounts of the same event share.
    int contradicts = 0;     ///< The number of an earlier entry that cannot be true if this one is; 0: none.
    int withdraws = 0;  ///< The number of an earlier entry that its source takes back with this one; 0: none.
    std::string date;   ///< When it happened.
    std::string place = {};
    std::string note = {};
    std::optional<Terms> terms = {};  ///< Of a commission.
    std::string amount = {};          ///< How much was paid, or what was given for it.
    std::string reason = {};          ///< Why nothing was charged.
    std::string object_digest = {};   ///< SHA-256 of the picture that it was about.
    Source source;
    std::vector<Party> parties = {};

    // The chain.
    int signatures_before = 0;           ///< How many signatures the record held when this was added,
    std::string signatures_digest = {};  ///< and their digest, so that none of them can go unseen.
    std::string previous = {};           ///< The digest of the entry before, or of the making.
    std::string digest = {};             ///< Of all that stands above.

    bool operator==(const Entry&) const = default;
};

/// A party's signature under an entry, and so under all that stands before it. It proves that the holder of a
/// key has signed; whose key it is, it does not tell.
struct EntrySignature {
    int number = 0;  ///< From 1, in the order in which they were made.
    int entry = 0;   ///< Which is signed.
    Role role = Role::Witness;
    std::string name = {};       ///< The party's.
    std::string key = {};        ///< Ed25519 public key, 64 hexadecimal digits.
    std::string signature = {};  ///< 128 hexadecimal digits.

    bool operator==(const EntrySignature&) const = default;
};

/// All that is recorded of a painting; empty until its making is told.
struct Record {
    std::optional<Making> making;
    std::vector<Entry> entries = {};
    std::vector<EntrySignature> signatures = {};

    bool operator==(const Record&) const = default;
};

/// A record has at most so many.
constexpr int kMostEntries = 1000;
constexpr int kMostParties = 32;  ///< Of one entry.
constexpr int kMostSignatures = 1000;

}  // namespace allaprima
