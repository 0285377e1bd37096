#include "exporting/write_print.h"

#include <gtest/gtest.h>

#include <cmath>

#include "exporting/mirrored_bleed.h"
#include "exporting/read_pdf/read_pdf.h"
#include "exporting/sample_painting.h"

namespace allaprima {
namespace {

using testing::exported;
using testing::sample_painting;
using testing::sized;

constexpr double kPdfPointsPerMm = 72.0 / 25.4;

TEST(WritePrint, BoxesTellTrimBleedAndSheet) {
    const testing::TestFolder folder;
    const std::string path = folder.at("a.pdf");
    ASSERT_TRUE(
        exported(kPrint, sample_painting(), path, sized({300, 240}), 8, nullptr, {.print = {.bleed_mm = 3.0}})
            .ok());
    const auto pages = testing::read_pdf(path).pages;
    ASSERT_EQ(pages.size(), 1u);
    const testing::PdfBox sheet = pages[0].sheet, trim = pages[0].trim.value(),
                          bleed = pages[0].bleed.value();
    // 300 pixels an inch: 300 x 240 pixels are 72 x 57.6 points.
    EXPECT_NEAR(trim[2] - trim[0], 72.0, 1e-3);
    EXPECT_NEAR(trim[3] - trim[1], 57.6, 1e-3);
    // The bleed is of whole pixels, and never less than what was asked for.
    for (const double beyond :
         {trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]}) {
        EXPECT_GE(beyond, 3.0 * kPdfPointsPerMm - 1e-3);
        EXPECT_LE(beyond, 3.0 * kPdfPointsPerMm + 72.0 / 300.0);
    }
    EXPECT_GE(bleed[0] - sheet[0], 5.0 * kPdfPointsPerMm) << "room for the marks";
}

TEST(WritePrint, ThePictureIsTheRenderingAndItsMirrorImageAround) {
    const testing::TestFolder folder;
    const Painting painting = sample_painting();
    const std::string path = folder.at("a.pdf");
    ASSERT_TRUE(exported(kPrint, painting, path, sized({60, 45}), 8, nullptr,
                         {.print = {.bleed_mm = 1.0, .marks = false}})
                    .ok());
    const testing::PdfPage page = testing::read_pdf(path).pages.at(0);
    EXPECT_EQ(page.sheet, page.bleed) << "nothing but paint without marks";
    ASSERT_TRUE(page.picture);
    const int border = static_cast<int>(std::ceil(300.0 / 25.4)), width = 60 + 2 * border,
              height = 45 + 2 * border;
    ASSERT_EQ(page.picture->width, width);
    ASSERT_EQ(page.picture->height, height);
    const std::vector<unsigned char>& samples = page.picture->samples;
    ASSERT_EQ(samples.size(), 3 * static_cast<size_t>(width) * static_cast<size_t>(height));
    const Picture lit = render_picture(*painting.plan, sized({60, 45}), ThreadPool(1));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const Rgb wanted = lit.colour.at(mirrored(x - border, 60), mirrored(y - border, 45));
            const unsigned char* found =
                samples.data() +
                3 * (static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x));
            ASSERT_EQ(found[0], std::lround(255.0f * std::clamp(wanted.r, 0.0f, 1.0f)));
            ASSERT_EQ(found[2], std::lround(255.0f * std::clamp(wanted.b, 0.0f, 1.0f)));
        }
}

}  // namespace
}  // namespace allaprima
