// QtHttpClient behind a proxy that wants credentials, or is in the way otherwise.
#include <atomic>
#include <mutex>
#include <QTest>

#include "core/qt/qt_http_client.h"
#include "tests/support/http/loopback_server.h"
#include "tests/support/http/recorder.h"
#include "tests/support/http/wait_until.h"

using namespace aiagent;
using namespace aiagent::testing;
using namespace std::chrono_literals;
using base::ErrorCode;

namespace {

constexpr char kNeedsCredentials[] =
    "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"office\"\r\n"
    "Content-Length: 0\r\n\r\n";

// A small proxy: CONNECT tunnels to 127.0.0.1 (whatever the name), other requests it answers itself.
class TinyProxy {
 public:
  explicit TinyProxy(bool wantsCredentials)
      : m_wantsCredentials(wantsCredentials),
        m_server([this](LoopbackConnection& connection) { serve(connection); }) {}

  std::uint16_t port() const { return m_server.port(); }
  std::vector<LoopbackRequest> requests() const {
    const std::lock_guard lock(m_mutex);
    return m_requests;
  }
  int answered() const { return m_answered; }

 private:
  void serve(LoopbackConnection& connection) {
    while (const auto request = connection.readRequest()) {
      {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(*request);
      }
      // "me:right" in Base64
      if (m_wantsCredentials && request->header("proxy-authorization") != "Basic bWU6cmlnaHQ=") {
        connection.write(kNeedsCredentials);
        continue;
      }
      ++m_answered;
      if (request->method != "CONNECT") {
        connection.write(simpleAnswer("by the proxy: " + request->body));
        continue;
      }
      connection.write("HTTP/1.1 200 Connection established\r\n\r\n");
      return connection.tunnelTo(
          std::uint16_t(std::stoi(request->target.substr(request->target.rfind(':') + 1))));
    }
  }

  bool m_wantsCredentials;
  mutable std::mutex m_mutex;
  std::vector<LoopbackRequest> m_requests;
  std::atomic<int> m_answered{0};
  LoopbackServer m_server;
};

qt::NetworkSettings through(const TinyProxy& proxy, const char* user = "", const char* password = "") {
  return {
      .proxyMode = qt::ProxyMode::Manual,
      .proxy = {
          .host = "127.0.0.1", .port = proxy.port(), .user = user, .password = base::SecretString(password)}};
}

ports::HttpRequest post(const std::string& url, std::string body = "{}") {
  ports::HttpRequest request;
  request.method = "POST";
  request.url = url;
  request.bearer = base::SecretString("sk-test-0123456789");
  request.body = std::move(body);
  return request;
}

}  // namespace

class QtHttpProxyTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void withoutCredentials_isProxyRefused_data() {
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("user");
    for (const char* scheme : {"http", "https"})
      for (const char* user : {"", "me"}) QTest::addRow("%s, user \"%s\"", scheme, user) << scheme << user;
  }
  void withoutCredentials_isProxyRefused() {
    QFETCH(QString, scheme);
    QFETCH(QString, user);
    TinyProxy proxy(true);
    qt::QtHttpClient client;
    QVERIFY(client.configure(through(proxy, user.toUtf8().constData(), "wrong")));
    Recorder seen;
    const auto exchange = client.send(post(scheme.toStdString() + "://api.test.invalid/v1"), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.order, std::string("d"));
    QCOMPARE(seen.failure(), std::optional(ErrorCode::ProxyRefused));
    QCOMPARE(seen.subject(), "127.0.0.1:" + std::to_string(proxy.port()));
    QCOMPARE(proxy.answered(), 0);
    // A tunnel is asked for without credentials, then once with what is kept; clear text comes once, with
    // them.
    QCOMPARE(proxy.requests().size(), std::size_t(user.isEmpty() || scheme == u"http" ? 1 : 2));
  }

  void clearText_withCredentials_isPassedOnce() {
    TinyProxy proxy(true);
    qt::QtHttpClient client;
    QVERIFY(client.configure(through(proxy, "me", "right")));
    const std::string body(100'000, 'x');
    Recorder seen;
    const auto exchange = client.send(post("http://api.test.invalid/v1", body), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QVERIFY2(seen.succeeded(), seen.detail().c_str());
    QCOMPARE(seen.head->status, 200);
    QCOMPARE(seen.bytes, "by the proxy: " + body);
    QCOMPARE(seen.order, std::string("hbd"));
    QCOMPARE(proxy.answered(), 1);
    QCOMPARE(proxy.requests().back().target, std::string("http://api.test.invalid/v1"));
  }

  void https_isTunnelled_withTheCredentialsForTheProxyAlone() {
    const auto made = makeCertificate();
    if (!made) QSKIP("openssl is not installed");
    std::mutex mutex;
    std::vector<LoopbackRequest> arrived;
    LoopbackServer server(
        [&](LoopbackConnection& connection) {
          while (const auto request = connection.readRequest()) {
            {
              const std::lock_guard lock(mutex);
              arrived.push_back(*request);
            }
            connection.write(simpleAnswer("through"));
          }
        },
        made->tls);
    TinyProxy proxy(true);
    qt::QtHttpClient client;
    QVERIFY(client.configure(through(proxy, "me", "right")));
    Recorder seen;
    // The certificate is not trusted and names another host: that TLS is spoken through the tunnel is what
    // counts.
    const auto exchange = client.send(
        post("https://api.test.invalid:" + std::to_string(server.port()) + "/v1"), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.failure(), std::optional(ErrorCode::TlsFailed));
    QCOMPARE(seen.subject(), std::string("api.test.invalid"));
    QCOMPARE(proxy.answered(), 1);
    QCOMPARE(proxy.requests().back().method, std::string("CONNECT"));
    for (const auto& request : proxy.requests()) QCOMPARE(request.header("authorization"), std::string());
    QVERIFY(arrived.empty());
  }

  void absentProxy_isConnectionFailed() {
    qt::NetworkSettings settings;
    {
      TinyProxy proxy(false);
      settings = through(proxy);
    }
    for (const char* url : {"http://api.test.invalid/v1", "https://api.test.invalid/v1"}) {
      qt::QtHttpClient client;
      QVERIFY(client.configure(settings));
      Recorder seen;
      const auto exchange = client.send(post(url), seen.handlers());
      QVERIFY(waitUntil([&] { return bool(seen.done); }));
      QCOMPARE(seen.failure(), std::optional(ErrorCode::ConnectionFailed));
      QVERIFY2(seen.detail().starts_with("proxy: "), seen.detail().c_str());
      QCOMPARE(seen.subject(), "127.0.0.1:" + std::to_string(settings.proxy.port));
    }
  }

  void environment_namesTheProxy() {
    TinyProxy proxy(true);
    qt::QtHttpClient client([&](const std::string& name) {
      return name == "http_proxy" ? "http://me:right@127.0.0.1:" + std::to_string(proxy.port())
                                  : std::string();
    });
    QVERIFY(client.configure({.proxyMode = qt::ProxyMode::Environment}));
    Recorder seen;
    const auto exchange = client.send(post("http://api.test.invalid/v1"), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QVERIFY2(seen.succeeded(), seen.detail().c_str());
  }

  void loopback_goesPastTheProxy() {
    TinyProxy proxy(true);
    LoopbackServer server([](LoopbackConnection& connection) {
      connection.readRequest();
      connection.write(simpleAnswer("direct"));
    });
    qt::QtHttpClient client;
    QVERIFY(client.configure(through(proxy)));
    Recorder seen;
    const auto exchange = client.send(post(server.url()), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.bytes, std::string("direct"));
    QVERIFY(proxy.requests().empty());
  }

  void postLostBehindTheProxy_isNotRepeated() {
    std::atomic<int> posts{0};
    LoopbackServer proxy([&](LoopbackConnection& connection) {
      if (connection.readRequest()) ++posts;
    });
    qt::QtHttpClient client;
    QVERIFY(client.configure(
        {.proxyMode = qt::ProxyMode::Manual, .proxy = {.host = "127.0.0.1", .port = proxy.port()}}));
    Recorder seen;
    const auto exchange = client.send(post("http://api.test.invalid/v1"), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.failure(), std::optional(ErrorCode::ConnectionFailed));
    QTest::qWait(100);
    QCOMPARE(posts.load(), 1);
  }
};

QTEST_GUILESS_MAIN(QtHttpProxyTest)
#include "qt_http_proxy_test.moc"
