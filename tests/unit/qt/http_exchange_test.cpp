// How an exchange lives and ends: timeouts, broken connections, dropping it, many at once, large ones.
#include "core/qt/qt_http_client.h"

#include <sys/resource.h>
#include <atomic>

#include <QElapsedTimer>
#include <QTest>

#include "tests/support/http/loopback_server.h"
#include "tests/support/http/recorder.h"
#include "tests/support/http/wait_until.h"
#include "tests/unit/qt/http_requests.h"

using namespace aiagent;
using namespace aiagent::testing;
using namespace std::chrono_literals;
using base::ErrorCode;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kKeepsFreedMemory = true;
#elif defined(__has_feature)
constexpr bool kKeepsFreedMemory = __has_feature(address_sanitizer);
#else
constexpr bool kKeepsFreedMemory = false;
#endif

long peakKilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

// More than the kernel keeps between two ends on loopback.
constexpr std::size_t kHeldPiece = 64 << 10, kHeldPieces = 1024;

}  // namespace

class HttpExchangeTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
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

  void answerThatDoesNotGoOn_isTimeout_afterTheIdleTimeout() {
    LoopbackServer server([](LoopbackConnection& connection) {
      connection.readRequest();
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nhalf");
      connection.waitForClose(5s);
    });
    qt::QtHttpClient client;
    auto request = post(server.url());
    request.idleTimeout = 200ms;
    Recorder seen;
    const auto exchange = client.send(std::move(request), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.failure(), std::optional(ErrorCode::Timeout));
    QCOMPARE(seen.bytes, std::string("half"));
  }

  void answerThatGoesOnSlowly_mayTakeLongerThanTheIdleTimeout() {
    LoopbackServer server([](LoopbackConnection& connection) {
      connection.readRequest();
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n");
      for (int i = 0; i < 4; ++i) {
        connection.sleep(200ms);
        connection.write("ab");
      }
    });
    qt::QtHttpClient client;
    auto request = post(server.url());
    request.idleTimeout = 500ms;
    Recorder seen;
    const auto exchange = client.send(std::move(request), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QVERIFY2(seen.succeeded(), seen.detail().c_str());
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

  void heldAnswer_makesTheServerWait_andThenComesWhole_data() {
    QTest::addColumn<QByteArray>("head");
    const auto length = QByteArray::number(qlonglong(kHeldPieces * kHeldPiece));
    QTest::newRow("chunked") << QByteArray::fromStdString(chunkedHead());
    QTest::newRow("of known length") << "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n";
    QTest::newRow("until the connection ends") << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
  }

  void heldAnswer_makesTheServerWait_andThenComesWhole() {
    QFETCH(QByteArray, head);
    const bool chunked = head.toLower().contains("chunked");
    std::atomic<std::size_t> sentPieces{0};
    LoopbackServer server([&](LoopbackConnection& connection) {
      connection.readRequest();
      connection.write(head.toStdString());
      const std::string piece(kHeldPiece, 'x');
      for (; sentPieces < kHeldPieces; ++sentPieces)
        if (!(chunked ? connection.writeChunk(piece) : connection.write(piece))) return;
      if (chunked) connection.write("0\r\n\r\n");
    });
    qt::QtHttpClient client;
    auto request = get(server.url());
    request.canBeHeld = true;
    request.idleTimeout = 100ms;  // silence that is our own doing does not count
    std::size_t seenBytes = 0;
    std::optional<base::Result<void>> done;
    std::unique_ptr<ports::HttpExchange> exchange;
    exchange =
        client.send(std::move(request), {.head = {},
                                         .bytes =
                                             [&](std::string_view bytes) {
                                               if (seenBytes == 0) exchange->hold(true);
                                               seenBytes += bytes.size();
                                             },
                                         .done = [&](base::Result<void> end) { done = std::move(end); }});
    QVERIFY(waitUntil([&] { return seenBytes > 0; }));
    const auto seen = seenBytes;
    // Until it has stood still for a while: whoever keeps everything takes it in much less.
    for (std::size_t before = 0; before != sentPieces;) {
      before = sentPieces;
      QTest::qWait(300);
    }
    QVERIFY2(sentPieces < kHeldPieces / 2, std::to_string(sentPieces).c_str());
    QCOMPARE(seenBytes, seen);
    QVERIFY(!done);
    exchange->hold(false);
    QVERIFY(waitUntil([&] { return bool(done); }, 60s));
    QVERIFY(done->ok());
    QCOMPARE(seenBytes, kHeldPieces * kHeldPiece);
  }

  void heldEnd_comesAfterwards() {
    LoopbackServer server(always(simpleAnswer("all of it")));
    qt::QtHttpClient client;
    auto request = get(server.url());
    request.canBeHeld = true;
    Recorder seen;
    auto handlers = seen.handlers();
    std::unique_ptr<ports::HttpExchange> exchange;
    handlers.head = [&](const ports::HttpHead&) { exchange->hold(true); };
    exchange = client.send(std::move(request), std::move(handlers));
    QVERIFY(!waitUntil([&] { return !seen.order.empty(); }, 300ms));
    exchange->hold(false);
    QVERIFY(waitUntil([&] { return seen.succeeded(); }));
    QCOMPARE(seen.bytes, std::string("all of it"));
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

QTEST_GUILESS_MAIN(HttpExchangeTest)
#include "http_exchange_test.moc"
