// Metrics: what the server counts, in Prometheus' text on a port of its own.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "core/base/result.h"
#include "core/server/http/http_server.h"

namespace aiagent::server {

// Read at each scrape, from any thread.
struct Gauges {
  ServerCounts server;
  std::size_t listeners = 0;
};

// Safe from any thread.
class Metrics {
 public:
  // Serves /metrics at `address` (empty: all) and `port` (0: a free one) until it is destroyed. Errors:
  // ConnectionFailed; subject the port.
  static base::Result<std::unique_ptr<Metrics>> listen(const std::string& address, int port);
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;
  ~Metrics();

  int port() const;
  void answered(const RequestRecord& record);
  // The body of a push that was answered with 200.
  void pushed(std::string_view answer);
  // `read` is called until the next call of this; empty: not any more.
  void setGauges(std::function<Gauges()> read);

 private:
  struct State;
  explicit Metrics(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

}  // namespace aiagent::server
