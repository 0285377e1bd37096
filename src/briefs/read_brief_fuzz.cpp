#include <cstdint>
#include <cstdlib>

#include "briefs/read_brief.h"
#include "model/brief_rules.h"

/// Reads any bytes as a brief; whatever is one is within the limits of a whole brief.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace allaprima;
    const Result<BriefFile> file =
        brief_from_toml({reinterpret_cast<const char*>(data), size}, "fuzz.toml", "");
    if (file && !check_whole(file->brief))
        std::abort();
    return 0;
}
