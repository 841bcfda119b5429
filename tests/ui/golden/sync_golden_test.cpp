// What sync looks like: the status bar, the inbox, people, and the server's section of the settings.
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include "tests/ui/golden/golden_window.h"
#include "tests/ui/sync_parts.h"
#include "ui/pages/inbox/inbox_page.h"
#include "ui/pages/people/people_page.h"

using namespace aiagent;
using namespace aiagent::testing;
using tests::GoldenWindow;
using Kind = ui::SyncState::Kind;

namespace {

// The window with sync in its status bar and its pages in the rail.
struct SyncWindow : GoldenWindow {
  explicit SyncWindow(ui::Theme& theme, const std::string& role = "admin")
      : GoldenWindow(theme), parts(services, role) {
    sync = {.state = &parts.state,
            .server = &parts.server,
            .service = &parts.sync,
            .account = &parts.account,
            .people = &parts.people,
            .workspaces = &parts.workspaces};
  }
  ~SyncWindow() { window.reset(); }

  ui::InboxPage& inbox() { return *static_cast<ui::InboxPage*>(window->page(QStringLiteral("inbox"))); }
  ui::PeoplePage& people() { return *static_cast<ui::PeoplePage*>(window->page(QStringLiteral("people"))); }
  void connectAndBind() {
    parts.signIn();
    parts.bind();
  }
  domain::Agent addTriage() {
    domain::AgentContent content;
    content.name = "Triage";
    content.description = "Sorts incoming tickets by urgency";
    content.prompt = sampleConflict({}).theirs->content.prompt;
    return addAgent(content);
  }
  void openInbox(QSize size = tests::kLarge) {
    open(QStringLiteral("inbox"), size);
    if (!QTest::qWaitFor([&] {
          const auto& state = inbox().inbox().state();
          return state.loaded && (state.open == 0 || state.detail);
        }))
      qFatal("the inbox never loads");
    // Where the focus is depends on whether the list was there in time.
    if (auto* focus = QApplication::focusWidget()) focus->clearFocus();
    QTest::qWait(80);
  }

  SyncParts parts;
};

}  // namespace

class SyncGoldenTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void cleanupTestCase() {
    if (m_all) QCOMPARE(tests::unusedGoldens(QStringLiteral("sync-")), QStringList());
    m_theme.reset();
  }

  void inbox_ofALibraryThatIsNotShared() {
    SyncWindow f(*m_theme);
    f.openInbox();
    f.shoot(QStringLiteral("sync-inbox-local-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void inbox_empty() {
    SyncWindow f(*m_theme);
    f.connectAndBind();
    f.parts.start();
    f.openInbox();
    f.shootBoth(QStringLiteral("sync-inbox-empty"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void inbox_conflict() {
    SyncWindow f(*m_theme);
    const auto agent = f.addTriage();
    f.connectAndBind();
    f.parts.addItem(sampleKept(store::InboxKind::Rejected, "A name that is much longer than its row is wide",
                               "too_large"));
    f.clock.advance(std::chrono::minutes(50));
    f.parts.addItem(sampleKept(store::InboxKind::Recovered, "Poet", "deleted_there"));
    f.clock.advance(std::chrono::minutes(12));
    f.parts.addItem(sampleConflict(agent));
    f.parts.start();
    f.openInbox();
    QVERIFY(QTest::qWaitFor([&] { return !f.inbox().inbox().rows()->row(0).who.isEmpty(); }));
    QTest::qWait(80);
    f.shootBoth(QStringLiteral("sync-inbox-conflict"));
    f.shootSizes(QStringLiteral("sync-inbox-conflict"), true);
    f.named<QPlainTextEdit>(QStringLiteral("Prompt: proposed merge"))
        ->setPlainText(QStringLiteral("Sort the tickets, with a number and a reason."));
    f.shoot(QStringLiteral("sync-inbox-edited-light"));
    f.inbox().inbox().select(f.inbox().inbox().rows()->row(1).id);
    QTest::qWait(80);
    f.shoot(QStringLiteral("sync-inbox-recovered-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  // Of an item that is let go: what is written to an agent would be on its way to the server.
  void inbox_decided_canBeUndone() {
    SyncWindow f(*m_theme);
    f.connectAndBind();
    f.parts.addItem(sampleKept(store::InboxKind::Recovered, "Poet", "deleted_there"));
    f.clock.advance(std::chrono::minutes(12));
    f.parts.addItem(sampleKept(store::InboxKind::Rejected, "Critic", "forbidden"));
    f.parts.start();
    f.openInbox();
    f.inbox().inbox().decide(ui::InboxDecision::LetGo);
    QVERIFY(QTest::qWaitFor([&] {
      const auto& state = f.inbox().inbox().state();
      return state.open == 1 && state.detail && f.parts.state.state().kind == Kind::UpToDate;
    }));
    bool written = false;
    f.inbox().flush([&] { written = true; });
    QVERIFY(QTest::qWaitFor([&] { return written; }));
    if (auto* focus = QApplication::focusWidget()) focus->clearFocus();
    QTest::qWait(80);
    f.shootBoth(QStringLiteral("sync-inbox-decided"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void inbox_lost_asAViewer() {
    SyncWindow f(*m_theme, "viewer");
    f.connectAndBind();
    for (const auto* name : {"Poet", "Critic", "Proofreader"}) {
      auto item = sampleKept(store::InboxKind::Lost, name, "restore");
      item.base.reset();
      item.agent = f.services.profile->ids().make<domain::AgentId>();
      f.parts.addItem(item);
    }
    f.parts.start();
    f.openInbox();
    f.shoot(QStringLiteral("sync-inbox-lost-viewer-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void statusBar_lateEdits_andRefusedSignIn() {
    SyncWindow f(*m_theme);
    f.connectAndBind();
    f.addTriage();
    f.clock.advance(std::chrono::minutes(13));
    f.parts.start(Kind::Sending);
    f.open(QStringLiteral("agents"));
    f.shootBoth(QStringLiteral("sync-late"));
    f.parts.sync.stop();
    f.parts.answers["POST /v1/rpc/sync_pull"] =
        jsonAnswer(401, R"({"error":"device_revoked","message":"Signed out."})");
    f.parts.answers["POST /v1/auth/refresh"] = f.parts.answers["POST /v1/rpc/sync_pull"];
    f.parts.start(Kind::SignIn);
    QTest::qWait(80);
    f.shoot(QStringLiteral("sync-sign-in-again-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void statusBar_editsOfAnotherWorkspace_andTheQuestionBeforeSigningOut() {
    SyncWindow f(*m_theme);
    f.connectAndBind();
    f.parts.start();
    f.parts.addLibrary(kPersonal, 3);
    f.clock.advance(std::chrono::minutes(12));
    f.parts.readOthers();
    f.open(QStringLiteral("agents"));
    f.shootBoth(QStringLiteral("sync-elsewhere"));
    f.shootSizes(QStringLiteral("sync-elsewhere"), true);
    f.open(QStringLiteral("settings"), tests::kLarge, QStringLiteral("server"));
    QVERIFY(QTest::qWaitFor([&] { return f.parts.server.state().devicesLoaded; }));
    QTest::qWait(80);
    f.button<QPushButton>(QStringLiteral("Sign Out…"))->click();
    QTest::qWait(80);
    f.shoot(QStringLiteral("sync-server-leaving-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void viewer_cannotSaveDeleteOrImport_andIsToldWhy() {
    SyncWindow f(*m_theme, "viewer");
    f.connectAndBind();
    f.addTriage();
    f.parts.forgetPending();
    f.parts.start();
    f.open(QStringLiteral("agents"));
    f.agents().agent().setName(QStringLiteral("Triage of tickets"));
    QVERIFY(QTest::qWaitFor([&] {
      return f.agents().agent().state().draft &&
             f.agents().agent().state().keeping != ui::AgentState::Keeping::Pending;
    }));
    QTest::qWait(400);
    for (const auto* id : {"agents.new", "agents.delete", "agents.save"})
      QVERIFY2(!f.registry.find(QLatin1String(id))->isEnabled(), id);
    auto* save = f.button<QPushButton>(QStringLiteral("Save"));
    QVERIFY(!save->isEnabled() && save->toolTip().contains(QStringLiteral("not change it")));
    f.shoot(QStringLiteral("sync-viewer-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void people_asAdministrator() {
    SyncWindow f(*m_theme);
    f.connectAndBind();
    f.parts.answers["POST /v1/workspaces/" + kTeam + "/invites"] = SyncParts::invitation();
    f.parts.start();
    f.open(QStringLiteral("people"));
    const auto ready = [&] {
      const auto& state = f.people().people().state();
      return state.devicesLoaded && !state.audit.empty();
    };
    QVERIFY(QTest::qWaitFor(ready));
    f.people().people().select(kBob);
    QVERIFY(QTest::qWaitFor(ready));
    QTest::qWait(80);
    f.shootBoth(QStringLiteral("sync-people-admin"));
    f.shootSizes(QStringLiteral("sync-people-admin"), true);
    f.button<QPushButton>(QStringLiteral("Suspend…"))->click();
    f.shoot(QStringLiteral("sync-people-asked-light"));
    f.button<QPushButton>(QStringLiteral("Leave It"))->click();
    f.button<QPushButton>(QStringLiteral("Invite…"))->click();
    f.named<QLineEdit>(QStringLiteral("Address"))->setText(QStringLiteral("eva@example.org"));
    QTest::qWait(50);
    f.shoot(QStringLiteral("sync-people-inviting-light"));
    f.button<QPushButton>(QStringLiteral("Make Invitation"))->click();
    QVERIFY(QTest::qWaitFor([&] { return f.people().people().state().invitation != nullptr; }));
    QTest::qWait(150);
    f.shoot(QStringLiteral("sync-people-invited-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void people_asViewer_andOffline_andNotConnected() {
    {
      SyncWindow f(*m_theme);
      f.open(QStringLiteral("people"));
      f.shoot(QStringLiteral("sync-people-local-light"));
      QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
    }
    SyncWindow f(*m_theme, "viewer");
    f.connectAndBind();
    f.parts.start();
    f.open(QStringLiteral("people"));
    QVERIFY(QTest::qWaitFor([&] { return f.people().people().state().devicesLoaded; }));
    QTest::qWait(80);
    f.shoot(QStringLiteral("sync-people-viewer-light"));
    f.parts.answers["GET /v1/workspaces/" + kTeam + "/members"] =
        failure(base::ErrorCode::ConnectionFailed, "agents.example.com");
    f.people().people().load();
    QVERIFY(QTest::qWaitFor(
        [&] { return f.people().people().state().access == ui::PeopleState::Access::Failed; }));
    QTest::qWait(80);
    f.shoot(QStringLiteral("sync-people-offline-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void server_notConnected_refused_connected() {
    SyncWindow f(*m_theme);
    f.open(QStringLiteral("settings"), tests::kLarge, QStringLiteral("server"));
    f.shootBoth(QStringLiteral("sync-server-off"));
    f.parts.answers["POST /v1/auth/exchange"] =
        jsonAnswer(401, R"({"error":"code_expired","message":"Old."})");
    f.parts.server.setAddress(QStringLiteral("https://agents.example.com"));
    f.parts.server.setCode(QStringLiteral("K7TQ-9F3C-22MX"));
    f.parts.server.signIn();
    QVERIFY(QTest::qWaitFor([&] { return f.parts.server.state().signInError.has_value(); }));
    QTest::qWait(50);
    f.shoot(QStringLiteral("sync-server-refused-light"));
    f.parts.answers.clear();
    f.connectAndBind();
    f.parts.start();
    f.parts.server.load();
    QVERIFY(QTest::qWaitFor([&] { return f.parts.server.state().devicesLoaded; }));
    QTest::qWait(80);
    f.shootBoth(QStringLiteral("sync-server-on"));
    f.shootSizes(QStringLiteral("sync-server-on"), true);
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

 private:
  bool m_all = QCoreApplication::arguments().size() == 1;
  std::unique_ptr<ui::Theme> m_theme;
};

AIAGENT_GOLDEN_MAIN(SyncGoldenTest)
#include "sync_golden_test.moc"
