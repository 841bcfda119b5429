#include "core/services/live_channel.h"

#include <algorithm>

#include "core/services/guarded.h"

namespace aiagent::services {
namespace {

// The server breathes every ten seconds.
constexpr base::Milliseconds kBreath{13'000}, kQuiet{45'000};
constexpr std::size_t kLongestEvent = 64u << 10;

}  // namespace

LiveChannel::LiveChannel(ServerAccount& account, ports::HttpClient& http, ports::Scheduler& scheduler,
                         QObject* parent)
    : QObject(parent), m_account(account), m_http(http), m_scheduler(scheduler), m_parser(kLongestEvent) {}

LiveChannel::~LiveChannel() {
  ++m_round;
}

void LiveChannel::open(std::string workspace) {
  m_workspace = std::move(workspace);
  m_failures = 0;
  begin();
}

void LiveChannel::openAnew() {
  if (m_workspace.empty()) return;
  m_failures = 0;
  begin();
}

void LiveChannel::close() {
  ++m_round;
  m_workspace.clear();
  m_timer.reset();
  m_breath.reset();
  m_exchange.reset();
  setLive(false);
}

void LiveChannel::begin() {
  const int round = ++m_round;
  m_timer.reset();
  m_breath.reset();
  m_exchange.reset();
  setLive(false);
  m_account.token(guarded<base::SecretString>(this, [this, round](base::Result<base::SecretString> token) {
    if (round != m_round) return;
    token ? send(std::move(*token)) : ended();
  }));
}

void LiveChannel::send(base::SecretString token) {
  m_parser = wire::SseParser(kLongestEvent);
  ports::HttpRequest request{.url = m_account.origin() + "/v1/live?workspace=" + m_workspace,
                             .headers = {{"accept", "text/event-stream"}},
                             .bearer = std::move(token),
                             .headTimeout = base::Milliseconds(30'000),
                             .pool = m_account.pool()};
  ports::HttpHandlers handlers;
  handlers.head = [this](const ports::HttpHead& head) {
    if (head.status != 200) return;
    m_failures = 0;
    watch();
    setLive(true);
  };
  handlers.bytes = [this](std::string_view bytes) { take(bytes); };
  handlers.done = [this, round = m_round](base::Result<void>) {
    if (round == m_round) ended();
  };
  m_exchange = m_http.send(std::move(request), std::move(handlers));
}

void LiveChannel::take(std::string_view bytes) {
  if (!m_live) return;
  watch();
  bool told = false;
  m_parser.feed(bytes, [&](const wire::SseEvent& event) { told = told || event.type.empty(); });
  if (told) Q_EMIT poked();
}

// A connection that does not breathe is none, whatever the socket says.
void LiveChannel::watch() {
  m_breath = m_scheduler.after(kBreath, [this] {
    const auto fired = std::move(m_breath);
    Q_EMIT silent();
  });
  m_timer = m_scheduler.after(kQuiet, [this] {
    const auto fired = std::move(m_timer);  // holds what runs here
    m_exchange.reset();
  });
}

void LiveChannel::ended() {
  m_breath.reset();
  setLive(false);
  // Spread out: a server that comes back would meet everybody in the same second.
  const auto most = 1'000 << std::min(m_failures++, 6);
  const base::Milliseconds delay(most / 2 + int(m_random() % unsigned(most / 2)));
  m_timer = m_scheduler.after(delay, [this] {
    const auto fired = std::move(m_timer);
    begin();
  });
}

void LiveChannel::setLive(bool live) {
  if (std::exchange(m_live, live) != live) Q_EMIT liveChanged(live);
}

}  // namespace aiagent::services
