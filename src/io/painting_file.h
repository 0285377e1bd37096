#pragma once
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "io/database.h"
#include "io/file_lock.h"
#include "model/brief.h"
#include "model/plan.h"
#include "model/plan_state.h"
#include "model/record.h"
#include "model/reference.h"
#include "model/study.h"

namespace allaprima {

/// How far a painting has come.
enum class Stage {
    Planning,  ///< Strokes are being sought. The reference is there to go on from.
    Stopped,   ///< Someone ended the planning early: there is a plan, and the reference to go on from.
    Planned,   ///< Every stroke is there, the picture is not. The reference is gone.
    Painted,   ///< The picture is being put in its place, or is there.
};

/// The word for each stage, in their order.
inline constexpr std::array kStageWords{"planning", "stopped", "planned", "painted"};

/// All that is known of a painting before its first stroke. Files are named as io/kept_names.h says; a name
/// never tells what may be replaced.
struct PaintingStart {
    Brief brief;
    std::string software;      ///< Name and version of the program that began it.
    std::string photo_name;    ///< The photograph's file name without its folder.
    std::string photo_digest;  ///< SHA-256 of its bytes, 64 lower-case hexadecimal digits.
    Size photo_size;           ///< As its file holds it, upright.
    std::string output;        ///< Where the picture goes.
    Reference reference;       ///< Empty in a painting whose planning has ended.
    std::vector<Face> faces;
    Image<float> focus;   ///< As Study has them, of the reference's size; empty without a reference,
    Image<float> figure;  ///< and where no figure was told apart.
    Materials materials;  ///< What it is painted with; the plan's are the same.

    bool operator==(const PaintingStart&) const = default;
};

/// What one round of planning came to.
struct JournalLine {
    int round = 0;
    int strokes = 0;       ///< After the round.
    double seconds = 0.0;  ///< Of planning, from its beginning to the round's end.

    bool operator==(const JournalLine&) const = default;
};

/// A painting as its file tells it.
struct Painting {
    PaintingStart start;
    Stage stage = Stage::Planning;
    PlanState state;  ///< Of the last round saved; empty before the first and when planning has ended.
    std::vector<JournalLine> journal;
    std::optional<Plan> plan;  ///< Present in every stage but Planning.
    double planning_seconds = 0.0;
    double painting_seconds = 0.0;
    std::string picture_digest;  ///< SHA-256 of the picture made last, at start.output; empty before.
    Record record;               ///< As it was written; whether it holds, check_record() tells.

    bool operator==(const Painting&) const = default;
};

/// The file `NAME.alla`: one SQLite database that is complete after every change, also when the program is
/// killed or the power fails in the middle of one.
///
/// The reference is dropped, and its bytes are overwritten, once planning has ended: a finished painting does
/// not carry the photograph.
class PaintingFile {
  public:
    /// Begins a painting file; it appears at `path` complete with its start or not at all. A file that is
    /// there already is an error of usage unless `replace`.
    static Result<PaintingFile> create(const std::string& path, const PaintingStart& start, bool replace);

    /// The same for a painting whose strokes are there already: what it appears with is Stage::Planned.
    static Result<PaintingFile> create_planned(const std::string& path, const PaintingStart& start,
                                               const Plan& plan, bool replace);

    /// Opens a painting, in order to go on with it where the file may be written. What is not a painting,
    /// is damaged or was made by a newer version is refused.
    static Result<PaintingFile> open(const std::string& path);

    /// Keeps other runs from going on with this painting while the object lives; an error when one does. A
    /// painting just created is claimed already.
    Status claim();

    /// Reads everything and trusts nothing: each value is held against its range.
    Result<Painting> load();

    /// Reads no more of the start than what tells of other files: the brief, the photograph's name and
    /// digest, and where the picture goes.
    Result<PaintingStart> load_names();

    /// Replaces the state saved last and adds the round's line to the journal.
    Status save_round(const PlanState& state);
    /// Keeps the strokes; with Stage::Planned the state and the reference go.
    Status save_plan(const Plan& plan, Stage stage, double planning_seconds);
    Status save_stage(Stage stage);
    /// Notes which picture was made of the plan, where it goes and in what time. @param path as kept.
    Status save_picture(const std::string& path, const std::string& digest, double painting_seconds);

    /// Replaces what is recorded of the painting's making and journey.
    Status save_record(const Record& record);

    const std::string& path() const { return path_; }

  private:
    PaintingFile(std::string path, Database database)
        : path_(std::move(path)), database_(std::move(database)) {}
    static Result<PaintingFile> create_with(const std::string& path, const PaintingStart& start, bool replace,
                                            const std::function<void(Database&)>& write_more);
    /// Ends what load() began. An error says that the file is damaged, and in what.
    Status end_reading();
    Status saved();

    std::string path_;
    // Closed after the database: closing any descriptor of a file lets go of what SQLite has locked in it.
    FileLock lock_;
    Database database_;
};

}  // namespace allaprima
