#include "revealing/light_crops.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/test_folder.h"
#include "rendering/sample_plans.h"

namespace allaprima {
namespace {

/// Flat but for a rough corner at the lower right.
Image<float> rough_corner(Size size) {
    Image<float> relief(size, 0.3f);
    for (int y = size.height * 3 / 4; y < size.height; ++y)
        for (int x = size.width * 3 / 4; x < size.width; ++x)
            relief.at(x, y) = (x + y) % 2 == 0 ? 0.2f : 0.4f;
    return relief;
}

TEST(LightCrops, AreSquaresWithinThePictureThatDoNotOverlap) {
    for (const Size whole : {Size{2000, 1000}, Size{700, 1400}, Size{100, 90}, Size{1, 1}}) {
        const std::vector<LightCrop> crops = light_crops(rough_corner({64, 48}), {}, whole, 256);
        ASSERT_GE(crops.size(), 1u);
        for (size_t i = 0; i < crops.size(); ++i) {
            const PixelRect& area = crops[i].area;
            EXPECT_EQ(area.width(), area.height());
            EXPECT_TRUE(area.x0 >= 0 && area.y0 >= 0 && area.x1 <= whole.width && area.y1 <= whole.height);
            for (size_t k = 0; k < i; ++k)
                EXPECT_TRUE(area.x0 >= crops[k].area.x1 || crops[k].area.x0 >= area.x1 ||
                            area.y0 >= crops[k].area.y1 || crops[k].area.y0 >= area.y1);
        }
    }
}

TEST(LightCrops, ShowTheFaceAndWherePaintIsMostAndLeastUneven) {
    const std::vector<Face> faces{{{0.4f, 0.2f, 0.2f, 0.2f}}};
    const std::vector<LightCrop> crops = light_crops(rough_corner({64, 64}), faces, {1024, 1024}, 200);
    ASSERT_EQ(crops.size(), 3u);
    EXPECT_EQ(crops[0].name, "The face");
    EXPECT_EQ(crops[0].area, (PixelRect{412, 207, 612, 407}));
    EXPECT_GT(crops[1].area.x1, 768);
    EXPECT_GT(crops[1].area.y1, 768);
    EXPECT_LT(crops[2].area.x0, 768);
}

TEST(LightCrops, TheScriptHoldsEachWithPixelsThatAPageFromDiskMayRead) {
    const testing::TestFolder folder;
    const std::vector<LightCrop> crops{{"a \"part\"", {5, 4, 25, 24}}, {"another", {30, 20, 40, 30}}};
    const Result<std::string> script = light_script(testing::busy_plan(20), {.size = {64, 48}, .light = {}},
                                                    crops, folder.at(""), ThreadPool(1));
    ASSERT_TRUE(script.ok()) << script.error().message;
    const size_t begin = script->find('['), end = script->rfind(']');
    const auto list = nlohmann::json::parse(script->substr(begin, end + 1 - begin));
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[0]["name"], "a \"part\"");
    EXPECT_EQ(list[1]["width"], 10);
    for (const auto& crop : list)
        for (const char* member : {"paint", "normals"})
            EXPECT_TRUE(crop[member].get<std::string>().starts_with("data:image/png;base64,iVBOR"));
    EXPECT_EQ(folder.names(), std::vector<std::string>{}) << "what passed is gone";
}

}  // namespace
}  // namespace allaprima
