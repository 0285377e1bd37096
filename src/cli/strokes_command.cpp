#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/outcome_in_words.h"
#include "cli/printing.h"
#include "model/setting_values.h"
#include "retouching/edit_painting.h"

namespace allaprima {
namespace {

struct StrokesOptions {
    EditWish wish;
    bool force = false;
};

constexpr int kHighestStroke = 100'000'000;

std::optional<int> stroke_number(std::string_view text) {
    return setting_values::number(text, 0, kHighestStroke);
}

/// "12,15"
Status take_removed(std::string_view text, StrokeEdits& edits) {
    for (size_t from = 0; from <= text.size();) {
        const size_t comma = std::min(text.find(',', from), text.size());
        const std::optional<int> stroke = stroke_number(text.substr(from, comma - from));
        if (!stroke)
            return Error{fmt::format("--remove must be numbers of strokes, like 12 or 12,15, not '{}'", text),
                         true};
        edits.remove.push_back(*stroke);
        from = comma + 1;
    }
    return Done{};
}

/// "20:accents"
Status take_moved(std::string_view text, StrokeEdits& edits) {
    const size_t colon = text.find(':');
    const std::optional<int> stroke = stroke_number(text.substr(0, colon));
    if (!stroke || colon == std::string_view::npos || colon + 1 == text.size())
        return Error{
            fmt::format("--move must be the number of a stroke and a pass, like 20:accents, not '{}'", text),
            true};
    edits.move.push_back({*stroke, std::string(text.substr(colon + 1))});
    return Done{};
}

Status edit_single_strokes(const StrokesOptions& options) {
    EditWish wish = options.wish;
    if (wish.edits == StrokeEdits{})
        return Error{"say which strokes: --remove 12,15, --move 20:accents", true};
    wish.painting.replace = options.force;
    const Result<Painted> painted = edit_painting(wish);
    if (!painted)
        return painted.error();
    if (const Status told = tell_warnings(painted->warnings); !told)
        return told;
    return print(fmt::format("{}\n{}\n", in_words(painted->strokes), painted->painting_file));
}

constexpr const char* kStrokesExamples =
    "Strokes are numbered in painting order, from 0, as 'allaprima export portrait.alla -o strokes.json' "
    "lists\n"
    "them. One that is moved is laid last of its new pass; 'allaprima show portrait.alla' names the passes. "
    "The\n"
    "painting itself is not changed: a new one is made.\n\n"
    "Examples:\n"
    "  allaprima strokes portrait.alla --remove 12,15 -o portrait-2.alla\n"
    "  allaprima strokes portrait.alla --remove 7 --move 20:accents --move 3:detail -o portrait-2.alla";

}  // namespace

void add_strokes_command(Command& program, Task& task) {
    auto options = std::make_shared<StrokesOptions>();
    Command& command =
        add_command(program, "strokes",
                    "Take single strokes out of a painting, or lay them with another pass", kStrokesExamples);
    add_painting(command, options->wish.painting_file);
    add_checked_value(
        command,
        {.name = "--remove", .placeholder = "N[,N…]", .help = "Strokes that are taken out; may be repeated"},
        [options](const std::string& text) { return take_removed(text, options->wish.edits); },
        {.repeats = true});
    add_checked_value(
        command,
        {.name = "--move",
         .placeholder = "N:PASS",
         .help = "A stroke that is laid with those of another pass, after them; may be repeated"},
        [options](const std::string& text) { return take_moved(text, options->wish.edits); },
        {.repeats = true});
    add_painting_to_write(
        command,
        {.name = "-o,--output", .placeholder = "OUT", .help = "The new painting (.alla)", .required = true},
        options->wish.painting.path);
    add_switch(command, "--force", options->force, "Replace a file that exists already");
    on_command(command, task, [options] { return edit_single_strokes(*options); });
}

}  // namespace allaprima
