#include "engine/written_files.h"

#include <array>
#include <utility>

#include "briefs/describe_brief.h"
#include "briefs/read_head.h"
#include "briefs/read_record.h"
#include "engine/place_text.h"

namespace allaprima {
namespace {

/// What is told of one kind.
struct ToldOfKind {
    std::string (*blank)();
    std::string (*settings)();
};

/// In the order of WrittenKind.
constexpr std::array kTold{
    ToldOfKind{brief_template, brief_reference}, ToldOfKind{head_template, head_reference},
    ToldOfKind{making_template, record_reference}, ToldOfKind{entry_template, record_reference}};

const ToldOfKind& told_of(WrittenKind kind) {
    return kTold[static_cast<size_t>(kind)];
}

}  // namespace

std::string template_of(WrittenKind kind) {
    return told_of(kind).blank();
}

Status write_template(WrittenKind kind, const Destination& file) {
    Result<NewFile> made = NewFile::create(file.path, file.replace);
    if (!made)
        return made.error();
    return place_text(std::move(made).value(), template_of(kind));
}

std::string settings_of(WrittenKind kind) {
    return told_of(kind).settings();
}

Status check_robot_head(const std::string& file) {
    if (const Result<RobotHead> head = read_head(file); !head)
        return head.error();
    return Done{};
}

}  // namespace allaprima
