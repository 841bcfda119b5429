// ThreadedTlsProbe: a QtTlsProbe in a thread of its own: a handshake and the check of a chain take longer
// than a window may stand still.
#pragma once

#include <QThread>

#include "core/ports/tls_probe.h"

namespace aiagent::qt {

// Call from one thread with an event loop; completions come there. Calls must not outlive it.
class ThreadedTlsProbe final : public ports::TlsProbe {
 public:
  ThreadedTlsProbe();
  ~ThreadedTlsProbe() override;

  [[nodiscard]] std::unique_ptr<ports::TlsProbeCall> greet(
      ports::TlsTarget target, std::function<void(base::Result<ports::TlsGreeting>)> told) override;

 private:
  class Worker;
  class Call;
  QThread m_thread;  // runs from the first call on
  QObject m_here;    // what is told comes through it
  Worker* m_worker = nullptr;
  int m_last = 0;
};

}  // namespace aiagent::qt
