#include "core/services/background.h"

#include <future>
#include <QThread>
#include <QtTest>

#include "core/qt/qt_scheduler.h"

using aiagent::services::Background;

class BackgroundTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void work_isDoneElsewhere_andItsResultComesHere() {
    aiagent::qt::QtScheduler scheduler;
    Background background(scheduler);
    QObject owner;
    std::optional<bool> elsewhere;
    bool here = false;
    background.run<bool>(
        "a", &owner, [main = QThread::currentThread()] { return QThread::currentThread() != main; },
        [&](bool other) {
          elsewhere = other;
          here = QThread::currentThread() == QCoreApplication::instance()->thread();
        });
    QVERIFY(!elsewhere);
    QTRY_VERIFY(elsewhere);
    QVERIFY(*elsewhere && here);
  }

  void newerOfOneKind_dropsTheOneThatWaits() {
    aiagent::qt::QtScheduler scheduler;
    Background background(scheduler);
    QObject owner;
    QStringList came;
    std::promise<void> gate;
    std::promise<void> begun;
    const auto run = [&](const std::string& kind, const QString& name, std::function<void()> before = {}) {
      background.run<QString>(
          kind, &owner,
          [before, name] {
            if (before) before();
            return name;
          },
          [&came](const QString& result) { came += result; });
    };
    run("compare", QStringLiteral("first"), [&] {
      begun.set_value();
      gate.get_future().wait();
    });
    begun.get_future().wait();
    run("compare", QStringLiteral("second"));
    run("merge", QStringLiteral("other"));
    run("compare", QStringLiteral("third"));
    gate.set_value();
    QTRY_COMPARE(came.size(), 3);
    QCOMPARE(came, (QStringList{QStringLiteral("first"), QStringLiteral("other"), QStringLiteral("third")}));
  }

  void ownerThatIsGone_isNotCalled() {
    aiagent::qt::QtScheduler scheduler;
    Background background(scheduler);
    QObject here;
    bool called = false, over = false;
    auto owner = std::make_unique<QObject>();
    background.run<int>(
        "a", owner.get(), [] { return 1; }, [&](int) { called = true; });
    owner.reset();
    background.run<int>(
        "b", &here, [] { return 1; }, [&](int) { over = true; });
    QTRY_VERIFY(over);
    QVERIFY(!called);
  }

  void end_waitsForWhatIsBeingDone_andDropsTheRest() {
    aiagent::qt::QtScheduler scheduler;
    QObject owner;
    std::atomic<bool> first = false, second = false;
    {
      Background background(scheduler);
      std::promise<void> begun;
      background.run<int>(
          "a", &owner,
          [&] {
            begun.set_value();
            QThread::msleep(50);
            first = true;
            return 1;
          },
          [](int) {});
      begun.get_future().wait();
      background.run<int>(
          "b", &owner,
          [&] {
            second = true;
            return 1;
          },
          [](int) {});
    }
    QVERIFY(first);
    QVERIFY(!second);
  }
};

QTEST_GUILESS_MAIN(BackgroundTest)
#include "background_test.moc"
