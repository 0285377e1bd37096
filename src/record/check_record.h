#pragma once
#include <string>
#include <vector>

#include "model/record.h"
#include "painting_file/painting_file.h"

namespace allaprima {

/// What a check found out about one thing.
enum class Standing {
    Proven,    ///< It follows from digests and signatures.
    Claimed,   ///< Somebody says so.
    Doubtful,  ///< Somebody says so, and something speaks against it.
    Broken,    ///< It does not hold.
};

/// One thing that a check found, in a line for a person without a full stop.
struct Finding {
    Standing standing = Standing::Claimed;
    std::string words;
    bool disputed =
        false;  ///< It is doubtful only because people say different things of it: the record holds.

    bool operator==(const Finding&) const = default;
};

/// What a record is held against, beside itself.
struct RecordCheck {
    std::string noted_head =
        {};                  ///< What record_head() was when somebody noted it; empty: nothing was noted.
    std::string today = {};  ///< The day of the check, "2026-05-14"; empty: no date is called a future one.
};

/// The check that a person asks for. @param noted_head as it was typed: large letters are small ones.
/// @return an error of usage where it is no digest.
Result<RecordCheck> asked_check(const std::string& noted_head, std::string today);

/// What the painting file tells of the painting today. The painting must have a plan.
MakingFacts facts_of(const Painting& painting);

/// Looks through the chain of a record: every digest, every link, every signature. Then at what is said in
/// it: statements that contradict each other, dates that cannot all be right.
///
/// Proven is only what is: keys by themselves, never the names that somebody gave them, and nothing that
/// rests on what is broken. What is broken is told there alone.
///
/// @param facts as the painting file tells them today.
/// @return the findings, those of one standing together, in the order of Standing and then of the entries.
std::vector<Finding> check_record(const Record& record, const MakingFacts& facts,
                                  const RecordCheck& check = {});

/// Puts findings into that order.
std::vector<Finding> in_order(std::vector<Finding> findings);

/// Whether something does not hold.
bool is_broken(const std::vector<Finding>& findings);

/// Why an entry does not fit into the chain, by itself; empty when it does.
std::string break_at(const Record& record, size_t index);

/// How many entries, from the first, rest on nothing that is broken: neither they nor what is before them.
size_t sound_entries(const Record& record);

}  // namespace allaprima
