#include "engine/version.h"

namespace allaprima {

std::string_view version() {
    return ALLAPRIMA_VERSION;
}

}  // namespace allaprima
