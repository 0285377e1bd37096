// What exported files say of themselves, as ExifTool reads it.

#include <zip.h>

#include "exporting/expect_said.h"
#include "exporting/sample_painting.h"
#include "exporting/write_ora.h"
#include "exporting/write_print.h"
#include "exporting/write_psd.h"
#include "exporting/write_relief_exports.h"
#include "exporting/write_svg.h"

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
    testing::expect_said(read);
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
