#include "core/services/cluster/kube_proxy_http.h"

#include <utility>

namespace aiagent::services {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::size_t kMostBytes = 8u << 20;

// One request. `done` is called once, whoever ends it.
struct State {
  ports::HttpHandlers handlers;
  std::unique_ptr<KubeCall> call = {};
  bool over = false;

  void finish(base::Result<void> end) {
    if (std::exchange(over, true)) return;
    if (const auto done = std::move(handlers.done)) done(std::move(end));
  }
  // A callback may drop the exchange, which then is over.
  void take(const base::Result<KubeAnswer>& answer) {
    if (!answer) return finish(answer.error());
    if (handlers.head) handlers.head({answer->status, {{"content-type", answer->contentType}}});
    if (!over && handlers.bytes && !answer->body.empty()) handlers.bytes(answer->body);
    finish({});
  }
};

class Exchange final : public ports::HttpExchange {
 public:
  explicit Exchange(std::shared_ptr<State> state) : m_state(std::move(state)) {}
  ~Exchange() override {
    m_state->call.reset();
    m_state->finish(Error{.code = ErrorCode::Cancelled, .detail = "exchange dropped"});
  }

 private:
  std::shared_ptr<State> m_state;
};

}  // namespace

std::string KubeProxyHttp::addressOf(const std::string& nameSpace, const std::string& service) const {
  return m_client.access().server + "/api/v1/namespaces/" + nameSpace + "/services/" + service + "/proxy";
}

std::unique_ptr<ports::HttpExchange> KubeProxyHttp::send(ports::HttpRequest request,
                                                         ports::HttpHandlers handlers) {
  auto state = std::make_shared<State>(State{.handlers = std::move(handlers)});
  const std::weak_ptr watched(state);
  const auto& server = m_client.access().server;
  if (!request.url.starts_with(server + "/")) {
    // Later, so that nothing is told within the call.
    m_scheduler.post([watched] {
      if (const auto alive = watched.lock())
        alive->finish(Error{.code = ErrorCode::InvalidInput, .subject = "url"});
    });
    return std::make_unique<Exchange>(std::move(state));
  }
  KubeRequest wanted{.method = request.method,
                     .path = request.url.substr(server.size()),
                     .body = std::move(request.body),
                     .headTimeout = request.headTimeout,
                     .mostBytes = kMostBytes};
  if (request.idleTimeout.count() > 0) wanted.silence = request.idleTimeout;
  for (const auto& [name, value] : request.headers)
    if (name == "Content-Type") wanted.contentType = value;
  state->call = m_client.send(std::move(wanted), [watched](base::Result<KubeAnswer> answer) {
    if (const auto alive = watched.lock()) alive->take(answer);
  });
  return std::make_unique<Exchange>(std::move(state));
}

}  // namespace aiagent::services
