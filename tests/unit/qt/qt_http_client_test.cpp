// QtHttpClient against a real server on loopback: what it sends, and what it makes of every way to answer.
#include "core/qt/qt_http_client.h"

#include <sys/resource.h>
#include <atomic>

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include "tests/support/http/loopback_server.h"
#include "tests/support/http/recorder.h"
#include "tests/support/http/wait_until.h"

using namespace aiagent;
using namespace aiagent::testing;
using namespace std::chrono_literals;
using base::ErrorCode;

namespace {

ports::HttpRequest get(const std::string& url) {
  ports::HttpRequest request;
  request.url = url;
  return request;
}

ports::HttpRequest post(const std::string& url, std::string body = "{}") {
  ports::HttpRequest request;
  request.method = "POST";
  request.url = url;
  request.headers = {{"Content-Type", "application/json"}, {"Accept", "text/event-stream"}};
  request.bearer = base::SecretString("sk-test-0123456789");
  request.body = std::move(body);
  return request;
}

// Answers every request of every connection alike.
LoopbackServer::Handler always(std::string answer) {
  return [answer = std::move(answer)](LoopbackConnection& connection) {
    while (connection.readRequest())
      if (!connection.write(answer)) return;
  };
}

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kKeepsFreedMemory = true;
#elif defined(__has_feature)
constexpr bool kKeepsFreedMemory = __has_feature(address_sanitizer);
#else
constexpr bool kKeepsFreedMemory = false;
#endif

// Requests as the server saw them.
class Journal {
 public:
  void add(const LoopbackRequest& request) {
    const std::lock_guard lock(m_mutex);
    m_requests.push_back(request);
  }
  std::vector<LoopbackRequest> all() const {
    const std::lock_guard lock(m_mutex);
    return m_requests;
  }
  LoopbackServer::Handler answering(std::string answer) {
    return [this, answer = std::move(answer)](LoopbackConnection& connection) {
      while (const auto request = connection.readRequest()) {
        add(*request);
        if (!connection.write(answer)) return;
      }
    };
  }

 private:
  mutable std::mutex m_mutex;
  std::vector<LoopbackRequest> m_requests;
};

long peakKilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

}  // namespace

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

  // Qt by itself sends it up to four times.
  void serverClosesAfterReadingThePost_seesItOnce_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("reused");
    QTest::addColumn<bool>("reset");
    for (const bool reused : {false, true})
      for (const bool reset : {false, true})
        for (const QByteArray& body : {QByteArray(), QByteArray("{}"), QByteArray(300'000, 'x')})
          QTest::addRow("%d bytes, %s, %s", int(body.size()), reused ? "kept alive" : "fresh",
                        reset ? "RST" : "FIN")
              << body << reused << reset;
  }
  void serverClosesAfterReadingThePost_seesItOnce() {
    QFETCH(QByteArray, body);
    QFETCH(bool, reused);
    QFETCH(bool, reset);
    std::atomic<int> posts{0};
    LoopbackServer server([&](LoopbackConnection& connection) {
      while (const auto request = connection.readRequest()) {
        if (request->method == "GET") {
          connection.write(simpleAnswer("x"));
          continue;
        }
        ++posts;
        if (reset) connection.reset();
        return;
      }
    });
    qt::QtHttpClient client;
    if (reused) {
      Recorder first;
      const auto exchange = client.send(get(server.url()), first.handlers());
      QVERIFY(waitUntil([&] { return bool(first.succeeded()); }));
    }
    Recorder seen;
    const auto exchange = client.send(post(server.url(), body.toStdString()), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.order, std::string("d"));
    QCOMPARE(seen.failure(), std::optional(ErrorCode::ConnectionFailed));
    QCOMPARE(seen.subject(), "127.0.0.1:" + std::to_string(server.port()));
    QTest::qWait(100);
    QCOMPARE(posts.load(), 1);
    QCOMPARE(server.connections(), 1);
  }

  void cutStream_isInterrupted_andKeepsWhatCame_data() {
    QTest::addColumn<int>("how");
    QTest::newRow("chunked, FIN") << 0;
    QTest::newRow("chunked, RST") << 1;
    QTest::newRow("Content-Length, FIN") << 2;
  }
  void cutStream_isInterrupted_andKeepsWhatCame() {
    QFETCH(int, how);
    LoopbackServer server([how](LoopbackConnection& connection) {
      connection.readRequest();
      connection.write(how == 2 ? "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" : chunkedHead());
      how == 2 ? connection.write("data: 1\n\n") : connection.writeChunk("data: 1\n\n");
      connection.sleep(100ms);
      if (how == 1) connection.reset();
    });
    qt::QtHttpClient client;
    Recorder seen;
    const auto exchange = client.send(post(server.url()), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.order, std::string("hbd"));
    QCOMPARE(seen.bytes, std::string("data: 1\n\n"));
    QCOMPARE(seen.failure(), std::optional(ErrorCode::Interrupted));
    QCOMPARE(server.connections(), 1);
  }

  // Many times over, because Qt's outcome depends on which of its threads is first.
  void endOfConnectionAsEndOfBody_isFine() {
    LoopbackServer server([](LoopbackConnection& connection) {
      connection.readRequest();
      connection.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nall there is");
    });
    qt::QtHttpClient client;
    for (int i = 0; i < 100; ++i) {
      Recorder seen;
      const auto exchange = client.send(post(server.url()), seen.handlers());
      QVERIFY2(waitUntil([&] { return bool(seen.done); }), (seen.order + seen.bytes).c_str());
      QVERIFY2(seen.succeeded(), seen.detail().c_str());
      QCOMPARE(seen.bytes, std::string("all there is"));
    }
    QCOMPARE(server.connections(), 100);
  }

  void garbage_isConnectionFailed_andAskedOnce() {
    LoopbackServer server([](LoopbackConnection& connection) {
      connection.readRequest();
      connection.write("SSH-2.0-OpenSSH_9.2\r\n\r\nwhat do you want\r\n");
      connection.waitForClose(5s);
    });
    qt::QtHttpClient client;
    Recorder seen;
    const auto exchange = client.send(post(server.url()), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.failure(), std::optional(ErrorCode::ConnectionFailed));
    QCOMPARE(seen.order, std::string("d"));
    QCOMPARE(server.connections(), 1);
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

  void silentServer_isTimeout_afterTheHeadTimeout() {
    LoopbackServer server([](LoopbackConnection& connection) {
      connection.readRequest();
      connection.waitForClose(5s);
    });
    qt::QtHttpClient client;
    auto request = post(server.url());
    request.connectTimeout = 10'000ms;
    request.headTimeout = 200ms;
    Recorder seen;
    QElapsedTimer clock;
    clock.start();
    const auto exchange = client.send(std::move(request), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.failure(), std::optional(ErrorCode::Timeout));
    QVERIFY(clock.elapsed() >= 200);
    QVERIFY2(seen.detail().find("head") != std::string::npos, seen.detail().c_str());
  }

  void connectTimeout_doesNotCountWaitingForTheHead_data() {
    QTest::addColumn<bool>("reused");
    QTest::newRow("fresh") << false;
    QTest::newRow("kept alive") << true;
  }
  void connectTimeout_doesNotCountWaitingForTheHead() {
    QFETCH(bool, reused);
    LoopbackServer server([](LoopbackConnection& connection) {
      while (const auto request = connection.readRequest()) {
        if (request->method == "POST") connection.sleep(1500ms);
        if (!connection.write(simpleAnswer("x"))) return;
      }
    });
    qt::QtHttpClient client;
    if (reused) {
      Recorder first;
      const auto exchange = client.send(get(server.url()), first.handlers());
      QVERIFY(waitUntil([&] { return bool(first.succeeded()); }));
    }
    auto request = post(server.url());
    request.connectTimeout = 1000ms;
    Recorder seen;
    const auto exchange = client.send(std::move(request), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QVERIFY2(seen.succeeded(), seen.detail().c_str());
  }

  void unreachableHost_isTimeout_afterTheConnectTimeout() {
    // A TLS handshake that is never answered: the connection does not stand.
    LoopbackServer server([](LoopbackConnection& connection) { connection.waitForClose(5s); });
    qt::QtHttpClient client;
    auto request = post("https" + server.url().substr(4));
    request.connectTimeout = 200ms;
    Recorder seen;
    const auto exchange = client.send(std::move(request), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.failure(), std::optional(ErrorCode::Timeout));
    QVERIFY2(seen.detail().find("connection") != std::string::npos, seen.detail().c_str());
  }

  void dropping_closesTheConnectionSoon_data() {
    QTest::addColumn<bool>("afterHead");
    QTest::newRow("before the head") << false;
    QTest::newRow("while bytes come") << true;
  }
  void dropping_closesTheConnectionSoon() {
    QFETCH(bool, afterHead);
    std::atomic<bool> waiting{false};
    std::atomic<qint64> closedAt{0};
    LoopbackServer server([&](LoopbackConnection& connection) {
      connection.readRequest();
      if (afterHead) connection.write(chunkedHead() + "1\r\nx\r\n");
      waiting = true;
      if (connection.waitForClose(5s)) closedAt = QDeadlineTimer::current().deadlineNSecs();
    });
    qt::QtHttpClient client;
    Recorder seen;
    auto exchange = client.send(post(server.url()), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(waiting && (!afterHead || seen.bytes == "x")); }));
    const auto droppedAt = QDeadlineTimer::current().deadlineNSecs();
    exchange.reset();
    QCOMPARE(seen.failure(), std::optional(ErrorCode::Cancelled));  // told before the destructor returned
    QVERIFY(waitUntil([&] { return bool(closedAt > 0); }));
    const auto millis = (closedAt - droppedAt) / 1'000'000;
    qInfo("closed after %lld ms", static_cast<long long>(millis));
    QVERIFY2(millis < 1000, std::to_string(millis).c_str());  // 0 or 1 where nothing else runs
    QCOMPARE(seen.order.back(), 'd');
    QCOMPARE(std::count(seen.order.begin(), seen.order.end(), 'd'), 1);
  }

  void dropping_afterDone_tellsNothingMore() {
    LoopbackServer server(always(simpleAnswer("x")));
    qt::QtHttpClient client;
    Recorder seen;
    auto exchange = client.send(get(server.url()), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.succeeded()); }));
    exchange.reset();
    QCOMPARE(seen.order, std::string("hbd"));
  }

  void handlers_mayDestroyTheExchange_data() {
    QTest::addColumn<char>("where");
    for (const char where : {'h', 'b', 'd'}) QTest::addRow("%c", where) << where;
  }
  void handlers_mayDestroyTheExchange() {
    QFETCH(char, where);
    LoopbackServer server([](LoopbackConnection& connection) {
      connection.readRequest();
      connection.write(chunkedHead() + "1\r\nx\r\n");
      connection.sleep(20ms);
      connection.write("1\r\ny\r\n0\r\n\r\n");
    });
    qt::QtHttpClient client;
    Recorder seen;
    std::unique_ptr<ports::HttpExchange> exchange;
    auto handlers = seen.handlers();
    const auto drop = [&](char here) {
      if (here == where) exchange.reset();
    };
    ports::HttpHandlers dropping{
        .head =
            [&, padding = std::string(200, 'p')](const ports::HttpHead& h) {
              handlers.head(h), drop('h');
              QCOMPARE(padding.size(), std::size_t(200));  // the handler itself must still be there
            },
        .bytes = [&](std::string_view b) { handlers.bytes(b), drop('b'); },
        .done = [&](base::Result<void> r) { handlers.done(std::move(r)), drop('d'); }};
    exchange = client.send(get(server.url()), std::move(dropping));
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QTest::qWait(60);
    const std::string expected = where == 'h' ? "hd" : "hbd";
    QCOMPARE(seen.order, expected);
    QCOMPARE(seen.succeeded(), where == 'd');
  }

  void destroyedClient_endsItsExchanges() {
    LoopbackServer server([](LoopbackConnection& connection) {
      connection.readRequest();
      connection.waitForClose(5s);
    });
    Recorder seen;
    std::unique_ptr<ports::HttpExchange> exchange;
    {
      qt::QtHttpClient client;
      exchange = client.send(post(server.url()), seen.handlers());
      QTest::qWait(50);
    }
    QCOMPARE(seen.failure(), std::optional(ErrorCode::Cancelled));
    exchange.reset();
    QCOMPARE(seen.order, std::string("d"));
  }

  void manyStreamsAtOnce_doNotWaitForEachOther() {
    std::atomic<int> inside{0};
    LoopbackServer server([&](LoopbackConnection& connection) {
      connection.readRequest();
      ++inside;
      while (inside < 20) connection.sleep(1ms);  // nobody is answered before all have asked
      connection.write(simpleAnswer("x"));
    });
    qt::QtHttpClient client;
    std::vector<Recorder> seen(20);
    std::vector<std::unique_ptr<ports::HttpExchange>> exchanges;
    for (auto& one : seen) exchanges.push_back(client.send(post(server.url()), one.handlers()));
    QVERIFY(waitUntil([&] {
      return bool(std::all_of(seen.begin(), seen.end(), [](auto& one) { return one.succeeded(); }));
    }));
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

  // The server stays at most 4 MiB ahead of what the handler has seen, so whatever grows beyond is kept
  // somewhere.
  void hugeAnswer_isNotKeptAfterItWasHandedOn() {
    if (kKeepsFreedMemory) QSKIP("the address sanitizer keeps freed memory");
    constexpr std::size_t kPiece = 64 << 10, kPieces = 1600, kAhead = 64;
    std::atomic<std::size_t> seenBytes{0};
    LoopbackServer server([&](LoopbackConnection& connection) {
      connection.readRequest();
      connection.write(chunkedHead());
      const std::string piece(kPiece, 'x');
      for (std::size_t i = 0; i < kPieces; ++i) {
        while (i > kAhead && seenBytes < (i - kAhead) * kPiece) connection.sleep(1ms);
        if (!connection.writeChunk(piece)) return;
      }
      connection.write("0\r\n\r\n");
    });
    qt::QtHttpClient client;
    std::optional<base::Result<void>> done;
    const auto before = peakKilobytes();
    const auto exchange = client.send(post(server.url()),
                                      {.head = {},
                                       .bytes = [&](std::string_view bytes) { seenBytes += bytes.size(); },
                                       .done = [&](base::Result<void> result) { done = std::move(result); }});
    QVERIFY(waitUntil([&] { return bool(done); }, 60s));
    QVERIFY(done->ok());
    QCOMPARE(seenBytes.load(), kPiece * kPieces);
    const auto grown = peakKilobytes() - before;
    QVERIFY2(grown < 32 << 10, std::to_string(grown).c_str());
  }

  void largeBody_arrivesWhole() {
    Journal journal;
    LoopbackServer server(journal.answering(simpleAnswer("x")));
    std::string body;
    while (body.size() < (16u << 20)) body += "0123456789abcdef" + std::to_string(body.size());
    qt::QtHttpClient client;
    Recorder seen;
    const auto exchange = client.send(post(server.url(), body), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.succeeded()); }));
    QVERIFY(journal.all().at(0).body == body);
  }
};

QTEST_GUILESS_MAIN(QtHttpClientTest)
#include "qt_http_client_test.moc"
