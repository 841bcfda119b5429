// What a model proposes for an agent that somebody goes on writing meanwhile: both are kept.
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

#include "tests/ui/window_fixture.h"
#include "tests/unit/services/generation_stream.h"

using namespace aiagent;
using testing::generationStream;
using testing::WindowFixture;

namespace {

constexpr char kPrompt[] = "You write verse.\nUse long lines.\nBe kind.\n";
constexpr char kShorter[] =
    R"({"edits":[{"find":"long lines","replace":"short lines","reason":"to be shorter"}],"summary":"Short."})";
constexpr char kRewritten[] =
    R"({"name":"Mine","description":"","prompt":"You write prose.\nUse long lines.\nBe kind.\n",)"
    R"("variables":[],"model":"fast","effort":"low","verbosity":"low","tools":[],"outputSchema":null,)"
    R"("starters":[],"cases":[]})";

template <class Condition>
bool soon(Condition condition) {
  return QTest::qWaitFor(condition, 10'000);
}

// The visible widget of that name, as soon as there is one.
template <class Widget>
Widget* shown(WindowFixture& f, const QString& name) {
  Widget* found = nullptr;
  const auto look = [&] {
    for (auto* widget : f.window->findChildren<Widget*>())
      if (widget->isVisible() && widget->accessibleName() == name) found = widget;
    return found != nullptr;
  };
  if (!soon(look)) qFatal("nothing visible is called %s", qPrintable(name));
  return found;
}

QPushButton* button(WindowFixture& f, const QString& text) {
  for (auto* widget : f.window->findChildren<QPushButton*>())
    if (widget->isVisible() && widget->text() == text) return widget;
  return nullptr;
}

void press(WindowFixture& f, const QString& text) {
  if (!soon([&] { return button(f, text) != nullptr; })) qFatal("no button says %s", qPrintable(text));
  QTest::mouseClick(button(f, text), Qt::LeftButton);
}

const domain::AgentContent& contentOf(WindowFixture& f) {
  return f.page().agent().state().content;
}

// At the end of the line that holds these words.
void type(WindowFixture& f, const QString& behind, const QString& text) {
  auto* prompt = shown<QPlainTextEdit>(f, QStringLiteral("Prompt"));
  prompt->setFocus();
  prompt->moveCursor(QTextCursor::Start);
  if (!prompt->find(behind)) qFatal("the prompt has no %s", qPrintable(behind));
  prompt->moveCursor(QTextCursor::EndOfLine);
  QTest::keyClicks(prompt, text);
}

// Asks for edits and goes back to the editor while they are being written.
void askForEdits(WindowFixture& f, const std::string& answer, std::chrono::milliseconds after) {
  auto script = generationStream(answer);
  script.insert(script.begin() + 1, testing::Step::wait(after));
  f.services.http->enqueue(script);
  f.registry.find(QStringLiteral("agents.improve"))->trigger();
  if (!soon([&] { return f.generatePage().improve().state().name == QStringLiteral("Mine"); }))
    qFatal("the agent is not read");
  if (!soon([&] { return f.generatePage().generate().state().provider.has_value(); })) qFatal("no provider");
  auto* goal = shown<QPlainTextEdit>(f, QStringLiteral("Goal"));
  QTest::keyClicks(goal, QStringLiteral("shorter"));
  QTest::keyClick(goal, Qt::Key_Return, Qt::ControlModifier);
  if (!soon([&] { return f.services.http->requests().size() == 1; })) qFatal("nothing was asked");
  QTest::keyClick(f.window.get(), Qt::Key_1, Qt::ControlModifier);
}

// Back on the Generate page, takes the edits.
void putEditsIntoDraft(WindowFixture& f) {
  QTest::keyClick(f.window.get(), Qt::Key_2, Qt::ControlModifier);
  if (!soon([&] { return f.generatePage().improve().state().improvement.has_value(); })) qFatal("no edits");
  press(f, QStringLiteral("Accept All"));
  press(f, QStringLiteral("Put into Draft"));
}

constexpr std::chrono::milliseconds kWhileTyping{1'500};

}  // namespace

class ProposalsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void cleanup() { m_theme.reset(); }

  void typedWhileItRuns_isMerged_andUndoneAsOneStep() {
    WindowFixture f;
    const auto agent = f.addAgent({.name = "Mine", .prompt = kPrompt});
    f.open();
    askForEdits(f, kShorter, kWhileTyping);
    type(f, QStringLiteral("Be kind."), QStringLiteral(" And honest."));
    QVERIFY(f.generatePage().improve().state().asking);
    putEditsIntoDraft(f);
    const std::string typed = "You write verse.\nUse long lines.\nBe kind. And honest.\n";
    const std::string both = "You write verse.\nUse short lines.\nBe kind. And honest.\n";
    QVERIFY(soon([&] { return contentOf(f).prompt == both; }));
    QCOMPARE(shown<QPlainTextEdit>(f, QStringLiteral("Prompt"))->toPlainText().toStdString(), both);
    QVERIFY(!f.generatePage().improve().state().improvement);  // used up
    press(f, QStringLiteral("Undo"));
    QCOMPARE(contentOf(f).prompt, typed);
    QVERIFY(soon([&] { return f.draftOf(agent.id) && f.draftOf(agent.id)->content.prompt == typed; }));
    QVERIFY(!button(f, QStringLiteral("Undo")));
  }

  void sameWordsTyped_areAskedAbout_andBothCanBeKept() {
    WindowFixture f;
    f.addAgent({.name = "Mine", .prompt = kPrompt});
    f.open();
    askForEdits(f, kShorter, kWhileTyping);
    auto* prompt = shown<QPlainTextEdit>(f, QStringLiteral("Prompt"));
    prompt->setFocus();
    QVERIFY(prompt->find(QStringLiteral("long lines")));
    QTest::keyClicks(prompt, QStringLiteral("three lines"));
    putEditsIntoDraft(f);
    QVERIFY(soon([&] { return f.page().versions().state().merge.has_value(); }));
    QCOMPARE(contentOf(f).prompt, std::string("You write verse.\nUse three lines.\nBe kind.\n"));
    QVERIFY(f.generatePage().improve().state().improvement);  // nothing is taken yet
    f.picture(QStringLiteral("proposal-conflict"));

    // Left with Esc it waits, and what is typed then is not lost either.
    QTest::keyClick(shown<QRadioButton>(f, QStringLiteral("Prompt: mine")), Qt::Key_Escape);
    type(f, QStringLiteral("Be kind."), QStringLiteral(" And honest."));
    f.picture(QStringLiteral("proposal-waits"));
    press(f, QStringLiteral("Choose…"));
    QTest::keyClick(shown<QRadioButton>(f, QStringLiteral("Prompt: theirs")), Qt::Key_Space);
    press(f, QStringLiteral("Finish Merge"));
    QVERIFY(soon([&] {
      const auto& merge = f.page().versions().state().merge;
      return merge && !merge->complete();
    }));
    QTest::keyClick(shown<QRadioButton>(f, QStringLiteral("Prompt: theirs")), Qt::Key_Space);
    press(f, QStringLiteral("Finish Merge"));
    QVERIFY(soon([&] { return !f.page().versions().state().merge; }));
    QCOMPARE(contentOf(f).prompt, std::string("You write verse.\nUse short lines.\nBe kind. And honest.\n"));
    QVERIFY(!f.generatePage().improve().state().improvement);
    f.page().agent().bringBack();
    QCOMPARE(contentOf(f).prompt, std::string("You write verse.\nUse three lines.\nBe kind. And honest.\n"));
  }

  void nameTypedWhileItAsks_isKeptWithoutAskingAgain() {
    WindowFixture f;
    f.addAgent({.name = "Mine", .prompt = kPrompt});
    f.open();
    askForEdits(f, kShorter, kWhileTyping);
    auto* prompt = shown<QPlainTextEdit>(f, QStringLiteral("Prompt"));
    QVERIFY(prompt->find(QStringLiteral("long lines")));
    QTest::keyClicks(prompt, QStringLiteral("three lines"));
    putEditsIntoDraft(f);
    QVERIFY(soon([&] { return f.page().versions().state().merge.has_value(); }));
    QTest::keyClick(shown<QRadioButton>(f, QStringLiteral("Prompt: mine")), Qt::Key_Space);
    auto* name = shown<QLineEdit>(f, QStringLiteral("Name of the agent"));
    name->setFocus();
    QTest::keyClick(name, Qt::Key_End);
    QTest::keyClicks(name, QStringLiteral(" own"));
    press(f, QStringLiteral("Finish Merge"));
    QVERIFY(soon([&] { return !f.page().versions().state().merge; }));
    QCOMPARE(contentOf(f).name, std::string("Mine own"));
    QCOMPARE(contentOf(f).prompt, std::string("You write verse.\nUse three lines.\nBe kind.\n"));
  }

  void givenUp_changesNothingAndCanBeTakenLater() {
    WindowFixture f;
    f.addAgent({.name = "Mine", .prompt = kPrompt});
    f.open();
    askForEdits(f, kShorter, kWhileTyping);
    auto* prompt = shown<QPlainTextEdit>(f, QStringLiteral("Prompt"));
    QVERIFY(prompt->find(QStringLiteral("long lines")));
    QTest::keyClicks(prompt, QStringLiteral("three lines"));
    putEditsIntoDraft(f);
    QVERIFY(soon([&] { return f.page().versions().state().merge.has_value(); }));
    press(f, QStringLiteral("Cancel Merge"));
    QCOMPARE(contentOf(f).prompt, std::string("You write verse.\nUse three lines.\nBe kind.\n"));
    QTest::keyClick(f.window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(button(f, QStringLiteral("Put into Draft")));
  }

  void generationOnAnAgent_isMergedWithWhatWasTyped() {
    WindowFixture f;
    const auto agent = f.addAgent({.name = "Mine", .prompt = kPrompt});
    f.open();
    f.window->openPage(QStringLiteral("generate"),
                       QStringLiteral("basis:") + format::text(agent.id.toString()));
    auto& generate = f.generatePage().generate();
    QVERIFY(soon([&] { return generate.state().provider && !generate.state().basisName.isEmpty(); }));
    auto script = generationStream(kRewritten);
    script.insert(script.begin() + 1, testing::Step::wait(kWhileTyping));
    f.services.http->enqueue(script);
    auto* box = shown<QPlainTextEdit>(f, QStringLiteral("Describe what the agent should do"));
    QTest::keyClicks(box, QStringLiteral("prose"));
    QTest::keyClick(box, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(soon([&] { return f.services.http->requests().size() == 1; }));
    QTest::keyClick(f.window.get(), Qt::Key_1, Qt::ControlModifier);
    type(f, QStringLiteral("Be kind."), QStringLiteral(" And honest."));
    QVERIFY(generate.state().busy());
    QTest::keyClick(f.window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(soon([&] { return !generate.state().busy(); }));
    QTest::mouseClick(shown<QToolButton>(f, QStringLiteral("Accept: Prompt")), Qt::LeftButton);
    press(f, QStringLiteral("Put into Draft"));
    QVERIFY(soon(
        [&] { return contentOf(f).prompt == "You write prose.\nUse long lines.\nBe kind. And honest.\n"; }));
  }

  // Long texts are handed over when typing pauses, and merged beside the event loop.
  void longPromptTypedWhileItIsMerged_isNotLost() {
    WindowFixture f;
    std::string lines = kPrompt;
    for (int line = 0; lines.size() < 100'000; ++line)
      lines += "Rule " + std::to_string(line) + " of many.\n";
    const auto agent = f.addAgent({.name = "Mine", .prompt = lines});
    f.open();
    auto proposed = agent.content;
    proposed.prompt.replace(proposed.prompt.find("long lines"), 4, "short");
    type(f, QStringLiteral("Be kind."), QStringLiteral(" Always."));
    f.page().propose({.agent = agent.id, .base = agent.content, .proposed = proposed, .taken = {}});
    type(f, QStringLiteral("Rule 7 of many."), QStringLiteral(" Mine."));
    auto expected = proposed.prompt;
    expected.insert(expected.find("Be kind.") + 8, " Always.");
    expected.insert(expected.find("Rule 7 of many.") + 15, " Mine.");
    QVERIFY(soon([&] { return contentOf(f).prompt == expected; }));
  }

  void agentThatIsNotOpen_isOpenedAndMerged() {
    WindowFixture f;
    const auto mine = f.addAgent({.name = "Mine", .prompt = kPrompt});
    f.addAgent({.name = "Other", .prompt = "Other."});
    f.open();
    f.page().library().select(mine.id);
    QVERIFY(soon([&] { return contentOf(f).name == "Mine"; }));
    askForEdits(f, kShorter, kWhileTyping);
    type(f, QStringLiteral("Be kind."), QStringLiteral(" And honest."));
    const auto rows = f.page().library().rows();
    for (int row = 0; row < rows->rowCount(); ++row)
      if (rows->row(row).id != mine.id) f.page().library().select(rows->row(row).id);
    QVERIFY(soon([&] { return contentOf(f).name == "Other"; }));
    putEditsIntoDraft(f);
    QVERIFY(soon(
        [&] { return contentOf(f).prompt == "You write verse.\nUse short lines.\nBe kind. And honest.\n"; }));
    QCOMPARE(contentOf(f).name, std::string("Mine"));
  }

 private:
  std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(ProposalsTest)
#include "proposals_test.moc"
