// How the server's listeners open their ports.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <string>

#include "core/base/result.h"

namespace aiagent::server {

// `address`: empty for all of the machine; `port` 0 takes a free one. Errors: ConnectionFailed; subject the
// port.
base::Result<void> listenOn(boost::asio::ip::tcp::acceptor& acceptor, const std::string& address, int port);

}  // namespace aiagent::server
