#include "tests/support/http/loopback_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>

namespace aiagent::testing {
namespace {

using Steady = std::chrono::steady_clock;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return char(std::tolower(c)); });
  return text;
}

}  // namespace

std::string LoopbackRequest::header(const std::string& name) const {
  const auto mark = "\r\n" + lower(name) + ":";
  const auto at = lower(head).find(mark);
  if (at == std::string::npos) return {};
  const auto begin = head.find_first_not_of(' ', at + mark.size());
  return head.substr(begin, head.find("\r\n", begin) - begin);
}

bool LoopbackConnection::fill() {
  while (!m_stopping && m_socket.state() == QAbstractSocket::ConnectedState) {
    if (m_socket.bytesAvailable() > 0 || m_socket.waitForReadyRead(50)) {
      m_buffer += m_socket.readAll().toStdString();
      return true;
    }
  }
  return false;
}

std::optional<LoopbackRequest> LoopbackConnection::readRequest() {
  std::size_t end;
  while ((end = m_buffer.find("\r\n\r\n")) == std::string::npos)
    if (!fill()) return std::nullopt;
  LoopbackRequest request;
  request.head = m_buffer.substr(0, end + 2);
  const auto space = request.head.find(' ');
  request.method = request.head.substr(0, space);
  request.target = request.head.substr(space + 1, request.head.find(' ', space + 1) - space - 1);
  const auto length = request.header("content-length");
  const std::size_t size = length.empty() ? 0 : std::stoul(length);
  while (m_buffer.size() < end + 4 + size)
    if (!fill()) return std::nullopt;
  request.body = m_buffer.substr(end + 4, size);
  m_buffer.erase(0, end + 4 + size);
  return request;
}

bool LoopbackConnection::write(const std::string& bytes) {
  m_socket.write(bytes.data(), qint64(bytes.size()));
  const auto* tls = qobject_cast<QSslSocket*>(&m_socket);
  while (m_socket.bytesToWrite() > 0 || (tls && tls->encryptedBytesToWrite() > 0)) {
    if (m_stopping || m_socket.state() != QAbstractSocket::ConnectedState) return false;
    m_socket.waitForBytesWritten(50);
  }
  return m_socket.state() == QAbstractSocket::ConnectedState;
}

bool LoopbackConnection::writeChunk(const std::string& bytes) {
  return write(QByteArray::number(qulonglong(bytes.size()), 16).toStdString() + "\r\n" + bytes + "\r\n");
}

void LoopbackConnection::close() {
  m_socket.disconnectFromHost();
  if (m_socket.state() != QAbstractSocket::UnconnectedState) m_socket.waitForDisconnected(1000);
}

void LoopbackConnection::reset() {
  const linger hard{1, 0};
  ::setsockopt(int(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
  m_socket.abort();
}

void LoopbackConnection::sleep(std::chrono::milliseconds time) {
  const auto until = Steady::now() + time;
  while (!m_stopping && Steady::now() < until) std::this_thread::sleep_for(std::chrono::milliseconds(2));
}

std::optional<std::chrono::milliseconds> LoopbackConnection::waitForClose(std::chrono::milliseconds limit) {
  const auto begin = Steady::now();
  while (!m_stopping && Steady::now() - begin < limit) {
    if (m_socket.state() != QAbstractSocket::ConnectedState)
      return std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - begin);
    m_socket.waitForReadyRead(5);
    m_socket.readAll();
  }
  return std::nullopt;
}

std::string LoopbackConnection::clientName() const {
  const auto* tls = qobject_cast<QSslSocket*>(&m_socket);
  if (!tls) return {};
  return tls->peerCertificate().subjectInfo(QSslCertificate::CommonName).join(u' ').toStdString();
}

void LoopbackConnection::tunnelTo(std::uint16_t port) {
  QTcpSocket other;
  other.connectToHost(QStringLiteral("127.0.0.1"), port);
  if (!other.waitForConnected(2000)) return;
  while (!m_stopping && m_socket.state() == QAbstractSocket::ConnectedState &&
         other.state() == QAbstractSocket::ConnectedState) {
    if (m_socket.waitForReadyRead(2) || m_socket.bytesAvailable()) other.write(m_socket.readAll());
    other.flush();
    if (other.waitForReadyRead(2) || other.bytesAvailable()) m_socket.write(other.readAll());
    m_socket.flush();
  }
  m_socket.write(other.readAll());
  m_socket.flush();
}

LoopbackServer::LoopbackServer(Handler handler, std::optional<LoopbackTls> tls)
    : m_handler(std::move(handler)), m_tls(std::move(tls)) {
  m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(m_listener, 64) != 0)
    qFatal("no loopback listener");
  ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
  m_port = ntohs(address.sin_port);
  m_acceptor = std::thread([this] { accept(); });
}

LoopbackServer::~LoopbackServer() {
  m_stopping = true;
  m_acceptor.join();
  for (auto& thread : m_threads) thread.join();
  ::close(m_listener);
}

std::string LoopbackServer::url(const std::string& path) const {
  return (m_tls ? "https" : "http") + std::string("://127.0.0.1:") + std::to_string(m_port) + path;
}

std::string LoopbackServer::hello() const {
  const std::lock_guard lock(m_mutex);
  return m_hello;
}

void LoopbackServer::accept() {
  while (!m_stopping) {
    pollfd waiting{m_listener, POLLIN, 0};
    if (::poll(&waiting, 1, 20) <= 0) continue;
    const int descriptor = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (descriptor < 0) continue;
    ++m_connections;
    m_threads.emplace_back([this, descriptor] { serve(descriptor); });
  }
}

void LoopbackServer::keepHello(int descriptor) {
  pollfd waiting{descriptor, POLLIN, 0};
  char bytes[4096];
  if (::poll(&waiting, 1, 5'000) <= 0) return;
  const auto size = ::recv(descriptor, bytes, sizeof bytes, MSG_PEEK);
  const std::lock_guard lock(m_mutex);
  m_hello.assign(bytes, std::size_t(std::max<ssize_t>(size, 0)));
}

void LoopbackServer::serve(int descriptor) {
  const auto tls = m_tls ? std::make_unique<QSslSocket>() : nullptr;
  const auto plain = m_tls ? nullptr : std::make_unique<QTcpSocket>();
  QTcpSocket& socket = tls ? *tls : *plain;
  if (tls) keepHello(descriptor);
  socket.setSocketDescriptor(descriptor);
  if (tls) {
    tls->setPeerVerifyMode(QSslSocket::QueryPeer);  // asks for a certificate and takes any, or none
    tls->setLocalCertificate(m_tls->certificate);
    tls->setPrivateKey(m_tls->key);
    tls->startServerEncryption();
    if (!tls->waitForEncrypted(5000)) return;
  }
  LoopbackConnection connection(socket, m_stopping);
  m_handler(connection);
  if (socket.state() == QAbstractSocket::ConnectedState) connection.close();
}

std::string simpleAnswer(const std::string& body, const std::string& extraHeaders,
                         const std::string& status) {
  return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + extraHeaders +
         "\r\n" + body;
}

std::string chunkedHead(const std::string& extraHeaders, const std::string& status) {
  return "HTTP/1.1 " + status + "\r\nTransfer-Encoding: chunked\r\n" + extraHeaders + "\r\n";
}

std::optional<TestCertificate> makeCertificate() {
  QTemporaryDir folder;
  const auto keyFile = folder.filePath(QStringLiteral("key.pem"));
  const auto certificateFile = folder.filePath(QStringLiteral("certificate.pem"));
  const auto arguments = QStringLiteral(
                             "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=aiagent-test "
                             "-addext subjectAltName=IP:127.0.0.1,DNS:localhost -keyout %1 -out %2")
                             .arg(keyFile, certificateFile);
  if (QProcess openssl; openssl.start(QStringLiteral("openssl"), arguments.split(u' ')), true) {
    if (!openssl.waitForFinished(20'000) || openssl.exitCode() != 0) return std::nullopt;
  }
  QFile key(keyFile), certificate(certificateFile);
  if (!key.open(QIODevice::ReadOnly) || !certificate.open(QIODevice::ReadOnly)) return std::nullopt;
  TestCertificate made;
  made.pem = certificate.readAll();
  made.tls = {QSslCertificate(made.pem), QSslKey(key.readAll(), QSsl::Rsa)};
  return made;
}

}  // namespace aiagent::testing
