#pragma once
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "files/child_process.h"

namespace allaprima::testing {

/// What ExifTool reads of a file: title, creator, rights and what was done; nothing where it is not there.
inline std::optional<std::string> read_by_exiftool(const std::string& path,
                                                   const std::vector<std::string>& tags) {
    std::vector<std::string> command{"exiftool", "-m", "-s3"};
    command.insert(command.end(), tags.begin(), tags.end());
    command.push_back(path);
    const Result<ChildAnswer> answer = run_child(command, "");
    return answer ? std::optional(answer->output) : std::nullopt;
}

/// Expects that ExifTool reads some_values() of a file, and finds no fault in it.
inline void expect_said(const std::string& path) {
    const std::optional<std::string> said = read_by_exiftool(
        path, {"-XMP-dc:Title", "-XMP-dc:Creator", "-XMP-dc:Rights", "-XMP-xmpMM:HistoryAction"});
    if (!said)
        GTEST_SKIP() << "Debian's libimage-exiftool-perl is not installed";
    EXPECT_EQ(*said, "<Mann> & Mütze\nBo Sample\nFree for all\nproduced\n");
    const std::optional<std::string> faults = read_by_exiftool(path, {"-warning", "-error", "-a"});
    EXPECT_EQ(faults, "") << "faults that ExifTool found";
}

}  // namespace allaprima::testing
