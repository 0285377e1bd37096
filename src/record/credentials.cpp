#include "record/credentials.h"

#include <fmt/format.h>

#include <filesystem>

#include "briefs/toml_file.h"
#include "files/digest.h"
#include "record/credentials_component.h"

namespace allaprima {
namespace {

using OrderedJson = nlohmann::ordered_json;

}  // namespace

Status check_photo(const MakingFacts& facts, const std::string& photo) {
    const Result<std::string> digest = sha256_of_file(photo);
    if (!digest)
        return digest.error();
    if (*digest != facts.photo_digest)
        return Error{fmt::format("{} is not the photograph that was painted: its digest is different", photo),
                     true};
    return Done{};
}

Status sign_file(const UnsignedFile& file, const Making& making, const ClaimSigner& signer,
                 const std::string& version, const std::string& output) {
    CredentialsWords words = credentials_words(making, file.mime, version);
    if (!file.photo.empty()) {
        words.ingredients[0]["file"] = std::filesystem::absolute(file.photo).string();
        words.ingredients[0]["mime"] = words.ingredients[0]["about"]["format"];
    }
    const OrderedJson request{{"do", "sign"},
                              {"input", std::filesystem::absolute(file.path).string()},
                              {"output", std::filesystem::absolute(output).string()},
                              {"mime", file.mime},
                              {"manifest", words.manifest},
                              {"ingredients", words.ingredients},
                              {"certificates", signer.certificates},
                              {"key", signer.key},
                              {"algorithm", signer.algorithm}};
    // It writes new files alone.
    std::error_code ignored;
    std::filesystem::remove(output, ignored);
    const Result<nlohmann::json> answer = ask_credentials_component(request);
    if (!answer)
        return answer.error();
    return Done{};
}

Result<std::optional<CredentialsReading>> read_credentials(const std::string& path,
                                                           const std::string& trust) {
    OrderedJson request{{"do", "read"},
                        {"input", std::filesystem::absolute(path).string()},
                        {"mime", credentials_mime(path)}};
    if (!trust.empty()) {
        const Result<std::string> anchors = read_text_file(trust, {"a certificate's .pem", "certificates"});
        if (!anchors)
            return anchors.error();
        request["trusted"] = *anchors;
    }
    const Result<nlohmann::json> answer = ask_credentials_component(request);
    if (!answer)
        return answer.error();
    const auto store = answer->find("store");
    if (store == answer->end() || store->is_null())
        return std::optional<CredentialsReading>();
    return std::optional(weigh_credentials(*store));
}

}  // namespace allaprima
