#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "model/record.h"
#include "model/setting.h"

namespace allaprima {

// What can be said of a painting's making, and in an entry of its journey. Each is a TOML file; the reader,
// the templates, the help and the tables in docs/record.md follow from these declarations.

std::vector<Setting<MakingClaims>> making_settings();
std::vector<Setting<Entry>> entry_settings();
/// Of [[party]] in an entry.
std::vector<Setting<Party>> party_settings();

/// Whether what was said goes together; an error of usage.
Status check_part(const MakingClaims& claims);
Status check_part(const Entry& entry);
Status check_part(const Party& party);

/// Texts of a record are at most so long, in bytes.
constexpr size_t kLongestRecordText = 2000;

}  // namespace allaprima
