#pragma once
#include <span>
#include <string_view>

namespace allaprima {

/// A file that is the same in every page.
struct PagePart {
    std::string_view name;
    std::string_view text;
};

/// Style and script of the page, and Leaflet, by which it is looked at closely, with its licence.
std::span<const PagePart> page_parts();

}  // namespace allaprima
