#include "studio/live_session.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <chrono>
#include <deque>
#include <memory>
#include <utility>

#include "engine/version.h"
#include "studio/messages.h"
#include "studio/rows.h"

namespace allaprima {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;

namespace {

using namespace std::chrono_literals;

constexpr auto kTick = 20ms;
constexpr int kTicksForRows = 5;
constexpr size_t kLongestLiveFrame = size_t{64} << 10;
constexpr int kMostLiveMessages = 50;  // a second

/// One page that listens. It is sent what is new whenever all that was sent before is through, so that a slow
/// one hears less often and costs no memory.
class LiveSession final : public std::enable_shared_from_this<LiveSession> {
  public:
    LiveSession(ServerShared& shared, beast::tcp_stream stream)
        : shared_(shared), socket_(std::move(stream)), timer_(shared.io) {
        ++shared_.connections;
    }
    ~LiveSession() { --shared_.connections; }

    void start(const http::request<http::empty_body>& request) {
        beast::get_lowest_layer(socket_).expires_never();
        socket_.set_option(websocket::stream_base::timeout::suggested(beast::role_type::server));
        socket_.read_message_max(kLongestLiveFrame);
        socket_.auto_fragment(false);
        socket_.async_accept(request, [self = shared_from_this()](error_code fault) {
            if (!fault)
                self->greet();
        });
    }

  private:
    void greet() {
        send(false,
             std::make_shared<const std::string>(json_text({{"kind", "hello"}, {"version", version()}})));
        read();
        tick();
    }

    void read() {
        socket_.async_read(buffer_, [self = shared_from_this()](error_code fault, size_t) {
            if (!fault)
                self->take();
            else
                self->closed_ = true;
        });
    }

    void take() {
        const Result<std::string> watched = read_watch(beast::buffers_to_string(buffer_.data()));
        if (socket_.got_binary() || !watched || too_often())
            return refuse();
        buffer_.consume(buffer_.size());
        if (*watched != watched_)
            heard_ = {};
        watched_ = *watched;
        read();
    }

    bool too_often() {
        const auto now = Clock::now();
        if (now - second_began_ >= 1s) {
            second_began_ = now;
            messages_ = 0;
        }
        return ++messages_ > kMostLiveMessages;
    }

    void refuse() {
        closed_ = true;
        socket_.async_close(websocket::close_code::policy_error, [self = shared_from_this()](error_code) {});
    }

    void tick() {
        if (closed_)
            return;
        if (waiting_.empty())
            tell_news();
        timer_.expires_after(kTick);
        timer_.async_wait([self = shared_from_this()](error_code fault) {
            if (!fault)
                self->tick();
        });
    }

    void tell_news() {
        if (++ticks_ % kTicksForRows == 0)
            for (std::string& message : shared_.studio.changes(seen_))
                send(false, std::make_shared<const std::string>(std::move(message)));
        if (!watched_.empty())
            for (Frame& frame : shared_.studio.frames().news(watched_, heard_))
                send(true, std::move(frame));
    }

    void send(bool binary, Frame frame) {
        waiting_.emplace_back(binary, std::move(frame));
        if (waiting_.size() == 1)
            write();
    }

    void write() {
        socket_.binary(waiting_.front().first);
        socket_.async_write(asio::buffer(*waiting_.front().second),
                            [self = shared_from_this()](error_code fault, size_t) {
                                if (fault) {
                                    self->closed_ = true;
                                    return;
                                }
                                self->waiting_.pop_front();
                                if (!self->waiting_.empty() && !self->closed_)
                                    self->write();
                            });
    }

    ServerShared& shared_;
    websocket::stream<beast::tcp_stream> socket_;
    asio::steady_timer timer_;
    beast::flat_buffer buffer_;
    std::deque<std::pair<bool, Frame>> waiting_;
    std::string watched_;
    Heard heard_;
    uint64_t seen_ = 0;
    unsigned ticks_ = 0;
    bool closed_ = false;
    Clock::time_point second_began_ = Clock::now();
    int messages_ = 0;
};

}  // namespace

void start_live_session(ServerShared& shared, beast::tcp_stream stream,
                        const http::request<http::empty_body>& request) {
    std::make_shared<LiveSession>(shared, std::move(stream))->start(request);
}

}  // namespace allaprima
