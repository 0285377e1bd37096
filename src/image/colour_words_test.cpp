#include "image/colour_words.h"

#include <gtest/gtest.h>

#include <optional>

#include "image/colour.h"

namespace allaprima {
namespace {

TEST(ColourWords, AreThoseThatOneWouldUse) {
    struct Named {
        const char *colour, *words;
    };
    for (const Named& named : {Named{"#000000", "black"},
                               {"#ffffff", "white"},
                               {"#404040", "dark grey"},
                               {"#808080", "grey"},
                               {"#c8c8c8", "light grey"},
                               {"#d01010", "strong red"},
                               {"#102080", "dark blue"},
                               {"#2060d0", "strong blue"},
                               {"#6b4a2b", "brown"},
                               {"#3d2817", "dark brown"},
                               {"#f0d020", "light yellow"},
                               {"#208030", "green"},
                               {"#e07818", "strong orange"},
                               {"#f4b6c6", "light pink"},
                               {"#7030a0", "strong violet"}})
        EXPECT_EQ(colour_in_words(*srgb_from_hex(named.colour)), named.words) << named.colour;
}

}  // namespace
}  // namespace allaprima
