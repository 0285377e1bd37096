// The record of a painting as any front end keeps it: from values, without a command line.

#include "engine/keep_record.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/make_identity.h"
#include "painting_file/painting_fixture.h"

namespace allaprima {
namespace {

class KeepRecord : public testing_paintings::PaintingFileTest {
  protected:
    void SetUp() override {
        PaintingFileTest::SetUp();
        Result<PaintingFile> file = PaintingFile::create_planned(path_, testing_paintings::some_start(),
                                                                 testing_paintings::some_plan(), false);
        ASSERT_TRUE(file.ok());
        ASSERT_TRUE(file->save_picture("out.png", std::string(64, 'b'), 1.0).ok());
    }
    std::string at(const char* name) const { return (folder_ / name).string(); }

    static Source courier() { return {.outlet = "The Example Courier", .said = "2026-06"}; }
    Result<std::string> tell_the_making() const {
        return record_making(
            path_, {.title = "Portrait", .painter = "Bo Sample", .date = "2026-04", .source = courier()});
    }
    Result<std::string> tell_a_gift(int contradicts = 0) const {
        return record_entry(path_, {.kind = EntryKind::Gift,
                                    .contradicts = contradicts,
                                    .date = "2026-05",
                                    .source = courier(),
                                    .parties = {{Role::Giver, "Ada Sample"}, {Role::Receiver, "Bo Sample"}}});
    }
};

TEST_F(KeepRecord, EveryChangeTellsTheLastDigestByWhichALossIsSeen) {
    const Result<std::string> making = tell_the_making(), gift = tell_a_gift();
    ASSERT_TRUE(making.ok() && gift.ok());
    EXPECT_NE(*making, *gift);
    EXPECT_EQ(tell_record(path_)->head, *gift);
    const auto broken = [this](const std::string& noted_head) {
        return is_broken(*check_recorded(path_, noted_head));
    };
    EXPECT_FALSE(broken(*gift));
    EXPECT_TRUE(broken(std::string(64, '0')));
}

TEST_F(KeepRecord, ItIsToldWithItsSourcesAndItsSignatures) {
    ASSERT_TRUE(tell_the_making().ok() && tell_a_gift().ok() && tell_a_gift(1).ok());
    const Result<Identity> ada = make_identity(at("ada.pem"), "Ada Sample");
    ASSERT_TRUE(ada.ok());
    ASSERT_TRUE(sign_recorded_entry(path_, {.entry = 1, .role = Role::Giver}, ada->files.private_key).ok());
    const Result<ToldRecord> record = tell_record(path_);
    ASSERT_TRUE(record.ok());
    EXPECT_EQ(record->making->claims.title, "Portrait");
    EXPECT_EQ(record->making_said_by, "The Example Courier, 2026-06 (possible)");
    ASSERT_EQ(record->journey.size(), 1u);
    ASSERT_EQ(record->journey[0].size(), 2u);
    EXPECT_EQ(record->journey[0][0].words, "gift, 2026-05: giver Ada Sample, receiver Bo Sample");
    ASSERT_EQ(record->journey[0][0].signatures.size(), 1u);
    EXPECT_EQ(record->journey[0][0].signatures[0].key, ada->public_key);
    EXPECT_EQ(record->journey[0][1].contradicts, 1);
    EXPECT_TRUE(record->journey[0][1].signatures.empty());
    EXPECT_EQ(tell_record_as_json(path_)->at("head"), record->head);
}

TEST_F(KeepRecord, OfNothingRecordedNothingIsCheckedOrPrinted) {
    EXPECT_FALSE(tell_record(path_)->making);
    for (const std::string& refusal :
         {check_recorded(path_, "").error().message, print_label(path_, {at("label.pdf")}).error().message,
          print_certificate(path_, {at("certificate.pdf")}).error().message,
          tell_record_as_linked_art(path_).error().message})
        EXPECT_NE(refusal.find("nothing is recorded"), std::string::npos) << refusal;
    EXPECT_EQ(files_in_folder(), 1u);
}

TEST_F(KeepRecord, WhatDoesNotHoldIsNeitherAddedToNorCertified) {
    ASSERT_TRUE(tell_the_making().ok() && tell_a_gift().ok());
    Record changed = testing_paintings::loaded(path_).record;
    changed.entries[0].place = "elsewhere";
    ASSERT_TRUE(PaintingFile::open(path_)->save_record(changed).ok());
    EXPECT_TRUE(is_broken(*check_recorded(path_, "")));
    for (const std::string& refusal :
         {tell_a_gift().error().message, print_certificate(path_, {at("certificate.pdf")}).error().message})
        EXPECT_NE(refusal.find("does not hold"), std::string::npos) << refusal;
    EXPECT_EQ(testing_paintings::loaded(path_).record, changed);
}

}  // namespace
}  // namespace allaprima
