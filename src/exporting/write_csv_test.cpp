#include "exporting/write_csv.h"
#include "exporting/sample_painting.h"

namespace allaprima {
namespace {

/// The cells of a line, as RFC 4180 has them.
std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            cells.back() += line[i++];
        else if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == ',' && !quoted)
            cells.emplace_back();
        else
            cells.back() += line[i];
    }
    return cells;
}

TEST(WriteCsv, GivesEveryStrokeALineUnderTheNames) {
    const testing::TestFolder folder;
    const Painting painting = testing::sample_painting(9);
    ASSERT_TRUE(testing::exported(kTableOfStrokes, painting, folder.at("a.csv")).ok());
    std::istringstream text(testing::bytes_of_file(folder.at("a.csv")));
    std::vector<std::vector<std::string>> lines;
    for (std::string line; std::getline(text, line);) {
        ASSERT_EQ(line.back(), '\r');
        line.pop_back();
        lines.push_back(cells_of(line));
        EXPECT_EQ(lines.back().size(), lines.front().size());
    }
    ASSERT_EQ(lines.size(), 10u);
    const auto column = [&](const std::string& name) {
        const auto at = std::ranges::find(lines[0], name);
        EXPECT_NE(at, lines[0].end()) << name;
        return static_cast<size_t>(at - lines[0].begin());
    };
    EXPECT_EQ(lines[9][column("order")], "9");
    EXPECT_EQ(lines[9][column("pass")], "glaze");
    EXPECT_EQ(lines[1][column("brush_name")], "a \"worn\" brush, \u00e9");
    EXPECT_EQ(std::stof(lines[4][column("x1")]), painting.plan->strokes[3].path.points[1].x);
    EXPECT_EQ(std::stof(lines[4][column("share of Bone Black")]), painting.plan->strokes[3].paint.shares[1]);
    EXPECT_NE(lines[4][column("recipe")].find(" Titanium White"), std::string::npos);
}

TEST(WriteCsv, NamesAreNoFormulasAndSeedsAreText) {
    const testing::TestFolder folder;
    Painting painting = testing::sample_painting(4);
    Plan& plan = *painting.plan;
    plan.passes = {{"=1+1", 4}};
    plan.materials.brushes[0].name = "@round";
    plan.materials.palette.tubes[0].name = "+white";
    ASSERT_TRUE(testing::exported(kTableOfStrokes, painting, folder.at("a.csv")).ok());
    std::istringstream text(testing::bytes_of_file(folder.at("a.csv")));
    for (std::string line; std::getline(text, line);)
        for (const std::string& cell : cells_of(line))
            EXPECT_TRUE(cell.find_first_of("=+@") != 0) << cell;
    EXPECT_NE(text.str().find("\"'=1+1\""), std::string::npos);
    EXPECT_NE(text.str().find("\"seed "), std::string::npos);
}

}  // namespace
}  // namespace allaprima
