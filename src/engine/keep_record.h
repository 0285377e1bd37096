#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/destination.h"
#include "model/record.h"
#include "record/check_record.h"
#include "record/sign_entry.h"

namespace allaprima {

// The record that a painting file keeps of the painting. Each of these opens the file itself; the painting
// must have a plan where its record is changed, checked or printed.

// Each of these changes the record, if it holds so far. It is the old or the new one at every moment. What
// they return is the record's last digest: who notes it elsewhere sees later whether entries are missing.

/// Puts down what is claimed of the making. An error when the journey has begun.
Result<std::string> record_making(const std::string& painting_file, const MakingClaims& claims);
/// Adds an entry of the journey.
Result<std::string> record_entry(const std::string& painting_file, const Entry& entry);

/// The same as files have them that people write, WrittenKind::Making and WrittenKind::Entry.
Result<std::string> record_making_as_written(const std::string& painting_file, const std::string& statement);
Result<std::string> record_entry_as_written(const std::string& painting_file, const std::string& statement);

/// Signs an entry as one of its parties. @param key the private key's file.
Result<std::string> sign_recorded_entry(const std::string& painting_file, const Signer& signer,
                                        const std::string& key);

/// Refuses a record that does not hold. @param findings of check_record(). @param therefore what is not done:
/// "nothing is certified".
Status check_holds(const std::vector<Finding>& findings, const std::string& painting_file,
                   const char* therefore);

/// Says what of the record is proven, claimed, doubtful or broken. An error when nothing is recorded.
/// @param noted_head the last digest as somebody noted it; empty: nobody did.
Result<std::vector<Finding>> check_recorded(const std::string& painting_file, const std::string& noted_head);

/// An entry of a record as one tells it.
struct ToldEntry {
    int number = 0;
    std::string words;    ///< What happened, as a phrase.
    std::string said_by;  ///< Who says so, when, and how sure that is.
    int contradicts = 0;  ///< The number of an earlier entry; 0: none.
    int withdraws = 0;    ///< Likewise.
    std::vector<EntrySignature> signatures = {};
};

/// A record as one tells it.
struct ToldRecord {
    std::optional<Making> making;  ///< Nothing where nothing is recorded.
    std::string making_said_by;
    /// In the order in which things happened, as far as is known; accounts that belong together in one group.
    std::vector<std::vector<ToldEntry>> journey = {};
    std::string head;  ///< The last digest.
};

/// Tells the record of a painting, whatever its stage.
Result<ToldRecord> tell_record(const std::string& painting_file);

/// The whole record for programs: as record_as_json() has it, or as Linked Art, for which there must be a
/// making. Letters may be no UTF-8.
Result<nlohmann::ordered_json> tell_record_as_json(const std::string& painting_file);
Result<nlohmann::ordered_json> tell_record_as_linked_art(const std::string& painting_file);

/// Prints, as PDF, a label to put beside the painting. An error when nothing is recorded.
Status print_label(const std::string& painting_file, const Destination& pdf);
/// The same of a certificate. Nothing is certified that does not hold.
Status print_certificate(const std::string& painting_file, const Destination& pdf);

}  // namespace allaprima
