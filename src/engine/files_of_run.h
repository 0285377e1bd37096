#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "model/brief.h"

namespace allaprima {

/// Every file that one run of a command reads and writes, also those that are only named by others: the
/// motifs of a brief, the sidecars of an output.
struct FilesOfRun {
    /// A file whose bytes are known, wherever it stands.
    struct KnownBytes {
        std::string sha256;
        std::string what;  ///< "the photograph that x.alla was painted from"
    };
    std::vector<std::string> read;
    std::vector<std::string> changed;       ///< In their place.
    std::vector<std::string> written;       ///< As a whole, in place of what was there.
    std::vector<std::string> folders;       ///< The same, with all that was in them.
    std::vector<KnownBytes> precious = {};  ///< Never replaced, under whatever name.
};

/// Refuses a run that would write what it reads, or one file twice: no name, link or way through folders
/// leads two of them to the same file. Nothing overrides it. What is written need not be there yet.
/// @return an error of usage.
Status check_apart(const FilesOfRun& files);

/// Adds what a brief names, and what the hand that it names names in turn.
void add_files_of_brief(const Brief& brief, FilesOfRun& files);

/// Adds what a painting file names, and the photograph that it was painted from. One that cannot be read adds
/// nothing: whoever reads it next says why.
void add_files_of_painting(const std::string& painting_file, FilesOfRun& files);

/// Where a painting says that its picture goes; empty where it cannot be read.
std::string picture_of_painting(const std::string& painting_file);

}  // namespace allaprima
