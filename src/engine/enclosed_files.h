#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "files/temporary_folder.h"
#include "model/painting.h"

namespace allaprima {

/// Reads a file that a painting names, and puts it to those that it carries inside it: all of them together
/// may be as large as kMostEnclosedBytes.
Status enclose(const std::string& painting_file, const std::string& kept,
               std::vector<EnclosedFile>& enclosed);

/// Reads the files that a painting carries inside it: masks, marks, drawings and profiles.
///
/// @param kept the brief as the painting keeps it. A file that is named several times is enclosed once.
Result<std::vector<EnclosedFile>> read_files_to_enclose(const std::string& painting_file, Brief kept);

/// A painting's brief whose files can be read: those that the painting carries have been laid out in a
/// folder, as long as this lives; the others are where they are kept.
class ReadableBrief {
  public:
    static Result<ReadableBrief> of(const std::string& painting_file, const PaintingStart& start);

    const Brief& brief() const { return brief_; }

  private:
    ReadableBrief() = default;

    Brief brief_;
    std::unique_ptr<TemporaryFolder> folder_;
};

}  // namespace allaprima
