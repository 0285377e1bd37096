#include "record/picture_says.h"

#include <gtest/gtest.h>

#include <string>

#include "record/sample_record.h"

namespace allaprima {
namespace {

std::string said(const Making& making, const std::string& key) {
    for (const XmpValue& value : picture_says(making, "Alla Prima 9"))
        if (value.key == key)
            return value.value;
    return {};
}

TEST(PictureSays, WhoMadeItOfWhat) {
    const Making making = *testing::sample_record().making;
    EXPECT_EQ(said(making, "Xmp.dc.title"), "Portrait with a Flag");
    EXPECT_EQ(said(making, "Xmp.dc.creator"), "Bo Sample");
    EXPECT_EQ(said(making, "Xmp.dc.source"), "photograph by Dee Sample");
    EXPECT_EQ(said(making, "Xmp.xmpMM.DerivedFrom/stRef:documentID"), "sha256:" + std::string(64, '1'));
    EXPECT_EQ(said(making, "Xmp.xmpMM.History[2]/stEvt:action"), "placed");
    EXPECT_EQ(said(making, "Xmp.xmpMM.History[3]/stEvt:softwareAgent"), "Alla Prima 9");
}

TEST(PictureSays, NeverThatItWasGenerated) {
    Making making = *testing::sample_record().making;
    for (size_t type = 0; type < kSourceTypeWords.size(); ++type) {
        making.claims.source_type = static_cast<SourceType>(type);
        const std::string word = said(making, "Xmp.iptcExt.DigitalSourceType");
        EXPECT_TRUE(word.ends_with(kSourceTypeWords[type])) << word;
        EXPECT_EQ(word.find("ynthetic"), std::string::npos);
        EXPECT_EQ(word.find("rained"), std::string::npos);
    }
}

}  // namespace
}  // namespace allaprima
