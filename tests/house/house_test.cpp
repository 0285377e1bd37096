// The rules of the house that a machine can check: who may use whom, what the core may need, what must not
// lie about.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "tests/house/folder_table.h"

namespace allaprima::house {
namespace {

namespace fs = std::filesystem;

const fs::path root = ALLAPRIMA_SOURCE_DIR;
const fs::path document = root / "docs/architecture.md";

bool is_code(const fs::path& file) {
    return file.extension() == ".h" || file.extension() == ".cpp" || file.extension() == ".inl";
}

std::string folder_of(const fs::path& file) {
    return fs::relative(file, root / "src").begin()->string();
}

/// Whether a module is made of it, docs/decisions/0017.
bool is_of_module(const fs::path& file) {
    const fs::path folders = file.parent_path();
    return std::ranges::any_of(folders,
                               [](const fs::path& folder) { return folder.string().ends_with("_module"); });
}

/// A file's #include of the given kind, with its line number.
struct Include {
    int line;
    std::string path;
};

std::vector<Include> includes_of(const fs::path& file, const std::string& pattern) {
    const std::regex include("^ *# *include *" + pattern + ".*");
    std::vector<Include> found;
    int number = 0;
    for (const std::string& line : read_lines(file)) {
        ++number;
        std::smatch match;
        if (std::regex_match(line, match, include))
            found.push_back({number, match[1]});
    }
    return found;
}

TEST(FolderTable, ReadsTheRowsOfTheDocument) {
    const FolderTable table = read_folder_table(document);
    ASSERT_GE(table.size(), 9u);
    EXPECT_EQ(table.at("base"), 0);
    EXPECT_EQ(table.at("pictures"), table.at("rendering"));
    EXPECT_LT(table.at("rendering"), table.at("planning"));
}

TEST(FolderTable, NeighboursMayNotUseEachOther) {
    const FolderTable table{{"low", 0}, {"left", 1}, {"right", 1}, {"high", 2}};
    EXPECT_TRUE(may_use(table, "left", "left"));
    EXPECT_TRUE(may_use(table, "high", "low"));
    EXPECT_FALSE(may_use(table, "left", "right"));
    EXPECT_FALSE(may_use(table, "low", "high"));
}

TEST(HouseTest, EveryIncludePointsDownTheFolderTable) {
    const FolderTable table = read_folder_table(document);
    for (const fs::path& file : kept_files(root / "src")) {
        if (!is_code(file))
            continue;
        for (const Include& include : includes_of(file, "\"([^\"]*)\"")) {
            const std::string used = fs::path(include.path).begin()->string();
            ASSERT_TRUE(table.contains(used)) << file << ":" << include.line << ": \"" << include.path
                                              << "\" names no folder of docs/architecture.md";
            EXPECT_TRUE(may_use(table, folder_of(file), used))
                << file << ":" << include.line << ": " << folder_of(file) << "/ may not use " << used << "/";
        }
    }
}

// What the command line can do, another front end can: the rules of a painting and its record are below it.
TEST(HouseTest, TheCommandLineKnowsNothingBelowTheEngineButNouns) {
    const std::set<std::string> allowed{"cli",       "studio", "advising", "retouching",
                                        "verifying", "engine", "model",    "base"};
    int read = 0;
    for (const fs::path& file : kept_files(root / "src/cli")) {
        const std::string name = file.filename().string();
        const bool of_tests = name.ends_with("_test.cpp") || name == "command_line_fixture.h";
        if (!is_code(file) || of_tests)
            continue;
        ++read;
        for (const Include& include : includes_of(file, "\"([^\"]*)\""))
            EXPECT_TRUE(allowed.contains(fs::path(include.path).begin()->string()))
                << file << ":" << include.line << ": the engine should do what this needs \"" << include.path
                << "\" for";
    }
    EXPECT_GT(read, 20);
}

TEST(HouseTest, EveryLinkPointsDownTheFolderTable) {
    const FolderTable table = read_folder_table(document);
    const std::regex word("[A-Za-z_:]+");
    for (const auto& [folder, level] : table) {
        const std::string text = read_text(root / "src" / folder / "CMakeLists.txt");
        std::smatch call;
        ASSERT_TRUE(std::regex_search(text, call, std::regex("allaprima_library\\(([^)]*)\\)"))) << folder;
        const std::string arguments = call[1];
        const size_t link = arguments.find("LINK");
        if (link == std::string::npos)
            continue;
        for (std::sregex_iterator i(arguments.begin() + static_cast<long>(link), arguments.end(), word), end;
             i != end; ++i) {
            const std::string used = i->str();
            EXPECT_TRUE(!table.contains(used) || may_use(table, folder, used))
                << folder << "/ may not link " << used;
        }
    }
}

TEST(HouseTest, TheTableAndTheFoldersAreTheSame) {
    std::set<std::string> named, present;
    for (const auto& [folder, level] : read_folder_table(document))
        named.insert(folder);
    for (const auto& entry : fs::directory_iterator(root / "src"))
        if (entry.is_directory())
            present.insert(entry.path().filename().string());
    EXPECT_EQ(named, present);
}

// What outgrows them has a name that is missing still.
TEST(HouseTest, NoFolderHasMoreThan5000LinesAndNoFileMoreThan500) {
    std::map<std::string, size_t> lines;
    for (const fs::path& file : kept_files(root / "src")) {
        const std::string name = file.filename().string();
        if (!is_code(file) || name.find("_test.") != std::string::npos ||
            name.find("_fuzz.") != std::string::npos)
            continue;
        const size_t count = read_lines(file).size();
        EXPECT_LE(count, 500u) << file;
        lines[folder_of(file)] += count;
    }
    for (const auto& [folder, count] : lines)
        EXPECT_LE(count, 5000u) << folder;
}

TEST(HouseTest, EveryFolderHasItsParagraph) {
    const std::string text = read_text(document);
    for (const auto& [folder, level] : read_folder_table(document))
        EXPECT_NE(text.find("### `" + folder + "/`\n"), std::string::npos) << folder;
}

// tests/core/check proves it by linking the core alone; this says at once which line brought a library in.
TEST(HouseTest, TheCoreIncludesOnlyItsThreeLibraries) {
    const FolderTable table = read_folder_table(document);
    const std::set<std::string> core{"base",   "image",     "pigment",   "brush",    "model",
                                     "seeing", "composing", "rendering", "planning", "last_touches"};
    const std::set<std::string> allowed{"hwy", "tbb", "Eigen", "gtest", "rapidcheck"};
    for (const fs::path& file : kept_files(root / "src")) {
        const bool golden = file.stem() == "golden";  // only tests use it, which keep pictures as PNG
        if (!is_code(file) || !core.contains(folder_of(file)) || is_of_module(file) || golden)
            continue;
        for (const Include& include : includes_of(file, "<([^>]*)>")) {
            const fs::path path = include.path;
            const bool system = path == "dlfcn.h" || path == "unistd.h" || path == "sys/stat.h";
            const bool standard = system || (!path.has_parent_path() && !path.has_extension());
            EXPECT_TRUE(standard || allowed.contains(path.begin()->string()))
                << file << ":" << include.line << ": the core may not need <" << include.path << ">";
        }
    }
}

// A library of a module that the program itself included would be linked into it, and every start would load
// it.
TEST(HouseTest, WhatModulesAreForStaysInThem) {
    const std::set<std::string> theirs{"libavcodec", "libavfilter", "libavformat", "libavutil", "libswscale",
                                       "cairo",      "pango",       "qpdf",        "dlib",      "opencv2"};
    int within = 0;
    for (const fs::path& file : kept_files(root / "src"))
        for (const Include& include : includes_of(file, "<([^>]*)>")) {
            if (!theirs.contains(fs::path(include.path).begin()->string()))
                continue;
            within += is_of_module(file) ? 1 : 0;
            const std::string name = file.stem().string();
            const bool of_tests = name.ends_with("_test") || name == "read_film" || name == "read_pdf";
            EXPECT_TRUE(is_of_module(file) || of_tests)
                << file << ":" << include.line << ": <" << include.path << "> belongs into a module";
        }
    EXPECT_GT(within, 10);
}

TEST(HouseTest, HeadersAreGuarded) {
    for (const fs::path& file : kept_files(root / "src"))
        EXPECT_TRUE(file.extension() != ".h" || read_text(file).find("#pragma once") != std::string::npos)
            << file;
}

// Two types of one name in one namespace are linked as one, and each destroys what the other made.
TEST(HouseTest, EveryTypeOfAHeaderHasANameOfItsOwn) {
    const std::regex definition("^(?:struct|class|enum class) (\\w+)[^;]*\\{.*");
    std::map<std::string, fs::path> known;
    for (const fs::path& file : kept_files(root / "src")) {
        if (file.extension() != ".h")
            continue;
        for (const std::string& line : read_lines(file)) {
            std::smatch type;
            if (!std::regex_match(line, type, definition) || line.find('<') != std::string::npos)
                continue;
            const auto [first, is_new] = known.emplace(type[1], file);
            EXPECT_TRUE(is_new) << type[1] << " is defined in " << first->second << " and in " << file;
        }
    }
    EXPECT_GT(known.size(), 100u);
}

/// How many of these words a line tells with commas between.
int listed(const std::string& line, const std::set<std::string>& words) {
    return static_cast<int>(std::ranges::count_if(words, [&](const std::string& word) {
        return line.find(word + ",") != std::string::npos || line.find("," + word) != std::string::npos ||
               line.find(", " + word) != std::string::npos;
    }));
}

// So that a new brush, hand or palette is one new file: help, completion and the tables of docs/ ask the
// program for its names.
TEST(HouseTest, NoSourceListsWhatIsShipped) {
    for (const char* folder : {"brushes", "hands", "palettes"}) {
        std::set<std::string> names;
        for (const auto& file : fs::directory_iterator(root / folder))
            names.insert(file.path().stem().string());
        EXPECT_GE(listed("flat,knife,round,fan; bravura, faithful, sketch, knife; zorn,full,limited,vangogh",
                         names),
                  4);
        for (const fs::path& file : kept_files(root / "src")) {
            if (!is_code(file) || file.filename().string().ends_with("_test.cpp"))
                continue;
            for (const std::string& line : read_lines(file))
                EXPECT_LT(listed(line, names), 4)
                    << file << ": shipped_files() of model/shipped_files.h knows them: " << line;
        }
    }
}

TEST(HouseTest, NothingIsPutOff) {
    // In two halves, so that this file itself is clean.
    const std::regex mark(std::string("\\b(TO") + "DO|FIX" + "ME|XX" + "X)\\b");
    for (const char* place : {"src", "tests", "docs", "scripts", "bench", "components", ".ci"})
        for (const fs::path& file : kept_files(root / place)) {
            const bool picture = read_text(file).find('\0') != std::string::npos;
            if (picture)
                continue;
            int number = 0;
            for (const std::string& line : read_lines(file)) {
                ++number;
                EXPECT_FALSE(std::regex_search(line, mark)) << file << ":" << number << ": " << line;
            }
        }
}

TEST(HouseTest, DecisionsAreNumberedWithoutGaps) {
    std::vector<int> numbers;
    for (const fs::path& file : kept_files(root / "docs/decisions"))
        if (file.filename() != "README.md")
            numbers.push_back(std::stoi(file.filename().string().substr(0, 4)));
    for (size_t i = 0; i < numbers.size(); ++i)
        EXPECT_EQ(numbers[i], static_cast<int>(i) + 1);
}

}  // namespace
}  // namespace allaprima::house
