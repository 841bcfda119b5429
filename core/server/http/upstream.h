// Upstream: another HTTP server that requests are handed on to, over TLS where its address says so. A
// connection for each exchange: it lasts as long as a model writes.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/server/http/asio.h"

namespace aiagent::server {

struct UpstreamRequest {
  std::string method;
  std::string path;  // behind the address's own
  std::vector<std::pair<std::string, std::string>> headers;
  std::string_view body;
};

struct UpstreamHead {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::optional<std::uint64_t> length;
  std::string_view header(std::string_view name) const;
};

// Called on the coroutine of the request. False: nothing more is wanted.
struct UpstreamHandlers {
  std::function<bool(const UpstreamHead&)> head;
  std::function<bool(std::string_view)> bytes;
};

// Immutable; safe from any thread.
class Upstream {
 public:
  // `address`: http(s)://host[:port][/path]. `silence`: how long it may say nothing. Errors: InvalidInput.
  static base::Result<Upstream> open(const std::string& address, std::chrono::milliseconds silence);

  // `cancel` is set to what ends the exchange from outside its coroutine, on the same thread, and emptied at
  // its end. Errors: ConnectionFailed, TlsFailed, Timeout, BadResponse, Interrupted (the answer stopped),
  // Cancelled.
  base::Result<void> exchange(Loop& loop, WatchList& watches, Yield yield, const UpstreamRequest& request,
                              const UpstreamHandlers& handlers, std::function<void()>& cancel) const;

 private:
  struct State;
  explicit Upstream(std::shared_ptr<const State> state) : m_state(std::move(state)) {}
  std::shared_ptr<const State> m_state;
};

}  // namespace aiagent::server
