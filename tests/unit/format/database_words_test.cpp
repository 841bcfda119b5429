#include "ui/format/database_words.h"

#include <QtTest>

#include "core/base/time_text.h"

using namespace aiagent;
using namespace aiagent::domain;

class DatabaseWordsTest : public QObject {
  Q_OBJECT

 private:
  static base::WallTime now() { return *base::fromRfc3339("2026-11-23T06:40:00Z"); }

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale::c()); }

  void finding_saysWhatWasMeasuredAndTheLimit() {
    const auto text = format::databaseFinding(
        {.concern = DatabaseConcern::SlotRetains, .amount = std::int64_t(3) << 30, .name = "left_behind"},
        now());
    QVERIFY2(text.contains(QStringLiteral("left_behind")) && text.contains(QStringLiteral("3.0 GiB")) &&
                 text.contains(QStringLiteral("1 GiB it fills")),
             qPrintable(text));
    QVERIFY(
        format::databaseFinding({.concern = DatabaseConcern::DrillOld, .at = "2026-08-15T06:40:00Z"}, now())
            .contains(QStringLiteral("100")));
  }

  void finding_everyConcern_hasWords() {
    for (int i = 0; i <= int(DatabaseConcern::DrillMissing); ++i)
      QVERIFY(!format::databaseFinding({.concern = DatabaseConcern(i)}, now()).isEmpty());
  }

  void verdict_nothingFound_namesWhatIsUnknown() {
    QVERIFY(format::databaseVerdict({}, now()).contains(QStringLiteral("Nothing was found that")));
    QVERIFY(format::databaseVerdict({.unknown = 2}, now()).contains(QLatin1Char('2')));
  }

  void sections_ofNothing_areAllThereAndSayWhy() {
    DatabaseReport report;
    report.statements.unavailable = "PostgreSQL took longer than two seconds.";
    const auto sections = format::databaseSections(report, now());
    QCOMPARE(sections.size(), std::size_t(10));
    for (const auto& section : sections) {
      QVERIFY(!section.title.isEmpty());
      QVERIFY(section.rows.empty());
      QVERIFY(!section.note.isEmpty());
    }
    QVERIFY(sections[3].note.contains(QStringLiteral("two seconds")));
  }

  void sections_ofSums_sayOverWhichTime() {
    DatabaseReport report;
    report.cache.value = database::Cache{1, 1, "2026-11-23T06:35:00Z"};
    report.statements.value = database::Statements{true, {}, "2026-11-23T06:30:00Z"};
    const auto sections = format::databaseSections(report, now());
    QCOMPARE(sections[1].note, QStringLiteral("Counted since 5 min ago."));
    QVERIFY(sections[3].note.contains(QStringLiteral("Counted since 10 min ago. Those of other users")));
  }

  void sections_rowsHaveACellAColumn() {
    DatabaseReport report;
    report.connections.value = database::Connections{100, 3, {{"active", 3}}};
    report.locks.value = {{.pid = 2, .blockedBy = {1, 3}, .seconds = 5, .kind = "relation ShareLock"}};
    report.statements.value = database::Statements{true, {{"SELECT $1", 4, 1.5, 6}}};
    report.tables.value = {{.name = "sync.row", .bytes = 1'024}};
    report.replicas.value = {{"standby", "streaming", {}, {}}};
    report.slots.value = {{"slot", false, 5}};
    report.backups.value.emplace();
    for (const auto& section : format::databaseSections(report, now()))
      for (const auto& row : section.rows) QCOMPARE(row.size(), section.headers.size());
  }
};

QTEST_GUILESS_MAIN(DatabaseWordsTest)
#include "database_words_test.moc"
