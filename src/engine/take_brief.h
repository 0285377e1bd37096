#pragma once
#include <string>

#include "base/result.h"
#include "briefs/read_brief.h"
#include "brush/hand.h"
#include "model/wish.h"

namespace allaprima {

/// What is to be painted, and how: as a brief file has it, or a photograph with a brief that asks for nothing
/// yet.
///
/// @param photo_or_brief a brief if it ends in .toml. @param wishes go before the file.
/// @return an error of usage where the file is wrong, and where what is asked does not go together.
Result<BriefFile> take_brief(const std::string& photo_or_brief, const Wishes& wishes);

/// A brief that can be carried out.
struct CheckedBrief {
    std::string photo;
    Brief brief;  ///< Settled: with what the hand decides where nothing was asked.
    Hand hand;
};

/// What a brief comes to, with the hand and the materials that it names; an error of usage where one is not
/// there.
Result<CheckedBrief> check_brief(const std::string& photo, const Brief& brief);

/// Reads a brief file and finds out whether all that it names is there. An error of usage says where it is
/// wrong.
Result<CheckedBrief> check_brief_file(const std::string& path);

}  // namespace allaprima
