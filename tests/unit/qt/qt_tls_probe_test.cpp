#include "core/qt/qt_tls_probe.h"
#include "core/qt/threaded_tls_probe.h"

#include <QTcpServer>
#include <QtTest>

#include "tests/support/http/loopback_server.h"

using namespace aiagent;
using base::ErrorCode;
using ports::TlsProblem;

class QtTlsProbeTest : public QObject {
  Q_OBJECT

  using Outcome = std::optional<base::Result<ports::TlsGreeting>>;

  base::Result<ports::TlsGreeting> greet(ports::TlsTarget target) {
    Outcome outcome;
    const auto call = m_probe.greet(std::move(target), [&](auto told) { outcome.emplace(std::move(told)); });
    if (outcome) qFatal("told within the call");
    if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 15'000)) qFatal("never told");
    return std::move(*outcome);
  }
  static void idle(testing::LoopbackConnection& connection) { connection.readRequest(); }

 private Q_SLOTS:
  void initTestCase() {
    m_certificate = testing::makeCertificate();
    if (!m_certificate) QSKIP("openssl is not installed");
  }

  void selfSigned_isReadWithItsProblems() {
    testing::LoopbackServer server(idle, m_certificate->tls);
    const auto greeting = greet({.host = "127.0.0.1", .port = server.port()});
    QVERIFY(greeting.ok());
    QCOMPARE(greeting->subject, std::string("aiagent-test"));
    QCOMPARE(greeting->issuer, std::string("aiagent-test"));
    QCOMPARE(greeting->names, (std::vector<std::string>{"127.0.0.1", "localhost"}));
    QCOMPARE(greeting->sha256.size(), std::size_t(64));
    QCOMPARE(greeting->problems, (std::vector<TlsProblem>{TlsProblem::SelfSigned}));
    const auto lasts = greeting->notAfter - greeting->notBefore;
    QVERIFY(lasts > std::chrono::hours(47) && lasts < std::chrono::hours(49));
  }

  void trustedIssuer_leavesNoProblem() {
    testing::LoopbackServer server(idle, m_certificate->tls);
    const auto greeting = greet({.host = "127.0.0.1",
                                 .port = server.port(),
                                 .serverName = "localhost",
                                 .caPem = m_certificate->pem.toStdString()});
    QVERIFY(greeting.ok());
    QVERIFY(greeting->problems.empty());
    QVERIFY2(server.hello().find("localhost") != std::string::npos, "it was asked for by name");
  }

  void otherName_isTheWrongHost() {
    testing::LoopbackServer server(idle, m_certificate->tls);
    const auto greeting = greet({.host = "127.0.0.1",
                                 .port = server.port(),
                                 .serverName = "agents.example",
                                 .caPem = m_certificate->pem.toStdString()});
    QVERIFY(greeting.ok());
    QCOMPARE(greeting->problems, (std::vector<TlsProblem>{TlsProblem::WrongHost}));
  }

  void nothingIsSent_toAServerSeen() {
    std::atomic<bool> asked{false};
    testing::LoopbackServer server(
        [&](testing::LoopbackConnection& connection) { asked = connection.readRequest().has_value(); },
        m_certificate->tls);
    QVERIFY(
        greet({.host = "127.0.0.1", .port = server.port(), .caPem = m_certificate->pem.toStdString()}).ok());
    QTest::qWait(100);
    QVERIFY(!asked);
    QCOMPARE(server.connections(), 1);
  }

  void plainServer_speaksNoTls() {
    testing::LoopbackServer server([](testing::LoopbackConnection& connection) {
      connection.write("HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    const auto greeting = greet({.host = "127.0.0.1", .port = server.port()});
    QCOMPARE(greeting.error().code, ErrorCode::TlsFailed);
    QCOMPARE(greeting.error().subject, std::string("127.0.0.1"));
  }

  void closedPort_isAFailedConnection() {
    quint16 port = 0;
    {
      QTcpServer server;
      QVERIFY(server.listen(QHostAddress::LocalHost));
      port = server.serverPort();
    }
    QCOMPARE(greet({.host = "127.0.0.1", .port = port}).error().code, ErrorCode::ConnectionFailed);
  }

  void silentServer_timesOut() {
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const auto greeting =
        greet({.host = "127.0.0.1", .port = server.serverPort(), .timeout = base::Milliseconds(100)});
    QCOMPARE(greeting.error().code, ErrorCode::Timeout);
  }

  void wrongTargets_areRefused() {
    QCOMPARE(greet({.host = ""}).error().subject, std::string("host"));
    QCOMPARE(greet({.host = "a b"}).error().subject, std::string("host"));
    QCOMPARE(greet({.host = "127.0.0.1", .caPem = "no PEM"}).error().subject, std::string("ca"));
  }

  void droppedCall_isCancelledOnce() {
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    int times = 0;
    Outcome outcome;
    auto call = m_probe.greet({.host = "127.0.0.1", .port = server.serverPort()}, [&](auto told) {
      ++times;
      outcome.emplace(std::move(told));
    });
    QTest::qWait(20);
    call.reset();
    QTest::qWait(20);
    QCOMPARE(times, 1);
    QCOMPARE(outcome->error().code, ErrorCode::Cancelled);
  }

  void callback_mayDestroyTheCall() {
    testing::LoopbackServer server(idle, m_certificate->tls);
    std::unique_ptr<ports::TlsProbeCall> call;
    bool told = false;
    call = m_probe.greet({.host = "127.0.0.1", .port = server.port()}, [&](auto) {
      told = true;
      call.reset();
    });
    QVERIFY(QTest::qWaitFor([&] { return told; }));
    QTest::qWait(10);
  }

 public:
  explicit QtTlsProbeTest(ports::TlsProbe& probe) : m_probe(probe) {}

 private:
  ports::TlsProbe& m_probe;
  std::optional<testing::TestCertificate> m_certificate;
};

// In the thread that asks, and in one of its own: nobody can tell them apart.
int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  qt::QtTlsProbe plain;
  QtTlsProbeTest first(plain);
  const int failed = QTest::qExec(&first, argc, argv);
  qt::ThreadedTlsProbe threaded;
  QtTlsProbeTest second(threaded);
  return failed + QTest::qExec(&second, argc, argv);
}
#include "qt_tls_probe_test.moc"
