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

    bool operator==(const Finding&) const = default;
};

/// What the painting file tells of the painting today. The painting must have a plan.
MakingFacts facts_of(const Painting& painting);

/// Looks through the chain of a record: every digest, every link, every signature. Then at what is said in
/// it: statements that contradict each other, dates that cannot all be right.
///
/// @param facts      as the painting file tells them today.
/// @param noted_head what record_head() was when somebody noted it; empty: nothing was noted.
/// @return the findings, those of one standing together, in the order of Standing and then of the entries.
std::vector<Finding> check_record(const Record& record, const MakingFacts& facts,
                                  const std::string& noted_head);

/// Puts findings into that order.
std::vector<Finding> in_order(std::vector<Finding> findings);

/// Whether something does not hold.
bool is_broken(const std::vector<Finding>& findings);

}  // namespace allaprima
