// MetricsEndpoint: GET /metrics on a port of its own, for those who watch the server. On a thread of its own,
// so that it answers also while the workers have no time.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/base/result.h"

namespace aiagent::server {

class MetricsEndpoint {
 public:
  // `text`: what /metrics answers; called on the endpoint's thread until this is destroyed. `address` empty:
  // all; `port` 0: a free one. Errors: ConnectionFailed; subject the port.
  static base::Result<std::unique_ptr<MetricsEndpoint>> listen(const std::string& address, int port,
                                                               std::function<std::string()> text);
  MetricsEndpoint(const MetricsEndpoint&) = delete;
  MetricsEndpoint& operator=(const MetricsEndpoint&) = delete;
  ~MetricsEndpoint();

  int port() const;

 private:
  struct State;
  explicit MetricsEndpoint(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

}  // namespace aiagent::server
