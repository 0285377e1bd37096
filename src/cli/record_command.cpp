#include <fmt/format.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "briefs/read_record.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/record_report.h"
#include "engine/load_painting.h"
#include "painting_file/painting_file.h"
#include "record/chain.h"
#include "record/check_record.h"
#include "record/linked_art.h"
#include "record/print_record.h"
#include "record/record_json.h"
#include "record/sign_entry.h"

namespace allaprima {
namespace {

struct RecordOptions {
    std::string painting_file, statement;
    bool template_file = false, json = false, json_ld = false;
    std::string key, noted_head, role, output;
    bool force = false;
    Signer signer;
};

/// Changes the record, if it holds so far, and keeps it. @param change makes the new record of the old one.
Status change_record(const std::string& path,
                     const std::function<Status(Record&, const MakingFacts&)>& change) {
    Result<PaintingFile> file = PaintingFile::open(path);
    if (!file)
        return file.error();
    if (const Status claimed = file->claim(); !claimed)
        return claimed.error();
    Result<Painting> painting = load_planned(*file);
    if (!painting)
        return painting.error();
    Record& record = painting->record;
    const MakingFacts facts = facts_of(*painting);
    if (is_broken(check_record(record, facts, "")))
        return Error{
            fmt::format("the record in {} does not hold, so nothing is added to it; to see why: allaprima "
                        "record check {}",
                        path, path)};
    if (const Status changed = change(record, facts); !changed)
        return changed.error();
    if (const Status saved = file->save_record(record); !saved)
        return saved.error();
    return print(fmt::format("{}\n", record_head(record)));
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
        return print(making_template());
    if (const Status named = check_named(options, "making"); !named)
        return named;
    const Result<MakingClaims> claims = read_making(options.statement);
    if (!claims)
        return claims.error();
    return change_record(options.painting_file, [&](Record& record, const MakingFacts& facts) {
        return tell_making(record, *claims, facts);
    });
}

Status add(const RecordOptions& options) {
    if (options.template_file)
        return print(entry_template());
    if (const Status named = check_named(options, "add"); !named)
        return named;
    const Result<Entry> entry = read_entry(options.statement);
    if (!entry)
        return entry.error();
    return change_record(options.painting_file,
                         [&](Record& record, const MakingFacts&) { return add_entry(record, *entry); });
}

Status sign(RecordOptions options) {
    const auto* const role =
        std::ranges::find(kRoleWords, options.role, [](const char* w) { return std::string(w); });
    if (role == kRoleWords.end())
        return Error{
            fmt::format("--as must be one of {}, not '{}'", fmt::join(kRoleWords, ", "), options.role), true};
    options.signer.role = static_cast<Role>(role - kRoleWords.begin());
    const Result<SigningKey> key = SigningKey::read(options.key);
    if (!key)
        return key.error();
    return change_record(options.painting_file, [&](Record& record, const MakingFacts&) {
        return sign_entry(record, options.signer, *key);
    });
}

Status show(const RecordOptions& options) {
    const Result<Painting> painting = load_painting(options.painting_file);
    if (!painting)
        return painting.error();
    const Record& record = painting->record;
    // Bytes that are no letters must not keep the rest from being shown.
    const auto spelt = [](const nlohmann::ordered_json& json) {
        return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
    };
    if (options.json)
        return print(spelt(record_as_json(record)));
    if (!options.json_ld)
        return print(record_as_text(record));
    if (!record.making)
        return Error{fmt::format("nothing is recorded in {}; begin with allaprima record making",
                                 options.painting_file)};
    return print(spelt(record_as_linked_art(record)));
}

/// A painting of which something is recorded.
Result<Painting> load_recorded(const std::string& path) {
    Result<Painting> painting = load_planned(path);
    if (painting && !painting->record.making)
        return Error{
            fmt::format("nothing is recorded in {}: begin with allaprima record making, or check whether a "
                        "copy holds more",
                        path)};
    return painting;
}

Status check(const RecordOptions& options) {
    const Result<Painting> painting = load_recorded(options.painting_file);
    if (!painting)
        return painting.error();
    const std::vector<Finding> findings =
        check_record(painting->record, facts_of(*painting), options.noted_head);
    if (const Status printed = print(findings_as_text(findings)); !printed)
        return printed;
    return held(findings, options.painting_file);
}

Status print_label(const RecordOptions& options) {
    const Result<Painting> painting = load_recorded(options.painting_file);
    if (!painting)
        return painting.error();
    if (const Status written = write_label(painting->record, options.output, options.force); !written)
        return written.error();
    return print(options.output + "\n");
}

Status print_certificate(const RecordOptions& options) {
    const Result<Painting> painting = load_recorded(options.painting_file);
    if (!painting)
        return painting.error();
    const std::vector<Finding> findings = check_record(painting->record, facts_of(*painting), "");
    if (is_broken(findings))
        return Error{fmt::format(
            "the record in {} does not hold, so nothing is certified; to see why: allaprima record check {}",
            options.painting_file, options.painting_file)};
    if (const Status written = write_certificate(painting->record, findings, options.output, options.force);
        !written)
        return written.error();
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
    Command& showing =
        add_record_word(command, "show", "Show what is recorded", task, [options] { return show(*options); });
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
                              [options] { return print_label(*options); }),
              options);
    add_print(add_record_word(command, "certificate", "Print a certificate of the record, as PDF", task,
                              [options] { return print_certificate(*options); }),
              options);
    add_record_word(command, "settings", "Print all settings of statements as tables in Markdown", task,
                    [] { return print(record_reference()); });
}

}  // namespace allaprima
