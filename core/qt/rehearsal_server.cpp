#include "core/qt/rehearsal_server.h"

#include <QTcpSocket>

#include "core/qt/rehearsal_connection.h"

namespace aiagent::qt {

RehearsalServer::RehearsalServer(const base::Clock& clock, RehearsalOptions options)
    : m_options(options), m_responder(clock, options.responder) {
  m_listener.setParent(this);  // to be moved to another thread with this
  connect(&m_listener, &QTcpServer::newConnection, this, &RehearsalServer::accept);
}

RehearsalServer::~RehearsalServer() {
  stop();
  m_listener.setParent(nullptr);
}

base::Result<void> RehearsalServer::start() {
  if (m_listener.isListening() || m_listener.listen(QHostAddress::LocalHost, m_options.port)) return {};
  return base::Error{.code = base::ErrorCode::ConnectionFailed,
                     .detail = m_listener.errorString().toStdString(),
                     .subject = "127.0.0.1:" + std::to_string(m_options.port)};
}

void RehearsalServer::stop() {
  m_listener.close();
  qDeleteAll(findChildren<RehearsalConnection*>(Qt::FindDirectChildrenOnly));
}

std::string RehearsalServer::baseUrl() const {
  if (!m_listener.isListening()) return {};
  return "http://127.0.0.1:" + std::to_string(m_listener.serverPort()) + "/v1";
}

void RehearsalServer::accept() {
  while (auto* socket = m_listener.nextPendingConnection()) {
    if (m_open >= m_options.mostConnections) {
      socket->abort();
      socket->deleteLater();
      continue;
    }
    ++m_open;
    auto* connection = new RehearsalConnection(*socket, m_responder, m_options.limits);
    connection->setParent(this);
    connect(connection, &QObject::destroyed, this, [this] { --m_open; });
  }
}

}  // namespace aiagent::qt
