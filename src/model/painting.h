#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

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
    Planned,   ///< Every stroke is there, the picture is not. Of the reference, a memory is left.
    Painted,   ///< The picture is being put in its place, or is there.
};

/// The word for each stage, in their order.
inline constexpr std::array kStageWords{"planning", "stopped", "planned", "painted"};

/// A file that the brief names, as it was when the painting was begun.
struct EnclosedFile {
    std::string name;  ///< As the brief that is kept has it.
    std::vector<unsigned char> bytes;

    bool operator==(const EnclosedFile&) const = default;
};

/// All that is known of a painting before its first stroke. Files are named as painting_file/kept_names.h
/// says; a name never tells what may be replaced.
struct PaintingStart {
    Brief brief;
    std::string software;      ///< Name and version of the program that began it.
    std::string photo_name;    ///< The photograph's file name without its folder.
    std::string photo_digest;  ///< SHA-256 of its bytes, 64 lower-case hexadecimal digits.
    Size photo_size;           ///< Of what was painted of it, in its file's pixels, upright.
    /// In which its file was read and where that was told, in words; empty in files of format 4 and before.
    std::string photo_colour_space;
    std::string output;   ///< Where the picture goes.
    Reference reference;  ///< Empty in a painting whose planning has ended.
    std::vector<Face> faces;
    std::vector<Sighting> others = {};  ///< As Study has them; none in files of format 5 and before.
    Image<float> focus;  ///< As Study has it, of the reference's size; empty without a reference.
    /// As Study has it; reduced where the reference is gone; empty where no figure was told apart.
    Image<float> figure;
    /// Share of each pixel in which each motif of the brief is seen, small; in steps of 1/65535. Empty where
    /// none was laid, and in files of format 5 and before.
    std::vector<Image<float>> motifs;
    Materials materials;                 ///< What it is painted with; the plan's are the same.
    std::vector<EnclosedFile> enclosed;  ///< Masks, marks, drawings and profiles: all but the motifs.

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
    /// Of what a painting whose planning has ended was painted from: the whole reference, then its close
    /// views, in 256 steps of each channel. Empty before, in files of format 6 and before, and once it was
    /// forgotten.
    std::vector<CloseView> remembered = {};
    std::optional<Plan> plan;  ///< Present in every stage but Planning.
    double planning_seconds = 0.0;
    double painting_seconds = 0.0;
    std::string picture_digest;  ///< SHA-256 of the picture made last, at start.output; empty before.
    std::string pixels_digest;   ///< Of its pixels as they were painted; empty before, and in older files.
    Record record;               ///< As it was written; whether it holds, check_record() tells.

    bool operator==(const Painting&) const = default;
};

/// All files that are enclosed together may not be larger.
inline constexpr size_t kMostEnclosedBytes = size_t{64} << 20;

}  // namespace allaprima
