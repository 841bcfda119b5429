// QtHttpClient: ports::HttpClient by QNetworkAccessManager.
#pragma once

#include <memory>

#include "core/ports/http_client.h"
#include "core/qt/network_settings.h"

namespace aiagent::qt {

// - HTTP/2 where a server offers it by ALPN, else HTTP/1.1; any number of exchanges at once.
// - Nothing is sent twice behind the caller's back, but GET and HEAD; a POST whose connection breaks before
// the
//   answer ends with ConnectionFailed.
//   So does a POST answered with 307 or 308 and a Location: Qt 6.4 does not let the two be told apart.
// - Redirects are followed for GET and HEAD alone (at most five, never from https to http), with the bearer
// only
//   while the origin stays the same; any other is handed on as the answer it is.
// - No cookies, no cache. Compressed answers arrive unpacked, their head unchanged; a request that accepts
//   text/event-stream asks for no compression.
// - An answer that comes fast is handed on a megabyte in a turn of the event loop, so that a window still
//   moves.
// - What arrives faster than the handlers take it waits in memory; they do not slow the server down. (A read
//   buffer size does not help: in Qt 6.4 the thread that reads the socket runs ahead of it by tens of
//   megabytes.)
// - A request that names a certificate, an authority, a proxy or a pool of its own gets connections of its
// own,
//   which no request that differs in one of them shares; with a certificate it follows no redirect to another
//   origin.
// - Handlers run on the thread that made the client, which needs an event loop, and never inside send().
// - Errors beside those of the port: InvalidInput (subject "url", "method", "authorization" or a header's
// name)
//   when a request cannot be sent as it is. The subject of the others is "host[:port]", of TlsFailed the host
//   (detail: what is wrong with which certificate), of ProxyRefused the proxy's "host:port".
// - Timeouts: see Exchange in http_exchange.h for what exactly they cover.
// Exchanges still going on when the client is destroyed end with Cancelled.
class QtHttpClient final : public ports::HttpClient {
 public:
  explicit QtHttpClient(EnvironmentReader environment = processEnvironment);
  ~QtHttpClient() override;

  // For exchanges sent from now on. On an error (see ProxyRules::make and loadCertificates) nothing changes.
  base::Result<void> configure(const NetworkSettings& settings);

  [[nodiscard]] std::unique_ptr<ports::HttpExchange> send(ports::HttpRequest request,
                                                          ports::HttpHandlers handlers) override;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace aiagent::qt
