#pragma once
#include <cstdint>
#include <functional>
#include <string>

#include "base/result.h"
#include "files/file_lock.h"
#include "model/painting.h"
#include "painting_file/database.h"

namespace allaprima {

/// The file `NAME.alla`: one SQLite database that is complete after every change, also when the program is
/// killed or the power fails in the middle of one.
///
/// The reference is dropped, and its bytes are overwritten, once planning has ended. What is left of it are
/// views of planning size in 256 steps (Painting::remembered), so that the painting can be worked over; they
/// can be forgotten. A finished painting does not carry the photograph itself.
class PaintingFile {
  public:
    /// Begins a painting file; it appears at `path` complete with its start or not at all. A file that is
    /// there already is an error of usage unless `replace`.
    static Result<PaintingFile> create(const std::string& path, const PaintingStart& start, bool replace);

    /// The same for a painting whose strokes are there already: what it appears with is Stage::Planned.
    static Result<PaintingFile> create_planned(const std::string& path, const PaintingStart& start,
                                               const Plan& plan, bool replace);

    /// The same with all that a painting holds.
    static Result<PaintingFile> create_like(const std::string& path, const Painting& painting, bool replace);

    /// Opens a painting, in order to go on with it where the file may be written. What is not a painting is
    /// refused; what is damaged, or holds what only a newer version knows, when it is read.
    static Result<PaintingFile> open(const std::string& path);

    /// Keeps other runs from going on with this painting while the object lives; an error when one does. A
    /// painting just created is claimed already. One of an older format is brought to the present one first,
    /// in one step: whatever is changed is of the present format.
    Status claim();

    /// Of the file, as it was opened or as claim() has left it.
    uint32_t format() const { return format_; }

    /// Reads everything and trusts nothing: each value is held against its range.
    Result<Painting> load();

    /// Reads no more of the start than what tells of other files: the brief, the photograph's name and
    /// digest, and where the picture goes.
    Result<PaintingStart> load_names();

    /// The same, with the files that it carries inside it.
    Result<PaintingStart> load_enclosed();

    /// Replaces the state saved last and adds the round's line to the journal.
    Status save_round(const PlanState& state);
    /// Keeps the strokes; with Stage::Planned the state and the reference go.
    Status save_plan(const Plan& plan, Stage stage, double planning_seconds);
    Status save_stage(Stage stage);
    /// Notes which picture was made of the plan, where it goes and in what time. @param path as kept.
    /// @param digest of its file. @param pixels those of them; empty: they are not known.
    Status save_picture(const std::string& path, const std::string& digest, double painting_seconds,
                        const std::string& pixels = {});

    /// Replaces the files that the painting carries.
    Status save_enclosed(const std::vector<EnclosedFile>& files);

    /// Overwrites what is remembered of the reference.
    Status forget();

    /// Replaces what is recorded of the painting's making and journey.
    Status save_record(const Record& record);

    const std::string& path() const { return path_; }

  private:
    PaintingFile(std::string path, uint32_t format, Database database)
        : path_(std::move(path)), format_(format), database_(std::move(database)) {}
    static Result<PaintingFile> create_with(const std::string& path, bool replace,
                                            const std::function<void(Database&)>& write);
    Result<PaintingStart> load_start(bool with_enclosed);
    /// Ends what load() began. An error says that the file is damaged, and in what.
    Status end_reading();
    Status saved();

    /// Writes it again, in the present format.
    Status upgrade();

    std::string path_;
    uint32_t format_;
    // Closed after the database: closing any descriptor of a file lets go of what SQLite has locked in it.
    FileLock lock_;
    Database database_;
};

}  // namespace allaprima
