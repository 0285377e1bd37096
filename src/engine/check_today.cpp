#include "engine/check_today.h"

#include <fmt/chrono.h>

#include "record/certificates.h"

namespace allaprima {

std::string today() {
    return fmt::format("{:%Y-%m-%d}", fmt::gmtime(static_cast<std::time_t>(now())));
}

Result<RecordCheck> check_of_today(const std::string& noted_head) {
    return asked_check(noted_head, today());
}

}  // namespace allaprima
