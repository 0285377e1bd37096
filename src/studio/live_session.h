#pragma once
#include <boost/asio/io_context.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>

#include "studio/check_request.h"
#include "studio/studio.h"

// Only what serves includes it: Beast takes long to compile.

namespace allaprima {

/// What all that serves shares.
struct ServerShared {
    Studio& studio;
    Door door;
    boost::asio::io_context io{1};
    int connections = 0;
};

/// Takes a connection over that asks for a WebSocket: tells the page what happens, until it goes.
void start_live_session(ServerShared& shared, boost::beast::tcp_stream stream,
                        const boost::beast::http::request<boost::beast::http::empty_body>& request);

}  // namespace allaprima
