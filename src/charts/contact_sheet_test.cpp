#include "charts/contact_sheet.h"

#include <gtest/gtest.h>

#include <vector>

namespace allaprima {
namespace {

TEST(ContactSheet, StandsInRowsAndKeepsEveryPicture) {
    std::vector<Panel> panels;
    for (int i = 0; i < 5; ++i)
        panels.push_back({"", Image<Rgb>({40, 30}, Rgb{0.1f * static_cast<float>(i), 0.0f, 0.0f})});
    const Picture sheet = contact_sheet(panels, 3, nullptr);
    EXPECT_EQ(sheet.size(), (Size{2 * 30 + 3 * 40 + 2 * 24, 2 * 30 + 2 * (30 + 34) + 24}));
    EXPECT_EQ(sheet.colour.at(30, 30).r, 0.0f);
    EXPECT_EQ(sheet.colour.at(30 + 2 * 64, 30).r, 0.2f);
    EXPECT_EQ(sheet.colour.at(30 + 64, 30 + 88).r, 0.4f);
    EXPECT_GT(sheet.colour.at(30 + 2 * 64, 30 + 88).g, 0.9f) << "paper where none is";
}

TEST(ContactSheet, IsNoBroaderThanItsPictures) {
    const std::vector<Panel> one{{"", Image<Rgb>({40, 30})}};
    EXPECT_EQ(contact_sheet(one, 3, nullptr).size().width, 100);
}

}  // namespace
}  // namespace allaprima
