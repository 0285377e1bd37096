#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "shelf/shelf_entry.h"
#include "studio/painter.h"

namespace allaprima {

/// A painting as pages are told of it (docs/studio.md). @param headway where it is being worked on.
nlohmann::ordered_json row_of(const ShelfEntry& entry, const std::optional<Headway>& headway);

/// JSON as text; bytes that are no UTF-8 are replaced.
std::string json_text(const nlohmann::ordered_json& json);

}  // namespace allaprima
