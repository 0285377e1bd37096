#pragma once
#include <string>
#include <utility>
#include <vector>

#include "io/database.h"
#include "model/record.h"

namespace allaprima {

/// The tables of a painting file that keep its record, and their columns.
std::vector<std::pair<const char*, std::string>> record_tables();

/// Replaces what they hold. What the reader would refuse is a fault of the database, and is not written.
void write_record(Database& database, const Record& record);

/// Reads what they hold. Each value is held against its range; whether the digests and the signatures are
/// right is not looked at.
Record read_record(Database& database);

}  // namespace allaprima
