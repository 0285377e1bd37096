#include "exporting/write_print.h"

#include <gtest/gtest.h>

#include <cmath>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "exporting/mirrored_bleed.h"
#include "exporting/sample_painting.h"

namespace allaprima {
namespace {

using testing::exported;
using testing::sample_painting;
using testing::sized;

constexpr double kPdfPointsPerMm = 72.0 / 25.4;

/// The sides of a box, points.
std::array<double, 4> sides_of(QPDFObjectHandle page, const char* box) {
    std::array<double, 4> sides{};
    for (int i = 0; i < 4; ++i)
        sides[static_cast<size_t>(i)] = page.getKey(box).getArrayItem(i).getNumericValue();
    return sides;
}

TEST(WritePrint, BoxesTellTrimBleedAndSheet) {
    const testing::TestFolder folder;
    const std::string path = folder.at("a.pdf");
    ASSERT_TRUE(
        exported(sample_painting(), path, sized({300, 240}), 8, nullptr, {.print = {.bleed_mm = 3.0}}).ok());
    QPDF pdf;
    pdf.processFile(path.c_str());
    const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    ASSERT_EQ(pages.size(), 1u);
    const QPDFObjectHandle page = pages[0].getObjectHandle();
    const auto sheet = sides_of(page, "/MediaBox"), trim = sides_of(page, "/TrimBox"),
               bleed = sides_of(page, "/BleedBox");
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
    ASSERT_TRUE(
        exported(painting, path, sized({60, 45}), 8, nullptr, {.print = {.bleed_mm = 1.0, .marks = false}})
            .ok());
    QPDF pdf;
    pdf.processFile(path.c_str());
    QPDFObjectHandle page = QPDFPageDocumentHelper(pdf).getAllPages().at(0).getObjectHandle();
    EXPECT_EQ(sides_of(page, "/MediaBox"), sides_of(page, "/BleedBox")) << "nothing but paint without marks";
    QPDFObjectHandle stream = page.getKey("/Resources").getKey("/XObject").getKey("/Picture");
    const auto samples = stream.getStreamData();
    const int border = static_cast<int>(std::ceil(300.0 / 25.4)), width = 60 + 2 * border,
              height = 45 + 2 * border;
    ASSERT_EQ(stream.getDict().getKey("/Width").getIntValue(), width);
    ASSERT_EQ(stream.getDict().getKey("/Height").getIntValue(), height);
    ASSERT_EQ(samples->getSize(), 3 * static_cast<size_t>(width) * static_cast<size_t>(height));
    const Picture lit = render_picture(*painting.plan, sized({60, 45}), Workers(1));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const Rgb wanted = lit.colour.at(mirrored(x - border, 60), mirrored(y - border, 45));
            const unsigned char* found =
                samples->getBuffer() +
                3 * (static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x));
            ASSERT_EQ(found[0], std::lround(255.0f * std::clamp(wanted.r, 0.0f, 1.0f)));
            ASSERT_EQ(found[2], std::lround(255.0f * std::clamp(wanted.b, 0.0f, 1.0f)));
        }
}

}  // namespace
}  // namespace allaprima
