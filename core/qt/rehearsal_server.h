// RehearsalServer: the rehearsal model (core/rehearsal/responder.h) behind a real HTTP server on loopback.
#pragma once

#include <QObject>
#include <QTcpServer>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/rehearsal/responder.h"

namespace aiagent::qt {

struct RehearsalOptions {
  rehearsal::ResponderOptions responder;
  rehearsal::HttpLimits limits;
  std::uint16_t port = 0;     // 0: any free one
  int mostConnections = 256;  // further ones are closed at once
};

// Listens on 127.0.0.1 alone, on the port of the options or one the system chooses. Speaks HTTP/1.1 with
// keep-alive; streams are // chunked server-sent events at the pace of the options. A client that closes its
// connection ends its answer. Lives on the thread that made it, which needs an event loop; it may be moved to
// another before start().
class RehearsalServer final : public QObject {
  Q_OBJECT

 public:
  // `clock` must outlive it.
  explicit RehearsalServer(const base::Clock& clock, RehearsalOptions options = {});
  ~RehearsalServer() override;

  base::Result<void> start();  // ConnectionFailed when the port cannot be had
  void stop();                 // closes every connection

  std::string baseUrl() const;  // "http://127.0.0.1:43210/v1"; "" while it does not listen
  int openConnections() const { return m_open; }

 private:
  void accept();

  RehearsalOptions m_options;
  rehearsal::Responder m_responder;
  QTcpServer m_listener;
  int m_open = 0;
};

}  // namespace aiagent::qt
