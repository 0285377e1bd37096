#include "exporting/svg_metadata.h"

#include <gtest/gtest.h>

#include <vector>

namespace allaprima {
namespace {

using Kind = XmpValue::Kind;

TEST(SvgMetadata, TellsWhatHasAWordInDublinCore) {
    const std::vector<XmpValue> says{{Kind::Language, "Xmp.dc.title", "<Bild> & Rahmen"},
                                     {Kind::Names, "Xmp.dc.creator", "Bo Sample"},
                                     {Kind::Text, "Xmp.xmp.CreatorTool", "not told"}};
    const std::string text = svg_metadata(says);
    EXPECT_NE(text.find("<rdf:li xml:lang=\"x-default\">&lt;Bild&gt; &amp; Rahmen</rdf:li>"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("<dc:creator><rdf:Seq><rdf:li>Bo Sample</rdf:li></rdf:Seq></dc:creator></rdf"),
              std::string::npos)
        << text;
    EXPECT_EQ(text.find("not told"), std::string::npos);
}

TEST(SvgMetadata, OfNothingIsNothing) {
    EXPECT_EQ(svg_metadata({}), "");
}

}  // namespace
}  // namespace allaprima
