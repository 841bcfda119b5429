#include "core/services/line_watch.h"

#include <QSignalSpy>
#include <QtTest>

#include "core/qt/qt_scheduler.h"
#include "tests/support/http/scripted_http.h"
#include "tests/support/manual_clock.h"

using namespace aiagent;
using namespace std::chrono_literals;
using testing::Step;

namespace {

constexpr char kOrigin[] = "https://agents.test.invalid";

testing::Script unreachable() {
  return testing::failure(base::ErrorCode::Timeout);
}

struct Watched {
  qt::QtScheduler scheduler;
  testing::ScriptedHttp http{&scheduler};
  test::ManualClock clock;
  services::LineWatch line{http, scheduler, clock};
  QSignalSpy back{&line, &services::LineWatch::back};

  std::size_t asked() const { return http.requests().size(); }
  bool settles() const {
    return QTest::qWaitFor([this] { return http.open() == 0; }, 5'000);
  }
};

}  // namespace

class LineWatchTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void serverThatAnswers_isMerelySlow() {
    Watched f;
    f.http.enqueue(testing::jsonAnswer(503, "{}"));  // whatever it says
    f.line.suspect(kOrigin);
    f.line.suspect(kOrigin);  // is being found out
    QVERIFY(f.settles());
    QCOMPARE(f.back.size(), 0);
    QCOMPARE(f.asked(), std::size_t(1));
    QCOMPARE(f.http.requests().at(0).url, std::string("https://agents.test.invalid/livez"));
  }

  void wayThatWasGone_isBack_onceItAnswers() {
    Watched f;
    f.http.enqueue(unreachable());
    f.http.enqueue(unreachable());
    f.http.enqueue(testing::jsonAnswer(200, "{}"));
    f.line.suspect(kOrigin);
    QVERIFY(f.back.wait(5'000));
    QCOMPARE(f.asked(), std::size_t(3));
    // Each over a connection of its own.
    QVERIFY(f.http.requests().at(0).pool != f.http.requests().at(1).pool);
    QVERIFY(!f.http.requests().at(0).pool.empty());
  }

  void backAgain_onlyAfterSomethingWasHeard() {
    Watched f;
    for (int i = 0; i < 2; ++i) {
      f.http.enqueue(unreachable());
      f.http.enqueue(testing::jsonAnswer(200, "{}"));
    }
    f.line.suspect(kOrigin);
    QVERIFY(f.back.wait(5'000));
    f.line.suspect(kOrigin);
    QCOMPARE(f.asked(), std::size_t(2));
    f.line.heard();
    f.line.suspect(kOrigin);
    QVERIFY(f.back.wait(5'000));
    QCOMPARE(f.asked(), std::size_t(4));
  }

  void afterAMinute_itGivesUp_andMayBeAskedAnew() {
    Watched f;
    f.http.answer = [&](const ports::HttpRequest&) {
      f.clock.advance(61s);
      return unreachable();
    };
    f.line.suspect(kOrigin);
    QVERIFY(f.settles());
    QTest::qWait(1'200);
    QCOMPARE(f.asked(), std::size_t(1));
    f.line.suspect(kOrigin);
    QCOMPARE(f.asked(), std::size_t(2));
    QCOMPARE(f.back.size(), 0);
  }

  void stopped_orDestroyed_saysNothing() {
    Watched f;
    f.http.enqueue({Step::hang()});
    f.line.suspect(kOrigin);
    f.line.stop();
    QCOMPARE(f.http.dropped(), 1);
    QVERIFY(f.settles());
    QCOMPARE(f.back.size(), 0);
    {
      services::LineWatch gone(f.http, f.scheduler, f.clock);
      f.http.enqueue({Step::hang()});
      gone.suspect(kOrigin);
    }
    QCOMPARE(f.http.dropped(), 2);
    QTest::qWait(1'200);
    QCOMPARE(f.asked(), std::size_t(2));
  }
};

QTEST_GUILESS_MAIN(LineWatchTest)
#include "line_watch_test.moc"
