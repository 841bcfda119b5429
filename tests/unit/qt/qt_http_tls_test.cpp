// QtHttpClient over TLS: whom it trusts, what it says when it does not, and HTTP/2.
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
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

ports::HttpRequest post(const std::string& url) {
  ports::HttpRequest request;
  request.method = "POST";
  request.url = url;
  request.headers = {{"Accept", "text/event-stream"}};
  request.bearer = base::SecretString("sk-test-0123456789");
  request.body = "{}";
  return request;
}

// An HTTP/2 server: /slow answers after 2.5 s, /stream in pieces, /hang never; it prints "closed" when a
// stream is reset, and each request's line.
constexpr char kHttp2Server[] = R"js(
const http2 = require('http2'), fs = require('fs');
const server = http2.createSecureServer({ key: fs.readFileSync(process.argv[2]), cert: fs.readFileSync(process.argv[3]) });
server.on('stream', (stream, headers) => {
  console.log(headers[':method'] + ' ' + headers[':path'] + ' ' + (headers.authorization || '-'));
  stream.on('error', () => {});
  stream.on('aborted', () => console.log('closed'));
  let size = 0;
  stream.on('data', (d) => { size += d.length; });
  stream.on('end', () => {
    if (headers[':path'] === '/hang') return;
    const answer = () => {
      stream.respond({ ':status': 200, 'content-type': 'text/event-stream' });
      stream.write('data: 1\n\n');
      setTimeout(() => stream.end('data: ' + size + '\n\n'), 50);
    };
    headers[':path'] === '/slow' ? setTimeout(answer, 2500) : answer();
  });
});
server.listen(0, '127.0.0.1', () => console.log('port ' + server.address().port));
)js";

}  // namespace

class QtHttpTlsTest : public QObject {
  Q_OBJECT

 private:
  std::optional<TestCertificate> m_made;
  QTemporaryDir m_folder;
  std::filesystem::path m_pem, m_key;

  qt::NetworkSettings trusting() const {
    return {.proxyMode = qt::ProxyMode::None, .extraCaCertificates = {m_pem}};
  }
  static std::filesystem::path save(const QString& name, const QByteArray& text) {
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(text);
    return name.toStdString();
  }

 private Q_SLOTS:
  void initTestCase() {
    m_made = makeCertificate();
    if (!m_made) QSKIP("openssl is not installed");
    m_pem = save(m_folder.filePath(QStringLiteral("ca.pem")), m_made->pem);
    m_key = save(m_folder.filePath(QStringLiteral("key.pem")), m_made->tls.key.toPem());
  }

  void selfSigned_isRefused_withTheReason() {
    LoopbackServer server([](LoopbackConnection& connection) { connection.readRequest(); }, m_made->tls);
    qt::QtHttpClient client;
    Recorder seen;
    const auto exchange = client.send(post(server.url("/v1")), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.order, std::string("d"));
    QCOMPARE(seen.failure(), std::optional(ErrorCode::TlsFailed));
    QCOMPARE(seen.subject(), std::string("127.0.0.1"));
    for (const char* words :
         {"self-signed", "certificate of aiagent-test", "issued by aiagent-test", "valid 20"})
      QVERIFY2(seen.detail().find(words) != std::string::npos, seen.detail().c_str());
  }

  void extraCertificate_isTrusted_andForgottenAgain() {
    LoopbackServer server(
        [](LoopbackConnection& connection) {
          while (connection.readRequest()) connection.write(simpleAnswer("ok"));
        },
        m_made->tls);
    qt::QtHttpClient client;
    QVERIFY(client.configure(trusting()));
    Recorder seen;
    const auto exchange = client.send(post(server.url()), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QVERIFY2(seen.succeeded(), seen.detail().c_str());
    QCOMPARE(seen.bytes, std::string("ok"));
    QVERIFY(client.configure({}));
    Recorder later;
    const auto next = client.send(post(server.url()), later.handlers());
    QVERIFY(waitUntil([&] { return bool(later.done); }));
    QCOMPARE(later.failure(), std::optional(ErrorCode::TlsFailed));
  }

  void wrongHostName_isRefused() {
    LoopbackServer server([](LoopbackConnection& connection) { connection.readRequest(); }, m_made->tls);
    qt::QtHttpClient client;
    QVERIFY(client.configure(trusting()));
    Recorder seen;
    const auto exchange =
        client.send(post("https://127.0.0.2:" + std::to_string(server.port()) + "/"), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    // Linux routes all of 127.0.0.0/8 to a listener on 127.0.0.1 only when it listens on every address.
    QVERIFY(seen.failure() == ErrorCode::TlsFailed || seen.failure() == ErrorCode::ConnectionFailed);
    Recorder named;
    const auto byName =
        client.send(post("https://localhost:" + std::to_string(server.port()) + "/"), named.handlers());
    QVERIFY(waitUntil([&] { return bool(named.done); }));
    QVERIFY(named.failure() != ErrorCode::TlsFailed);
  }

  void clearTextServer_isTlsFailed() {
    LoopbackServer server([](LoopbackConnection& connection) {
      connection.write(simpleAnswer("plain"));
      connection.waitForClose(5s);
    });
    qt::QtHttpClient client;
    Recorder seen;
    const auto exchange = client.send(post("https" + server.url().substr(4)), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.failure(), std::optional(ErrorCode::TlsFailed));
    QVERIFY(!seen.detail().empty());
  }

  void badSettings_changeNothing() {
    LoopbackServer server(
        [](LoopbackConnection& connection) {
          connection.readRequest();
          connection.write(simpleAnswer("ok"));
        },
        m_made->tls);
    qt::QtHttpClient client;
    QVERIFY(client.configure(trusting()));
    const auto refused = client.configure({.extraCaCertificates = {"/nonexistent.pem"}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().subject, std::string("/nonexistent.pem"));
    Recorder seen;
    const auto exchange = client.send(post(server.url()), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QVERIFY(seen.succeeded());
  }

  void http2_streams_cancels_andSendsOnce() {
    const auto node = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (node.isEmpty()) QSKIP("node is not installed");
    const auto script = save(m_folder.filePath(QStringLiteral("http2.js")), kHttp2Server);
    QProcess server;
    server.start(node, {QString::fromStdString(script.string()), QString::fromStdString(m_key.string()),
                        QString::fromStdString(m_pem.string())});
    QByteArray printed;
    const auto prints = [&](const char* words) {
      return waitUntil([&] {
        printed += server.readAllStandardOutput();
        return printed.contains(words);
      });
    };
    QVERIFY(prints("port "));
    QVERIFY(prints("\n"));
    const auto url = "https://127.0.0.1:" + printed.mid(5, printed.indexOf('\n') - 5).toStdString();
    qt::QtHttpClient client;
    QVERIFY(client.configure(trusting()));

    for (int i = 0; i < 2;
         ++i) {  // a fresh connection, then the same one: the connect timeout must end in both
      auto request = post(url + "/slow");
      request.connectTimeout = 2000ms;
      request.body = std::string(100'000, 'x');
      Recorder seen;
      const auto exchange = client.send(std::move(request), seen.handlers());
      QVERIFY(waitUntil([&] { return bool(seen.done); }));
      QVERIFY2(seen.succeeded(), seen.detail().c_str());
      QCOMPARE(seen.bytes, std::string("data: 1\n\ndata: 100000\n\n"));
      QVERIFY(seen.reads >= 2);
    }
    Recorder seen;
    auto exchange = client.send(post(url + "/hang"), seen.handlers());
    QVERIFY(prints("/hang"));
    exchange.reset();
    QVERIFY(prints("closed"));
    QCOMPARE(printed.count("POST /slow Bearer sk-test-0123456789"), qsizetype(2));
    server.kill();
    server.waitForFinished();
  }

  void http2_serverDies_isTold_andAskedOnce() {
    const auto node = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (node.isEmpty()) QSKIP("node is not installed");
    const auto script = save(m_folder.filePath(QStringLiteral("http2.js")), kHttp2Server);
    QProcess server;
    server.start(node, {QString::fromStdString(script.string()), QString::fromStdString(m_key.string()),
                        QString::fromStdString(m_pem.string())});
    QByteArray printed;
    QVERIFY(waitUntil([&] { return (printed += server.readAllStandardOutput()).contains('\n'); }));
    const auto url = "https://127.0.0.1:" + printed.mid(5, printed.indexOf('\n') - 5).toStdString();
    qt::QtHttpClient client;
    QVERIFY(client.configure(trusting()));
    Recorder seen;
    const auto exchange = client.send(post(url + "/hang"), seen.handlers());
    QVERIFY(waitUntil([&] { return (printed += server.readAllStandardOutput()).contains("/hang"); }));
    server.kill();
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.failure(), std::optional(ErrorCode::ConnectionFailed));
    server.waitForFinished();
  }
};

QTEST_GUILESS_MAIN(QtHttpTlsTest)
#include "qt_http_tls_test.moc"
