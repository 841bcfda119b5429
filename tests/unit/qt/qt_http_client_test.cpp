// QtHttpClient against a real server on loopback: what it sends, and what it makes of every way to answer.
#include "core/qt/qt_http_client.h"

#include <sys/resource.h>
#include <atomic>

#include <QTest>

#include "tests/support/http/loopback_server.h"
#include "tests/support/http/recorder.h"
#include "tests/support/http/wait_until.h"
#include "tests/unit/qt/http_requests.h"

using namespace aiagent;
using namespace aiagent::testing;
using namespace std::chrono_literals;
using base::ErrorCode;

class QtHttpClientTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void post_sendsWhatItWasGiven() {
    Journal journal;
    LoopbackServer server(journal.answering(simpleAnswer("ok", "X-Request-Id: req_1\r\n")));
    qt::QtHttpClient client;
    Recorder seen;
    const auto exchange = client.send(post(server.url("/v1/responses"), R"({"a":"ü"})"), seen.handlers());
    QCOMPARE(seen.order, std::string());  // nothing inside send()
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QVERIFY(seen.succeeded());
    QCOMPARE(seen.order, std::string("hbd"));
    QCOMPARE(seen.head->status, 200);
    QCOMPARE(std::string(seen.head->header("x-request-id")), std::string("req_1"));
    QCOMPARE(seen.bytes, std::string("ok"));
    const auto request = journal.all().at(0);
    QCOMPARE(request.method, std::string("POST"));
    QCOMPARE(request.target, std::string("/v1/responses"));
    QCOMPARE(request.body, std::string(R"({"a":"ü"})"));
    QCOMPARE(request.header("authorization"), std::string("Bearer sk-test-0123456789"));
    QCOMPARE(request.header("content-type"), std::string("application/json"));
    QCOMPARE(request.header("accept-encoding"), std::string("identity"));
    QCOMPARE(request.header("upgrade"), std::string());
    QCOMPARE(request.header("cookie"), std::string());
    QVERIFY(request.header("user-agent").starts_with("aiagent/"));
  }

  void cookies_areNeitherKeptNorSent() {
    Journal journal;
    LoopbackServer server(journal.answering(simpleAnswer("", "Set-Cookie: a=b; Path=/\r\n")));
    qt::QtHttpClient client;
    for (int i = 0; i < 2; ++i) {
      Recorder seen;
      const auto exchange = client.send(get(server.url()), seen.handlers());
      QVERIFY(waitUntil([&] { return bool(seen.succeeded()); }));
    }
    QCOMPARE(journal.all().at(1).header("cookie"), std::string());
  }

  void keepAlive_reusesTheConnection() {
    LoopbackServer server(always(simpleAnswer("x")));
    qt::QtHttpClient client;
    for (int i = 0; i < 5; ++i) {
      Recorder seen;
      const auto exchange = client.send(post(server.url()), seen.handlers());
      QVERIFY(waitUntil([&] { return bool(seen.succeeded()); }));
    }
    QCOMPARE(server.connections(), 1);
  }

  void stream_arrivesAsItIsSent() {
    std::atomic<int> mayGoOn{0};
    LoopbackServer server([&](LoopbackConnection& connection) {
      connection.readRequest();
      connection.write(chunkedHead("Content-Type: text/event-stream\r\n"));
      for (int i = 0; i < 3; ++i) {
        connection.writeChunk("data: " + std::to_string(i) + "\n\n");
        while (mayGoOn <= i) connection.sleep(1ms);
      }
      connection.write("0\r\n\r\n");
    });
    qt::QtHttpClient client;
    Recorder seen;
    const auto exchange = client.send(post(server.url()), seen.handlers());
    std::string expected;
    for (int i = 0; i < 3; ++i) {  // the server waits until this piece was seen
      expected += "data: " + std::to_string(i) + "\n\n";
      QVERIFY(waitUntil([&] { return seen.bytes == expected; }));
      QVERIFY(!seen.done);
      ++mayGoOn;
    }
    QVERIFY(waitUntil([&] { return bool(seen.succeeded()); }));
  }

  void fragmentedAnswer_isWhole() {
    LoopbackServer server([](LoopbackConnection& connection) {
      connection.readRequest();
      for (const char c : chunkedHead() + "3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n") {
        connection.write(std::string(1, c));
        connection.sleep(1ms);
      }
    });
    qt::QtHttpClient client;
    Recorder seen;
    const auto exchange = client.send(get(server.url()), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.succeeded()); }));
    QCOMPARE(seen.bytes, std::string("abcdefg"));
    QCOMPARE(seen.order, std::string("hbd"));
  }

  void httpErrors_areAnswers_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("headers");
    for (const int status : {400, 401, 403, 404, 409, 418, 422, 429, 500, 501, 503, 529})
      QTest::addRow("%d", status) << status << QString();
    QTest::addRow("401 with a challenge") << 401 << QStringLiteral("WWW-Authenticate: Basic realm=\"x\"\r\n");
    QTest::addRow("301") << 301 << QStringLiteral("Location: /elsewhere\r\n");
    QTest::addRow("303") << 303 << QStringLiteral("Location: /elsewhere\r\n");
  }
  void httpErrors_areAnswers() {
    QFETCH(int, status);
    QFETCH(QString, headers);
    Journal journal;
    LoopbackServer server(journal.answering(simpleAnswer(
        "<html>no</html>", "Content-Type: text/html\r\nRetry-After: 7\r\n" + headers.toStdString(),
        std::to_string(status) + " Because")));
    qt::QtHttpClient client;
    Recorder seen;
    const auto exchange = client.send(post(server.url()), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QVERIFY2(seen.succeeded(), seen.detail().c_str());
    QCOMPARE(seen.order, std::string("hbd"));
    QCOMPARE(seen.head->status, status);
    QCOMPARE(std::string(seen.head->header("retry-after")), std::string("7"));
    QCOMPARE(seen.bytes, std::string("<html>no</html>"));
    QCOMPARE(journal.all().size(), std::size_t(1));  // a POST is never redirected nor repeated
  }

  void nobodyListens_isConnectionFailed() {
    std::uint16_t port = 0;
    { port = LoopbackServer(always("")).port(); }
    qt::QtHttpClient client;
    Recorder seen;
    const auto exchange =
        client.send(post("http://127.0.0.1:" + std::to_string(port) + "/v1"), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.failure(), std::optional(ErrorCode::ConnectionFailed));
    QCOMPARE(seen.subject(), "127.0.0.1:" + std::to_string(port));
    QVERIFY2(seen.detail().find("refused") != std::string::npos, seen.detail().c_str());
  }

  void unknownHost_isConnectionFailed() {
    qt::QtHttpClient client;
    QVERIFY(client.configure({.proxyMode = qt::ProxyMode::None}));
    Recorder seen;
    const auto exchange = client.send(get("http://no-such-host.invalid/"), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.failure(), std::optional(ErrorCode::ConnectionFailed));
    QCOMPARE(seen.subject(), std::string("no-such-host.invalid"));
    QVERIFY2(seen.detail().find("not found") != std::string::npos, seen.detail().c_str());
  }

  void badRequests_areRefusedWithoutSending_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("subject");
    QTest::newRow("scheme") << "ftp://127.0.0.1/"
                            << ""
                            << "url";
    QTest::newRow("no host") << "http:///x"
                             << ""
                             << "url";
    QTest::newRow("empty") << ""
                           << ""
                           << "url";
    QTest::newRow("header") << "http://127.0.0.1/"
                            << "a\r\nX-Evil: 1"
                            << "X-Test";
  }
  void badRequests_areRefusedWithoutSending() {
    QFETCH(QString, url);
    QFETCH(QString, header);
    QFETCH(QString, subject);
    qt::QtHttpClient client;
    auto request = get(url.toStdString());
    request.headers = {{"X-Test", header.toStdString()}};
    Recorder seen;
    const auto exchange = client.send(std::move(request), seen.handlers());
    QVERIFY(!seen.done);
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.failure(), std::optional(ErrorCode::InvalidInput));
    QCOMPARE(seen.subject(), subject.toStdString());
  }

  void get_followsRedirects_withTheKeyForTheSameOriginAlone() {
    Journal journal, otherJournal;
    LoopbackServer other(otherJournal.answering(simpleAnswer("there")));
    LoopbackServer server([&](LoopbackConnection& connection) {
      while (const auto request = connection.readRequest()) {
        journal.add(*request);
        const auto to = request->target == "/a" ? std::string("/b") : other.url("/c");
        connection.write(simpleAnswer("", "Location: " + to + "\r\n", "302 Found"));
      }
    });
    qt::QtHttpClient client;
    auto request = get(server.url("/a"));
    request.bearer = base::SecretString("sk-test-0123456789");
    Recorder seen;
    const auto exchange = client.send(std::move(request), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QVERIFY2(seen.succeeded(), seen.detail().c_str());
    QCOMPARE(seen.bytes, std::string("there"));
    QCOMPARE(seen.order, std::string("hbd"));
    QCOMPARE(journal.all().size(), std::size_t(2));
    QVERIFY(!journal.all().at(1).header("authorization").empty());
    QCOMPARE(otherJournal.all().at(0).header("authorization"), std::string());
  }

  void redirectLoop_endsWithTheRedirectAsAnswer() {
    LoopbackServer server(always(simpleAnswer("", "Location: /again\r\n", "302 Found")));
    qt::QtHttpClient client;
    Recorder seen;
    const auto exchange = client.send(get(server.url()), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.succeeded()); }));
    QCOMPARE(seen.head->status, 302);
  }
};

QTEST_GUILESS_MAIN(QtHttpClientTest)
#include "qt_http_client_test.moc"
