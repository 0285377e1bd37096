#include "engine/files_of_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "briefs/read_hand.h"
#include "files/digest.h"
#include "model/brief_files.h"
#include "painting_file/kept_names.h"
#include "painting_file/painting_file.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

fs::path without_links(const std::string& path) {
    std::error_code fault;
    const fs::path full = fs::weakly_canonical(fs::absolute(path, fault), fault);
    return full.has_filename() ? full : full.parent_path();
}

bool are_one_file(const std::string& a, const std::string& b) {
    std::error_code fault;
    if (fs::equivalent(a, b, fault))
        return true;
    return without_links(a) == without_links(b);
}

bool is_within(const std::string& file, const std::string& folder) {
    const fs::path inner = without_links(file), outer = without_links(folder);
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

using Paths = std::vector<std::string>;

Status check_one_by_one(const Paths& some, const Paths& others) {
    for (const std::string& one : some)
        for (const std::string& other : others)
            if (are_one_file(one, other))
                return Error{fmt::format("{} and {} are the same file; give different names", one, other),
                             true};
    return Done{};
}

Status check_among(const Paths& outputs) {
    for (size_t i = 1; i < outputs.size(); ++i)
        if (const Status apart =
                check_one_by_one({outputs[i - 1]}, {outputs.begin() + long(i), outputs.end()});
            !apart)
            return apart;
    return Done{};
}

Status check_folders(const FilesOfRun& files) {
    for (const std::string& folder : files.folders)
        for (const Paths* others : {&files.read, &files.changed, &files.written})
            for (const std::string& file : *others)
                if (is_within(file, folder))
                    return Error{
                        fmt::format("{} is in the folder {}, which is written as a whole; give another name",
                                    file, folder),
                        true};
    return Done{};
}

Status check_precious(const FilesOfRun& files) {
    if (files.precious.empty())
        return Done{};
    for (const std::string& output : files.written) {
        std::error_code ignored;
        if (!fs::is_regular_file(output, ignored))
            continue;
        const Result<std::string> digest = sha256_of_file(output);
        const auto known = std::ranges::find_if(files.precious, [&](const FilesOfRun::KnownBytes& precious) {
            return digest && *digest == precious.sha256;
        });
        if (known != files.precious.end())
            return Error{fmt::format("{} is {}; give another name", output, known->what), true};
    }
    return Done{};
}

Result<PaintingStart> names_in_painting(const std::string& painting_file) {
    Result<PaintingFile> file = PaintingFile::open(painting_file);
    if (!file)
        return file.error();
    return file->load_names();
}

}  // namespace

Status check_apart(const FilesOfRun& files) {
    Paths outputs = files.changed;
    outputs.insert(outputs.end(), files.written.begin(), files.written.end());
    for (const Status& apart : {check_one_by_one(files.read, outputs), check_among(outputs),
                                check_folders(files), check_precious(files)})
        if (!apart)
            return apart;
    return Done{};
}

void add_files_of_brief(const Brief& brief, FilesOfRun& files) {
    const auto add = [&files](const std::vector<std::string>& names) {
        files.read.insert(files.read.end(), names.begin(), names.end());
    };
    add(files_named_in(brief));
    if (const Result<Hand> hand = read_hand(brief.hand))
        add(files_named_in(*hand));
}

void add_files_of_painting(const std::string& painting_file, FilesOfRun& files) {
    const Result<PaintingStart> start = names_in_painting(painting_file);
    if (!start)
        return;
    add_files_of_brief(brief_of_kept(painting_file, start->brief), files);
    files.precious.push_back(
        {start->photo_digest, fmt::format("the photograph that {} was painted from", painting_file)});
}

std::string picture_of_painting(const std::string& painting_file) {
    const Result<PaintingStart> start = names_in_painting(painting_file);
    return start ? place_of_kept(painting_file, start->output) : std::string();
}

}  // namespace allaprima
