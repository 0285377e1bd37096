// What exported files say of themselves, as ExifTool reads it.

#include <zip.h>

#include "exporting/sample_painting.h"
#include "exporting/write_ora.h"
#include "exporting/write_print.h"
#include "exporting/write_psd.h"
#include "exporting/write_relief_exports.h"
#include "exporting/write_svg.h"
#include "files/child_process.h"

namespace allaprima {
namespace {

using testing::bytes_of_file;
using testing::export_saying;
using testing::some_values;
using testing::TestFolder;

/// Takes one file out of an archive.
void unpack(const std::string& archive, const char* name, const std::string& to) {
    const std::unique_ptr<zip_t, decltype(&zip_discard)> zip(zip_open(archive.c_str(), ZIP_RDONLY, nullptr),
                                                             &zip_discard);
    ASSERT_TRUE(zip);
    zip_stat_t facts;
    ASSERT_EQ(zip_stat(zip.get(), name, 0, &facts), 0);
    std::string bytes(facts.size, '\0');
    zip_file_t* file = zip_fopen(zip.get(), name, 0);
    ASSERT_TRUE(file);
    EXPECT_EQ(zip_fread(file, bytes.data(), bytes.size()), static_cast<zip_int64_t>(bytes.size()));
    zip_fclose(file);
    std::ofstream(to, std::ios::binary) << bytes;
}

/// What ExifTool reads of a file: title, creator, rights and what was done; nothing where it is not there.
std::optional<std::string> read_by_exiftool(const std::string& path, const std::vector<std::string>& tags) {
    std::vector<std::string> command{"exiftool", "-m", "-s3"};
    command.insert(command.end(), tags.begin(), tags.end());
    command.push_back(path);
    const Result<ChildAnswer> answer = run_child(command, "");
    return answer ? std::optional(answer->output) : std::nullopt;
}

class Says : public ::testing::TestWithParam<const ExportFormat*> {
  protected:
    TestFolder folder_;
    std::string path_ = folder_.at(std::string("a") + GetParam()->ending);
};

TEST_P(Says, ReadersFindWhatIsRecorded) {
    const Status written = export_saying(*GetParam(), path_, some_values());
    ASSERT_TRUE(written.ok()) << written.error().message;
    std::string read = path_;
    if (path_.ends_with(".ora"))
        unpack(path_, "mergedimage.png", read = folder_.at("merged.png"));
    const std::optional<std::string> said = read_by_exiftool(
        read, {"-XMP-dc:Title", "-XMP-dc:Creator", "-XMP-dc:Rights", "-XMP-xmpMM:HistoryAction"});
    if (!said)
        GTEST_SKIP() << "Debian's libimage-exiftool-perl is not installed";
    EXPECT_EQ(*said, "<Mann> & Mütze\nBo Sample\nFree for all\nproduced\n");
    const std::optional<std::string> faults = read_by_exiftool(read, {"-warning", "-error", "-a"});
    EXPECT_EQ(faults, "") << "faults that ExifTool found";
}

TEST_P(Says, WithoutARecordItSaysNothing) {
    ASSERT_TRUE(export_saying(*GetParam(), path_, {}).ok());
    const std::string bytes = bytes_of_file(path_);
    EXPECT_EQ(bytes.find("x:xmpmeta"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Formats, Says,
                         ::testing::Values(&kOpenRaster, &kPhotoshopDocument, &kDrawing, &kPrint, &kHeightMap,
                                           &kNormalMap));

}  // namespace
}  // namespace allaprima
