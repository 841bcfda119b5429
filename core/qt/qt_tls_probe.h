// QtTlsProbe: ports::TlsProbe over QSslSocket, through the program's proxy where one is set.
#pragma once

#include "core/ports/tls_probe.h"

namespace aiagent::qt {

// Call from one thread with an event loop.
class QtTlsProbe final : public ports::TlsProbe {
 public:
  [[nodiscard]] std::unique_ptr<ports::TlsProbeCall> greet(
      ports::TlsTarget target, std::function<void(base::Result<ports::TlsGreeting>)> told) override;
};

}  // namespace aiagent::qt
