#include <QSet>
#include <QtTest>

#include "ui/format/explain.h"
#include "ui/format/human.h"

using namespace aiagent;
using namespace std::chrono_literals;

class FormatTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale::c()); }

  void explain_everyCode_hasASentenceOfItsOwn() {
    QSet<QString> sentences;
    for (int code = 0; code <= int(base::ErrorCode::StorageFailed); ++code) {
      const auto explanation = format::explain({.code = base::ErrorCode(code), .subject = "host"});
      QVERIFY2(explanation.sentence.endsWith(QLatin1Char('.')), qPrintable(explanation.sentence));
      QVERIFY2(!sentences.contains(explanation.sentence), qPrintable(explanation.sentence));
      sentences << explanation.sentence;
    }
  }

  void explain_detail_isNeverShown() {
    const auto explanation =
        format::explain({.code = base::ErrorCode::ServerError, .detail = "internal-detail", .said = "boom"});
    QVERIFY(!explanation.text().contains(QLatin1String("internal-detail")));
    QVERIFY(explanation.text().contains(QLatin1String("boom")));
  }

  void explain_rejectedParameter_offersToRunWithout() {
    const base::Error error{
        .code = base::ErrorCode::RequestRejected, .subject = "temperature", .httpStatus = 400};
    const auto explanation = format::explain(error);
    QCOMPARE(explanation.remedy, format::Remedy::RemoveParameter);
    QCOMPARE(format::remedyLabel(explanation.remedy, error), QStringLiteral("Run Without temperature"));
  }

  void duration_data() {
    QTest::addColumn<int>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("ms") << 40 << QStringLiteral("40 ms");
    QTest::newRow("s") << 1240 << QStringLiteral("1.2 s");
    QTest::newRow("whole s") << 12'400 << QStringLiteral("12 s");
    QTest::newRow("min") << 185'000 << QStringLiteral("3 min 5 s");
    QTest::newRow("h") << 7'800'000 << QStringLiteral("2 h 10 min");
  }
  void duration() {
    QFETCH(int, ms);
    QTEST(format::duration(std::chrono::milliseconds(ms)), "text");
  }

  void money_data() {
    QTest::addColumn<qlonglong>("nano");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0ll << QStringLiteral("0 ¢");
    QTest::newRow("tiny") << 1'000ll << QStringLiteral("< 0.01 ¢");
    QTest::newRow("part") << 1'200'000ll << QStringLiteral("0.12 ¢");
    QTest::newRow("cents") << 120'000'000ll << QStringLiteral("12 ¢");
    QTest::newRow("dollars") << 1'204'000'000ll << QStringLiteral("$1.20");
  }
  void money() {
    QFETCH(qlonglong, nano);
    QTEST(format::money(nano), "text");
  }

  void relativeTime_agesAsPeopleSay() {
    const auto now = base::wallTimeFromMillis(1'700'000'000'000);
    QCOMPARE(format::relativeTime(now - 5s, now), QStringLiteral("just now"));
    QCOMPARE(format::relativeTime(now - 5min, now), QStringLiteral("5 min ago"));
    QCOMPARE(format::relativeTime(now - 3h, now), QStringLiteral("3 h ago"));
    QVERIFY(format::relativeTime(now - 24h, now).startsWith(QLatin1String("yesterday")));
    QCOMPARE(format::relativeTime(now - 24h * 400, now), QStringLiteral("10 Oct 2022"));
  }

  void runFacts_leavesOutWhatIsUnknown() {
    domain::RunRecord run;
    run.status = domain::RunStatus::Interrupted;
    run.timings.finished = 1200ms;
    QCOMPARE(format::runFacts(run), QStringLiteral("interrupted · 1.2 s"));
  }
};

QTEST_GUILESS_MAIN(FormatTest)
#include "format_test.moc"
