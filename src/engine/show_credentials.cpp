#include "engine/show_credentials.h"

#include <fmt/format.h>

#include <optional>

#include "files/ordinary_file.h"
#include "record/credentials.h"

namespace allaprima {

Status check_carries_credentials(const std::string& picture) {
    if (credentials_mime(picture).empty())
        return Error{fmt::format("{}: only {} files carry Content Credentials", picture, kCredentialsEndings),
                     true};
    return Done{};
}

Result<std::vector<Finding>> show_credentials(const std::string& picture, const std::string& trust) {
    for (const Status& fit : {check_carries_credentials(picture), check_ordinary_file(picture)})
        if (!fit)
            return fit.error();
    const Result<std::optional<CredentialsReading>> reading = read_credentials(picture, trust);
    if (!reading)
        return reading.error();
    if (!*reading)
        return Error{fmt::format("{} carries no Content Credentials", picture)};
    return in_order((*reading)->findings);
}

}  // namespace allaprima
