// The agents page used as a person uses it: real keys and clicks on the real window.
#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include "tests/ui/window_fixture.h"

using namespace aiagent;
using testing::await;
using testing::WindowFixture;

namespace {

QPlainTextEdit* promptOf(WindowFixture& f) {
  return f.named<QPlainTextEdit>(QStringLiteral("Prompt"));
}
template <class Condition>
bool soon(Condition condition) {
  return QTest::qWaitFor(condition, 5'000);
}

}  // namespace

class AgentsPageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void typing_inThePrompt_isADraftInTheStoreWithinHalfASecond() {
    WindowFixture f;
    const auto agent = f.addAgent({.name = "Poet", .prompt = "Rhyme."});
    f.open();
    auto* prompt = promptOf(f);
    prompt->setFocus();
    prompt->moveCursor(QTextCursor::End);
    QTest::keyClicks(prompt, QStringLiteral(" Always."));
    QTest::qWait(500);
    const auto draft = f.draftOf(agent.id);
    QVERIFY(draft);
    QCOMPARE(draft->content.prompt, std::string("Rhyme. Always."));
  }

  void improve_isAskedForAndItsPromptCanBeUndone() {
    WindowFixture f;
    const auto poet = f.addAgent({.name = "Poet", .prompt = "Rhyme."});
    const auto other = f.addAgent({.name = "Other", .prompt = "Sort."});
    f.open();
    f.page().go(format::text(other.id.toString()));
    QVERIFY(soon([&] { return f.page().agent().state().id == other.id && f.page().agent().state().loaded; }));
    auto* prompt = promptOf(f);
    QSignalSpy wanted(&f.page(), &ui::Page::pageRequested);
    f.registry.find(QStringLiteral("agents.improve"))->trigger();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("generate"));
    QCOMPARE(wanted[0][1].toString(), QStringLiteral("improve:") + format::text(other.id.toString()));

    f.window->openPage(QStringLiteral("agents"));
    auto proposed = poet.content;
    proposed.prompt = "Rhyme briefly.";
    f.page().propose({.agent = poet.id, .base = poet.content, .proposed = proposed, .taken = {}});
    QVERIFY(soon([&] { return prompt->toPlainText() == QStringLiteral("Rhyme briefly."); }));
    QVERIFY(soon([&] { return f.draftOf(poet.id).has_value(); }));
    QCOMPARE(f.draftOf(poet.id)->content.prompt, std::string("Rhyme briefly."));
    prompt->setFocus();
    QTest::keyClick(prompt, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(prompt->toPlainText(), QStringLiteral("Rhyme."));
    QVERIFY(soon([&] { return f.page().agent().state().content.prompt == "Rhyme."; }));
  }

  void typing_withoutAPause_isKeptMeanwhile() {
    WindowFixture f;
    const auto agent = f.addAgent({.name = "Poet", .prompt = "x"});
    f.open();
    auto* prompt = promptOf(f);
    prompt->setFocus();
    for (int i = 0; i < 12; ++i) QTest::keyClick(prompt, Qt::Key_A, Qt::NoModifier, 50);
    QVERIFY(f.draftOf(agent.id));
  }

  void keptDraft_movesNeitherCursorNorUndo() {
    WindowFixture f;
    f.addAgent({.name = "Poet", .prompt = "one two three"});
    f.open();
    auto* prompt = promptOf(f);
    prompt->setFocus();
    QTextCursor cursor = prompt->textCursor();
    cursor.setPosition(4);
    prompt->setTextCursor(cursor);
    QTest::keyClicks(prompt, QStringLiteral("and "));
    QVERIFY(soon([&] { return f.page().agent().state().keeping == ui::AgentState::Keeping::Kept; }));
    QTest::qWait(100);
    QCOMPARE(prompt->textCursor().position(), 8);
    QTest::keyClick(prompt, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(soon([&] { return !f.page().agent().state().draft; }));
    QCOMPARE(prompt->textCursor().position(), 8);
    prompt->undo();
    QCOMPARE(prompt->toPlainText(), QStringLiteral("one two three"));
  }

  void ctrlS_makesTheDraftTheAgent() {
    WindowFixture f;
    const auto agent = f.addAgent({.name = "Poet", .prompt = "Rhyme."});
    f.open();
    auto* prompt = promptOf(f);
    prompt->setFocus();
    QTest::keyClick(prompt, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(prompt, QStringLiteral("Write haiku."));
    QTest::keyClick(prompt, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(soon([&] { return !f.page().agent().state().draft; }));
    const auto found =
        await<services::AgentWithDraft>([&](auto done) { f.services.agents->load(agent.id, done); });
    QCOMPARE(found->agent.content.prompt, std::string("Write haiku."));
    QVERIFY(!found->draft);
  }

  void typingBackToTheSavedText_leavesNoDraft() {
    WindowFixture f;
    const auto agent = f.addAgent({.name = "Poet", .prompt = "Rhyme."});
    f.open();
    auto* prompt = promptOf(f);
    prompt->setFocus();
    prompt->moveCursor(QTextCursor::End);
    QTest::keyClicks(prompt, QStringLiteral("!"));
    QVERIFY(soon([&] { return f.draftOf(agent.id).has_value(); }));
    QTest::keyClick(prompt, Qt::Key_Backspace);
    QVERIFY(soon([&] { return !f.draftOf(agent.id).has_value(); }));
    QVERIFY(!f.page().agent().state().draft);
  }

  void ctrlN_makesAnAgentAndSelectsItsName() {
    WindowFixture f;
    f.open();
    QTest::keyClick(f.window->focusWidget() ? f.window->focusWidget() : &f.page(), Qt::Key_N,
                    Qt::ControlModifier);
    auto* name = f.named<QLineEdit>(QStringLiteral("Name of the agent"));
    QVERIFY(soon([&] { return name->hasFocus(); }));
    QTest::keyClicks(name, QStringLiteral("Critic"));
    QCOMPARE(name->text(), QStringLiteral("Critic"));
    QTest::keyClick(name, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(soon([&] {
      return f.page().library().rows()->rowCount() == 1 && f.page().library().rows()->row(0).name == "Critic";
    }));
  }

  void tags_areSplitAtTheCommasOfEveryScript() {
    WindowFixture f;
    const auto agent = f.addAgent({.name = "Poet"});
    f.open();
    auto* tags = f.named<QLineEdit>(QStringLiteral("Tags"));
    tags->insert(QStringLiteral("红，蓝、绿；x, y"));
    Q_EMIT tags->textEdited(tags->text());
    QVERIFY(soon([&] { return f.draftOf(agent.id).has_value(); }));
    const std::vector<std::string> wanted{"x", "y", "红", "绿", "蓝"};
    QCOMPARE(f.page().agent().state().content.tags.size(), wanted.size());
    QVERIFY(soon([&] { return f.draftOf(agent.id)->content.tags == wanted; }));
  }

  void emptyName_isRefusedAndTheTextStays() {
    WindowFixture f;
    f.addAgent({.name = "Poet"});
    f.open();
    auto* name = f.named<QLineEdit>(QStringLiteral("Name of the agent"));
    name->setFocus();
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Delete);
    auto* prompt = promptOf(f);
    prompt->setFocus();
    QTest::keyClicks(prompt, QStringLiteral("kept"));
    QTest::keyClick(prompt, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(soon([&] { return f.page().agent().state().error.has_value(); }));
    QCOMPARE(f.page().agent().state().error->subject, std::string("name"));
    QCOMPARE(prompt->toPlainText(), QStringLiteral("kept"));
  }

  void search_asYouType_thenReturnOpensTheFirst() {
    WindowFixture f;
    f.addAgent({.name = "Poet", .description = "verse"});
    f.addAgent({.name = "Critic", .description = "judges poems"});
    f.open();
    auto* search = f.named<QLineEdit>(QStringLiteral("Search agents"));
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("ver"));
    QVERIFY(soon([&] { return f.page().library().rows()->rowCount() == 1; }));
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(soon([&] { return f.page().agent().state().content.name == "Poet"; }));
    search->setFocus();
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(soon([&] { return f.page().library().rows()->rowCount() == 2; }));
  }

  void search_nothingFound_saysSoAndShowsAllAgain() {
    WindowFixture f;
    f.addAgent({.name = "Poet"});
    f.open();
    QTest::keyClicks(f.named<QLineEdit>(QStringLiteral("Search agents")), QStringLiteral("zzz"));
    QVERIFY(soon([&] { return f.page().library().state().empty == ui::LibraryState::Empty::NoMatch; }));
    for (auto* button : f.window->findChildren<QPushButton*>())
      if (button->isVisible() && button->text() == QStringLiteral("Show All"))
        QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(soon([&] { return f.page().library().rows()->rowCount() == 1; }));
  }

  void delete_canBeUndone_andHappensWhenTheWindowCloses() {
    WindowFixture f;
    const auto poet = f.addAgent({.name = "Poet"});
    f.addAgent({.name = "Critic"});
    f.open();
    auto& library = f.page().library();
    f.page().go(format::text(poet.id.toString()));
    auto* list = f.window->findChild<QListView*>(QStringLiteral("library"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(library.rows()->rowCount(), 1);
    library.undo();
    QVERIFY(soon([&] { return library.rows()->rowCount() == 2; }));
    QCOMPARE(library.state().selected, poet.id);
    QTest::keyClick(list, Qt::Key_Delete);
    QSignalSpy ended(f.window.get(), &ui::MainWindow::ended);
    f.window->close();
    QVERIFY(ended.wait());
    QVERIFY(!await<services::AgentWithDraft>([&](auto done) { f.services.agents->load(poet.id, done); }));
  }

  void palette_opensAnAgentByKeyboardAlone() {
    WindowFixture f;
    f.addAgent({.name = "Poet"});
    const auto critic = f.addAgent({.name = "Critic"});
    f.addAgent({.name = "Newest"});
    f.finder = [&](const QString& text, auto done) {
      f.services.agents->list(
          {.search = format::utf8(text)}, [&f, done](base::Result<store::AgentPage> page) {
            std::vector<ui::PaletteEntry> entries;
            for (const auto& row : page->rows)
              entries.push_back({.title = format::text(row.name),
                                 .run = [&f, id = row.id] { f.page().library().select(id); }});
            done(std::move(entries));
          });
    };
    f.open();
    QTest::keyClick(promptOf(f), Qt::Key_K, Qt::ControlModifier);
    auto* field = f.named<QLineEdit>(QStringLiteral("Find a command or an agent"));
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("critic"));
    auto* found = f.named<QListView>(QStringLiteral("Found"));
    QVERIFY(soon([&] { return found->model()->rowCount() == 1; }));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!field->isVisible());
    QVERIFY(soon([&] { return f.page().agent().state().id == critic.id; }));
  }

  void palette_nothingFound_saysSo() {
    WindowFixture f;
    std::function<void(std::vector<ui::PaletteEntry>)> answer;
    f.finder = [&](const QString&, auto done) { answer = std::move(done); };
    f.addAgent({.name = "Poet"});
    f.open();
    QTest::keyClick(promptOf(f), Qt::Key_K, Qt::ControlModifier);
    auto* field = f.named<QLineEdit>(QStringLiteral("Find a command or an agent"));
    const auto says = [&](const QString& text) {
      for (const auto* label : field->parentWidget()->findChildren<QLabel*>())
        if (label->isVisible() && label->text() == text) return true;
      return false;
    };
    const QString sentence = QStringLiteral("Nothing found for “zzq”.");
    QTest::keyClicks(field, QStringLiteral("zzq"));
    QVERIFY(!says(sentence));  // the agents are still being asked
    answer({});
    QVERIFY(says(sentence));
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("versions"));
    QVERIFY(!says(sentence));
    QVERIFY(f.named<QListView>(QStringLiteral("Found"))->isVisible());
  }

  void palette_escapeGivesTheFocusBack() {
    WindowFixture f;
    f.addAgent({.name = "Poet"});
    f.open();
    auto* prompt = promptOf(f);
    prompt->setFocus();
    QTest::keyClick(prompt, Qt::Key_K, Qt::ControlModifier);
    auto* field = f.named<QLineEdit>(QStringLiteral("Find a command or an agent"));
    QVERIFY(field->isVisible());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QVERIFY(prompt->hasFocus());
  }

  void agentsOfALargeLibrary_comeAsTheListIsScrolled() {
    WindowFixture f;
    std::vector<domain::AgentContent> many;
    for (int i = 0; i < 450; ++i) many.push_back({.name = "Agent " + std::to_string(i)});
    QVERIFY(
        await<std::vector<domain::AgentId>>([&](auto done) { f.services.agents->importAll(many, done); }));
    f.open();
    auto* rows = f.page().library().rows();
    QCOMPARE(rows->rowCount(), 200);
    QSignalSpy resets(rows, &QAbstractItemModel::modelReset);
    auto* list = f.window->findChild<QListView*>(QStringLiteral("library"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_End);
    QVERIFY(soon([&] { return rows->rowCount() == 450; }));
    QCOMPARE(resets.count(), 0);
  }

  void savedElsewhere_withoutADraft_isShown() {
    WindowFixture f;
    auto agent = f.addAgent({.name = "Poet", .prompt = "old"});
    f.open();
    agent.content.prompt = "new";
    QVERIFY(await<domain::Agent>(
        [&](auto done) { f.services.agents->update(agent.id, agent.content, agent.revision, done); }));
    QVERIFY(soon([&] { return promptOf(f)->toPlainText() == QStringLiteral("new"); }));
  }

  void savedElsewhere_whileWriting_bothTextsSurvive() {
    WindowFixture f;
    auto agent = f.addAgent({.name = "Poet", .prompt = "old"});
    f.open();
    promptOf(f)->setFocus();
    QTest::keyClicks(promptOf(f), QStringLiteral("mine "));
    QVERIFY(soon([&] { return f.draftOf(agent.id).has_value(); }));
    // Another program saves: its update drops the draft in the store, but not what this window shows.
    agent.content.prompt = "theirs";
    QVERIFY(await<domain::Agent>(
        [&](auto done) { f.services.agents->update(agent.id, agent.content, agent.revision, done); }));
    QVERIFY(soon([&] { return f.page().agent().state().changedElsewhere; }));
    QVERIFY(promptOf(f)->toPlainText().contains(QStringLiteral("mine")));
    f.page().agent().takeTheirs();
    QCOMPARE(promptOf(f)->toPlainText(), QStringLiteral("theirs"));
    f.page().agent().bringBack();
    QVERIFY(promptOf(f)->toPlainText().contains(QStringLiteral("mine")));
    f.page().agent().save();
    QVERIFY(soon([&] { return !f.page().agent().state().draft; }));
  }

  void versionOfAnotherAgent_isOpenedByItsId() {
    WindowFixture f;
    const auto poet = f.addAgent({.name = "Poet", .prompt = "Rhyme."});
    auto content = poet.content;
    content.prompt = "Rhyme well.";
    const auto saved = await<domain::Agent>(
        [&](auto done) { f.services.agents->update(poet.id, content, poet.revision, done); });
    QVERIFY(saved.ok());
    f.addAgent({.name = "Critic"});
    f.open();
    f.window->openPage(QStringLiteral("agents"),
                       QStringLiteral("version:") + format::text(poet.headVersion.toString()));
    const auto& versions = f.page().versions();
    QVERIFY(soon([&] {
      return versions.state().agent == poet.id && versions.state().selected == std::vector{poet.headVersion};
    }));
    QVERIFY(f.named<QListView>(QStringLiteral("List of versions"))->isVisible());
    f.window->openPage(QStringLiteral("agents"),
                       QStringLiteral("version:") + format::text(saved->headVersion.toString()));
    QVERIFY(soon([&] { return versions.state().selected == std::vector{saved->headVersion}; }));
  }

  void run_isGoneOnWithByItsId() {
    WindowFixture f;
    const auto poet = f.addAgent({.name = "Poet", .prompt = "Rhyme."});
    f.addAgent({.name = "Critic"});
    auto run = domain::RunRecord();
    run.id = f.services.profile->ids().make<domain::RunId>();
    run.request.agent = poet.id;
    run.request.content = poet.content;
    run.request.input = "About rain";
    run.status = domain::RunStatus::Completed;
    QVERIFY(f.services.profile->store().writeAndWait<void>(
        [&](store::Connection& connection) { return store::insertRun(connection, run); }));
    f.open();
    f.window->openPage(QStringLiteral("agents"), QStringLiteral("run:") + format::text(run.id.toString()));
    QVERIFY(soon([&] {
      return f.page().agent().state().id == poet.id && f.page().playground().state().tip == run.id;
    }));
    QVERIFY(f.named<QPlainTextEdit>(QStringLiteral("Message"))->hasFocus());
  }

  void f6_goesThroughThePanes() {
    WindowFixture f;
    f.addAgent({.name = "Poet"});
    f.open();
    promptOf(f)->setFocus();
    QTest::keyClick(promptOf(f), Qt::Key_F6);
    QVERIFY(f.window->focusWidget() != promptOf(f));
    for (int i = 0; i < 3; ++i) QTest::keyClick(f.window->focusWidget(), Qt::Key_F6);
    bool inEditor = false;
    for (const QWidget* at = f.window->focusWidget(); at; at = at->parentWidget())
      inEditor = inEditor || at->accessibleName() == QStringLiteral("Editor");
    QVERIFY(inEditor);
  }

  void everyControl_hasAnAccessibleName_andTabGoesThroughTheWindow_data() {
    QTest::addColumn<QString>("section");
    for (const char* section : {"", "Variables", "Parameters", "Tools", "Output schema", "Starters", "Cases"})
      QTest::newRow(*section ? section : "closed") << QString::fromLatin1(section);
  }
  void everyControl_hasAnAccessibleName_andTabGoesThroughTheWindow() {
    QFETCH(QString, section);
    WindowFixture f;
    f.addAgent({.name = "Poet",
                .prompt = "For {{team}}.",
                .tools = "[{\"type\":\"function\",\"name\":\"find\",\"parameters\":{}}]",
                .starters = {"Hi"},
                .variables = {{.name = "team"}},
                .cases = {{.name = "rain", .input = "Rain"}}});
    f.open();
    f.page().agent().addParameter("temperature");
    for (auto* button : f.window->findChildren<QToolButton*>())
      if (button->isVisible() && !section.isEmpty() && button->text().startsWith(section)) button->click();
    for (auto* list : f.window->findChildren<QListWidget*>())
      if (list->isVisible()) list->setCurrentRow(0);
    QTest::qWait(50);
    const auto name = [](QWidget* widget) {
      QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
      return spoken ? spoken->text(QAccessible::Name) : QString();
    };
    QStringList nameless, wanted;
    for (auto* widget : f.window->findChildren<QWidget*>()) {
      // A field within another one hands its focus over.
      if (!widget->isVisible() || !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus)) continue;
      if (name(widget).isEmpty()) nameless << QLatin1String(widget->metaObject()->className());
      if (!widget->focusProxy()) wanted << name(widget);
    }
    QCOMPARE(nameless, QStringList());
    for (const auto key : {Qt::Key_Tab, Qt::Key_Backtab}) {
      promptOf(f)->setFocus();
      QStringList reached;
      for (int step = 0; step < 200; ++step) {
        auto* at = QApplication::focusWidget();
        QVERIFY(at);
        if (step > 0 && at == promptOf(f)) break;
        reached << name(at);
        QTest::keyClick(at, key);
      }
      QVERIFY2(QApplication::focusWidget() == promptOf(f), qPrintable(reached.join(QLatin1Char('\n'))));
      for (const auto& one : wanted)
        if (!reached.contains(one))
          QFAIL(qPrintable(QStringLiteral("never reached: ") + one + QStringLiteral(", but: ") +
                           reached.join(QStringLiteral(", "))));
    }
  }
};

QTEST_MAIN(AgentsPageTest)
#include "agents_page_test.moc"
