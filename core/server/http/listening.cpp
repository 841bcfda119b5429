#include "core/server/http/listening.h"

#include <boost/asio/ip/v6_only.hpp>

namespace aiagent::server {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

boost::system::error_code openAt(tcp::acceptor& acceptor, const tcp::endpoint& endpoint) {
  boost::system::error_code error;
  if (acceptor.is_open()) acceptor.close();
  acceptor.open(endpoint.protocol(), error);
  if (!error && endpoint.protocol() == tcp::v6()) acceptor.set_option(asio::ip::v6_only(false), error);
  if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(1024, error);
  return error;
}

}  // namespace

base::Result<void> listenOn(tcp::acceptor& acceptor, const std::string& address, int port) {
  const auto number = static_cast<unsigned short>(port);
  boost::system::error_code error;
  if (address.empty()) {
    error = openAt(acceptor, {tcp::v6(), number});
    if (error) error = openAt(acceptor, {tcp::v4(), number});  // a machine without IPv6
  } else {
    const auto given = asio::ip::make_address(address, error);
    if (!error) error = openAt(acceptor, {given, number});
  }
  if (!error) return {};
  return base::Error{.code = base::ErrorCode::ConnectionFailed,
                     .detail = "cannot listen",
                     .subject = std::to_string(port),
                     .said = error.message()};
}

}  // namespace aiagent::server
