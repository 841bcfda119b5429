#include <QSignalSpy>
#include <QToolButton>
#include <QTreeWidget>

#include "tests/ui/pages/database_fixture.h"
#include "ui/viewmodels/deployments/table_topics.h"

using namespace aiagent;
using namespace aiagent::testing;
using Access = ui::DatabaseState::Access;

class DatabaseViewTest : public QObject {
  Q_OBJECT

 private:
  static QTreeWidget* table(const DatabaseFixture& f, const QString& name) {
    for (auto* one : f.view->findChildren<QTreeWidget*>())
      if (one->accessibleName() == name && one->isVisible()) return one;
    return nullptr;
  }
  static QPushButton* button(const DatabaseFixture& f, const QString& text) {
    for (auto* one : f.view->findChildren<QPushButton*>())
      if (one->isVisible() && one->text().remove(QLatin1Char('&')) == text) return one;
    return nullptr;
  }

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void notSignedIn_leadsToTheServer_andAsksNothing() {
    DatabaseFixture f;
    QSignalSpy wanted(&f.show(), &ui::DatabaseView::signInWanted);
    QVERIFY(f.shows(QStringLiteral("Not signed in")));
    button(f, QStringLiteral("Sign In at a Server…"))->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(f.asked, 0);
  }

  void signingIn_whileShown_readsAtOnce() {
    DatabaseFixture f;
    f.show();
    f.signIn();
    QVERIFY(f.until(Access::Ready));
    QVERIFY(f.shows(QStringLiteral("Good")));
    QVERIFY(f.shows(QStringLiteral("Nothing was found that needs a look.")));
  }

  void report_isShownInTables() {
    DatabaseFixture f;
    f.signIn();
    f.show();
    QVERIFY(f.until(Access::Ready));
    const auto* locks = table(f, QStringLiteral("Waiting for locks"));
    QVERIFY(locks);
    QCOMPARE(locks->topLevelItem(0)->text(0), QStringLiteral("4712"));
    QCOMPARE(locks->topLevelItem(0)->text(1), QStringLiteral("4711"));
    QVERIFY(table(f, QStringLiteral("Slowest statements"))
                ->topLevelItem(0)
                ->text(0)
                .contains(QStringLiteral("api.sync_pull")));
    QVERIFY(f.shows(QStringLiteral("Connections · just now")));
  }

  // For the table of backups of an environment.
  void backups_areOfTheEnvironmentWhoseApiThisIs_andOfNoOther() {
    DatabaseFixture f;
    QVERIFY(!ui::databaseOf(&f.vm, {.api = "https://agents.example.com"}));
    f.signIn();
    for (const auto* own : {"https://agents.example.com", "https://agents.example.com/api"})
      QCOMPARE(ui::databaseOf(&f.vm, {.api = own}), &f.vm.state());
    for (const auto* other : {"https://agents.example.com.evil.example", "https://other.example", ""})
      QVERIFY(!ui::databaseOf(&f.vm, {.api = other}));
    QVERIFY(!ui::databaseOf(nullptr, {.api = "https://agents.example.com"}));
  }

  void backups_haveTheArchiveAndTheDrill_eachWithItsVerdict() {
    const auto rowsOf = [](const std::string& drill) {
      DatabaseFixture f;
      f.answer = jsonAnswer(200, databaseAnswer(23, kStatements, drill));
      f.signIn();
      f.show();
      if (!f.until(Access::Ready)) qFatal("never read");
      return ui::databaseBackupRows(f.vm.state(), f.clock.wall);
    };
    const auto rows = rowsOf(kDrill);
    QCOMPARE(rows.size(), std::size_t(2));
    for (const auto& row : rows) QCOMPARE(row.cells.size(), ui::columnsOf(ui::TableTopic::Backups).size());
    QCOMPARE(rows[0].verdict.reason, std::string("Archives"));
    QCOMPARE(rows[1].verdict.reason, std::string("DrillFresh"));
    QCOMPARE(rowsOf("null")[1].verdict.reason, std::string("DrillMissing"));
    QCOMPARE(rowsOf(R"({"at":"2026-11-01T09:00:00+00:00","ok":false})")[1].verdict.kind,
             cluster::VerdictKind::Failed);
    QCOMPARE(rowsOf(R"({"at":"2026-01-01T09:00:00+00:00","ok":true})")[1].verdict.reason,
             std::string("DrillOld"));
    QVERIFY(ui::databaseBackupRows({}, {}).empty());
  }

  void worstFinding_isSaidWithItsLimit() {
    DatabaseFixture f;
    f.answer = jsonAnswer(200, databaseAnswer(88, kNoStatements, "null"));
    f.signIn();
    f.show();
    QVERIFY(f.until(Access::Ready));
    QVERIFY(f.shows(QStringLiteral("Needs a look")));
    QVERIFY(f.shows(QStringLiteral("88 of 100 connections are taken")));
    QVERIFY(f.shows(QStringLiteral("No restore drill was written down")));
    QVERIFY(f.shows(QStringLiteral("pg_stat_statements is not there")));
    QVERIFY(!table(f, QStringLiteral("Slowest statements")));
  }

  void refusals_areCalmAndShowNothingOld() {
    for (const auto& [status, access, words] :
         {std::tuple(403, Access::NotForYou, QStringLiteral("Not offered to you")),
          std::tuple(404, Access::NotOffered, QStringLiteral("Not offered"))}) {
      DatabaseFixture f;
      f.signIn();
      f.show();
      QVERIFY(f.until(Access::Ready));
      f.answer = jsonAnswer(status, R"({"error":"not_operator","message":"No."})");
      f.vm.refresh();
      QVERIFY(f.until(access));
      QVERIFY(f.shows(words));
      QVERIFY(!f.vm.state().report);
    }
  }

  void laterFailure_keepsWhatWasRead_andSaysSo() {
    DatabaseFixture f;
    f.signIn();
    f.show();
    QVERIFY(f.until(Access::Ready));
    f.answer = failure(base::ErrorCode::ConnectionFailed, "agents.example.com");
    f.vm.refresh();
    QVERIFY(QTest::qWaitFor([&] { return f.vm.state().error.has_value(); }));
    QCOMPARE(f.vm.state().access, Access::Ready);
    QVERIFY(f.shows(QStringLiteral("What is shown is older")));
    f.answer = jsonAnswer(200, databaseAnswer());
    button(f, QStringLiteral("Try Again"))->click();
    QVERIFY(QTest::qWaitFor([&] { return !f.vm.state().error; }));
    QVERIFY(!f.shows(QStringLiteral("What is shown is older")));
  }

  void firstFailure_offersAnotherTry() {
    DatabaseFixture f;
    f.answer = failure(base::ErrorCode::ConnectionFailed, "agents.example.com");
    f.signIn();
    f.show();
    QVERIFY(f.until(Access::Failed));
    QVERIFY(f.shows(QStringLiteral("No connection to agents.example.com.")));
    f.answer = jsonAnswer(200, databaseAnswer());
    button(f, QStringLiteral("Try Again"))->click();
    QVERIFY(f.until(Access::Ready));
  }

  void shown_readsAgainAndAgain_hiddenNot() {
    DatabaseFixture f(std::chrono::milliseconds(20));
    f.signIn();
    f.show();
    QVERIFY(QTest::qWaitFor([&] { return f.asked >= 3; }, 5'000));
    f.view->hide();
    QTest::qWait(60);
    const int asked = f.asked;
    QTest::qWait(120);
    QCOMPARE(f.asked, asked);
  }

  void signingOut_forgetsWhatWasRead() {
    DatabaseFixture f;
    f.signIn();
    f.show();
    QVERIFY(f.until(Access::Ready));
    QVERIFY(await<void>([&](auto done) { f.account.signOut(done); }));
    QVERIFY(f.until(Access::NotSignedIn));
    QVERIFY(!f.vm.state().report);
  }
};

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  DatabaseViewTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "database_view_test.moc"
