// QtHttpClient with what a request says itself of TLS, proxy and pool, against servers with certificates of
// an authority of their own.
#include <atomic>
#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <random>
#include <thread>

#include "core/qt/qt_http_client.h"
#include "tests/support/http/recorder.h"
#include "tests/support/http/wait_until.h"
#include "tests/unit/qt/http_requests.h"

using namespace aiagent;
using namespace aiagent::testing;
using base::ErrorCode;
using namespace std::chrono_literals;

namespace {

struct Pair {
  std::string certificate, key;
};

// An authority, a server's certificate for the name "api.internal" alone, and two clients' certificates: one
// with an RSA key, one with an EC key.
class Authority {
 public:
  bool make() {
    return run("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=test-ca -keyout ca.key -out ca.pem") &&
           sign("server", "rsa:2048", "DNS:api.internal") && sign("alice", "rsa:2048", "DNS:alice") &&
           sign("bob", "ec", "DNS:bob");
  }
  std::string ca() const { return contents("ca.pem"); }
  QString folder() const { return m_folder.path(); }
  Pair pair(const std::string& name) const { return {contents(name + ".pem"), contents(name + ".key")}; }
  LoopbackTls server() const {
    const auto own = pair("server");
    return {QSslCertificate(QByteArray::fromStdString(own.certificate)),
            QSslKey(QByteArray::fromStdString(own.key), QSsl::Rsa)};
  }

 private:
  bool sign(const std::string& name, const std::string& kind, const std::string& subject) {
    QFile extension(m_folder.filePath(QStringLiteral("ext")));
    if (!extension.open(QIODevice::WriteOnly)) return false;
    extension.write(("subjectAltName=" + subject + "\n").c_str());
    extension.close();
    const auto newKey = kind == "ec" ? std::string("ec -pkeyopt ec_paramgen_curve:prime256v1") : kind;
    return run("req -newkey " + newKey + " -nodes -subj /CN=" + name + " -keyout " + name +
               ".key -out request") &&
           run("x509 -req -in request -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile ext -out " +
               name + ".pem");
  }
  bool run(const std::string& arguments) const {
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder.path());
    openssl.start(QStringLiteral("openssl"), QString::fromStdString(arguments).split(u' '));
    return openssl.waitForFinished(20'000) && openssl.exitCode() == 0;
  }
  std::string contents(const std::string& name) const {
    QFile file(m_folder.filePath(QString::fromStdString(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
  }
  QTemporaryDir m_folder;
};

constexpr int kRestedRounds = 25;

// A server that asks for a client's certificate and answers with the client's name, "-" for none, and a
// number that is the connection's own.
LoopbackServer::Handler tellingClient() {
  auto connections = std::make_shared<std::atomic<int>>(0);
  return [connections](LoopbackConnection& connection) {
    const int number = ++*connections;
    while (connection.readRequest()) {
      const auto name = connection.clientName();
      connection.write(simpleAnswer((name.empty() ? "-" : name) + " " + std::to_string(number)));
    }
  };
}

// An HTTP/2 server that asks for a client's certificate. It answers in two pieces: the version and the name
// it was asked for, then the client's name and what encoding it accepts.
constexpr char kHttp2Server[] =
    "const http2 = require('http2'), fs = require('fs');"
    "const read = (name) => fs.readFileSync(process.argv[2] + '/' + name);"
    "const server = http2.createSecureServer({ key: read('server.key'), cert: read('server.pem'),"
    "  requestCert: true, rejectUnauthorized: false });"
    "server.on('stream', (stream, headers) => {"
    "  const socket = stream.session.socket, client = socket.getPeerCertificate().subject;"
    "  stream.respond({ ':status': 200 });"
    "  stream.write(socket.alpnProtocol + ' ' + socket.servername + ' ');"
    "  setTimeout(() => stream.end((client ? client.CN : '-') + ' ' + headers['accept-encoding']), 30); });"
    "server.listen(0, '127.0.0.1', () => console.log('port ' + server.address().port));";

}  // namespace

class QtHttpAccessTest : public QObject {
  Q_OBJECT

 private:
  Authority m_authority;
  ports::HttpTls trusting(const std::string& client = {}) const {
    ports::HttpTls tls{.caPem = m_authority.ca(), .serverName = "api.internal"};
    if (client.empty()) return tls;
    const auto pair = m_authority.pair(client);
    tls.certificatePem = pair.certificate;
    tls.keyPem = base::SecretString(pair.key);
    return tls;
  }
  static ports::HttpRequest with(const std::string& url, ports::HttpTls tls) {
    auto request = get(url);
    request.tls = std::make_shared<const ports::HttpTls>(std::move(tls));
    return request;
  }
  static Recorder ask(qt::QtHttpClient& client, ports::HttpRequest request) {
    Recorder seen;
    const auto exchange = client.send(std::move(request), seen.handlers());
    if (!waitUntil([&] { return bool(seen.done); })) qWarning("no answer");
    return seen;
  }

 private Q_SLOTS:
  void initTestCase() {
    if (!m_authority.make()) QSKIP("openssl is not installed");
  }

  // Nothing may lie in a buffer until more comes: a watch may be silent for a minute.
  void whoRestsAgainAndAgain_hasAllThatCame_data() {
    QTest::addColumn<bool>("secure");
    QTest::newRow("clear") << false;
    QTest::newRow("TLS") << true;
  }

  void whoRestsAgainAndAgain_hasAllThatCame() {
    QFETCH(bool, secure);
    std::atomic<std::size_t> sent{0}, seen{0};
    std::atomic<int> rounds{0};
    LoopbackServer server(
        [&](LoopbackConnection& connection) {
          std::mt19937 random(7);
          connection.readRequest();
          connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
          for (; rounds < kRestedRounds; ++rounds) {
            for (auto pieces = 1 + random() % 6; pieces > 0; --pieces) {
              const std::string piece(1 + random() % (random() % 4 ? 3'000 : 90'000), 'x');
              sent += piece.size();
              if (!connection.writeChunk(piece)) return;
              std::this_thread::sleep_for(std::chrono::milliseconds(random() % 7));
            }
            for (int left = 500; seen != sent; --left) {
              if (left == 0) return;
              std::this_thread::sleep_for(10ms);
            }
          }
          connection.write("0\r\n\r\n");
        },
        secure ? std::optional(m_authority.server()) : std::nullopt);
    qt::QtHttpClient client;
    auto request = secure ? with(server.url(), trusting()) : get(server.url());
    request.canBeHeld = true;
    std::optional<base::Result<void>> done;
    std::unique_ptr<ports::HttpExchange> exchange;
    QTimer rest;
    rest.setSingleShot(true);
    rest.callOnTimeout([&] { exchange->hold(false); });
    exchange =
        client.send(std::move(request), {.head = {},
                                         .bytes =
                                             [&](std::string_view bytes) {
                                               seen += bytes.size();
                                               exchange->hold(true);
                                               rest.start(12);
                                             },
                                         .done = [&](base::Result<void> end) { done = std::move(end); }});
    QVERIFY2(waitUntil([&] { return bool(done); }, 60s),
             qPrintable(QStringLiteral("%1 rounds, %2 of %3 bytes").arg(rounds).arg(seen).arg(sent)));
    QVERIFY(done->ok());
    QCOMPARE(rounds.load(), kRestedRounds);
  }

  void ownAuthority_isTrusted_andItsNameIsTheOneAskedFor() {
    LoopbackServer server(tellingClient(), m_authority.server());
    qt::QtHttpClient client;
    const auto seen = ask(client, with(server.url(), trusting()));
    QVERIFY2(seen.succeeded(), seen.detail().c_str());
    QCOMPARE(seen.bytes, std::string("- 1"));
    QVERIFY(server.hello().find("api.internal") != std::string::npos);
    auto unnamed = trusting();
    unnamed.serverName.clear();  // the certificate is not for 127.0.0.1
    QCOMPARE(ask(client, with(server.url(), unnamed)).failure(), std::optional(ErrorCode::TlsFailed));
    QCOMPARE(ask(client, get(server.url())).failure(), std::optional(ErrorCode::TlsFailed));
  }

  void otherAuthority_isNotTrusted_butForTheInsecure() {
    LoopbackServer server(tellingClient(), m_authority.server());
    Authority other;
    QVERIFY(other.make());
    qt::QtHttpClient client;
    QCOMPARE(ask(client, with(server.url(), {.caPem = other.ca(), .serverName = "api.internal"})).failure(),
             std::optional(ErrorCode::TlsFailed));
    const auto careless = ask(client, with(server.url(), {.insecure = true}));
    QVERIFY2(careless.succeeded(), careless.detail().c_str());
  }

  void clientCertificates_areShown_andShareNoConnection() {
    LoopbackServer server(tellingClient(), m_authority.server());
    qt::QtHttpClient client;
    QCOMPARE(ask(client, with(server.url(), trusting("alice"))).bytes, std::string("alice 1"));
    QCOMPARE(ask(client, with(server.url(), trusting("bob"))).bytes, std::string("bob 2"));
    QCOMPARE(ask(client, with(server.url(), trusting())).bytes, std::string("- 3"));
    QCOMPARE(ask(client, with(server.url(), trusting("alice"))).bytes, std::string("alice 1"));
  }

  void pools_shareNoConnection() {
    LoopbackServer server(tellingClient(), m_authority.server());
    qt::QtHttpClient client;
    auto watch = with(server.url(), trusting());
    watch.pool = "watch";
    QCOMPARE(ask(client, with(server.url(), trusting())).bytes, std::string("- 1"));
    QCOMPARE(ask(client, watch).bytes, std::string("- 2"));
    QCOMPARE(ask(client, with(server.url(), trusting())).bytes, std::string("- 1"));
  }

  void keyThatIsNone_isNamed() {
    qt::QtHttpClient client;
    auto tls = trusting("alice");
    tls.keyPem = base::SecretString("none");
    const auto seen = ask(client, with("https://127.0.0.1:1/", tls));
    QCOMPARE(seen.failure(), std::optional(ErrorCode::InvalidInput));
    QCOMPARE(seen.subject(), std::string("tls.key"));
  }

  void redirectElsewhere_isNotFollowedWithTls() {
    LoopbackServer other(tellingClient(), m_authority.server());
    LoopbackServer server(always(simpleAnswer("", "Location: " + other.url() + "\r\n", "302 Found")),
                          m_authority.server());
    qt::QtHttpClient client;
    const auto seen = ask(client, with(server.url(), trusting("alice")));
    QVERIFY2(seen.succeeded(), seen.detail().c_str());
    QCOMPARE(seen.head->status, 302);
    QCOMPARE(other.connections(), 0);
  }

  void ownProxy_isUsed_forLoopbackToo() {
    LoopbackServer server(tellingClient(), m_authority.server());
    std::atomic<int> tunnels{0};
    LoopbackServer proxy([&](LoopbackConnection& connection) {
      const auto request = connection.readRequest();
      if (!request || request->method != "CONNECT") return;
      ++tunnels;
      connection.write("HTTP/1.1 200 Connection established\r\n\r\n");
      connection.tunnelTo(server.port());
    });
    qt::QtHttpClient client;
    QVERIFY(client.configure({.proxyMode = qt::ProxyMode::None}));
    auto request = with(server.url(), trusting());
    request.proxyUrl = "http://127.0.0.1:" + std::to_string(proxy.port());
    const auto seen = ask(client, request);
    QVERIFY2(seen.succeeded(), seen.detail().c_str());
    QCOMPARE(tunnels.load(), 1);
  }

  void nameThatComesTwice_goesOutTwice() {
    Journal journal;
    LoopbackServer server(journal.answering(simpleAnswer("ok")));
    qt::QtHttpClient client;
    auto request = get(server.url());
    request.headers = {{"Impersonate-Group", "a"}, {"Impersonate-Group", "b, c"}, {"impersonate-group", "d"}};
    QVERIFY(ask(client, request).succeeded());
    const auto head = QByteArray::fromStdString(journal.all().at(0).head).toLower();
    for (const char* line :
         {"\r\nimpersonate-group: a\r\n", "\r\nimpersonate-group: b, c\r\n", "\r\nimpersonate-group: d\r\n"})
      QVERIFY2(head.contains(line), head.constData());
    request.headers = {{"X", "a"}, {"X", "b\r\nY: c"}};
    QCOMPARE(ask(client, request).failure(), std::optional(ErrorCode::InvalidInput));
  }

  void http2_isSpokenWithTheSameTls() {
    const auto node = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (node.isEmpty()) QSKIP("node is not installed");
    QProcess server;
    server.start(node, {QStringLiteral("-e"), QString::fromLatin1(kHttp2Server), QStringLiteral("--"),
                        QStringLiteral("x"), m_authority.folder()});
    QByteArray printed;
    QVERIFY(waitUntil([&] { return (printed += server.readAllStandardOutput()).contains('\n'); }));
    const auto url = "https://127.0.0.1:" + printed.mid(5, printed.indexOf('\n') - 5).toStdString();
    qt::QtHttpClient client;
    for (const char* name : {"alice", "bob"}) {
      auto request = with(url, trusting(name));
      request.headers = {{"Accept-Encoding", "identity"}};
      const auto seen = ask(client, request);
      QVERIFY2(seen.succeeded(), seen.detail().c_str());
      QCOMPARE(seen.bytes, "h2 api.internal " + std::string(name) + " identity");
    }
    auto repeated = with(url, trusting("alice"));
    repeated.headers = {{"X", "1"}, {"X", "2"}};  // HTTP/1.1, which this server answers with 403
    const auto refused = ask(client, repeated);
    QVERIFY2(!refused.head || refused.head->status == 403, refused.bytes.c_str());
    server.kill();
    server.waitForFinished();
  }

  void identity_reallyGoesOut_andBasicCredentialsToo() {
    Journal journal;
    LoopbackServer server(journal.answering(simpleAnswer("ok")));
    qt::QtHttpClient client;
    auto request = get(server.url());
    request.headers = {{"Accept-Encoding", "identity"}};
    request.authorization = base::SecretString("Basic bWU6cmlnaHQ=");
    QVERIFY(ask(client, request).succeeded());
    QCOMPARE(journal.all().at(0).header("accept-encoding"), std::string("identity"));
    QCOMPARE(journal.all().at(0).header("authorization"), std::string("Basic bWU6cmlnaHQ="));
    request.authorization = base::SecretString("a\r\nb");
    QCOMPARE(ask(client, request).subject(), std::string("authorization"));
  }
};

QTEST_GUILESS_MAIN(QtHttpAccessTest)
#include "qt_http_access_test.moc"
