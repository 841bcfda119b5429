#include "core/qt/rehearsal_connection.h"

#include <algorithm>
#include <limits>
#include <QTcpSocket>

namespace aiagent::qt {
namespace {

using rehearsal::Ending;

constexpr std::chrono::seconds kLingerLimit{1};  // without another byte
constexpr qint64 kMostUnsent = 1 << 20;          // bytes; above it the client is too slow and is waited for
constexpr std::size_t kMostAtOnce = 256 << 10;   // bytes of steps joined into one chunk
constexpr qint64 kReadBuffer = 256 << 10;
constexpr std::chrono::seconds kIdleLimit{120};

const char* reasonOf(int status) {
  switch (status) {
    case 200: return "OK";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 413: return "Content Too Large";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 505: return "HTTP Version Not Supported";
    default: return "Unknown";
  }
}

void write(QTcpSocket& socket, const std::string& bytes) {
  socket.write(bytes.data(), qint64(bytes.size()));
}

}  // namespace

RehearsalConnection::RehearsalConnection(QTcpSocket& socket, rehearsal::Responder& responder,
                                         rehearsal::HttpLimits limits)
    : m_socket(socket), m_responder(responder), m_parser(limits) {
  m_socket.setParent(this);
  m_socket.setReadBufferSize(kReadBuffer);
  m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
  m_next.setSingleShot(true);
  m_next.setTimerType(Qt::PreciseTimer);
  connect(&m_next, &QTimer::timeout, this, [this] { m_answering ? proceed() : m_socket.abort(); });
  connect(&m_socket, &QTcpSocket::readyRead, this, &RehearsalConnection::read);
  connect(&m_socket, &QTcpSocket::bytesWritten, this, [this] {
    if (m_answering && !m_next.isActive()) proceed();
  });
  connect(&m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
  m_next.start(kIdleLimit);
  if (m_socket.bytesAvailable() > 0)
    QMetaObject::invokeMethod(this, &RehearsalConnection::read, Qt::QueuedConnection);
}

// What comes while an answer is under way stays in the socket, which then takes no more: a client cannot fill
// our memory with requests.
void RehearsalConnection::read() {
  if (m_lingering) return linger();
  if (!m_answering) answerNext();
}

void RehearsalConnection::answerNext() {
  const auto bytes = m_socket.readAll();
  m_parser.feed({bytes.constData(), std::size_t(bytes.size())});
  if (auto request = m_parser.next()) return begin(m_responder.answer(*request), request->keepAlive);
  if (m_parser.refusal()) return begin(rehearsal::Responder::refusal(m_parser.refusal()), false);
  if (m_parser.takeContinue()) write(m_socket, "HTTP/1.1 100 Continue\r\n\r\n");
  m_next.start(kIdleLimit);
}

void RehearsalConnection::begin(rehearsal::Answer answer, bool keepAlive) {
  m_answer = std::move(answer);
  m_keepAlive = keepAlive;
  m_answering = true;
  m_step = 0;
  m_since.start();
  m_next.stop();
  // The head of a stream comes at once, as from a real server; that of a whole answer with its body.
  if (m_answer.streamed) writeHead();
  proceed();
}

void RehearsalConnection::writeHead() {
  std::string head = "HTTP/1.1 " + std::to_string(m_answer.status) + " " + reasonOf(m_answer.status) + "\r\n";
  for (const auto& [name, value] : m_answer.headers) head += name + ": " + value + "\r\n";
  head += m_answer.streamed ? "Transfer-Encoding: chunked\r\n"
                            : "Content-Length: " + std::to_string(m_answer.body.size()) + "\r\n";
  head += m_keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
  write(m_socket, head);
}

void RehearsalConnection::proceed() {
  m_answer.streamed ? sendSteps() : sendWhole();
}

void RehearsalConnection::sendSteps() {
  const base::Milliseconds now(m_since.elapsed());
  std::string due;
  while (m_step < m_answer.steps.size() && m_answer.steps[m_step].due <= now && due.size() < kMostAtOnce)
    due += m_answer.steps[m_step++].bytes;
  if (!due.empty()) {
    const auto size = QByteArray::number(qulonglong(due.size()), 16).toStdString();
    write(m_socket, size + "\r\n" + due + "\r\n");
  }
  if (m_step == m_answer.steps.size()) return m_answer.ending == Ending::Complete ? end() : breakOff();
  if (m_socket.bytesToWrite() > kMostUnsent) return;  // goes on when the client has taken some
  const auto wait = std::max(m_answer.steps[m_step].due - now, base::Milliseconds(0));
  m_next.start(int(std::min<std::int64_t>(wait.count(), std::numeric_limits<int>::max())));
}

void RehearsalConnection::sendWhole() {
  const auto wait = m_answer.delay - base::Milliseconds(m_since.elapsed());
  if (wait > base::Milliseconds(0)) return m_next.start(int(wait.count()));
  if (m_answer.ending == Ending::Complete) {
    writeHead();
    write(m_socket, m_answer.body);
    return end();
  }
  writeHead();
  write(m_socket, m_answer.body.substr(0, m_answer.body.size() / 2));
  breakOff();
}

void RehearsalConnection::end() {
  if (m_answer.streamed) write(m_socket, "0\r\n\r\n");
  m_answering = false;
  m_answer = {};
  if (!m_keepAlive && m_parser.refusal() == 413) return linger();
  if (!m_keepAlive) return m_socket.disconnectFromHost();
  // On a later turn: a client that sends many requests at once must not keep others waiting.
  QMetaObject::invokeMethod(
      this,
      [this] {
        if (!m_answering) answerNext();
      },
      Qt::QueuedConnection);
}

// A client in the middle of a body that is too large reads the answer only when it has sent all of it: closed
// before that, it would see a broken connection and no reason.
void RehearsalConnection::linger() {
  m_lingering = true;
  m_socket.readAll();
  m_next.start(kLingerLimit);
}

// Stays "answering", so that nothing more is read or sent.
void RehearsalConnection::breakOff() {
  const bool cut = m_answer.ending == Ending::Cut;
  m_answer.steps.clear();
  m_answer.streamed = true;
  m_step = 0;
  m_answer.ending = Ending::Silence;
  disconnect(&m_socket, &QTcpSocket::bytesWritten, this, nullptr);
  if (cut) m_socket.disconnectFromHost();
}

}  // namespace aiagent::qt
