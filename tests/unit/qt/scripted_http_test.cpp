// ScriptedHttp keeps the contract of ports::HttpClient, with a scheduler and stepped by hand.
#include "tests/support/http/scripted_http.h"

#include <QTest>

#include "core/qt/qt_scheduler.h"
#include "tests/support/http/recorder.h"
#include "tests/support/http/wait_until.h"

using namespace aiagent;
using namespace aiagent::testing;
using namespace std::chrono_literals;
using base::ErrorCode;

class ScriptedHttpTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void steps_playInOrder_neverInsideSend() {
    ScriptedHttp http;
    http.enqueue(eventStream({"a", "b"}, {{"x-request-id", "req_1"}}));
    Recorder seen;
    const auto exchange = http.send({.method = "POST", .url = "http://x/v1", .body = "{}"}, seen.handlers());
    QCOMPARE(seen.order, std::string());
    QVERIFY(http.step());
    QCOMPARE(seen.order, std::string("h"));
    QCOMPARE(std::string(seen.head->header("x-request-id")), std::string("req_1"));
    http.runAll();
    QCOMPARE(seen.order, std::string("hbd"));
    QCOMPARE(seen.bytes, std::string("ab"));
    QVERIFY(seen.succeeded());
    QCOMPARE(http.open(), 0);
    QCOMPARE(http.dropped(), 0);
    QCOMPARE(http.requests().at(0).body, std::string("{}"));
  }

  void withScheduler_playsByItself_andWaits() {
    qt::QtScheduler scheduler;
    ScriptedHttp http(&scheduler);
    http.enqueue({Step::head(200), Step::wait(50ms), Step::bytes("late"), Step::end()});
    Recorder seen;
    const auto exchange = http.send({}, seen.handlers());
    QVERIFY(waitUntil([&] { return bool(seen.done); }, 2s));
    QCOMPARE(seen.bytes, std::string("late"));
  }

  void failures_andTheEndOfTheScript() {
    ScriptedHttp http;
    http.enqueue(brokenStream({"a"}, {.code = ErrorCode::Interrupted}));
    http.enqueue(failure(ErrorCode::ConnectionFailed, "host"));
    Recorder first, second, third;
    const auto one = http.send({}, first.handlers());
    const auto two = http.send({}, second.handlers());
    const auto three = http.send({}, third.handlers());
    http.runAll();
    QCOMPARE(first.failure(), std::optional(ErrorCode::Interrupted));
    QCOMPARE(first.bytes, std::string("a"));
    QCOMPARE(second.subject(), std::string("host"));
    QCOMPARE(third.failure(), std::optional(ErrorCode::Internal));
  }

  void dropping_isCancelled_alsoFromAHandler() {
    ScriptedHttp http;
    http.enqueue({Step::head(200), Step::hang()});
    http.enqueue(eventStream({"a", "b"}));
    Recorder hanging;
    auto exchange = http.send({}, hanging.handlers());
    http.runAll();
    QCOMPARE(http.open(), 1);
    exchange.reset();
    QCOMPARE(hanging.failure(), std::optional(ErrorCode::Cancelled));
    Recorder seen;
    auto handlers = seen.handlers();
    handlers.bytes = [&](std::string_view) { exchange.reset(); };
    exchange = http.send({}, std::move(handlers));
    http.runAll();
    QCOMPARE(seen.order, std::string("hd"));
    QCOMPARE(http.dropped(), 2);
  }

  void answerFunction_looksAtTheRequest() {
    ScriptedHttp http;
    http.answer = [](const ports::HttpRequest& request) { return jsonAnswer(200, request.url); };
    Recorder seen;
    const auto exchange = http.send({.url = "http://x/y"}, seen.handlers());
    http.runAll();
    QCOMPARE(seen.bytes, std::string("http://x/y"));
  }
};

QTEST_GUILESS_MAIN(ScriptedHttpTest)
#include "scripted_http_test.moc"
