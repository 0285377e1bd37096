#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/record_report.h"
#include "engine/keep_record.h"
#include "engine/written_files.h"

namespace allaprima {
namespace {

struct RecordOptions {
    std::string painting_file, statement;
    bool template_file = false, json = false, json_ld = false;
    std::string key, noted_head, role, output;
    bool force = false;
    Signer signer;
};

/// Prints the record's last digest, if it was changed.
Status tell_head(const Result<std::string>& head) {
    if (!head)
        return head.error();
    return print(*head + "\n");
}

/// Whether the two files of "making" and "add" are named.
Status check_named(const RecordOptions& options, const char* word) {
    if (options.painting_file.empty() || options.statement.empty())
        return Error{
            fmt::format("name the painting and the statement, or ask for a --template; see 'allaprima "
                        "record {} --help'",
                        word),
            true};
    return Done{};
}

Status tell(const RecordOptions& options) {
    if (options.template_file)
        return print(template_of(WrittenKind::Making));
    if (const Status named = check_named(options, "making"); !named)
        return named;
    return tell_head(record_making_as_written(options.painting_file, options.statement));
}

Status add(const RecordOptions& options) {
    if (options.template_file)
        return print(template_of(WrittenKind::Entry));
    if (const Status named = check_named(options, "add"); !named)
        return named;
    return tell_head(record_entry_as_written(options.painting_file, options.statement));
}

Status sign(RecordOptions options) {
    const auto* const role =
        std::ranges::find(kRoleWords, options.role, [](const char* w) { return std::string(w); });
    if (role == kRoleWords.end())
        return Error{
            fmt::format("--as must be one of {}, not '{}'", fmt::join(kRoleWords, ", "), options.role), true};
    options.signer.role = static_cast<Role>(role - kRoleWords.begin());
    return tell_head(sign_recorded_entry(options.painting_file, options.signer, options.key));
}

Status show(const RecordOptions& options) {
    const Result<ToldRecord> record = tell_record(options.painting_file);
    if (!record)
        return record.error();
    return print(record_as_text(*record));
}

Status show_for_programs(const Result<nlohmann::ordered_json>& record) {
    if (!record)
        return record.error();
    // Bytes that are no letters must not keep the rest from being shown.
    return print(record->dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
}

Status show_as_asked(const RecordOptions& options) {
    if (options.json)
        return show_for_programs(tell_record_as_json(options.painting_file));
    return options.json_ld ? show_for_programs(tell_record_as_linked_art(options.painting_file))
                           : show(options);
}

Status check(const RecordOptions& options) {
    const Result<std::vector<Finding>> findings = check_recorded(options.painting_file, options.noted_head);
    if (!findings)
        return findings.error();
    if (const Status printed = print(findings_as_text(*findings)); !printed)
        return printed;
    return held(*findings, options.painting_file);
}

Status make_pdf(const RecordOptions& options, Status (*make)(const std::string&, const Destination&)) {
    if (const Status made = make(options.painting_file, {options.output, options.force}); !made)
        return made;
    return print(options.output + "\n");
}

constexpr const char* kRecordExplained =
    "A record says how a painting was made and how it went from hand to hand, and who says so. Entries are\n"
    "added and never changed; each holds the digest of the one before. 'making', 'add' and 'sign' print the\n"
    "last digest: note it elsewhere, and 'check --head' will show whether entries are missing at the end.\n\n"
    "Examples:\n"
    "  allaprima record making --template > making.toml\n"
    "  allaprima record making portrait.alla making.toml\n"
    "  allaprima record add portrait.alla gift.toml\n"
    "  allaprima record sign portrait.alla --entry 1 --as giver --key ada.pem\n"
    "  allaprima record check portrait.alla\n"
    "  allaprima record show portrait.alla --json-ld > portrait.jsonld\n"
    "  allaprima record label portrait.alla -o label.pdf";

Command& add_record_word(Command& command, const char* word, const char* description, Task& task,
                         std::function<Status()> work) {
    Command& added = add_command(command, word, description, kRecordExplained);
    on_command(added, task, std::move(work));
    return added;
}

using Options = std::shared_ptr<RecordOptions>;

/// "making" and "add": a painting and a statement about it, or the template of one.
void add_statement(Command& word, const Options& options, const char* help) {
    add_painting_to_change(word, options->painting_file, false);
    add_input(word, {.name = "FILE.toml", .help = help}, options->statement);
    add_switch(word, "--template", options->template_file,
               "Print such a file with every setting, its range and what it means");
}

void add_sign(Command& command, const Options& options, Task& task) {
    Command& word = add_record_word(command, "sign", "Sign an entry as one of its parties", task,
                                    [options] { return sign(*options); });
    add_painting_to_change(word, options->painting_file);
    add_number(word, {.name = "--entry", .placeholder = "N", .help = "The entry's number", .required = true},
               options->signer.entry);
    add_value(word,
              {.name = "--as",
               .placeholder = "ROLE",
               .help = "The signer's role in it, such as giver or receiver",
               .required = true},
              options->role);
    add_value(word,
              {.name = "--name", .placeholder = "NAME", .help = "Which of several parties of that role"},
              options->signer.name);
    add_input(word,
              {.name = "--key",
               .placeholder = "FILE.pem",
               .help = "The signer's private key, made with 'identity new'",
               .required = true},
              options->key);
}

/// "label" and "certificate".
void add_print(Command& word, const Options& options) {
    add_painting(word, options->painting_file);
    add_output(
        word,
        {.name = "-o,--output", .placeholder = "FILE.pdf", .help = "The PDF to write", .required = true},
        options->output, ends_in({".pdf"}));
    add_switch(word, "--force", options->force, "Replace a file that exists already");
}

}  // namespace

void add_record_command(Command& program, Task& task) {
    auto options = std::make_shared<RecordOptions>();
    Command& command =
        add_command(program, "record", "Record how a painting was made and how it went from hand to hand",
                    kRecordExplained);
    require_word(command);
    Command& making =
        add_record_word(command, "making", "Record what is claimed about the making, before the journey",
                        task, [options] { return tell(*options); });
    add_statement(making, options, "What is claimed about its making");
    Command& adding = add_record_word(command, "add", "Add an entry of the journey", task,
                                      [options] { return add(*options); });
    add_statement(adding, options, "The entry");
    add_sign(command, options, task);
    Command& showing = add_record_word(command, "show", "Show what is recorded", task,
                                       [options] { return show_as_asked(*options); });
    add_painting(showing, options->painting_file);
    add_switch(showing, "--json", options->json, "Print the same as JSON");
    add_switch(showing, "--json-ld", options->json_ld, "Print it as JSON-LD, in Linked Art 1.0");
    exclude(showing, "--json", "--json-ld");
    Command& checking =
        add_record_word(command, "check", "Say what is proven, what is only claimed and what does not hold",
                        task, [options] { return check(*options); });
    add_painting(checking, options->painting_file);
    add_value(checking,
              {.name = "--head", .placeholder = "SHA256", .help = "The last digest as you noted it earlier"},
              options->noted_head);
    add_print(add_record_word(command, "label", "Print a label to put beside the painting, as PDF", task,
                              [options] { return make_pdf(*options, print_label); }),
              options);
    add_print(add_record_word(command, "certificate", "Print a certificate of the record, as PDF", task,
                              [options] { return make_pdf(*options, print_certificate); }),
              options);
    add_record_word(command, "settings", "Print all settings of statements as tables in Markdown", task,
                    [] { return print(settings_of(WrittenKind::Entry)); });
}

}  // namespace allaprima
