#include "model/export_settings.h"

#include <gtest/gtest.h>

#include <set>

namespace allaprima {
namespace {

TEST(ExportSettings, EachHasItsOwnNameAGroupAndIsExplained) {
    std::set<std::string> names;
    for (const ExportSetting& setting : export_settings()) {
        EXPECT_TRUE(names.insert(setting.name).second) << setting.name;
        EXPECT_FALSE(setting.table.empty()) << setting.name;
        EXPECT_FALSE(setting.help.empty()) << setting.name;
        EXPECT_EQ(setting.placeholder.empty(), setting.range.empty()) << setting.name;
        EXPECT_EQ(setting.placeholder.empty(), setting.form == Form::Switch) << setting.name;
    }
}

TEST(ExportSettings, AStandardIsAllowed) {
    for (const ExportSetting& setting : export_settings()) {
        ExportSettings asked;
        if (!setting.standard.empty() && setting.example.empty()) {
            EXPECT_TRUE(apply(setting, setting.standard, asked).ok()) << setting.name;
        }
    }
}

}  // namespace
}  // namespace allaprima
