// LoopbackServer: a real server on 127.0.0.1 whose every byte a test decides.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <QByteArray>
#include <QSslCertificate>
#include <QSslKey>
#include <string>
#include <thread>
#include <vector>

class QTcpSocket;

namespace aiagent::testing {

struct LoopbackTls {
  QSslCertificate certificate;
  QSslKey key;
};

struct LoopbackRequest {
  std::string method, target, head, body;  // head: request line and headers as they came
  // Value of that header, any case; "" when there is none.
  std::string header(const std::string& name) const;
};

// One accepted connection, on a thread of its own; calls block.
class LoopbackConnection {
 public:
  LoopbackConnection(QTcpSocket& socket, const std::atomic<bool>& stopping)
      : m_socket(socket), m_stopping(stopping) {}

  std::optional<LoopbackRequest> readRequest();  // empty: the client closed
  bool write(const std::string& bytes);          // false: the client closed
  bool writeChunk(const std::string& bytes);     // of a chunked body
  void close();                                  // orderly
  void reset();                                  // with RST
  void sleep(std::chrono::milliseconds time);    // ends early when the server stops
  // How long it took until the client closed, or empty after `limit`.
  std::optional<std::chrono::milliseconds> waitForClose(std::chrono::milliseconds limit);

  // The common name of the certificate that the client showed, or "".
  std::string clientName() const;

  // Passes bytes in both directions until either side closes (a CONNECT tunnel).
  void tunnelTo(std::uint16_t port);

 private:
  bool fill();
  QTcpSocket& m_socket;
  const std::atomic<bool>& m_stopping;
  std::string m_buffer;
};

class LoopbackServer {
 public:
  using Handler = std::function<void(LoopbackConnection&)>;

  explicit LoopbackServer(Handler handler, std::optional<LoopbackTls> tls = {});
  ~LoopbackServer();

  std::uint16_t port() const { return m_port; }
  std::string url(const std::string& path = "/") const;  // "https" with TLS
  int connections() const { return m_connections; }
  // The bytes with which the last TLS connection began: they name the server asked for in clear.
  std::string hello() const;

 private:
  void accept();
  void keepHello(int descriptor);
  void serve(int descriptor);

  Handler m_handler;
  std::optional<LoopbackTls> m_tls;
  int m_listener = -1;
  std::uint16_t m_port = 0;
  std::atomic<bool> m_stopping{false};
  std::atomic<int> m_connections{0};
  mutable std::mutex m_mutex;
  std::string m_hello;
  std::vector<std::thread> m_threads;
  std::thread m_acceptor;
};

// "HTTP/1.1 200 OK" with Content-Length.
std::string simpleAnswer(const std::string& body, const std::string& extraHeaders = {},
                         const std::string& status = "200 OK");
std::string chunkedHead(const std::string& extraHeaders = {}, const std::string& status = "200 OK");

// A self-signed certificate for 127.0.0.1 and localhost with its key, fresh from openssl; PEM is the
// certificate.
struct TestCertificate {
  LoopbackTls tls;
  QByteArray pem;
};
std::optional<TestCertificate> makeCertificate();  // empty: openssl is not installed

}  // namespace aiagent::testing
