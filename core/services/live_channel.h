// LiveChannel: the server's stream of hints that something changed, opened again whenever it ends.
#pragma once

#include <memory>
#include <QObject>
#include <random>
#include <string>

#include "core/ports/http_client.h"
#include "core/ports/scheduler.h"
#include "core/services/server_account.h"
#include "core/wire/sse_parser.h"

namespace aiagent::services {

// There is at most one connection and one timer at a time. Call from the thread of its event loop.
class LiveChannel : public QObject {
  Q_OBJECT

 public:
  LiveChannel(ServerAccount& account, ports::HttpClient& http, ports::Scheduler& scheduler,
              QObject* parent = nullptr);
  ~LiveChannel() override;

  void open(std::string workspace);
  // At once, whatever became of the connection that there was; nothing while it is closed.
  void openAnew();
  void close();
  // The server tells.
  bool live() const { return m_live; }

 Q_SIGNALS:
  void liveChanged(bool live);
  void poked();
  void silent();  // it does not breathe any more; once, until it does

 private:
  void begin();
  void send(base::SecretString token);
  void take(std::string_view bytes);
  void watch();
  void ended();
  void setLive(bool live);

  ServerAccount& m_account;
  ports::HttpClient& m_http;
  ports::Scheduler& m_scheduler;
  std::string m_workspace;  // empty: closed
  std::unique_ptr<ports::HttpExchange> m_exchange;
  std::unique_ptr<ports::Timer> m_timer;  // until it counts as dead, or until it is opened again
  std::unique_ptr<ports::Timer> m_breath;
  wire::SseParser m_parser;
  int m_round = 0;  // counts connections: what comes of an older one is not heard
  int m_failures = 0;
  std::minstd_rand m_random{std::random_device{}()};
  bool m_live = false;
};

}  // namespace aiagent::services
