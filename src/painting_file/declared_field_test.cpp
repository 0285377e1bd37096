// What a new field costs: it is declared in one place, and everything that is told of it follows.
#include <gtest/gtest.h>

#include "briefs/describe_settings.h"
#include "model/declared_settings.h"
#include "painting_file/canonical_text.h"
#include "painting_file/painting_columns.h"

namespace allaprima::painting_fields {
namespace {

/// A noun with one field, declared once.
struct Varnish {
    float gloss = 0.25f;
};

template <typename Visitor>
void visit_fields(Visitor& visitor, Varnish& varnish) {
    visitor.real(Declared{.name = "gloss",
                          .column = "gloss_share",
                          .placeholder = "SHARE",
                          .help = "How much the varnish shines: 0 matt, 1 glossy",
                          .table = "varnish"},
                 varnish.gloss, kShare);
}

TEST(DeclaredField, CanBeAskedForFromItsDeclarationAlone) {
    const std::vector<Setting<Varnish>> settings = settings_of_fields<Varnish>();
    ASSERT_EQ(settings.size(), 1u);
    const Setting<Varnish>& gloss = settings.front();
    EXPECT_EQ(gloss.name, "gloss");
    EXPECT_EQ(gloss.range, "0 to 1");
    EXPECT_EQ(gloss.standard, "0.25");
    EXPECT_EQ(gloss.table, "varnish");
    EXPECT_EQ(gloss.form, Form::Number);
    Varnish varnish;
    EXPECT_TRUE(apply(gloss, "0.5", varnish).ok());
    EXPECT_EQ(varnish.gloss, 0.5f);
    EXPECT_EQ(apply(gloss, "1.5", varnish).error().message, "gloss must be 0 to 1, not '1.5'");
    EXPECT_EQ(varnish.gloss, 0.5f);
}

TEST(DeclaredField, IsToldInTemplatesAndDocuments) {
    const Setting<Varnish> gloss = settings_of_fields<Varnish>().front();
    EXPECT_EQ(
        as_comment(gloss),
        "# How much the varnish shines: 0 matt, 1 glossy (0 to 1); if left out: 0.25.\n# gloss = 0.25\n");
    EXPECT_EQ(
        as_row(gloss, "`--gloss`"),
        "| `gloss = 0.25` | 0 to 1 | 0.25 | How much the varnish shines: 0 matt, 1 glossy | `--gloss` |\n");
}

TEST(DeclaredField, IsAColumnOfPaintingFilesAndALineOfDigests) {
    EXPECT_EQ(column_names<Varnish>(), std::vector<std::string>{"gloss_share"});
    Varnish varnish;
    CanonicalText text;
    visit_fields(text, varnish);
    EXPECT_EQ(text.take(), "gloss_share 4:0.25\n");
}

}  // namespace
}  // namespace allaprima::painting_fields
