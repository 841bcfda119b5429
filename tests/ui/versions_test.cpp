// Versions, saving and merging as a person uses them: real keys and clicks on the real window.
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QSignalSpy>
#include <QToolButton>

#include "tests/ui/golden/golden.h"
#include "tests/ui/golden/pseudo_locale.h"
#include "tests/ui/versions_steps.h"
#include "ui/widgets/controls/message_strip.h"
#include "ui/widgets/controls/parts.h"

using namespace aiagent;
using namespace aiagent::testing;

class VersionsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void cleanup() { m_theme.reset(); }

  void versions_openByKey_showWhatChanged_andEscGoesBack() {
    WindowFixture f;
    const auto one = f.addAgent({.name = "Poet", .prompt = "Rhyme well.\n"});
    saveAs(f, one, "Rhyme badly.\n", "Worse on purpose");
    f.open();
    promptOf(f)->setFocus();
    openVersions(f);
    auto* list = listOf(f);
    QVERIFY(list->hasFocus());
    QCOMPARE(list->model()->rowCount(), 2);
    QVERIFY(list->model()->index(0, 0).data().toString().contains(QStringLiteral("Worse on purpose")));
    QVERIFY(diffOf(f)->markedText().contains(QStringLiteral("- Rhyme well.\n+ Rhyme badly.\n")));
    QTest::keyClick(list, Qt::Key_Down);
    QVERIFY(soon([&] { return diffOf(f)->markedText().contains(QStringLiteral("+ Rhyme well.")); }));
    QTest::keyClick(list, Qt::Key_Up, Qt::ShiftModifier);
    QVERIFY(soon([&] { return f.page().versions().state().selected.size() == 2; }));
    QVERIFY(soon(
        [&] { return diffOf(f)->markedText().contains(QStringLiteral("- Rhyme well.\n+ Rhyme badly.\n")); }));
    QTest::keyClick(list, Qt::Key_Escape);
    QVERIFY(promptOf(f)->hasFocus());
  }

  void openingAnImportedAgent_writesNothing_lookingMakesItsFirst() {
    WindowFixture f;
    domain::AgentContent content;
    content.name = "Poet";
    content.prompt = "Rhyme.";
    const auto id = await<std::vector<domain::AgentId>>([&](auto done) {
                      f.services.agents->importAll({content}, done);
                    })->front();
    const auto kept = [&] {
      return await<services::AgentHistory>([&](auto done) { f.services.versions->historySoFar(id, done); })
          ->versions.size();
    };
    std::vector<store::Change> changes;
    QObject::connect(f.services.profile.get(), &services::Profile::changed, f.services.profile.get(),
                     [&](const std::vector<store::Change>& told) {
                       for (const auto& change : told)
                         if (change.kind != store::RecordKind::Setting) changes.push_back(change);
                     });
    f.open();
    QVERIFY(soon([&] { return f.page().versions().state().loaded; }));
    QTest::qWait(300);
    QVERIFY(changes.empty());
    QCOMPARE(kept(), 0u);
    QVERIFY(buttonOf<QToolButton>(f, QStringLiteral("v1")));
    type(f, QStringLiteral(" Always."));
    QVERIFY(soon([&] { return f.draftOf(id).has_value(); }));
    QCOMPARE(kept(), 0u);
    openVersions(f);
    QVERIFY(soon([&] { return listOf(f)->model()->rowCount() == 2; }));
    QCOMPARE(kept(), 1u);
    QVERIFY(diffOf(f)->markedText().contains(QStringLiteral("- Rhyme.\n+ Rhyme. Always.\n")));
  }

  void draft_isTheFirstRow() {
    WindowFixture f;
    f.addAgent({.name = "Poet", .prompt = "Rhyme."});
    f.open();
    type(f, QStringLiteral(" Always."));
    openVersions(f);
    QCOMPARE(listOf(f)->model()->rowCount(), 2);
    QVERIFY(diffOf(f)->markedText().contains(QStringLiteral("- Rhyme.\n+ Rhyme. Always.\n")));
    QVERIFY(!buttonOf<QPushButton>(f, QStringLiteral("Restore"))->isEnabled());
  }

  void restore_isANewVersion_andTheDraftComesBack() {
    WindowFixture f;
    const auto one = f.addAgent({.name = "Poet", .prompt = "one"});
    saveAs(f, one, "two");
    f.open();
    type(f, QStringLiteral(" typed"));
    openVersions(f);
    QTest::keyClick(listOf(f), Qt::Key_End);
    press(f, QStringLiteral("Restore"));
    QVERIFY(soon([&] { return f.page().agent().savedAgent().content.prompt == "one"; }));
    QVERIFY(soon([&] { return f.page().versions().state().head == 3; }));
    QCOMPARE(historyOf(f, one.id).versions[0].message, std::string("Restored v1"));
    QVERIFY(f.draftOf(one.id));  // what was typed outlives a crash now
    press(f, QStringLiteral("Bring It Back"));
    QCOMPARE(f.page().agent().state().content.prompt, std::string("two typed"));
    QVERIFY(!f.page().agent().state().changedElsewhere);
    f.page().agent().save();
    QVERIFY(soon([&] { return f.page().agent().savedAgent().content.prompt == "two typed"; }));
  }

  void draftSetAside_givenUp_isGone() {
    WindowFixture f;
    const auto one = f.addAgent({.name = "Poet", .prompt = "one"});
    saveAs(f, one, "two");
    f.open();
    type(f, QStringLiteral(" typed"));
    openVersions(f);
    QTest::keyClick(listOf(f), Qt::Key_End);
    press(f, QStringLiteral("Restore"));
    QVERIFY(soon([&] { return f.page().agent().savedAgent().content.prompt == "one"; }));
    f.page().agent().clearError();
    QVERIFY(soon([&] { return !f.draftOf(one.id).has_value(); }));
    QCOMPARE(promptOf(f)->toPlainText(), QStringLiteral("one"));
  }

  void saveWithAMessage_byKeys() {
    WindowFixture f;
    const auto agent = f.addAgent({.name = "Poet", .prompt = "Rhyme."});
    f.open();
    type(f, QStringLiteral(" Always."));
    QTest::keyClick(promptOf(f), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    auto* message = f.named<QLineEdit>(QStringLiteral("Message of the version"));
    QVERIFY(message->hasFocus());
    QTest::keyClick(message, Qt::Key_Escape);
    QVERIFY(!message->isVisible());
    QTest::keyClick(promptOf(f), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(message, QStringLiteral("Verse only"));
    QTest::keyClick(message, Qt::Key_Return);
    QVERIFY(soon([&] { return !f.page().agent().state().draft; }));
    QVERIFY(!message->isVisible());
    QCOMPARE(historyOf(f, agent.id).versions[0].message, std::string("Verse only"));
    QVERIFY(soon([&] { return buttonOf<QToolButton>(f, QStringLiteral("v2")) != nullptr; }));
  }

  void savedElsewhere_merge_keepsBoth() {
    WindowFixture f;
    const auto agent = f.addAgent({.name = "Poet", .prompt = "First line.\nMiddle.\nLast line.\n"});
    f.open();
    type(f, QStringLiteral("Mine."));
    QVERIFY(soon([&] { return f.draftOf(agent.id).has_value(); }));
    saveAs(f, agent, "Their first line.\nMiddle.\nLast line.\n");
    QVERIFY(soon([&] { return f.page().agent().state().changedElsewhere; }));
    press(f, QStringLiteral("Merge"));
    const std::string both = "Their first line.\nMiddle.\nLast line.\nMine.";
    QVERIFY(soon([&] { return f.page().agent().state().content.prompt == both; }));
    QVERIFY(!f.page().agent().state().changedElsewhere);
    QVERIFY(soon([&] {
      return diffOf(f)->isVisible() && diffOf(f)->markedText().contains(QStringLiteral("+ Mine."));
    }));
    press(f, QStringLiteral("Undo"));
    QVERIFY(f.page().agent().state().changedElsewhere);
    press(f, QStringLiteral("Merge"));
    QVERIFY(soon([&] { return f.page().agent().state().content.prompt == both; }));
    f.page().agent().save();
    QVERIFY(soon([&] { return f.page().agent().savedAgent().content.prompt == both; }));
  }

  void mergeOfADraft_afterAnotherStart_stillKnowsItsBase() {
    WindowFixture f;
    const auto agent = f.addAgent({.name = "Poet", .prompt = "First.\nMiddle.\nLast.\n"});
    domain::AgentDraft draft{.agent = agent.id, .content = agent.content, .baseRevision = agent.revision};
    draft.baseVersion = agent.headVersion;
    draft.content.prompt += "Mine.\n";
    auto theirs = agent.content;
    theirs.prompt = "Theirs.\nMiddle.\nLast.\n";
    QVERIFY(await<domain::Agent>([&](auto done) {
              f.services.agents->update(agent.id, theirs, agent.revision, done);
            }).ok());
    QVERIFY(await<void>([&](auto done) { f.services.agents->saveDraft(draft, done); }).ok());
    f.open();
    QVERIFY(soon([&] { return f.page().agent().state().changedElsewhere; }));
    press(f, QStringLiteral("Merge"));
    QVERIFY(
        soon([&] { return f.page().agent().state().content.prompt == "Theirs.\nMiddle.\nLast.\nMine.\n"; }));
  }

  void conflict_isSettledFieldByField() {
    WindowFixture f;
    auto agent = f.addAgent({.name = "Poet", .description = "old", .prompt = "One line.\n", .model = "a"});
    f.open();
    f.page().agent().setPrompt(QStringLiteral("My line.\n"));
    f.page().agent().setModel(QStringLiteral("mine"));
    f.page().agent().setDescription(QStringLiteral("mine"));
    QVERIFY(soon([&] { return f.draftOf(agent.id).has_value(); }));
    agent.content.model = "theirs";
    agent.content.description = "theirs";
    saveAs(f, agent, "Their line.\n");
    QVERIFY(soon([&] { return f.page().agent().state().changedElsewhere; }));
    press(f, QStringLiteral("Merge"));
    QVERIFY(soon([&] { return f.page().versions().state().merge.has_value(); }));
    auto* finish = buttonOf<QPushButton>(f, QStringLiteral("Finish Merge"));
    QVERIFY(finish && !finish->isEnabled());
    QTest::keyClick(f.named<QRadioButton>(QStringLiteral("Model: mine")), Qt::Key_Space);
    QTest::keyClick(f.named<QRadioButton>(QStringLiteral("Description: theirs")), Qt::Key_Space);
    QVERIFY(!finish->isEnabled());
    QTest::keyClick(f.named<QRadioButton>(QStringLiteral("Prompt: write it")), Qt::Key_Space);
    auto* own = f.named<QPlainTextEdit>(QStringLiteral("Prompt, as it shall be"));
    QVERIFY(own->isVisible());
    own->selectAll();
    QTest::keyClicks(own, QStringLiteral("Our line."));
    QVERIFY(finish->isEnabled());
    QTest::keyClick(finish, Qt::Key_Space);
    const auto& content = f.page().agent().state().content;
    QCOMPARE(content.prompt, std::string("Our line."));
    QCOMPARE(content.model, std::string("mine"));
    QCOMPARE(content.description, std::string("theirs"));
    QVERIFY(!f.page().agent().state().changedElsewhere);
  }

  void branch_isOffered_andEndsWithTheMerge() {
    WindowFixture f;
    const auto one = f.addAgent({.name = "Poet", .prompt = "First.\nMiddle.\nLast.\n"});
    saveAs(f, one, "First.\nMiddle.\nMine.\n");
    const auto branch = addBranch(f, one, "Theirs.\nMiddle.\nLast.\n");
    f.open();
    openVersions(f);
    press(f, QStringLiteral("Compare"));
    QVERIFY(soon([&] { return f.page().versions().state().selected.size() == 2; }));
    press(f, QStringLiteral("Merge"));
    QVERIFY(soon([&] { return f.page().agent().state().content.prompt == "Theirs.\nMiddle.\nMine.\n"; }));
    QCOMPARE(f.page().agent().state().mergedWith, branch.id);
    QTest::keyClick(listOf(f), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(soon([&] { return !f.page().agent().state().draft; }));
    const auto history = historyOf(f, one.id);
    QVERIFY(history.branches.empty());
    QCOMPARE(history.versions[0].parents.size(), 2u);
    QCOMPARE(history.versions[0].parents[1], branch.id);
  }

  void branch_waitsUntilWhatWasSavedElsewhereIsSettled() {
    WindowFixture f;
    const auto one = f.addAgent({.name = "Poet", .prompt = "First.\nMiddle.\nLast.\n"});
    const auto two = saveAs(f, one, "First.\nMiddle.\nMine.\n");
    addBranch(f, one, "Theirs.\nMiddle.\nLast.\n");
    f.open();
    type(f, QStringLiteral("More."));
    QVERIFY(soon([&] { return f.draftOf(one.id).has_value(); }));
    saveAs(f, two, "First.\nElsewhere.\nMine.\n");
    QVERIFY(soon([&] { return f.page().agent().state().changedElsewhere; }));
    openVersions(f);
    QCOMPARE(countOf<QPushButton>(f, QStringLiteral("Merge")), 1);
    press(f, QStringLiteral("Keep Mine"));
    QVERIFY(soon([&] { return buttonOf<QPushButton>(f, QStringLiteral("Compare")) != nullptr; }));
    QCOMPARE(countOf<QPushButton>(f, QStringLiteral("Merge")), 1);
  }

  void sharedLibrary_saysWhoSavedLast_andWhen() {
    WindowFixture f;
    f.services.versions->setAuthor("Ann");
    const auto one = f.addAgent({.name = "Poet", .prompt = "Rhyme well.\n"});
    const auto two = saveAs(f, one, "Rhyme badly.\n");  // by Ada
    f.open();
    QVERIFY(soon([&] { return f.page().versions().state().last.has_value(); }));
    const auto says = [&](const QString& words) {
      for (const auto* label : f.window->findChildren<ui::MetaLabel*>())
        if (label->isVisible() && label->text() == words) return true;
      return false;
    };
    QVERIFY(!says(QStringLiteral("Changed by Ada, just now")));  // a library of one's own says nothing
    f.page().setShared(true);
    QVERIFY(says(QStringLiteral("Changed by Ada, just now")));
    f.services.versions->setAuthor("Ada");
    saveAs(f, two, "Rhyme.\n");
    QVERIFY(soon([&] { return says(QStringLiteral("Changed by you, just now")); }));
  }

  void label_isPutMovedAndTakenBack() {
    WindowFixture f;
    const auto one = f.addAgent({.name = "Poet", .prompt = "one"});
    saveAs(f, one, "two");
    f.open();
    openVersions(f);
    auto* labels = f.named<QToolButton>(QStringLiteral("Labels"));
    const auto choose = [&](const QString& text) {
      Q_EMIT labels->menu()->aboutToShow();
      for (auto* action : labels->menu()->actions())
        if (action->text() == text) return action->trigger();
      qFatal("the menu has no %s", qPrintable(text));
    };
    const auto labelled = [&](const std::string& name) {
      for (const auto& label : f.page().versions().state().labels)
        if (label.name == name) return label.version;
      return domain::VersionId{};
    };
    choose(QStringLiteral("production"));
    QVERIFY(soon([&] { return !labelled("production").isNull(); }));
    const auto head = labelled("production");
    QTest::keyClick(listOf(f), Qt::Key_End);
    choose(QStringLiteral("production"));
    QVERIFY(soon([&] { return labelled("production") == one.headVersion; }));
    QVERIFY(soon([&] { return buttonOf<QPushButton>(f, QStringLiteral("Undo")) != nullptr; }));
    press(f, QStringLiteral("Undo"));
    QVERIFY(soon([&] { return labelled("production") == head; }));
    choose(QStringLiteral("Another label…"));
    auto* name = f.named<QLineEdit>(QStringLiteral("Name of the label"));
    QVERIFY(name->hasFocus());
    QTest::keyClicks(name, QStringLiteral("spring"));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(soon([&] { return labelled("spring") == one.headVersion; }));
    f.page().versions().showMoves(true);
    QVERIFY(soon([&] { return f.page().versions().state().moves.has_value(); }));
    QCOMPARE(f.page().versions().state().moves->size(), 4u);
    QVERIFY((*f.page().versions().state().moves)[0].contains(QStringLiteral("spring")));
  }

  void pictures_data() {
    QTest::addColumn<int>("theme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    QTest::newRow("light") << int(ui::ThemeChoice::Light) << QSize(1440, 900) << 100;
    QTest::newRow("dark") << int(ui::ThemeChoice::Dark) << QSize(1440, 900) << 100;
    QTest::newRow("narrow") << int(ui::ThemeChoice::Light) << QSize(760, 700) << 100;
    QTest::newRow("contrast") << int(ui::ThemeChoice::HighContrast) << QSize(1024, 700) << 100;
    QTest::newRow("double") << int(ui::ThemeChoice::Light) << QSize(1440, 900) << 200;
  }
  void pictures() {
    QFETCH(int, theme);
    QFETCH(QSize, size);
    QFETCH(int, percent);
    m_theme->apply(ui::ThemeChoice(theme), percent);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    WindowFixture f;
    auto one = f.addAgent({.name = "Triage", .prompt = kLong, .model = "gpt-5"});
    const auto two = saveAs(f, one, replaced(kLong, "twelve", "twenty"),
                            "Longer reasons, because the people of the second line asked for them again and "
                            "again, and nobody could tell why a ticket was urgent");
    auto changed = two;
    changed.content.parameters.set("temperature", 0.2);
    changed.content.tags = {"support"};
    changed.content.tools =
        R"([{"type":"function","name":"find_order","description":"Finds.","parameters":{"type":"object","properties":{"id":{"type":"string"}},"required":["id"]}}])";
    const auto three = saveAs(f, changed, replaced(two.content.prompt, "- Be kind.\n", ""), "Tools");
    addBranch(f, one, replaced(kLong, "- Be brief.", "- Be very brief."));
    QVERIFY(await<domain::Label>([&](auto done) {
              f.services.versions->moveLabel(one.id, "production", two.headVersion, done);
            }).ok());
    f.open(size);
    QVERIFY(soon([&] { return f.page().versions().state().head > 0; }));
    type(f, QStringLiteral("Use {{taem}}. # key sk-proj-abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH"));
    QVERIFY(soon([&] { return !f.page().lint().findings().empty(); }));
    QTest::keyClick(promptOf(f), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::qWait(150);
    f.picture(QStringLiteral("lint-") + name);
    QCOMPARE(tests::clippedTexts(*f.window), QStringList());
    openVersions(f);
    QTest::keyClick(listOf(f), Qt::Key_Down);
    QTest::qWait(150);
    f.picture(QStringLiteral("versions-") + name);
    QCOMPARE(tests::clippedTexts(*f.window), QStringList());
    QTest::keyClick(listOf(f), Qt::Key_Down);
    QTest::keyClick(listOf(f), Qt::Key_Down);
    QTest::qWait(150);
    f.picture(QStringLiteral("message-") + name);
    f.page().agent().setPrompt(format::text(replaced(three.content.prompt, "plain words.", "short words.")));
    QVERIFY(soon([&] { return f.page().agent().state().keeping == ui::AgentState::Keeping::Kept; }));
    saveAs(f, three, replaced(three.content.prompt, "plain words.", "simple words."));
    QVERIFY(soon([&] { return f.page().agent().state().changedElsewhere; }));
    QTest::qWait(100);
    f.picture(QStringLiteral("elsewhere-") + name);
    QCOMPARE(tests::clippedTexts(*f.window), QStringList());
    f.page().versions().mergeElsewhere();
    QVERIFY(soon([&] { return f.page().versions().state().merge.has_value(); }));
    QTest::qWait(100);
    f.picture(QStringLiteral("conflict-") + name);
    QCOMPARE(tests::clippedTexts(*f.window), QStringList());
  }

 private:
  std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(VersionsTest)
#include "versions_test.moc"
