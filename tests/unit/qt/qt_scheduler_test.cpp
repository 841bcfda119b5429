#include "core/qt/qt_scheduler.h"

#include <QElapsedTimer>
#include <QTest>
#include <thread>

using namespace aiagent;
using namespace std::chrono_literals;

class QtSchedulerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void after_neverEarly() {
    qt::QtScheduler scheduler;
    for (const auto delay : {0ms, 1ms, 7ms, 30ms}) {
      QElapsedTimer clock;
      clock.start();
      qint64 elapsed = -1;
      const auto timer = scheduler.after(delay, [&] { elapsed = clock.nsecsElapsed(); });
      QCOMPARE(elapsed, qint64(-1));
      QTRY_VERIFY(elapsed >= 0);
      QVERIFY(elapsed >= delay.count() * 1'000'000);
    }
  }

  void after_destroyedTimer_neverFires() {
    qt::QtScheduler scheduler;
    bool fired = false;
    auto timer = scheduler.after(1ms, [&] { fired = true; });
    timer.reset();
    QTest::qWait(20);
    QVERIFY(!fired);
  }

  void after_taskMayDestroyItsTimer() {
    qt::QtScheduler scheduler;
    std::unique_ptr<ports::Timer> timer;
    std::string text(100, 'x'), seen;
    timer = scheduler.after(0ms, [&timer, &seen, text] {
      timer.reset();
      seen = text;  // the task's own captures must still be there
    });
    QTRY_COMPARE(seen, text);
  }

  void after_timerOutlivesScheduler() {
    bool fired = false;
    std::unique_ptr<ports::Timer> timer;
    {
      qt::QtScheduler scheduler;
      timer = scheduler.after(0ms, [&] { fired = true; });
    }
    QTest::qWait(10);
    QVERIFY(!fired);
  }

  void post_fromManyThreads_runsAllHere_inEachThreadsOrder() {
    qt::QtScheduler scheduler;
    std::array<std::vector<int>, 4> seen;
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < seen.size(); ++t)
      threads.emplace_back([&, t] {
        for (int i = 0; i < 200; ++i)
          scheduler.post([&, t, i, here = QThread::currentThread()] {
            if (QThread::currentThread() != here) seen[t].push_back(i);
          });
      });
    for (auto& thread : threads) thread.join();
    QTRY_VERIFY(std::all_of(seen.begin(), seen.end(), [](const auto& row) { return row.size() == 200; }));
    for (const auto& row : seen) QVERIFY(std::is_sorted(row.begin(), row.end()));
  }

  void post_neverRunsInsideTheCall() {
    qt::QtScheduler scheduler;
    bool ran = false;
    scheduler.post([&] { ran = true; });
    QVERIFY(!ran);
    QTRY_VERIFY(ran);
  }
};

QTEST_GUILESS_MAIN(QtSchedulerTest)
#include "qt_scheduler_test.moc"
