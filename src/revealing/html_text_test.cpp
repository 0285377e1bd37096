#include "revealing/html_text.h"

#include <gtest/gtest.h>

namespace allaprima {
namespace {

TEST(HtmlText, NothingInItIsTakenForMarkup) {
    EXPECT_EQ(html("<script>alert('a') & \"b\"</script>"),
              "&lt;script&gt;alert(&#39;a&#39;) &amp; &quot;b&quot;&lt;/script&gt;");
    for (int c = 0; c < 256; ++c) {
        const std::string text = html(std::string(1, static_cast<char>(c)));
        EXPECT_EQ(text.find_first_of("<>\"'"), std::string::npos) << c;
    }
}

TEST(HtmlText, LettersStayAndOtherBytesBecomeTheSignForThat) {
    EXPECT_EQ(html("Ære 漢字 🎨"), "Ære 漢字 🎨");
    const std::string sign = "\xEF\xBF\xBD";
    EXPECT_EQ(html("a\xFFz"), "a" + sign + "z");
    EXPECT_EQ(html("a\nb"), "a" + sign + "b");
    EXPECT_EQ(html("\xC3"), sign);
    EXPECT_EQ(html("\xED\xA0\x80"), sign + sign + sign) << "a surrogate";
    EXPECT_EQ(html("\xC0\xBC"), sign + sign) << "'<' spelled too long";
    EXPECT_EQ(html("\xC2\x85"), sign + sign) << "a control character of two bytes";
}

TEST(HtmlText, OnlyAddressesOfTheWebAreLinks) {
    EXPECT_EQ(linkable("https://courier.example/17"), "https://courier.example/17");
    EXPECT_EQ(linkable("javascript:alert(1)"), "");
    EXPECT_EQ(linkable("data:text/html,x"), "");
    EXPECT_EQ(linkable(""), "");
}

}  // namespace
}  // namespace allaprima
