// What the log takes: LOGGING_LEVEL says, else the level kept in the profile.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/backend/backend.h"
#include "core/base/log.h"

using namespace aiagent;

namespace {

std::unique_ptr<app::Backend> open(const QTemporaryDir& folder) {
  auto opened = app::Backend::open(folder.path().toStdString());
  if (!opened) qFatal("%s", opened.error().detail.c_str());
  return std::move(*opened);
}

bool logHolds(const QTemporaryDir& folder, const char* event) {
  QFile file(folder.path() + QStringLiteral("/logs/aiagent.log"));
  return file.open(QIODevice::ReadOnly) && file.readAll().contains(event);
}

}  // namespace

class BackendLogTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { qunsetenv("LOGGING_LEVEL"); }
  void cleanupTestCase() { qunsetenv("LOGGING_LEVEL"); }

  void chosenLevel_holdsAtOnce() {
    QTemporaryDir folder;
    auto backend = open(folder);
    QVERIFY(!app::Backend::environmentHasLogLevel());
    base::log(base::LogLevel::Debug, "test", "before");
    backend->applyLogLevel(base::LogLevel::Debug);
    base::log(base::LogLevel::Debug, "test", "after");
    backend->applyLogLevel(base::LogLevel::Error);
    base::log(base::LogLevel::Warning, "test", "quiet");
    backend.reset();
    QVERIFY(!logHolds(folder, "before"));
    QVERIFY(logHolds(folder, "after"));
    QVERIFY(!logHolds(folder, "quiet"));
  }

  void keptLevel_holdsFromTheNextStart() {
    QTemporaryDir folder;
    auto backend = open(folder);
    backend->settings().set(services::kLogLevelSetting, "debug");
    QTRY_COMPARE(services::SettingsService(backend->profile()).value(services::kLogLevelSetting),
                 std::string("debug"));
    backend.reset();
    backend = open(folder);
    base::log(base::LogLevel::Debug, "test", "second-start");
    backend.reset();
    QVERIFY(logHolds(folder, "second-start"));
  }

  void loggingLevel_goesBeforeWhatWasChosen() {
    QTemporaryDir folder;
    qputenv("LOGGING_LEVEL", "warning");
    auto backend = open(folder);
    QVERIFY(app::Backend::environmentHasLogLevel());
    backend->applyLogLevel(base::LogLevel::Debug);
    base::log(base::LogLevel::Debug, "test", "chosen");
    base::log(base::LogLevel::Warning, "test", "named");
    backend.reset();
    QVERIFY(!logHolds(folder, "chosen"));
    QVERIFY(logHolds(folder, "named"));
  }
};

QTEST_GUILESS_MAIN(BackendLogTest)
#include "backend_log_test.moc"
