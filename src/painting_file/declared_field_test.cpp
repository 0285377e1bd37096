// What a new field costs: it is declared in one place, and everything that is told of it follows.
#include <gtest/gtest.h>

#include "briefs/describe_settings.h"
#include "model/declared_settings.h"
#include "painting_file/canonical_text.h"
#include "painting_file/json_members.h"
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

TEST(DeclaredField, IsToldToPrograms) {
    EXPECT_EQ(json_of(Varnish{}).dump(), R"({"gloss_share":0.25})");
}

/// The names of what a brush or a hand declares: its name, and each setting.
template <typename Settings>
std::vector<std::string> names_of(const Settings& settings) {
    std::vector<std::string> names{"name"};
    for (const auto& setting : settings)
        names.emplace_back(setting.name);
    return names;
}

/// A setting that is not declared would leave room behind those that are.
TEST(DeclaredField, OfABrushIsOneLineForEachNumber) {
    EXPECT_EQ(sizeof(Brush), sizeof(std::string) + brush_settings().size() * sizeof(float));
    EXPECT_EQ(column_names<Brush>(), names_of(brush_settings()));
    EXPECT_EQ(json_of(Brush{}).size(), 1 + brush_settings().size());
    for (const BrushSetting& setting : brush_settings()) {
        Brush brush;
        brush.*setting.member = setting.low == brush.*setting.member ? setting.high : setting.low;
        EXPECT_NE(json_of(brush), json_of(Brush{})) << setting.name;
    }
}

/// Gives a setting of a hand another value.
struct Changed {
    Hand& hand;
    const HandSetting& setting;

    void operator()(float Hand::*member) const {
        hand.*member = setting.low == hand.*member ? setting.high : setting.low;
    }
    void operator()(bool Hand::*member) const { hand.*member = !(hand.*member); }
    void operator()(std::string Hand::*member) const { hand.*member += ", another"; }
    void operator()(std::optional<Rgb> Hand::*member) const { hand.*member = Rgb{0.5f, 0.25f, 0.125f}; }
};

TEST(DeclaredField, OfAHandIsOneLineForEachSetting) {
    std::vector<std::string> columns = names_of(hand_settings());
    std::ranges::replace(columns, std::string("ground"), std::string("ground_red"));
    columns.insert(columns.end(), {"ground_green", "ground_blue"});
    EXPECT_EQ(column_names<Hand>(), columns);
    for (const HandSetting& setting : hand_settings()) {
        Hand hand;
        std::visit(Changed{hand, setting}, setting.member);
        CanonicalText usual, other;
        Hand standard;
        visit_fields(usual, standard);
        visit_fields(other, hand);
        EXPECT_NE(usual.take(), other.take()) << setting.name;
        EXPECT_NE(json_of(hand), json_of(standard)) << setting.name;
    }
}

}  // namespace
}  // namespace allaprima::painting_fields
