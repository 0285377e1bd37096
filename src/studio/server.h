#pragma once
#include <functional>
#include <memory>

#include "base/result.h"
#include "studio/check_request.h"
#include "studio/studio.h"

namespace allaprima {

/// HTTP and WebSocket on 127.0.0.1, by Boost.Beast: it lets requests in (check_request), has the studio
/// answer them, and tells pages what happens. It knows nothing else of the studio.
class Server {
  public:
    /// @param studio must outlive it. @param port 0: any free one.
    static Result<std::unique_ptr<Server>> listen(Studio& studio, int port, std::string token);
    ~Server();

    uint16_t port() const;
    /// Serves until `stop` says so, which is asked four times a second.
    void run(const std::function<bool()>& stop);

  private:
    struct State;
    explicit Server(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

}  // namespace allaprima
