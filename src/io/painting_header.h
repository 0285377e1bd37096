#pragma once
#include <string>

#include "base/result.h"
#include "io/database.h"

namespace allaprima {

/// Writes into a new database that it is a painting, and of which format.
void mark_as_painting(Database& database);

/// Refuses a file that is no painting, or one of a newer format, by its first bytes alone: SQLite has not
/// touched it then.
Status check_painting_header(const std::string& path);

}  // namespace allaprima
