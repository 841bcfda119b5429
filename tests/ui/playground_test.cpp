// Runs in the playground as a person starts and stops them: real keys on the real window.
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

#include "tests/ui/window_fixture.h"
#include "ui/widgets/transcript_view.h"

using namespace aiagent;
using testing::await;
using testing::WindowFixture;

namespace {

QPlainTextEdit* promptOf(WindowFixture& f) {
  return f.named<QPlainTextEdit>(QStringLiteral("Prompt"));
}
QPlainTextEdit* messageOf(WindowFixture& f) {
  return f.named<QPlainTextEdit>(QStringLiteral("Message"));
}

// What the transcript holds, whichever pieces it came in.
QString transcriptText(WindowFixture& f) {
  auto* view = f.window->findChild<widgets::TranscriptView*>();
  view->selectAll();
  const QString text = view->selectedText();
  view->clearSelection();
  return text;
}

template <class Condition>
bool soon(Condition condition) {
  return QTest::qWaitFor(condition, 5'000);
}

}  // namespace

class PlaygroundTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void ctrlReturn_runsTheDraft_andTheMessageLeavesItsBox() {
    WindowFixture f;
    f.addAgent({.name = "Poet", .prompt = "Rhyme."});
    f.open();
    promptOf(f)->setFocus();
    promptOf(f)->moveCursor(QTextCursor::End);
    QTest::keyClicks(promptOf(f), QStringLiteral(" In French."));
    auto* message = messageOf(f);
    message->setFocus();
    QTest::keyClicks(message, QStringLiteral("A poem, please"));
    f.services.http->enqueue(testing::eventStream(testing::answerStream({"Il ", "pleut."})));
    QTest::keyClick(message, Qt::Key_Return, Qt::ControlModifier);
    auto& playground = f.page().playground();
    QVERIFY(soon([&] { return !playground.state().tip.isNull() && !playground.state().busy(); }));
    QVERIFY(message->toPlainText().isEmpty());
    QVERIFY(transcriptText(f).contains(QStringLiteral("Il pleut.")));
    QVERIFY(transcriptText(f).contains(QStringLiteral("A poem, please")));
    const std::string body = f.services.http->requests().back().body;
    QVERIFY(body.find("In French.") != std::string::npos);  // the draft, though it was never saved
  }

  void run_withoutAVariable_asksForItAndSendsNothing() {
    WindowFixture f;
    f.addAgent({.name = "Triage", .prompt = "For {{team}}."});
    f.open();
    QTest::keyClicks(messageOf(f), QStringLiteral("hello"));
    QTest::keyClick(messageOf(f), Qt::Key_Return, Qt::ControlModifier);
    auto* team = f.named<QLineEdit>(QStringLiteral("team"));
    QVERIFY(team->hasFocus());
    QVERIFY(f.services.http->requests().empty());
    QCOMPARE(messageOf(f)->toPlainText(), QStringLiteral("hello"));
    QTest::keyClicks(team, QStringLiteral("red"));
    f.services.http->enqueue(testing::eventStream(testing::answerStream({"ok"})));
    QTest::keyClick(team, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(soon([&] { return !f.services.http->requests().empty(); }));
    QVERIFY(f.services.http->requests().back().body.find("For red.") != std::string::npos);
  }

  void refusedParameter_runsWithoutItByOneClick() {
    WindowFixture f;
    domain::AgentContent content{.name = "Poet", .prompt = "Rhyme."};
    content.parameters.set("temperature", 0.5);
    f.addAgent(content);
    f.open();
    f.services.http->enqueue(testing::jsonAnswer(
        400,
        R"({"error":{"message":"Unsupported parameter","type":"invalid_request_error","param":"temperature","code":"unsupported_parameter"}})"));
    f.services.http->enqueue(testing::eventStream(testing::answerStream({"fine"})));
    QTest::keyClicks(messageOf(f), QStringLiteral("hi"));
    QTest::keyClick(messageOf(f), Qt::Key_Return, Qt::ControlModifier);
    QPushButton* without = nullptr;
    QVERIFY(soon([&] {
      for (auto* button : f.window->findChildren<QPushButton*>())
        if (button->isVisible() && button->text().contains(QLatin1String("temperature"))) without = button;
      return without != nullptr;
    }));
    QTest::mouseClick(without, Qt::LeftButton);
    QVERIFY(soon([&] { return transcriptText(f).contains(QStringLiteral("fine")); }));
    QVERIFY(f.services.http->requests().back().body.find("temperature") == std::string::npos);
  }

  void parameterThatDoesNotFit_isNotSentAndItsTextStays() {
    WindowFixture f;
    domain::AgentContent content{.name = "Poet"};
    content.parameters.set("temperature", 0.5);
    f.addAgent(content);
    f.open();
    auto& agent = f.page().agent();
    agent.setParameter("temperature", QStringLiteral("hot"));
    QVERIFY(!agent.state().content.parameters.find("temperature"));
    QVERIFY(soon([&] { return agent.state().keeping == ui::AgentState::Keeping::Kept; }));
    QTest::qWait(100);
    auto* field = f.named<QLineEdit>(QStringLiteral("temperature"));
    QCOMPARE(field->text(), QStringLiteral("hot"));
    field->clear();
    f.services.http->enqueue(testing::eventStream(testing::answerStream({"ok"})));
    QTest::keyClicks(messageOf(f), QStringLiteral("hi"));
    QTest::keyClick(messageOf(f), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(soon([&] { return !f.services.http->requests().empty(); }));
    QVERIFY(f.services.http->requests().back().body.find("temperature") == std::string::npos);
  }

  void escape_stopsARunAndKeepsItsText() {
    WindowFixture f;
    f.addAgent({.name = "Poet"});
    f.open();
    auto script = testing::eventStream(testing::answerStream({"half an answer"}, false));
    script.pop_back();
    script.push_back(testing::Step::hang());
    f.services.http->enqueue(script);
    QTest::keyClicks(messageOf(f), QStringLiteral("go"));
    QTest::keyClick(messageOf(f), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(soon([&] { return f.page().playground().state().answering; }));
    const auto run = f.page().playground().state().run;
    QTest::keyClick(messageOf(f), Qt::Key_Escape);
    QVERIFY(soon([&] { return !f.page().playground().state().busy(); }));
    QVERIFY(transcriptText(f).contains(QStringLiteral("half an answer")));
    QCOMPARE(await<domain::RunRecord>([&](auto done) { f.services.runs->load(run, done); })->text(),
             std::string("half an answer"));
  }

  void switchingAgentsWhileStreaming_losesNothing() {
    WindowFixture f;
    const auto poet = f.addAgent({.name = "Poet", .prompt = "Rhyme."});
    const auto critic = f.addAgent({.name = "Critic"});
    f.open();
    f.page().library().select(poet.id);
    QVERIFY(soon([&] { return f.page().agent().state().loaded && f.page().agent().state().id == poet.id; }));
    auto script = testing::eventStream(testing::answerStream({"first ", "second ", "third"}));
    script.insert(script.begin() + 4, testing::Step::wait(base::Milliseconds(400)));
    f.services.http->enqueue(script);
    QTest::keyClicks(messageOf(f), QStringLiteral("go"));
    QTest::keyClick(messageOf(f), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(soon([&] { return f.page().playground().state().answering; }));
    QTest::keyClicks(promptOf(f), QStringLiteral("X"));
    f.page().library().select(critic.id);
    QVERIFY(
        soon([&] { return f.page().agent().state().id == critic.id && f.page().agent().state().loaded; }));
    QTest::keyClicks(messageOf(f), QStringLiteral("not sent"));
    f.page().library().select(poet.id);
    QVERIFY(soon([&] { return transcriptText(f).contains(QStringLiteral("first second third")); }));
    QVERIFY(soon([&] { return !f.page().playground().state().busy(); }));
    QVERIFY(promptOf(f)->toPlainText().contains(QLatin1Char('X')));
    f.page().library().select(critic.id);
    QVERIFY(soon([&] { return messageOf(f)->toPlainText() == QStringLiteral("not sent"); }));
  }

  void quittingWhileStreaming_keepsTheText() {
    WindowFixture f;
    const auto agent = f.addAgent({.name = "Poet"});
    f.open();
    auto script = testing::eventStream(testing::answerStream({"not lost"}, false));
    script.pop_back();
    script.push_back(testing::Step::hang());
    f.services.http->enqueue(script);
    QTest::keyClicks(messageOf(f), QStringLiteral("go"));
    QTest::keyClick(messageOf(f), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(soon([&] { return f.page().playground().state().answering; }));
    const auto run = f.page().playground().state().run;
    QTest::keyClicks(promptOf(f), QStringLiteral("typed at the last moment"));
    QSignalSpy ended(f.window.get(), &ui::MainWindow::ended);
    f.window->close();
    QVERIFY(!f.window->isVisible());
    QVERIFY(ended.wait());
    const auto kept = await<domain::RunRecord>([&](auto done) { f.services.runs->load(run, done); });
    QCOMPARE(kept->text(), std::string("not lost"));
    QVERIFY(domain::isFinal(kept->status));
    QCOMPARE(f.draftOf(agent.id)->content.prompt, std::string("typed at the last moment"));
  }
};

QTEST_MAIN(PlaygroundTest)
#include "playground_test.moc"
