// What the log pane looks like.
#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

#include "tests/ui/golden/golden.h"
#include "tests/ui/pages/log_fixture.h"
#include "ui/shell/theme.h"

using namespace aiagent;
using namespace aiagent::testing;

class LogsGoldenTest : public QObject {
  Q_OBJECT

 private:
  static Script written(int offset, const std::string& name) {
    std::string text;
    for (int i = 0; i < 12; ++i)
      text += LogFixture::stamped(
          i * 2 + offset, i == 5   ? R"({"level":"error","msg":"cannot reach the database","attempt":3})"
                          : i == 8 ? R"({"level":"warn","msg":"slow request","path":"/v1/agents","ms":905})"
                                   : R"({"level":"info","msg":"request","pod":")" + name + R"(","n":)" +
                                         std::to_string(i) + '}');
    return {Step::head(200), Step::bytes(text), Step::hang()};
  }

  void compare(const QString& name, bool wrapped) {
    for (const auto& [word, choice] :
         {std::pair("light", ui::ThemeChoice::Light), {"dark", ui::ThemeChoice::Dark}}) {
      ui::Theme theme(*qApp);
      theme.apply(choice, 100);
      LogFixture log;
      log.logs["web-7f4-a"] = written(0, "web-7f4-a");
      log.logs["web-7f4-b"] = written(1, "web-7f4-b");
      ui::LogPane pane(*log.vm);
      pane.setTitle(QStringLiteral("deployment/web"));
      pane.resize(wrapped ? 420 : 760, 420);
      log.open({"web-7f4-a", "web-7f4-b", "web-7f4-c"});
      QVERIFY(log.come(24));
      QVERIFY(QTest::qWaitFor([&] { return !log.vm->state().notes.isEmpty(); }, 5'000));
      if (wrapped)
        for (auto* button : pane.findChildren<QToolButton*>())
          if (button->accessibleName() == QLatin1String("Wrap long lines")) button->click();
      if (!wrapped) {
        pane.openFind();
        pane.findChild<QLineEdit*>()->setText(QStringLiteral("slow"));
        QVERIFY(QTest::qWaitFor([&] { return log.vm->state().found.total == 2; }, 5'000));
        log.vm->findNext();
      }
      const auto outcome = tests::compareGolden(QStringLiteral("logs-%1-%2").arg(name, QLatin1String(word)),
                                                tests::pictureOf(pane));
      QVERIFY2(outcome.same, qPrintable(outcome.message));
    }
  }

 private Q_SLOTS:
  void mergedLogWithSearch() { compare(QStringLiteral("merged"), false); }
  void wrappedLines() { compare(QStringLiteral("wrapped"), true); }
  void noneIsLeftOver() { QCOMPARE(tests::unusedGoldens(QStringLiteral("logs-")), QStringList()); }
};

AIAGENT_GOLDEN_MAIN(LogsGoldenTest)
#include "logs_golden_test.moc"
