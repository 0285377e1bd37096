#include "record/print_record.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "base/test_folder.h"
#include "record/sample_record.h"

namespace allaprima {
namespace {

using testing::bytes_of_file;

/// How many pages its table of pages counts.
int pages_of(const std::string& pdf) {
    const size_t at = pdf.find("/Count ");
    return at == std::string::npos ? 0 : std::stoi(pdf.substr(at + 7));
}

TEST(PrintRecord, ALabelIsOnePageAndAShortCertificateOneSheet) {
    const testing::TestFolder folder;
    const Record record = testing::sample_record();
    ASSERT_TRUE(write_label(record, folder.at("label.pdf"), false).ok());
    ASSERT_TRUE(write_certificate(record, {}, folder.at("certificate.pdf"), false).ok());
    const std::string label = bytes_of_file(folder.at("label.pdf"));
    const std::string certificate = bytes_of_file(folder.at("certificate.pdf"));
    EXPECT_EQ(label.rfind("%PDF-", 0), 0u);
    EXPECT_EQ(certificate.rfind("%PDF-", 0), 0u);
    EXPECT_EQ(pages_of(label), 1);
    EXPECT_LE(pages_of(certificate), 2);
}

TEST(PrintRecord, ItsDateIsTheRecordsAndNotTheClocks) {
    const testing::TestFolder folder;
    ASSERT_TRUE(write_certificate(testing::sample_record(), {}, folder.at("certificate.pdf"), false).ok());
    // Of the last statement.
    EXPECT_NE(bytes_of_file(folder.at("certificate.pdf")).find("/CreationDate (20260601000000Z)"),
              std::string::npos);
}

TEST(PrintRecord, ALongJourneyGoesOnOnOtherPages) {
    const testing::TestFolder folder;
    Record record = testing::sample_record();
    for (int i = 0; i < 80; ++i)
        ASSERT_TRUE(add_entry(record, testing::sample_gift()).ok());
    ASSERT_TRUE(write_certificate(record, {}, folder.at("long.pdf"), false).ok());
    EXPECT_GE(pages_of(bytes_of_file(folder.at("long.pdf"))), 3);
}

TEST(PrintRecord, WhatAreNoLettersDoesNoHarm) {
    const testing::TestFolder folder;
    Record record = testing::sample_record();
    record.making->claims.title = "a\xff\x01\xc3";
    record.making->claims.painter = std::string(2000, '\x80');
    record.making->claims.medium = std::string("a\0b", 3);
    EXPECT_TRUE(write_certificate(record, {}, folder.at("certificate.pdf"), false).ok());
}

TEST(PrintRecord, ALabelIsSetSmallerUntilItFitsOrRefused) {
    const testing::TestFolder folder;
    Record record = testing::sample_record();
    record.making->claims.medium = std::string(300, 'm');
    ASSERT_TRUE(write_label(record, folder.at("label.pdf"), false).ok());
    EXPECT_EQ(pages_of(bytes_of_file(folder.at("label.pdf"))), 1);
    record.making->claims.medium = std::string(2000, 'm');
    EXPECT_FALSE(write_label(record, folder.at("other.pdf"), false).ok());
    EXPECT_EQ(folder.names(), std::vector<std::string>{"label.pdf"});
}

TEST(PrintRecord, AFileThatIsThereIsKeptUnlessAsked) {
    const testing::TestFolder folder;
    const Record record = testing::sample_record();
    std::ofstream(folder.at("label.pdf")) << "precious";
    const Status refused = write_label(record, folder.at("label.pdf"), false);
    ASSERT_FALSE(refused.ok());
    EXPECT_TRUE(refused.error().usage);
    EXPECT_EQ(bytes_of_file(folder.at("label.pdf")), "precious");
    EXPECT_TRUE(write_label(record, folder.at("label.pdf"), true).ok());
    EXPECT_EQ(folder.names(), std::vector<std::string>{"label.pdf"});
}

}  // namespace
}  // namespace allaprima
