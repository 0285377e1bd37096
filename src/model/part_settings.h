#pragma once
#include <vector>

#include "base/result.h"
#include "model/brief.h"
#include "model/setting.h"

namespace allaprima {

// What can be asked of the parts of which a brief may have several; each is a table [[see]], [[focus]],
// [[motif]] or [[spatter]] of a brief file.

std::vector<Setting<Correction>> correction_settings();
std::vector<Setting<FocusMark>> focus_settings();
std::vector<Setting<Motif>> motif_settings();
std::vector<Setting<Spatter>> spatter_settings();

/// Whether what was set goes together; an error of usage.
Status check_part(const Correction& correction);
Status check_part(const FocusMark& mark);
Status check_part(const Motif& motif);
Status check_part(const Spatter& spatter);

/// From the words of the command line: "what[:off][:box][:name]", "x,y,width,height[:weight]",
/// "file[:place[:veil]]", "region[:amount[:colour]]"; nothing when they are none.
std::optional<Correction> typed_correction(std::string_view text);
std::optional<FocusMark> typed_focus(std::string_view text);
std::optional<Motif> typed_motif(std::string_view text);
std::optional<Spatter> typed_spatter(std::string_view text);

/// A brief has at most so many.
constexpr size_t kMostCorrections = 256;
constexpr size_t kMostFocusMarks = 256;
constexpr size_t kMostMotifs = 32;
constexpr size_t kMostSpatters = 32;

/// Names that are given to what is seen are at most so long, in bytes.
constexpr size_t kLongestGivenName = 40;

constexpr float kMostWeight = 10.0f;
constexpr float kSmallestRadius = 0.001f;

}  // namespace allaprima
