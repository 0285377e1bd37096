#include "tests/house/folder_table.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>

namespace allaprima::house {

namespace fs = std::filesystem;

FolderTable read_folder_table(const fs::path& document) {
    static const std::regex row(R"(^\| *(\d+) *\|([^|]*)\|.*)");
    static const std::regex folder(R"(`([a-z_]+)/`)");
    FolderTable table;
    for (const std::string& line : read_lines(document)) {
        std::smatch cells;
        if (!std::regex_match(line, cells, row))
            continue;
        const std::string folders = cells[2];
        for (std::sregex_iterator i(folders.begin(), folders.end(), folder), end; i != end; ++i)
            table[(*i)[1]] = std::stoi(cells[1]);
    }
    return table;
}

bool may_use(const FolderTable& table, const std::string& user, const std::string& used) {
    return user == used || table.at(used) < table.at(user);
}

std::string read_text(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::vector<std::string> read_lines(const fs::path& file) {
    std::ifstream stream(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

std::vector<fs::path> kept_files(const fs::path& folder) {
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator i(folder), end; i != end; ++i) {
        const std::string name = i->path().filename().string();
        const bool foreign = name == "build" || name == "paintings" || name == "node_modules" ||
                             name == "models" || (name.front() == '.' && name != ".ci");
        if (i->is_directory() && foreign)
            i.disable_recursion_pending();
        else if (i->is_regular_file())
            files.push_back(i->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace allaprima::house
