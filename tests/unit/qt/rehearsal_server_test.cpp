// The rehearsal model over real connections, asked by our own client and by raw bytes.
#include "core/qt/rehearsal_server.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>

#include "core/qt/qt_http_client.h"
#include "tests/support/http/recorder.h"
#include "tests/support/http/wait_until.h"

using namespace aiagent;
using namespace aiagent::testing;
using namespace std::chrono_literals;
using base::ErrorCode;

namespace {

const base::SystemClock kClock;

qt::RehearsalOptions atOnce() {
  qt::RehearsalOptions options;
  options.responder.pace = {.tokensPerSecond = 0, .firstToken = 0ms};
  return options;
}

std::string body(const std::string& input, const std::string& more = {}) {
  return R"({"model":"rehearsal","instructions":"Be brief.","input":")" + input + "\"" + more + "}";
}

ports::HttpRequest post(const qt::RehearsalServer& server, std::string text) {
  ports::HttpRequest request;
  request.method = "POST";
  request.url = server.baseUrl() + "/responses";
  request.headers = {{"Content-Type", "application/json"}, {"Accept", "text/event-stream"}};
  request.body = std::move(text);
  return request;
}

constexpr char kStream[] = R"(,"stream":true)";

}  // namespace

class RehearsalServerTest : public QObject {
  Q_OBJECT

 private:
  // What comes back for raw bytes, until the server closes or `enough` is in it.
  static std::string raw(const qt::RehearsalServer& server, const std::string& bytes,
                         const std::string& enough) {
    const auto url = QUrl(QString::fromStdString(server.baseUrl()));
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    std::string answer;
    connect(&socket, &QTcpSocket::connected, &socket,
            [&] { socket.write(bytes.data(), qint64(bytes.size())); });
    waitUntil(
        [&] {
          answer += socket.readAll().toStdString();
          return (!enough.empty() && answer.find(enough) != std::string::npos) ||
                 (socket.state() == QAbstractSocket::UnconnectedState && socket.bytesAvailable() == 0);
        },
        5s);
    return answer;
  }

  static ports::HttpRequest upload(qt::RehearsalServer& server, const QString& file) {
    ports::HttpRequest request;
    request.method = "POST";
    request.url = server.baseUrl() + "/files";
    request.headers = {{"Content-Type", "multipart/form-data; boundary=x"}};
    request.body =
        "--x\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nuser_data\r\n"
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
    request.bodyFile = file.toStdString();
    request.bodyEnd = "\r\n--x--\r\n";
    return request;
  }

 private Q_SLOTS:
  void stream_arrivesWhole() {
    qt::RehearsalServer server(kClock, atOnce());
    QVERIFY(server.start());
    qt::QtHttpClient client;
    Recorder seen;
    const auto exchange = client.send(post(server, body("hello", kStream)), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QVERIFY2(seen.succeeded(), seen.detail().c_str());
    QCOMPARE(seen.head->status, 200);
    QVERIFY(std::string(seen.head->header("content-type")).starts_with("text/event-stream"));
    QVERIFY(std::string(seen.head->header("x-request-id")).starts_with("req_"));
    QVERIFY(seen.bytes.starts_with("event: response.created\n"));
    QVERIFY(seen.bytes.find("event: response.completed\n") != std::string::npos);
    QVERIFY(seen.bytes.ends_with("\n\n"));
  }

  void stream_keepsItsPace() {
    qt::RehearsalOptions options;
    options.responder.pace = {.tokensPerSecond = 1000, .firstToken = 100ms};
    qt::RehearsalServer server(kClock, options);
    QVERIFY(server.start());
    qt::QtHttpClient client;
    Recorder seen;
    QElapsedTimer clock;
    clock.start();
    const auto exchange = client.send(post(server, body("[rehearse: long 500]", kStream)), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QVERIFY(seen.succeeded());
    QVERIFY2(clock.elapsed() >= 560, std::to_string(clock.elapsed()).c_str());
    QVERIFY2(seen.reads > 5, std::to_string(seen.reads).c_str());  // token by token, not in lumps
  }

  void file_isSentWithinABodyAndTellsHowFarItIs() {
    qt::RehearsalServer server(kClock, atOnce());
    QVERIFY(server.start());
    qt::QtHttpClient client;
    QTemporaryFile file;
    QVERIFY(file.open() && file.write(QByteArray(5'000'000, 'x')) == 5'000'000 && file.flush());
    Recorder seen;
    auto handlers = seen.handlers();
    std::int64_t sent = 0, all = 0;
    handlers.sent = [&](std::int64_t now, std::int64_t of) { sent = now, all = of; };
    const auto exchange = client.send(upload(server, file.fileName()), std::move(handlers));
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QVERIFY(seen.succeeded());
    QVERIFY2(seen.bytes.find(R"("bytes":5000000)") != std::string::npos, seen.bytes.c_str());
    QVERIFY(all > 5'000'000 && sent == all);
  }

  void fileThatIsTooLarge_isRefusedWithAReason() {
    auto options = atOnce();
    options.limits.body = 1 << 20;
    qt::RehearsalServer server(kClock, options);
    QVERIFY(server.start());
    qt::QtHttpClient client;
    QTemporaryFile file;
    QVERIFY(file.open() && file.write(QByteArray(30'000'000, 'x')) == 30'000'000 && file.flush());
    Recorder seen;
    const auto exchange = client.send(upload(server, file.fileName()), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QVERIFY2(seen.succeeded(), seen.detail().c_str());
    QCOMPARE(seen.head->status, 413);
  }

  void fileThatIsGone_isTold() {
    qt::QtHttpClient client;
    Recorder seen;
    ports::HttpRequest request;
    request.method = "POST";
    request.url = "http://127.0.0.1:9/v1/files";
    request.bodyFile = "/none/such";
    const auto exchange = client.send(std::move(request), seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.failure(), std::optional(base::ErrorCode::StorageFailed));
  }

  void manyClients_areServedSideBySide() {
    qt::RehearsalOptions options;
    options.responder.pace = {.tokensPerSecond = 1000, .firstToken = 300ms};
    qt::RehearsalServer server(kClock, options);
    QVERIFY(server.start());
    qt::QtHttpClient client;
    std::vector<Recorder> seen(60);
    std::vector<std::unique_ptr<ports::HttpExchange>> exchanges;
    QElapsedTimer clock;
    clock.start();
    for (auto& one : seen)
      exchanges.push_back(client.send(post(server, body("hi", kStream)), one.handlers()));
    QVERIFY(waitUntil(
        [&] { return std::all_of(seen.begin(), seen.end(), [](auto& one) { return one.succeeded(); }); }));
    QVERIFY(clock.elapsed() < 60 * 300);  // one after the other would take longer
  }

  void droppedExchange_freesItsConnection() {
    qt::RehearsalServer server(kClock);
    QVERIFY(server.start());
    qt::QtHttpClient client;
    Recorder seen;
    auto exchange = client.send(post(server, body("hello", kStream)), seen.handlers());
    QVERIFY(waitUntil([&] { return seen.head.has_value(); }));
    QCOMPARE(server.openConnections(), 1);
    exchange.reset();
    QVERIFY(waitUntil([&] { return server.openConnections() == 0; }, 2s));
  }

  void cut_isInterrupted_andSilenceStays() {
    qt::RehearsalServer server(kClock, atOnce());
    QVERIFY(server.start());
    qt::QtHttpClient client;
    for (const char* more : {kStream, ""}) {
      Recorder cut;
      const auto exchange = client.send(post(server, body("[rehearse: cut]", more)), cut.handlers());
      QVERIFY(waitUntil([&] { return bool(cut.done); }));
      QCOMPARE(cut.failure(), std::optional(ErrorCode::Interrupted));
      QVERIFY(!cut.bytes.empty());
      QVERIFY(cut.bytes.find("completed\"") == std::string::npos || *more == '\0');
    }
    Recorder silent;
    const auto exchange = client.send(post(server, body("[rehearse: silence]", kStream)), silent.handlers());
    QVERIFY(waitUntil([&] { return !silent.bytes.empty(); }));
    QTest::qWait(100);
    QVERIFY(!silent.done);
    QCOMPARE(server.openConnections(), 1);
  }

  void stop_closesEverything_andStartsAgain() {
    qt::RehearsalServer server(kClock);
    QCOMPARE(server.baseUrl(), std::string());
    QVERIFY(server.start());
    qt::QtHttpClient client;
    Recorder seen;
    const auto exchange = client.send(post(server, body("hello", kStream)), seen.handlers());
    QVERIFY(waitUntil([&] { return seen.head.has_value(); }));
    server.stop();
    QCOMPARE(server.baseUrl(), std::string());
    QVERIFY(waitUntil([&] { return bool(seen.done); }));
    QCOMPARE(seen.failure(), std::optional(ErrorCode::Interrupted));
    QVERIFY(server.start());
    Recorder again;
    const auto next = client.send(post(server, body("hello")), again.handlers());
    QVERIFY(waitUntil([&] { return bool(again.done); }));
    QVERIFY(again.succeeded());
  }

  void listensOnLoopbackAlone() {
    qt::RehearsalServer server(kClock);
    QVERIFY(server.start());
    QVERIFY(server.baseUrl().starts_with("http://127.0.0.1:"));
    QVERIFY(server.baseUrl().ends_with("/v1"));
  }

  void takenPort_isConnectionFailed() {
    qt::RehearsalServer first(kClock);
    QVERIFY(first.start());
    qt::RehearsalOptions options;
    options.port = std::uint16_t(QUrl(QString::fromStdString(first.baseUrl())).port());
    qt::RehearsalServer second(kClock, options);
    const auto started = second.start();
    QVERIFY(!started);
    QVERIFY(started.error().code == ErrorCode::ConnectionFailed);
    QCOMPARE(started.error().subject, "127.0.0.1:" + std::to_string(options.port));
    first.stop();
    QVERIFY(second.start());
    QCOMPARE(second.baseUrl(), "http://127.0.0.1:" + std::to_string(options.port) + "/v1");
  }

  void malformed_isRefusedAndClosed_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("garbage") << QByteArray("\x16\x03\x01\x02\x00\x01\r\n\r\n", 10)
                             << QByteArray("HTTP/1.1 400 ");
    QTest::newRow("large head") << QByteArray("GET / HTTP/1.1\r\nA: " + QByteArray(100'000, 'a'))
                                << QByteArray("HTTP/1.1 431 ");
    QTest::newRow("large body") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n")
                                << QByteArray("HTTP/1.1 413 ");
    QTest::newRow("version") << QByteArray("GET / HTTP/3.0\r\n\r\n") << QByteArray("HTTP/1.1 505 ");
  }
  void malformed_isRefusedAndClosed() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, status);
    qt::RehearsalServer server(kClock, atOnce());
    QVERIFY(server.start());
    const auto answer = raw(server, bytes.toStdString(), {});
    QVERIFY2(answer.starts_with(status.toStdString()), answer.c_str());
    QVERIFY(answer.find("Connection: close") != std::string::npos);
    QVERIFY(answer.find("\"error\"") != std::string::npos);
  }

  void pipelinedRequests_areAnsweredInOrder() {
    qt::RehearsalServer server(kClock, atOnce());
    QVERIFY(server.start());
    const auto answer = raw(server,
                            "GET /v1/models HTTP/1.1\r\n\r\nGET /nothing HTTP/1.1\r\n\r\nGET /v1/models/z "
                            "HTTP/1.1\r\nConnection: close\r\n\r\n",
                            {});
    const auto first = answer.find("200 OK"), second = answer.find("404 Not Found"),
               third = answer.find("\"z\"");
    QVERIFY2(first < second && second < third && third != std::string::npos, answer.c_str());
  }

  void expectContinue_isAnswered() {
    qt::RehearsalServer server(kClock, atOnce());
    QVERIFY(server.start());
    const auto answer =
        raw(server, "POST /v1/responses HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n",
            "100 Continue\r\n\r\n");
    QVERIFY(answer.starts_with("HTTP/1.1 100 Continue"));
  }

  void tooManyConnections_areClosed() {
    auto options = atOnce();
    options.mostConnections = 1;
    qt::RehearsalServer server(kClock, options);
    QVERIFY(server.start());
    const auto url = QUrl(QString::fromStdString(server.baseUrl()));
    QTcpSocket first, second;
    first.connectToHost(url.host(), quint16(url.port()));
    QVERIFY(waitUntil([&] { return server.openConnections() == 1; }));
    second.connectToHost(url.host(), quint16(url.port()));
    QVERIFY(waitUntil([&] { return second.state() == QAbstractSocket::UnconnectedState; }));
    QCOMPARE(server.openConnections(), 1);
  }

  void slowReader_doesNotFillMemory() {
    qt::RehearsalServer server(kClock, atOnce());
    QVERIFY(server.start());
    const auto url = QUrl(QString::fromStdString(server.baseUrl()));
    QTcpSocket socket;
    socket.setReadBufferSize(1);  // reads nothing by itself
    socket.connectToHost(url.host(), quint16(url.port()));
    QVERIFY(waitUntil([&] { return socket.state() == QAbstractSocket::ConnectedState; }));
    const auto text = body("[rehearse: long 20000]", kStream);
    socket.write(
        ("POST /v1/responses HTTP/1.1\r\nContent-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text)
            .c_str());
    QTest::qWait(200);
    socket.setReadBufferSize(0);
    std::string answer;
    QVERIFY(waitUntil([&] {
      answer += socket.readAll().toStdString();
      return answer.ends_with("0\r\n\r\n");
    }));
    QVERIFY(answer.find("response.completed") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(RehearsalServerTest)
#include "rehearsal_server_test.moc"
