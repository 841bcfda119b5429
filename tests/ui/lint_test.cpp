// The linter as a person meets it: real keys and clicks on the real window.
#include <QSignalSpy>
#include <QToolButton>

#include "tests/ui/versions_steps.h"

using namespace aiagent;
using namespace aiagent::testing;

class LintTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void cleanup() { m_theme.reset(); }

  void finding_isShownGoneToFixedAndUndone() {
    WindowFixture f;
    f.addAgent({.name = "Poet", .prompt = "Be kind."});
    f.open();
    const QString key = QStringLiteral("sk-proj-abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH");
    type(f, QStringLiteral(" Use ") + key + QStringLiteral("."));
    QVERIFY(soon([&] { return f.page().lint().findings().size() == 1 && f.page().lint().current(); }));
    auto* prompt = promptOf(f);
    prompt->moveCursor(QTextCursor::Start);
    QTest::keyClick(prompt, Qt::Key_F8);
    QCOMPARE(prompt->textCursor().selectedText(), key);
    auto* fix = buttonOf<QToolButton>(f, QStringLiteral("Make It a Variable"));
    QVERIFY(fix);
    QTest::mouseClick(fix, Qt::LeftButton);
    QVERIFY(!prompt->toPlainText().contains(key));
    QVERIFY(prompt->toPlainText().contains(QStringLiteral("{{")));
    QVERIFY(soon([&] { return f.page().lint().current() && !buttonOf<QToolButton>(f, fix->text()); }));
    press(f, QStringLiteral("Undo"));
    QVERIFY(prompt->toPlainText().contains(key));
    QCOMPARE(f.page().agent().state().content.variables.size(), 0u);
  }

  void variableBeingTyped_isAskedForWhenTheCaretHasLeftIt() {
    WindowFixture f;
    f.addAgent({.name = "Poet", .prompt = "Be kind."});
    f.open();
    auto& lint = f.page().lint();
    QSignalSpy looked(&lint, &ui::LintVm::changed);
    type(f, QStringLiteral(" For {{tea}}"));
    QVERIFY(soon([&] { return looked.count() > 0 && lint.current(); }));
    QVERIFY(lint.findings().empty());
    auto* prompt = promptOf(f);
    QTest::keyClick(prompt, Qt::Key_Left);
    QTest::keyClick(prompt, Qt::Key_Left);
    QTest::keyClicks(prompt, QStringLiteral("m"));
    QVERIFY(lint.findings().empty());
    looked.clear();
    QVERIFY(soon([&] { return looked.count() > 0 && lint.current(); }));
    QVERIFY(lint.findings().empty());
    QTest::keyClick(prompt, Qt::Key_Home);
    QCOMPARE(lint.findings().size(), 1u);
    QCOMPARE(lint.findings().front().values.front(), std::string("team"));
    QTest::keyClick(prompt, Qt::Key_End);
    QCOMPARE(lint.findings().size(), 1u);
  }

  void typingAfterAFix_isNotTakenBackWithIt() {
    WindowFixture f;
    f.addAgent({.name = "Poet", .prompt = "Be kind.", .variables = {{.name = "unused", .description = "x"}}});
    f.open();
    QVERIFY(soon([&] { return f.page().lint().findings().size() == 1; }));
    f.page().lint().fix(0);
    QVERIFY(f.page().agent().state().content.variables.empty());
    type(f, QStringLiteral(" Always."));
    QVERIFY(!buttonOf<QPushButton>(f, QStringLiteral("Undo")));
    f.page().agent().bringBack();
    QVERIFY(promptOf(f)->toPlainText().contains(QStringLiteral("Always.")));
  }

 private:
  std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(LintTest)
#include "lint_test.moc"
