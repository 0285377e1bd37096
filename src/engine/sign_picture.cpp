#include "engine/sign_picture.h"

#include <fmt/format.h>

#include <filesystem>

#include "engine/keep_record.h"
#include "engine/load_painting.h"
#include "engine/show_credentials.h"
#include "engine/version.h"
#include "files/new_file.h"
#include "files/temporary_folder.h"
#include "record/check_record.h"
#include "record/credentials.h"
#include "record/credentials_component.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

UnsignedFile unsigned_file(const std::string& path, const std::string& picture,
                           const PreparedSigning& signer) {
    return {path, credentials_mime(picture), signer.photo};
}

}  // namespace

void add_files_of_signing(const CredentialsWish& signing, FilesOfRun& files) {
    if (!signing.key.empty() && signing.certificate.empty())
        files.read.push_back(local_certificate_path(signing.key));
}

Result<PreparedSigning> prepare_signing(const CredentialsWish& signing, const Painting& painting,
                                        const std::string& painting_file, const std::string& picture) {
    if (const Status fits = check_carries_credentials(picture); !fits)
        return fits.error();
    const Record& record = painting.record;
    if (!record.making)
        return Error{
            fmt::format("nothing is recorded in {}, so there is nothing to sign; begin with allaprima "
                        "record making",
                        painting_file)};
    if (const Status holds =
            check_holds(check_record(record, facts_of(painting)), painting_file, "nothing is signed");
        !holds)
        return holds.error();
    Result<ClaimSigner> claim = read_claim_signer(signing.key, signing.certificate, now());
    if (!claim)
        return claim.error();
    if (!signing.photo.empty())
        if (const Status right = check_photo(record.making->facts, signing.photo); !right)
            return right.error();
    if (const Result<std::string> component = find_credentials_component(); !component)
        return component.error();
    return PreparedSigning{*record.making, std::move(claim).value(), signing.photo};
}

Status sign_in_place(const std::string& complete_file, const std::string& picture,
                     const PreparedSigning& signer) {
    const TemporaryFolder folder;
    if (folder.path().empty())
        return Error{"there is no folder for temporary files, and signing the picture needs one: set TMPDIR"};
    const fs::path signed_file = folder.path() / "signed";
    if (const Status made = sign_file(unsigned_file(complete_file, picture, signer), signer.making,
                                      signer.claim, std::string(version()), signed_file.string());
        !made)
        return made;
    // Into the same file: others may hold it open.
    std::error_code fault;
    fs::copy_file(signed_file, complete_file, fs::copy_options::overwrite_existing, fault);
    if (fault)
        return Error{fmt::format("cannot write {}: {}", picture, fault.message())};
    return Done{};
}

Result<std::string> sign_picture(const SigningWish& wish) {
    if (credentials_mime(wish.picture) != credentials_mime(wish.signed_picture.path))
        return Error{fmt::format("{} must be of the same kind as {}: the picture stays as it is",
                                 wish.signed_picture.path, wish.picture),
                     true};
    std::error_code ignored;
    if (!fs::is_regular_file(wish.picture, ignored))
        return Error{fmt::format("{} cannot be opened: there is no such file", wish.picture), true};
    const Result<Painting> painting = load_planned(wish.painting_file);
    if (!painting)
        return painting.error();
    const Result<PreparedSigning> signer =
        prepare_signing(wish.signing, *painting, wish.painting_file, wish.picture);
    if (!signer)
        return signer.error();
    Result<NewFile> file = NewFile::create(wish.signed_picture.path, wish.signed_picture.replace);
    if (!file)
        return file.error();
    std::error_code fault;
    fs::copy_file(wish.picture, file->temporary_path(), fs::copy_options::overwrite_existing, fault);
    if (fault)
        return Error{fmt::format("cannot write {}: {}", wish.signed_picture.path, fault.message())};
    if (const Status made = sign_in_place(file->temporary_path(), wish.picture, *signer); !made)
        return made.error();
    if (const Status placed = file->finish(); !placed)
        return placed.error();
    return signer->claim.name;
}

}  // namespace allaprima
