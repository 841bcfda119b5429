#include "core/services/line_watch.h"

#include <atomic>
#include <utility>

namespace aiagent::services {
namespace {

// The system asks for a connection again after one second and after three: never is it silent for longer.
constexpr base::Milliseconds kConnect{3'200};
constexpr base::Milliseconds kAnswer{4'000};
constexpr base::Milliseconds kPause{1'000};
constexpr base::Milliseconds kLongest{60'000};  // then whoever suspected it tries again by itself

std::string newConnection() {
  static std::atomic<int> last{0};
  return "line " + std::to_string(++last);
}

}  // namespace

LineWatch::LineWatch(ports::HttpClient& http, ports::Scheduler& scheduler, const base::Clock& clock,
                     QObject* parent)
    : QObject(parent), m_http(http), m_scheduler(scheduler), m_clock(clock) {}

LineWatch::~LineWatch() {
  stop();
}

void LineWatch::suspect(const std::string& origin) {
  if (!m_trusted || !m_origin.empty() || origin.empty()) return;
  m_origin = origin;
  m_away = false;
  m_since = m_clock.now();
  ask();
}

void LineWatch::heard() {
  m_trusted = true;
}

void LineWatch::stop() {
  m_origin.clear();
  m_timer.reset();
  const auto dropped = std::exchange(m_exchange, nullptr);
}

void LineWatch::ask() {
  ports::HttpRequest request{.url = m_origin + "/livez",
                             .connectTimeout = kConnect,
                             .headTimeout = kAnswer,
                             .pool = newConnection()};
  // Whatever it answers, it is there.
  m_exchange =
      m_http.send(std::move(request),
                  {.head = {}, .bytes = {}, .done = [this](base::Result<void> end) { answered(bool(end)); }});
}

void LineWatch::answered(bool reached) {
  if (m_origin.empty()) return;  // stopped
  if (reached) {
    stop();
    if (!m_away) return;
    m_trusted = false;
    Q_EMIT back();
    return;
  }
  m_away = true;
  if (m_clock.now() - m_since > kLongest) return stop();
  m_timer = m_scheduler.after(kPause, [this] {
    const auto fired = std::move(m_timer);  // holds what runs here
    ask();
  });
}

}  // namespace aiagent::services
