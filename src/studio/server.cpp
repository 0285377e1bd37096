#include "studio/server.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <chrono>
#include <filesystem>
#include <optional>
#include <utility>

#include "studio/live_session.h"
#include "studio/messages.h"

namespace allaprima {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;
namespace fs = std::filesystem;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;

namespace {

using namespace std::chrono_literals;

constexpr auto kForHead = 15s, kForPiece = 15s, kForBody = 600s, kForAnswer = 120s;
constexpr int kMostConnections = 128;
constexpr uint32_t kLongestHead = 16 << 10;

std::string text_of(beast::string_view view) {
    return {view.data(), view.size()};
}

/// What all that is served has in common: no other page shows it, keeps it or guesses what it is.
void add_safety(http::fields& fields, uint16_t port) {
    fields.set(
        "Content-Security-Policy",
        fmt::format("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
                    "connect-src 'self' ws://127.0.0.1:{0} ws://localhost:{0}; worker-src 'self' blob:; "
                    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                    port));
    fields.set("X-Content-Type-Options", "nosniff");
    fields.set("Referrer-Policy", "no-referrer");
    fields.set("Cross-Origin-Opener-Policy", "same-origin");
    fields.set("Cross-Origin-Resource-Policy", "same-origin");
}

/// One connection: request after request.
class HttpSession final : public std::enable_shared_from_this<HttpSession> {
  public:
    HttpSession(ServerShared& shared, tcp::socket socket) : shared_(shared), stream_(std::move(socket)) {
        ++shared_.connections;
    }
    ~HttpSession() { --shared_.connections; }

    void start() { read_head(); }

  private:
    using Head = http::request_parser<http::empty_body>;
    using TextBody = http::request_parser<http::string_body>;
    using FileBody = http::request_parser<http::file_body>;

    void read_head() {
        head_.emplace();
        head_->header_limit(kLongestHead);
        head_->body_limit(kLongestUpload);
        stream_.expires_after(kForHead);
        http::async_read_header(
            stream_, buffer_, *head_,
            [self = shared_from_this()](error_code fault, size_t) { self->on_head(fault); });
    }

    void on_head(error_code fault) {
        if (fault == http::error::end_of_stream || fault == beast::error::timeout)
            return close();
        if (fault == http::error::body_limit)
            return refuse(413, "the upload is too large");
        if (fault == http::error::header_limit)
            return refuse(431, "the head of the request is too long");
        if (fault)
            return refuse(400, "this is no request of HTTP");
        const RequestHead head = head_of(*head_);
        only_head_ = head.method == "HEAD";
        keep_alive_ = head_->get().keep_alive();
        if (const std::optional<Refusal> refusal = check_request(head, shared_.door))
            return refuse(refusal->status, refusal->why);
        if (brings_token(head, shared_.door))
            return let_in();
        const std::optional<Route> route = route_of(head.method, head.target);
        if (!route)
            return refuse(404, "there is nothing at this address");
        asked_ = std::make_shared<StudioRequest>();
        asked_->route = *route;
        asked_->encodings = text_of(head_->get()[http::field::accept_encoding]);
        take_body(head);
    }

    static RequestHead head_of(const Head& parser) {
        const auto& request = parser.get();
        RequestHead head{.method = text_of(request.method_string()),
                         .target = text_of(request.target()),
                         .host = text_of(request[http::field::host]),
                         .origin = text_of(request[http::field::origin]),
                         .cookie = text_of(request[http::field::cookie]),
                         .length = std::nullopt,
                         .chunked = parser.chunked(),
                         .upgrade = websocket::is_upgrade(request)};
        if (const auto length = parser.content_length())
            head.length = *length;
        return head;
    }

    void let_in() {
        send({.status = 303,
              .type = "text/plain; charset=utf-8",
              .body = "",
              .file = {},
              .headers = {{"Location", "/"},
                          {"Set-Cookie", fmt::format("allaprima={}; HttpOnly; SameSite=Strict; Path=/",
                                                     shared_.door.token)}}});
    }

    void take_body(const RequestHead& head) {
        if (asked_->route.ask == Ask::Live) {
            if (!head.upgrade)
                return refuse(426, "this address takes a WebSocket");
            start_live_session(shared_, std::move(stream_), head_->release());
            return;
        }
        if (text_of(head_->get()[http::field::expect]) == "100-continue")
            return invite(head);
        read_body(head);
    }

    /// Some send a long body only when they are told to.
    void invite(const RequestHead& head) {
        invitation_ = std::make_shared<http::response<http::empty_body>>(http::status::continue_, 11);
        http::async_write(stream_, *invitation_, [self = shared_from_this(), head](error_code fault, size_t) {
            if (!fault)
                self->read_body(head);
        });
    }

    void read_body(const RequestHead& head) {
        body_ends_ = Clock::now() + kForBody;
        if (asked_->route.ask == Ask::Upload)
            return read_upload();
        if (head.length.value_or(0) > kLongestBody)
            return refuse(413, "the message is too long");
        text_ = std::make_unique<TextBody>(std::move(*head_));
        text_->body_limit(kLongestBody);
        read_text();
    }

    void read_upload() {
        upload_ = std::make_unique<FileBody>(std::move(*head_));
        upload_->body_limit(kLongestUpload);
        asked_->uploaded = shared_.studio.new_incoming();
        error_code fault;
        upload_->get().body().open(asked_->uploaded.c_str(), beast::file_mode::write_new, fault);
        if (fault)
            return refuse(507, "the upload cannot be kept: " + fault.message());
        read_piece();
    }

    /// The deadline of a piece keeps slow senders off, that of the body those who send a byte at a time.
    template <typename Parser, typename Next>
    void read_some(Parser& parser, const Next& next) {
        if (parser.is_done())
            return next(error_code());
        stream_.expires_after(std::min<Clock::duration>(kForPiece, body_ends_ - Clock::now()));
        http::async_read_some(stream_, buffer_, parser,
                              [self = shared_from_this(), next](error_code fault, size_t) { next(fault); });
    }

    void read_text() {
        read_some(*text_, [this](error_code fault) {
            if (fault)
                return refuse_body(fault);
            if (!text_->is_done())
                return read_text();
            asked_->body = std::move(text_->get().body());
            answer();
        });
    }

    void read_piece() {
        read_some(*upload_, [this](error_code fault) {
            if (fault)
                return refuse_body(fault);
            if (!upload_->is_done())
                return read_piece();
            upload_->get().body().close();
            answer();
        });
    }

    void refuse_body(error_code fault) {
        forget_upload();
        if (fault == http::error::body_limit)
            return refuse(413, "the upload is too large");
        if (fault == boost::system::errc::no_space_on_device || fault == boost::system::errc::file_too_large)
            return refuse(507, "the upload cannot be kept: " + fault.message());
        if (fault == beast::error::timeout)
            return refuse(408, "the body came too slowly");
        close();
    }

    void forget_upload() {
        upload_.reset();
        std::error_code ignored;
        if (asked_ && !asked_->uploaded.empty())
            fs::remove(asked_->uploaded, ignored);
    }

    void answer() {
        stream_.expires_never();
        Errands* errands = shared_.studio.errands(lane_of(asked_->route.ask));
        if (!errands)
            return send(answer_of(shared_.studio, *asked_));
        watch_for_end();
        const auto gone = gone_;
        asked_->abandoned = [gone] { return gone->load(); };
        const bool sent = errands->send([self = shared_from_this(), request = asked_] {
            StudioAnswer answer =
                request->abandoned() ? StudioAnswer{} : answer_of(self->shared_.studio, *request);
            asio::post(self->shared_.io, [self, answer = std::move(answer)]() mutable {
                self->forget_upload();
                self->stream_.socket().cancel();
                self->send(std::move(answer));
            });
        });
        if (!sent) {
            forget_upload();
            refuse(503, "too much is asked at once; try again in a while");
        }
    }

    static StudioAnswer answer_of(Studio& studio, const StudioRequest& request) {
        try {
            return studio.answer(request);
        } catch (const std::bad_alloc&) {
            return error_answer(500, "there is not enough memory for this");
        } catch (const std::exception& fault) {
            return error_answer(500, fault.what());
        }
    }

    /// Notes when nobody waits for the answer any more.
    void watch_for_end() {
        gone_ = std::make_shared<std::atomic<bool>>(false);
        stream_.socket().async_wait(tcp::socket::wait_read,
                                    [self = shared_from_this(), gone = gone_](error_code fault) {
                                        error_code ignored;
                                        if (!fault && self->stream_.socket().available(ignored) == 0)
                                            gone->store(true);
                                    });
    }

    /// What was not read of the request cannot be told from the next one, so the connection ends.
    void refuse(int status, const std::string& why) {
        keep_alive_ = false;
        send(error_answer(status, why));
    }

    void send(StudioAnswer answer) {
        if (!answer.file.empty())
            return send_file(std::move(answer));
        auto response = std::make_shared<http::response<http::string_body>>();
        response->body() = std::move(answer.body);
        const size_t length = response->body().size();
        if (only_head_)
            response->body().clear();
        fill(*response, answer);
        response->content_length(length);
        write(response, nullptr);
    }

    void send_file(StudioAnswer answer) {
        auto response = std::make_shared<http::response<http::file_body>>();
        error_code fault;
        response->body().open(answer.file.c_str(), beast::file_mode::scan, fault);
        if (fault)
            return refuse(500, "the file cannot be read");
        fill(*response, answer);
        response->prepare_payload();
        write(response, answer.folder);
    }

    template <typename Body>
    void fill(http::response<Body>& response, const StudioAnswer& answer) {
        response.result(static_cast<unsigned>(answer.status));
        response.version(11);
        response.set(http::field::content_type, answer.type);
        response.set(http::field::cache_control, "no-store");
        for (const auto& [name, value] : answer.headers)
            response.set(name, value);
        add_safety(response, shared_.door.port);
        response.keep_alive(keep_alive_);
    }

    template <typename Body>
    void write(const std::shared_ptr<http::response<Body>>& response,
               std::shared_ptr<TemporaryFolder> folder) {
        stream_.expires_after(kForAnswer);
        auto serializer = std::make_shared<http::response_serializer<Body>>(*response);
        const auto done = [self = shared_from_this(), response, serializer, folder](error_code fault,
                                                                                    size_t) {
            if (fault || !self->keep_alive_)
                return self->close();
            self->read_head();
        };
        if (only_head_)
            http::async_write_header(stream_, *serializer, done);
        else
            http::async_write(stream_, *serializer, done);
    }

    /// What the other side sends still is read for a moment: closing on it would take the answer back.
    void close() {
        error_code ignored;
        stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
        stream_.expires_after(1s);
        drain();
    }

    void drain() {
        stream_.async_read_some(asio::buffer(drained_),
                                [self = shared_from_this()](error_code fault, size_t read) {
                                    self->drained_bytes_ += read;
                                    if (!fault && self->drained_bytes_ < kLongestUpload)
                                        self->drain();
                                });
    }

    ServerShared& shared_;
    beast::tcp_stream stream_;
    beast::flat_buffer buffer_;
    std::optional<Head> head_;
    std::unique_ptr<TextBody> text_;
    std::unique_ptr<FileBody> upload_;
    std::shared_ptr<http::response<http::empty_body>> invitation_;
    std::shared_ptr<StudioRequest> asked_;
    std::shared_ptr<std::atomic<bool>> gone_;
    Clock::time_point body_ends_;
    bool keep_alive_ = false, only_head_ = false;
    std::array<char, 16384> drained_{};
    size_t drained_bytes_ = 0;
};

/// What other programs that are begun do not get: a browser of the desktop would keep the port long after us.
template <typename Socket>
void keep_to_ourselves(Socket& socket) {
    (void)::fcntl(socket.native_handle(), F_SETFD, FD_CLOEXEC);
}

}  // namespace

struct Server::State {
    ServerShared shared;
    tcp::acceptor acceptor{shared.io};
    asio::steady_timer timer{shared.io};

    explicit State(Studio& studio) : shared{.studio = studio, .door = {}} {}

    void accept() {
        acceptor.async_accept([this](error_code fault, tcp::socket socket) {
            if (fault == asio::error::operation_aborted)
                return;
            if (!fault && shared.connections < kMostConnections) {
                keep_to_ourselves(socket);
                std::make_shared<HttpSession>(shared, std::move(socket))->start();
            }
            accept();
        });
    }

    void watch(const std::function<bool()>& stop) {
        if (stop())
            return shared.io.stop();
        timer.expires_after(250ms);
        timer.async_wait([this, stop](error_code) { watch(stop); });
    }
};

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::listen(Studio& studio, int port, std::string token) {
    auto state = std::make_unique<State>(studio);
    const tcp::endpoint place(asio::ip::address_v4::loopback(), static_cast<uint16_t>(port));
    error_code fault;
    state->acceptor.open(place.protocol(), fault);
    keep_to_ourselves(state->acceptor);
    state->acceptor.set_option(tcp::acceptor::reuse_address(true), fault);
    state->acceptor.bind(place, fault);
    if (!fault)
        state->acceptor.listen(asio::socket_base::max_listen_connections, fault);
    if (fault)
        return Error{
            fmt::format("cannot listen at port {}: {}; give another one with --port", port, fault.message()),
            true};
    state->shared.door = {.port = state->acceptor.local_endpoint().port(), .token = std::move(token)};
    return std::unique_ptr<Server>(new Server(std::move(state)));
}

uint16_t Server::port() const {
    return state_->shared.door.port;
}

void Server::run(const std::function<bool()>& stop) {
    state_->accept();
    state_->watch(stop);
    state_->shared.io.run();
}

}  // namespace allaprima
