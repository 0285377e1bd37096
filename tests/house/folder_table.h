#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace allaprima::house {

/// The folders of src/ and their levels, as the table of docs/architecture.md gives them.
using FolderTable = std::map<std::string, int>;

/// Reads the rows `| level | \`folder/\` … | … |`.
FolderTable read_folder_table(const std::filesystem::path& document);

/// True when code in `user` may use `used`: the same folder, or one of a lower level. Both are in the table.
bool may_use(const FolderTable& table, const std::string& user, const std::string& used);

std::string read_text(const std::filesystem::path& file);
std::vector<std::string> read_lines(const std::filesystem::path& file);

/// The files under a folder that the project keeps: without build products, paintings, packages of npm,
/// prepared networks and hidden folders of tools, in order of their names.
std::vector<std::filesystem::path> kept_files(const std::filesystem::path& folder);

}  // namespace allaprima::house
