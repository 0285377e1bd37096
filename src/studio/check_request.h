#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace allaprima {

/// What of a request is looked at before its body is read.
struct RequestHead {
    std::string method, target;        ///< As they were sent.
    std::string host, origin, cookie;  ///< Headers; empty where there is none.
    std::optional<uint64_t> length;    ///< Of the body, as the request tells it.
    bool chunked = false;              ///< The body comes in pieces.
    bool upgrade = false;              ///< It asks for a WebSocket.
};

/// Who may ask.
struct Door {
    uint16_t port = 0;
    std::string token;
};

/// Why a request is refused.
struct Refusal {
    int status = 0;  ///< Of HTTP.
    std::string why;
};

/// Whether somebody who knows the token asks, from a page of this very server: other pages in the same
/// browser can send requests too, and names of others can be made to lead here.
/// @return nothing where all is well, and where a request only brings the token.
std::optional<Refusal> check_request(const RequestHead& head, const Door& door);

/// Whether the request brings the token in its address: /?token=…
bool brings_token(const RequestHead& head, const Door& door);

/// Whether two texts are the same, in a time that tells nothing of where they differ.
bool same_secret(const std::string& a, const std::string& b);

}  // namespace allaprima
