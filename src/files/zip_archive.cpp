#include "files/zip_archive.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <vector>

namespace allaprima {

namespace fs = std::filesystem;

namespace {

bool is_packed_already(const fs::path& file) {
    constexpr std::array kPacked{".png", ".jpg", ".jpeg", ".webp", ".mp4", ".webm", ".gz", ".br"};
    return std::ranges::find(kPacked, file.extension().string()) != kPacked.end();
}

}  // namespace

ZipArchive::ZipArchive(const std::string& file) {
    int fault = 0;
    zip_.reset(zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &fault));
    if (!zip_)
        fault_ = "it cannot be made";
}

void ZipArchive::Discard::operator()(zip* archive) const {
    zip_discard(archive);
}

void ZipArchive::add_text(const std::string& name, const std::string& text) {
    if (zip_)
        add(name, zip_source_buffer(zip_.get(), text.data(), text.size(), 0), Packing::Stored);
}

void ZipArchive::add_file(const std::string& name, const std::string& path, Packing packing) {
    if (zip_)
        add(name, zip_source_file(zip_.get(), path.c_str(), 0, -1), packing);
}

void ZipArchive::add(const std::string& name, zip_source* source, Packing packing) {
    const zip_int64_t index = source ? zip_file_add(zip_.get(), name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
    const auto entry = static_cast<zip_uint64_t>(index);
    const zip_int32_t method = packing == Packing::Stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    // No hour of its own, so that the same files give the same bytes.
    constexpr zip_uint16_t kNoTime = 0, kFirstOfJanuary1980 = 33;
    if (index < 0 || zip_set_file_compression(zip_.get(), entry, method, 0) != 0 ||
        zip_file_set_dostime(zip_.get(), entry, kNoTime, kFirstOfJanuary1980, 0) != 0) {
        if (fault_.empty())
            fault_ = zip_strerror(zip_.get());
        if (source && index < 0)
            zip_source_free(source);
    }
}

Status ZipArchive::close(const std::string& path) {
    if (fault_.empty() && zip_close(zip_.get()) == 0)
        (void)zip_.release();
    else if (fault_.empty())
        fault_ = zip_strerror(zip_.get());
    if (!fault_.empty())
        return Error{fmt::format("cannot write {}: {}", path, fault_)};
    return Done{};
}

Status zip_folder(const fs::path& folder, const std::string& name, const std::string& file) {
    std::vector<fs::path> files;
    std::error_code fault;
    for (fs::recursive_directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault))
        if (at->is_regular_file(fault))
            files.push_back(at->path());
    if (fault)
        return Error{fmt::format("cannot read {}: {}", folder.string(), fault.message())};
    std::ranges::sort(files);
    ZipArchive archive(file);
    for (const fs::path& each : files)
        archive.add_file(
            (name / each.lexically_relative(folder)).generic_string(), each.string(),
            is_packed_already(each) ? ZipArchive::Packing::Stored : ZipArchive::Packing::Deflate);
    return archive.close(file);
}

}  // namespace allaprima
