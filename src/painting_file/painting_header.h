#pragma once
#include <cstdint>
#include <string>

#include "base/result.h"
#include "painting_file/database.h"

namespace allaprima {

/// Writes into a new database that it is a painting, and of which format.
void mark_as_painting(Database& database);

/// The format of a painting file, by its first bytes alone: SQLite has not touched it then. An error where it
/// is no painting, or of a format before the first that is read.
Result<uint32_t> painting_format(const std::string& path);

/// Whether all pages of the database are there and in order. SQLite takes what is missing of its last page
/// for zeros, so the file's length is looked at too.
void check_pages(Database& database, const std::string& path);

}  // namespace allaprima
