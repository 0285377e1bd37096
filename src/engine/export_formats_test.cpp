#include "engine/export_formats.h"

#include <set>

#include "exporting/sample_painting.h"

namespace allaprima {
namespace {

using testing::exported;
using testing::sample_painting;

TEST(ExportFormats, EachIsDeclaredOnce) {
    std::set<std::string> endings;
    for (const ExportFormat& format : export_formats()) {
        EXPECT_TRUE(endings.insert(format.ending).second) << format.ending;
        EXPECT_EQ(format.ending[0], '.');
        EXPECT_NE(std::string(format.about).back(), '.');
        EXPECT_EQ(export_format_of("a b" + std::string(format.ending))->write, format.write);
    }
    EXPECT_TRUE(export_format_of("LOUD.JSON").ok());
}

TEST(ExportFormats, UnknownEndingsAreRefusedWithTheListOfKnownOnes) {
    for (const char* path : {"a.blend", "a", "", "json", "a.json/b"}) {
        const Result<ExportFormat> format = export_format_of(path);
        ASSERT_FALSE(format.ok()) << path;
        EXPECT_TRUE(format.error().usage);
        EXPECT_NE(format.error().message.find(".json, .csv"), std::string::npos) << format.error().message;
    }
}

TEST(ExportFormats, AStopLeavesNothingBehind) {
    const testing::TestFolder folder;
    const Painting painting = sample_painting();
    for (const ExportFormat& format : export_formats()) {
        testing::StoppingObserver observer;
        const auto notes = exported(format, painting, folder.at(std::string("a") + format.ending),
                                    testing::sized({20, 16}), 8, &observer);
        ASSERT_FALSE(notes.ok()) << format.ending;
        EXPECT_NE(notes.error().message.find("stopped before"), std::string::npos) << notes.error().message;
        EXPECT_EQ(folder.names(), std::vector<std::string>{});
    }
}

TEST(ExportFormats, SamePaintingSameBytes) {
    const testing::TestFolder folder;
    const Painting painting = sample_painting();
    for (const ExportFormat& format : export_formats()) {
        const std::string first = folder.at(std::string("first") + format.ending);
        const std::string second = folder.at(std::string("second") + format.ending);
        testing::fill_new_memory(1);
        ASSERT_TRUE(exported(format, painting, first, testing::sized({20, 16})).ok());
        testing::fill_new_memory(255);
        ASSERT_TRUE(exported(format, painting, second, testing::sized({20, 16})).ok());
        testing::fill_new_memory(0);
        EXPECT_TRUE(testing::bytes_of_file(first) == testing::bytes_of_file(second)) << format.ending;
        EXPECT_GT(testing::bytes_of_file(first).size(), 100u);
    }
}

}  // namespace
}  // namespace allaprima
