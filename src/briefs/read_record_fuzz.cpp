#include <cstdint>
#include <cstdlib>

#include "briefs/read_record.h"
#include "model/record_date.h"
#include "model/record_settings.h"

/// Reads any bytes as a making and as an entry; whatever is one keeps the rules of the record.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace allaprima;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Result<MakingClaims> making = making_from_toml(text, "fuzz.toml");
    if (making && (!day_span(making->date) || !check_part(*making)))
        std::abort();
    const Result<Entry> entry = entry_from_toml(text, "fuzz.toml");
    if (entry && (!day_span(entry->date) || !check_part(*entry)))
        std::abort();
    return 0;
}
