// LineWatch: finds out that the way to a server was gone and is back, where nobody tells.
//
// Packets that are lost without a word leave connections that only seem to stand: the system tries them again
// ever more seldom, long after the way is back. So whoever hears nothing for longer than a server takes says
// so, and /livez is asked over a new connection. Where it answers at once the server is slow, and what waits
// goes on waiting. Where it cannot be reached it is asked again every second or two, for a minute; once it
// answers, nothing that stood before is worth anything.
#pragma once

#include <cstddef>
#include <memory>
#include <QObject>
#include <string>

#include "core/base/clock.h"
#include "core/ports/http_client.h"
#include "core/ports/scheduler.h"

namespace aiagent::services {

// At most one request or one timer at a time. Call from the thread of its event loop; signals come there.
class LineWatch : public QObject {
  Q_OBJECT

 public:
  LineWatch(ports::HttpClient& http, ports::Scheduler& scheduler, const base::Clock& clock,
            QObject* parent = nullptr);
  ~LineWatch() override;

  // Something of the server at `origin` is silent. Does nothing while that is being found out, nor between
  // back() and the next heard(): a line that is merely slow must not have everything sent again and again.
  void suspect(const std::string& origin);
  // The server answered whoever asked.
  void heard();
  void stop();

 Q_SIGNALS:
  void back();

 private:
  void ask();
  void answered(bool reached);

  ports::HttpClient& m_http;
  ports::Scheduler& m_scheduler;
  const base::Clock& m_clock;
  std::string m_origin;  // while it is being found out; else empty
  bool m_away = false;   // it could not be reached
  bool m_trusted = true;
  base::Instant m_since{};  // when it was suspected
  std::unique_ptr<ports::HttpExchange> m_exchange;
  std::unique_ptr<ports::Timer> m_timer;
};

// How long a server may be silent before the line is suspected; with what was sent it takes longer, as many
// bytes a millisecond as the slowest line takes that is waited for.
inline constexpr base::Milliseconds kSuspicious{4'000};
inline constexpr std::size_t kSlowestLine = 16;

}  // namespace aiagent::services
