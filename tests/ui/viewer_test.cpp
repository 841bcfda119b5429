// A viewer's window: whatever is not off is done, and nothing of it may change what the workspace shares.
#include <QAbstractButton>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QToolButton>
#include <QTreeWidget>

#include "tests/ui/sync_parts.h"
#include "tests/ui/versions_steps.h"
#include "ui/pages/editor_pane.h"
#include "ui/pages/knowledge_section.h"
#include "ui/pages/library_pane.h"
#include "ui/pages/versions/versions_pane.h"

using namespace aiagent;
using namespace aiagent::testing;

namespace {

const QString kReason = QStringLiteral("You may look at this workspace, not change it.");

struct Viewer : WindowFixture {
  explicit Viewer(bool mayWrite = false) {
    domain::AgentContent content{.name = "Triage", .prompt = "Sort."};
    content.knowledge = {
        {.name = "notes.md", .mediaType = "text/markdown", .sha256 = std::string(64, 'a'), .bytes = 12}};
    const auto one = addAgent(std::move(content));
    agent = saveAs(*this, one, "Sort them.", "Clearer");
    first = one.headVersion;
    if (!await<domain::Label>([&](auto done) {
          services.versions->moveLabel(agent.id, "production", agent.headVersion, done);
        }))
      qFatal("no label");
    parts.signIn();
    parts.bind();
    open();
    if (!mayWrite) page().setReadOnly(kReason);
    page().go(QString::fromStdString(agent.id.toString()));
    if (!soon([this] { return page().versions().state().head > 0; })) qFatal("never open");
    settle();
  }

  // What the server would be told.
  std::int64_t writes() {
    auto count = services.profile->store().readAndWait<std::int64_t>(
        [](store::Connection& connection) -> base::Result<std::int64_t> {
          store::Query row(connection, "SELECT count(*) FROM sync_pending");
          row.next();
          return row.integer(0);
        });
    return count ? *count : -1;
  }

  ui::EditorPane& editor() { return *page().findChild<ui::EditorPane*>(); }
  ui::VersionsPane& versionsPane() { return *page().findChild<ui::VersionsPane*>(); }
  void showKnowledge() {
    editor().focusField(QStringLiteral("knowledge"));
    auto* list = named<QTreeWidget>(QStringLiteral("Knowledge files"));
    list->setCurrentItem(list->topLevelItem(0));
    QTest::qWait(20);
  }
  void showVersions(int row) {
    if (!page().versions().state().comparison) {
      registry.find(QStringLiteral("agents.versions"))->trigger();
      if (!soon([this] { return page().versions().state().comparison.has_value(); })) qFatal("not opened");
    }
    page().versions().select({page().versions().rows()->row(row).id});
    QTest::qWait(40);
  }

  // Does everything that is not off among what is shown; gives the names of what changed the workspace.
  // Nothing that asks for a file: the dialog would stay.
  QStringList walk(QWidget& pane) {
    QStringList faults;
    const auto judge = [&](const QString& name) {
      QTest::qWait(25);
      if (writes() == before) return;
      before = writes();
      faults << name;
    };
    QList<QPointer<QAbstractButton>> buttons;
    for (auto* button : pane.findChildren<QAbstractButton*>()) buttons << button;
    for (const auto& button : buttons) {
      if (!button || !button->isVisible() || !button->isEnabled()) continue;
      const QString name = button->text().isEmpty() ? button->accessibleName() : button->text();
      // What would stay (a dialog), or take what is walked off the screen (to the versions and back).
      const bool leaves = name.startsWith(QStringLiteral("Back to")) || button->isCheckable();
      if (name.contains(QStringLiteral("a copy")) || name.endsWith(QStringLiteral("…")) || leaves) continue;
      auto* tool = qobject_cast<QToolButton*>(button.data());
      if (auto* menu = tool ? tool->menu() : nullptr) {
        Q_EMIT menu->aboutToShow();
        for (const QPointer<QAction> action : menu->actions()) {
          if (!action || !action->isEnabled() || action->isSeparator() || action->menu()) continue;
          const QString step = name + QStringLiteral(": ") + action->text();
          action->trigger();
          judge(step);
        }
        if (menu) Q_EMIT menu->aboutToHide();
        continue;
      }
      button->click();
      judge(name);
    }
    return faults;
  }
  QStringList walkCommands() {
    QStringList faults;
    for (const auto& command : registry.commands()) {
      if (!command.spec.id.startsWith(QLatin1String("agents.")) || !command.action->isEnabled()) continue;
      command.action->trigger();
      QTest::qWait(25);
      if (writes() != before) faults << command.spec.id;
      before = writes();
    }
    return faults;
  }

  SyncParts parts{services, "viewer"};
  domain::Agent agent;
  domain::VersionId first;
  std::int64_t before = 0;
};

}  // namespace

class ViewerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void viewer_everyButtonOfTheEditor_changesNothing() {
    Viewer v;
    v.showKnowledge();
    type(v, QStringLiteral(" Now."));  // a draft is the person's own
    QTest::qWait(700);
    QCOMPARE(v.walk(v.editor()), QStringList());
    QCOMPARE(v.writes(), 0);
  }

  void viewer_everyButtonOfTheVersions_changesNothing() {
    Viewer v;
    for (const int row : {0, 1}) {
      v.showVersions(row);
      QCOMPARE(v.walk(v.versionsPane()), QStringList());
    }
    QCOMPARE(v.writes(), 0);
  }

  void viewer_everyButtonOfTheLibrary_changesNothing() {
    Viewer v;
    auto* library = v.page().findChild<ui::LibraryPane*>();
    QCOMPARE(v.walk(*library), QStringList());
    QTest::keyClick(library->list(), Qt::Key_Delete);
    QTest::qWait(50);
    QCOMPARE(v.writes(), 0);
  }

  void viewer_everyCommand_changesNothing() {
    Viewer v;
    type(v, QStringLiteral(" Now."));
    QTest::qWait(700);
    QCOMPARE(v.walkCommands(), QStringList());
    v.page().go(QStringLiteral("new"));
    QTest::qWait(50);
    QCOMPARE(v.writes(), 0);
  }

  // The walk would see it.
  void member_theSameWalk_doesChange() {
    Viewer v(true);
    v.showVersions(1);
    QVERIFY(!v.walk(v.versionsPane()).isEmpty());
    QVERIFY(v.writes() > 0);
  }

  void viewer_isToldWhy_whereSomethingIsOff() {
    Viewer v;
    v.showKnowledge();
    for (const auto* name : {"Add files", "Remove the files (Delete)", "Rename the file"}) {
      auto* button = v.named<QToolButton>(QString::fromLatin1(name));
      QVERIFY2(!button->isEnabled(), name);
      QCOMPARE(button->toolTip(), kReason);
    }
    v.showVersions(1);
    auto* restore = buttonOf<QPushButton>(v, QStringLiteral("Restore"));
    QVERIFY(!restore->isEnabled());
    QCOMPARE(restore->toolTip(), kReason);
    QCOMPARE(v.named<QToolButton>(QStringLiteral("Labels"))->toolTip(), kReason);
    const auto* create = v.registry.find(QStringLiteral("agents.new"));
    QVERIFY(!create->isEnabled());
    for (auto* button : v.page().findChildren<QToolButton*>())
      if (button->defaultAction() == create) QCOMPARE(button->toolTip(), kReason);
    // Let in again, all says what it does.
    v.page().setReadOnly({});
    QVERIFY(restore->isEnabled());
    QVERIFY(restore->toolTip().contains(QStringLiteral("new version")));
    QVERIFY(create->isEnabled());
  }

  void viewer_dropsAFile_itIsNotTaken() {
    Viewer v;
    v.showKnowledge();
    auto* section = v.page().findChild<ui::KnowledgeSection*>();
    QVERIFY(!section->acceptDrops());
  }

  // Looking makes no first version where there is none.
  void viewer_looksAtAnAgentWithoutVersions_writesNothing() {
    Viewer v;
    auto made = await<std::vector<domain::AgentId>>(
        [&](auto done) { v.services.agents->importAll({{.name = "Imported", .prompt = "Do."}}, done); });
    QVERIFY(made);
    v.parts.forgetPending();
    v.page().go(QString::fromStdString(made->front().toString()));
    QTRY_COMPARE(v.page().agent().state().id, made->front());
    v.settle();
    v.registry.find(QStringLiteral("agents.versions"))->trigger();
    QTest::qWait(100);
    QCOMPARE(v.writes(), 0);
  }
};

QTEST_MAIN(ViewerTest)
#include "viewer_test.moc"
