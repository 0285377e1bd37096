#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "painting_file/database.h"

namespace allaprima {

/// The format that this program writes; docs/decisions/0020 tells what each brought.
inline constexpr uint32_t kPaintingFormat = 8;
/// The oldest that it reads.
inline constexpr uint32_t kOldestPaintingFormat = 3;

/// The statements that make a painting file's tables, as this program writes them.
std::vector<std::string> painting_tables();

/// What a painting file has of the tables and columns that this program knows.
class FileTables {
  public:
    /// Reads the file's schema. Whatever is neither one of the tables known to this program nor one that an
    /// older format had is a fault, so that nothing that a hostile file might define (views, triggers,
    /// virtual tables) is ever carried out. So is a column that is missing from a file of the present format;
    /// from an older one it may be missing.
    /// @param format of the file. One that is newer than the program's may hold what the program does not
    /// know:
    ///               the fault names it.
    static FileTables read(Database& database, uint32_t format);

    bool has(const std::string& table, const std::string& column) const;

  private:
    std::map<std::string, std::set<std::string>> columns_;
};

}  // namespace allaprima
