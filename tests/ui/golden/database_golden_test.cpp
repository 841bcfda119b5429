// What the database's view looks like.
#include <QApplication>

#include "tests/ui/golden/golden.h"
#include "tests/ui/pages/database_fixture.h"
#include "ui/shell/theme.h"

using namespace aiagent;
using namespace aiagent::testing;
using Access = ui::DatabaseState::Access;

class DatabaseGoldenTest : public QObject {
  Q_OBJECT

 private:
  void compare(const QString& name, const Script& answer, Access until, QSize size) {
    for (const auto& [word, choice] :
         {std::pair("light", ui::ThemeChoice::Light), {"dark", ui::ThemeChoice::Dark}}) {
      ui::Theme theme(*qApp);
      theme.apply(choice, 100);
      DatabaseFixture f;
      f.answer = answer;
      if (until != Access::NotSignedIn) f.signIn();
      auto& view = f.show(size);
      QVERIFY(f.until(until));
      const auto outcome = tests::compareGolden(
          QStringLiteral("database-%1-%2").arg(name, QLatin1String(word)), tests::pictureOf(view));
      QVERIFY2(outcome.same, qPrintable(outcome.message));
    }
  }

 private Q_SLOTS:
  void wholeReport() {
    compare(QStringLiteral("whole"), jsonAnswer(200, databaseAnswer()), Access::Ready, {900, 1560});
  }
  void findings() {
    compare(QStringLiteral("findings"), jsonAnswer(200, databaseAnswer(98, kNoStatements, "null")),
            Access::Ready, {640, 700});
  }
  void notForYou() {
    compare(QStringLiteral("refused"), jsonAnswer(403, R"({"error":"not_operator","message":"No."})"),
            Access::NotForYou, {640, 320});
  }
  void notSignedIn() {
    compare(QStringLiteral("signed-out"), jsonAnswer(200, "{}"), Access::NotSignedIn, {640, 320});
  }
  void noneIsLeftOver() { QCOMPARE(tests::unusedGoldens(QStringLiteral("database-")), QStringList()); }
};

AIAGENT_GOLDEN_MAIN(DatabaseGoldenTest)
#include "database_golden_test.moc"
