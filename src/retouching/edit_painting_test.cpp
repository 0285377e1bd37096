#include "retouching/edit_painting.h"

#include <gtest/gtest.h>

#include "base/test_folder.h"
#include "engine/load_painting.h"
#include "engine/paint_photo.h"
#include "pictures/write_picture.h"

namespace allaprima {
namespace {

using testing::TestFolder;

TEST(EditPainting, MakesANewPaintingAndLeavesTheOldAsItIs) {
    const TestFolder folder;
    Picture photo{Image<Rgb>({32, 24}, {0.8f, 0.75f, 0.6f}), {}};
    photo.colour.at(9, 9) = {0.1f, 0.1f, 0.3f};
    ASSERT_TRUE(write_picture(folder.at("photo.png"), photo, {}).ok());
    Commission commission{.photo = folder.at("photo.png"),
                          .brief = {},
                          .picture = {folder.at("was.png")},
                          .painting_file = folder.at("was.alla"),
                          .only_strokes = true};
    commission.brief.strokes = 5;
    commission.brief.focus = Focus::None;
    commission.brief.palette = "rgb";
    SilentObserver observer;
    ASSERT_TRUE(paint_photo(commission, ThreadPool(2), observer).ok());
    const std::string bytes = testing::bytes_of_file(folder.at("was.alla"));
    const Painting before = *load_planned(folder.at("was.alla"));

    EditWish wish{.painting_file = folder.at("was.alla"),
                  .edits = {.remove = {1}, .move = {}},
                  .painting = {folder.at("is.alla")}};
    const Result<Painted> edited = edit_painting(wish);
    ASSERT_TRUE(edited.ok()) << edited.error().message;
    const Painting after = *load_planned(folder.at("is.alla"));
    EXPECT_EQ(*after.plan, *edit_strokes(*before.plan, wish.edits));
    EXPECT_EQ(after.stage, Stage::Planned);
    EXPECT_EQ(after.remembered, before.remembered) << "it can be worked over";
    EXPECT_EQ(testing::bytes_of_file(folder.at("was.alla")), bytes);

    EXPECT_FALSE(edit_painting(wish).ok()) << "there is a painting already";
    wish.painting.path = folder.at("another.alla");
    wish.edits.remove = {99};
    const Result<Painted> refused = edit_painting(wish);
    ASSERT_FALSE(refused.ok());
    EXPECT_NE(refused.error().message.find("was.alla: there is no stroke 99"), std::string::npos);
}

}  // namespace
}  // namespace allaprima
