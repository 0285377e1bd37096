#pragma once
#include <string>
#include <vector>

#include "model/record.h"
#include "painting_file/database.h"
#include "painting_file/painting_tables.h"

namespace allaprima {

/// A table of a painting file that keeps its record.
struct RecordTable {
    const char* name;
    std::vector<std::string> columns;
    bool numbered;  ///< The first column is the row's own number, so that no row has two.
};

std::vector<RecordTable> record_tables();

/// Replaces what they hold. What the reader would refuse is a fault of the database, and is not written.
void write_record(Database& database, const Record& record);

/// Reads what they hold. Each value is held against its range; whether the digests and the signatures are
/// right is not looked at.
Record read_record(Database& database, const FileTables& file);

}  // namespace allaprima
