#include "core/services/cluster/log_spill.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "core/qt/qt_scheduler.h"

using namespace aiagent;

class LogSpillTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir m_folder;
  qt::QtScheduler m_scheduler;

  void leave(const char* name, int days) {
    QFile file(m_folder.filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-days), QFile::FileModificationTime));
  }
  QStringList there() { return QDir(m_folder.path()).entryList(QDir::Files, QDir::Name); }

 private Q_SLOTS:
  void lines_areInAFileOfTheirOwnerAlone_untilTheEnd() {
    services::Background background(m_scheduler);
    {
      services::LogSpill spill(m_folder.path().toStdString(), 1'000, background);
      spill.add("one\n");
      spill.add("two\n");
      QVERIFY(QTest::qWaitFor([&] { return spill.isIdle() && spill.written() == 8; }));
      QFile file(QString::fromStdString(spill.file()));
      QVERIFY(file.open(QIODevice::ReadOnly));
      QCOMPARE(file.readAll(), QByteArray("one\ntwo\n"));
      QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }
    QVERIFY(QTest::qWaitFor([&] { return there().isEmpty(); }));
  }

  void leftOvers_goOnceTheyAreADayOld() {
    leave("log-1-1.txt", 2);
    leave("log-2-1.txt", 0);
    leave("notes.txt", 9);
    services::Background background(m_scheduler);
    services::LogSpill spill(m_folder.path().toStdString(), 1'000, background);
    spill.add("one\n");
    QVERIFY(QTest::qWaitFor([&] { return spill.isIdle() && spill.written() == 4; }));
    QVERIFY(!there().contains(QStringLiteral("log-1-1.txt")));
    QVERIFY(there().contains(QStringLiteral("log-2-1.txt")));
    QVERIFY(there().contains(QStringLiteral("notes.txt")));
  }
};

QTEST_GUILESS_MAIN(LogSpillTest)
#include "log_spill_test.moc"
