#include "tests/support/http/scripted_http.h"

#include <utility>

namespace aiagent::testing {

struct ScriptedHttp::Exchange {
  ports::HttpHandlers handlers;
  Script script;
  std::size_t next = 0;
  bool held = false;
  bool over = false;
  std::unique_ptr<ports::Timer> timer;

  bool hangs() const { return next < script.size() && script[next].kind == Step::Kind::Hang; }
  void finish(base::Result<void> result) {
    if (std::exchange(over, true)) return;
    if (handlers.done) handlers.done(std::move(result));
  }
};

class ScriptedHttp::Handle final : public ports::HttpExchange {
 public:
  Handle(std::shared_ptr<Exchange> exchange, ScriptedHttp& http, std::weak_ptr<char> alive)
      : m_exchange(std::move(exchange)), m_http(http), m_alive(std::move(alive)) {}
  ~Handle() override {
    m_exchange->timer.reset();
    if (m_exchange->over) return;
    if (!m_alive.expired()) ++m_http.m_dropped;
    m_exchange->finish(base::Error{.code = base::ErrorCode::Cancelled, .detail = "exchange dropped"});
  }
  void hold(bool held) override {
    m_exchange->held = held;
    if (!held && !m_alive.expired() && m_http.m_scheduler && !m_exchange->timer)
      m_http.playSoon(m_exchange, base::Milliseconds(0));
  }

 private:
  std::shared_ptr<Exchange> m_exchange;
  ScriptedHttp& m_http;
  std::weak_ptr<char> m_alive;
};

Step Step::head(int status, ports::Headers headers) {
  return {.kind = Kind::Head, .answer = {.status = status, .headers = std::move(headers)}};
}
Step Step::bytes(std::string text) {
  return {.kind = Kind::Bytes, .text = std::move(text)};
}
Step Step::end() {
  return {};
}
Step Step::fail(base::Error error) {
  return {.kind = Kind::Fail, .error = std::move(error)};
}
Step Step::wait(base::Milliseconds time) {
  return {.kind = Kind::Wait, .time = time};
}
Step Step::hang() {
  return {.kind = Kind::Hang};
}

Script jsonAnswer(int status, std::string body, ports::Headers more) {
  more.emplace(more.begin(), "content-type", "application/json");
  return {Step::head(status, std::move(more)), Step::bytes(std::move(body)), Step::end()};
}

Script eventStream(std::vector<std::string> pieces, ports::Headers more) {
  more.emplace(more.begin(), "content-type", "text/event-stream; charset=utf-8");
  Script script = {Step::head(200, std::move(more))};
  for (auto& piece : pieces) script.push_back(Step::bytes(std::move(piece)));
  script.push_back(Step::end());
  return script;
}

Script brokenStream(std::vector<std::string> pieces, base::Error error) {
  auto script = eventStream(std::move(pieces));
  script.back() = Step::fail(std::move(error));
  return script;
}

Script failure(base::ErrorCode code, std::string subject) {
  return {Step::fail({.code = code, .detail = "scripted", .subject = std::move(subject)})};
}

ScriptedHttp::ScriptedHttp(ports::Scheduler* scheduler) : m_scheduler(scheduler) {}

ScriptedHttp::~ScriptedHttp() = default;

void ScriptedHttp::enqueue(Script script) {
  m_scripts.push_back(std::move(script));
}

std::unique_ptr<ports::HttpExchange> ScriptedHttp::send(ports::HttpRequest request,
                                                        ports::HttpHandlers handlers) {
  auto exchange = std::make_shared<Exchange>();
  exchange->handlers = std::move(handlers);
  if (answer) {
    exchange->script = answer(request);
  } else if (!m_scripts.empty()) {
    exchange->script = std::move(m_scripts.front());
    m_scripts.pop_front();
  } else {
    exchange->script = {Step::fail({.code = base::ErrorCode::Internal, .detail = "script is over"})};
  }
  m_requests.push_back(std::move(request));
  m_exchanges.push_back(exchange);
  if (m_scheduler) playSoon(exchange, base::Milliseconds(0));
  return std::make_unique<Handle>(exchange, *this, m_alive);
}

void ScriptedHttp::playSoon(const std::shared_ptr<Exchange>& exchange, base::Milliseconds delay) {
  exchange->timer =
      m_scheduler->after(delay, [this, alive = std::weak_ptr(m_alive), weak = std::weak_ptr(exchange)] {
        const auto waiting = weak.lock();
        if (alive.expired() || !waiting || waiting->over) return;
        const auto fired = std::move(waiting->timer);  // holds what runs here
        play(waiting);
      });
}

bool ScriptedHttp::play(const std::shared_ptr<Exchange>& exchange) {
  if (exchange->over || exchange->held || exchange->hangs()) return false;
  if (exchange->next >= exchange->script.size()) {
    exchange->finish({});
    return true;
  }
  const Step step = exchange->script[exchange->next++];
  if (m_scheduler && !exchange->hangs()) playSoon(exchange, step.time);
  auto& handlers = exchange->handlers;
  switch (step.kind) {
    case Step::Kind::Head:
      if (handlers.head) handlers.head(step.answer);
      break;
    case Step::Kind::Bytes:
      if (handlers.bytes) handlers.bytes(step.text);
      break;
    case Step::Kind::Fail: exchange->finish(step.error); break;
    case Step::Kind::End: exchange->finish({}); break;
    case Step::Kind::Wait:
    case Step::Kind::Hang: break;
  }
  return true;
}

bool ScriptedHttp::step() {
  bool played = false;
  const auto exchanges = m_exchanges;  // a handler may send
  for (const auto& weak : exchanges)
    if (const auto exchange = weak.lock()) played = play(exchange) || played;
  std::erase_if(m_exchanges, [](const auto& weak) { return weak.expired(); });
  return played;
}

void ScriptedHttp::runAll() {
  while (step()) {
  }
}

int ScriptedHttp::open() const {
  int count = 0;
  for (const auto& weak : m_exchanges)
    if (const auto exchange = weak.lock(); exchange && !exchange->over) ++count;
  return count;
}

}  // namespace aiagent::testing
