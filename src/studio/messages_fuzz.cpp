// Whatever a page sends, by HTTP or by WebSocket, is read or refused.

#include <cstddef>
#include <cstdint>
#include <string>

#include "shelf/shelf_entry.h"
#include "studio/check_request.h"
#include "studio/messages.h"
#include "studio/route.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace allaprima;
    const std::string text(reinterpret_cast<const char*>(data), size);
    (void)read_painting_wish(text);
    (void)read_retouch(text);
    (void)read_edits(text);
    (void)read_wishes(text);
    (void)read_claims(text);
    (void)read_new_name(text);
    (void)read_watch(text);
    (void)route_of("GET", text);
    (void)route_of("POST", "/" + text);
    (void)check_request(
        {.method = "GET", .target = "/", .host = "localhost:1", .origin = text, .cookie = text, .length = {}},
        {.port = 1, .token = "token"});
    if (const auto entry = entry_of_text(text))
        (void)entry_of_text(text_of_entry(*entry));
    (void)photo_of_text(text);
    (void)file_stem_of(text);
    return 0;
}
