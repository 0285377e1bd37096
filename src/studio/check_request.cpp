#include "studio/check_request.h"

#include <array>
#include <string_view>

#include <algorithm>

namespace allaprima {
namespace {

constexpr std::array<std::string_view, 5> kMethods{"GET", "HEAD", "POST", "PATCH", "DELETE"};
constexpr size_t kLongestTarget = 2048;

bool is_own_host(const std::string& host, uint16_t port) {
    const std::string end = ":" + std::to_string(port);
    return host == "127.0.0.1" + end || host == "localhost" + end;
}

bool is_own_origin(const std::string& origin, uint16_t port) {
    constexpr std::string_view kScheme = "http://";
    return origin.starts_with(kScheme) && is_own_host(origin.substr(kScheme.size()), port);
}

bool only_reads(const std::string& method) {
    return method == "GET" || method == "HEAD";
}

/// The value of a cookie of the header; empty where there is none.
std::string cookie_of(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        const size_t end = std::min(header.find(';'), header.size());
        std::string_view one = header.substr(0, end);
        header.remove_prefix(std::min(end + 1, header.size()));
        one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
        if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=')
            return std::string(one.substr(name.size() + 1));
    }
    return {};
}

}  // namespace

bool same_secret(const std::string& a, const std::string& b) {
    unsigned char differs = a.size() == b.size() ? 0 : 1;
    for (size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        differs = static_cast<unsigned char>(differs | (a[i] ^ b[i]));
    return differs == 0;
}

bool brings_token(const RequestHead& head, const Door& door) {
    constexpr std::string_view kBefore = "/?token=";
    return head.method == "GET" && head.target.starts_with(kBefore) &&
           same_secret(head.target.substr(kBefore.size()), door.token);
}

std::optional<Refusal> check_request(const RequestHead& head, const Door& door) {
    if (!is_own_host(head.host, door.port))
        return Refusal{421, "this is the studio at 127.0.0.1, and it answers to no other name"};
    if (std::ranges::find(kMethods, head.method) == kMethods.end())
        return Refusal{405, "the studio does not know this method"};
    if (head.target.size() > kLongestTarget || !head.target.starts_with('/'))
        return Refusal{400, "the address is none of the studio's"};
    if (only_reads(head.method) && (head.chunked || head.length.value_or(0) > 0))
        return Refusal{400, "what only reads has no body"};
    if (brings_token(head, door))
        return std::nullopt;
    if ((!only_reads(head.method) || head.upgrade) && !is_own_origin(head.origin, door.port))
        return Refusal{403, "another page may not ask for this"};
    if (!same_secret(cookie_of(head.cookie, "allaprima"), door.token))
        return Refusal{401, "open the address that the program printed, with its token"};
    return std::nullopt;
}

}  // namespace allaprima
