#include "engine/enclosed_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <utility>

#include "files/ordinary_file.h"
#include "model/brief_files.h"
#include "painting_file/kept_names.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

/// Its name begins with a number, so that no two are alike and none is a folder's, and is not too long for
/// any disk.
Result<std::string> lay_out(const EnclosedFile& file, size_t number, const fs::path& folder) {
    const fs::path place =
        folder / fmt::format("{}-{}", number, fs::path(file.name).filename().string().substr(0, 100));
    std::ofstream out(place, std::ios::binary);
    out.write(reinterpret_cast<const char*>(file.bytes.data()),
              static_cast<std::streamsize>(file.bytes.size()));
    if (!out.flush())
        return Error{fmt::format("cannot write to {}: make room there, or set TMPDIR to another folder",
                                 folder.string())};
    return place.string();
}

}  // namespace

Status enclose(const std::string& painting_file, const std::string& kept,
               std::vector<EnclosedFile>& enclosed) {
    const std::string place = place_of_kept(painting_file, kept);
    const Result<FileToRead> in = open_ordinary_file(place);
    if (!in)
        return in.error();
    size_t room = kMostEnclosedBytes;
    for (const EnclosedFile& other : enclosed)
        room -= other.bytes.size();
    EnclosedFile file{kept, {}};
    std::array<unsigned char, 1 << 16> chunk{};
    while (const size_t count = std::fread(chunk.data(), 1, chunk.size(), in->get())) {
        file.bytes.insert(file.bytes.end(), chunk.begin(),
                          chunk.begin() + static_cast<std::ptrdiff_t>(count));
        if (file.bytes.size() > room)
            return Error{
                fmt::format(
                    "{} is too large: the masks, drawings and profiles inside a painting have at most "
                    "{} MB together",
                    place, kMostEnclosedBytes >> 20),
                true};
    }
    if (std::ferror(in->get()) != 0)
        return Error{fmt::format("cannot read {}", place)};
    enclosed.push_back(std::move(file));
    return Done{};
}

Result<std::vector<EnclosedFile>> read_files_to_enclose(const std::string& painting_file, Brief kept) {
    std::vector<EnclosedFile> files;
    Status read = Done{};
    visit_files_to_enclose(kept, [&](const std::string& name) {
        if (read && std::ranges::find(files, name, &EnclosedFile::name) == files.end())
            read = enclose(painting_file, name, files);
    });
    if (!read)
        return read.error();
    return files;
}

Result<ReadableBrief> ReadableBrief::of(const std::string& painting_file, const PaintingStart& start) {
    ReadableBrief readable;
    std::map<std::string, std::string> places;
    if (!start.enclosed.empty()) {
        readable.folder_ = std::make_unique<TemporaryFolder>();
        if (readable.folder_->path().empty())
            return Error{
                "there is no folder for temporary files, and the files inside the painting need one: set "
                "TMPDIR"};
    }
    for (const EnclosedFile& file : start.enclosed) {
        Result<std::string> place = lay_out(file, places.size(), readable.folder_->path());
        if (!place)
            return place.error();
        places[file.name] = std::move(place).value();
    }
    readable.brief_ = start.brief;
    visit_files(readable.brief_, [&](std::string& name) {
        const auto enclosed = places.find(name);
        name = enclosed != places.end() ? enclosed->second : place_of_kept(painting_file, name);
    });
    return readable;
}

}  // namespace allaprima
