#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "base/result.h"

namespace allaprima {

/// Where the optional component for Content Credentials stands: the folder that ALLAPRIMA_CREDENTIALS names,
/// or "credentials" beside the program, or components/credentials of the sources from which it was built.
///
/// @return the folder; an error that says how to install it where it is missing.
Result<std::string> find_credentials_component();

/// Has the component do something. @return its answer, an object; an error that tells why it could not.
Result<nlohmann::json> ask_credentials_component(const nlohmann::ordered_json& request);

}  // namespace allaprima
