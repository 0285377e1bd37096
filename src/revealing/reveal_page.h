#pragma once
#include <string>

#include "revealing/reveal.h"

namespace allaprima {

/// The page itself. All that it tells in words stands in it, also for readers without scripts.
std::string page_html(const RevealPage& page);

/// A script that sets `reveal` to what the page's own script needs: sizes, stages, the light.
std::string page_data(const RevealPage& page);

}  // namespace allaprima
