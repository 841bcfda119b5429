// One client of the RehearsalServer.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "core/rehearsal/responder.h"

class QTcpSocket;

namespace aiagent::qt {

// Answers one request after the other. Takes the socket over and deletes itself when that is closed.
class RehearsalConnection final : public QObject {
  Q_OBJECT

 public:
  RehearsalConnection(QTcpSocket& socket, rehearsal::Responder& responder, rehearsal::HttpLimits limits);

 private:
  void read();
  void answerNext();
  void begin(rehearsal::Answer answer, bool keepAlive);
  void writeHead();
  void proceed();
  void sendSteps();
  void sendWhole();
  void end();
  void breakOff();
  void linger();

  QTcpSocket& m_socket;  // a child
  rehearsal::Responder& m_responder;
  rehearsal::HttpRequestParser m_parser;
  rehearsal::Answer m_answer;
  QElapsedTimer m_since;  // the answer's start
  QTimer m_next;          // when something is due, or the connection has been idle too long
  std::size_t m_step = 0;
  bool m_answering = false;
  bool m_keepAlive = true;
  bool m_lingering = false;  // answered; what still comes is thrown away
};

}  // namespace aiagent::qt
