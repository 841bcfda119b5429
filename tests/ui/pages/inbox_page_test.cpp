#include <QClipboard>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

#include "tests/ui/pages/page_fixture.h"
#include "tests/ui/sync_parts.h"
#include "ui/pages/inbox/inbox_page.h"

using namespace aiagent;
using namespace aiagent::testing;
using Kind = ui::SyncState::Kind;

namespace {

domain::AgentContent triage() {
  domain::AgentContent content;
  content.name = "Triage";
  content.prompt =
      "You sort incoming support tickets for the team.\nAnswer with the urgency as a number from 1 to 5.\n"
      "Be polite.";
  return content;
}

struct Inbox : PageFixture {
  explicit Inbox(const std::string& role = "member") : parts(services, role) {}

  domain::Agent add(domain::AgentContent content) {
    auto agent = await<domain::Agent>([&](auto done) { services.agents->create(std::move(content), done); });
    if (!agent) qFatal("no agent");
    return *agent;
  }
  void addPoetAndCritic(store::InboxKind kind, const std::string& reason) {
    for (const auto* name : {"Poet", "Critic"}) {
      auto item = sampleKept(kind, name, reason);
      item.agent = services.profile->ids().make<domain::AgentId>();
      parts.addItem(item);
    }
  }
  void connectAndBind() {
    parts.signIn();
    parts.bind();
  }
  ui::InboxPage& open() {
    parts.start();
    auto& shown = PageFixture::show(new ui::InboxPage(
        {*services.profile, parts.sync, *services.agents, parts.account, &parts.people, parts.state}));
    if (!QTest::qWaitFor([&] {
          const auto& state = shown.inbox().state();
          return state.loaded && (state.open == 0 || state.detail);
        }))
      qFatal("the inbox never loads");
    QTest::qWait(30);
    return shown;
  }
  std::string promptOf(const domain::AgentId& id) {
    auto found = await<services::AgentWithDraft>([&](auto done) { services.agents->load(id, done); });
    return found ? found->agent.content.prompt : "(gone)";
  }
  void settle(ui::InboxPage& page) {
    bool done = false;
    page.flush([&] { done = true; });
    QVERIFY(QTest::qWaitFor([&] { return done; }));
  }

  SyncParts parts;
};

}  // namespace

class InboxPageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void library_ofThisComputerAlone_saysSo_andLeadsToTheServer() {
    Inbox f;
    auto& page = f.show(new ui::InboxPage({*f.services.profile, f.parts.sync, *f.services.agents,
                                           f.parts.account, &f.parts.people, f.parts.state}));
    QVERIFY(QTest::qWaitFor([&] { return page.inbox().state().loaded; }));
    QVERIFY(f.shows(QStringLiteral("On this computer only")));
    QSignalSpy asked(&page, &ui::Page::pageRequested);
    f.button<QPushButton>(QStringLiteral("Sign In at a Server…"))->click();
    QCOMPARE(asked.at(0).at(0).toString(), QStringLiteral("settings"));
    QCOMPARE(asked.at(0).at(1).toString(), QStringLiteral("server"));
  }

  void status_saysWhoWhereAndWhen_andCopiesNoSecrets() {
    Inbox f;
    f.connectAndBind();
    f.open();
    QVERIFY(f.shows(QStringLiteral("Up to date")));
    QVERIFY(f.shows(QStringLiteral("Support team at https://agents.example.com")));
    QVERIFY(f.shows(QStringLiteral("ann@example.org as Member")));
    f.button<QPushButton>(QStringLiteral("Copy Diagnostics"))->click();
    const auto copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(QStringLiteral("state: up_to_date")));
    QVERIFY(!copied.contains(QStringLiteral("a1")) || !copied.contains(QStringLiteral("r1\n")));
  }

  void conflict_takeMine_isWrittenAtOnce() {
    Inbox f;
    const auto agent = f.add(triage());
    f.connectAndBind();
    f.parts.addItem(sampleConflict(agent));
    auto& page = f.open();
    QVERIFY(f.shows(QStringLiteral("You and somebody else changed the same words.")));
    f.button<QPushButton>(QStringLiteral("Take Mine"))->click();
    QCOMPARE(page.inbox().state().open, 0);
    QTRY_VERIFY(f.promptOf(agent.id).find("and a reason") != std::string::npos);
    QVERIFY(QTest::qWaitFor([&] { return f.parts.state.state().conflicts == 0; }));
  }

  // The same words as `inbox resolve --take mine`: what did not clash is merged.
  void conflict_takeMine_isWhatTheCommandLineMeans() {
    Inbox f;
    const auto agent = f.add(triage());
    f.connectAndBind();
    const auto item = sampleConflict(agent);
    const auto meant = services::contentFor(item, services::InboxTake::Mine, agent.content);
    QVERIFY(meant);
    f.parts.addItem(item);
    auto& page = f.open();
    f.button<QPushButton>(QStringLiteral("Take Mine"))->click();
    f.settle(page);
    QCOMPARE(f.promptOf(agent.id), meant->prompt);
    QVERIFY(meant->prompt.find("incoming") != std::string::npos);      // theirs, elsewhere in the text
    QVERIFY(meant->prompt.find("and a reason") != std::string::npos);  // mine, where they clash
  }

  // The same words as `inbox resolve --take theirs`: what I changed elsewhere stays, and what was written
  // since.
  void conflict_takeTheirs_isWhatTheCommandLineMeans() {
    Inbox f;
    auto content = triage();
    content.prompt =
        "You sort incoming support tickets for the team.\nAnswer in one letter.\nBe very polite.";
    const auto agent = f.add(content);
    f.connectAndBind();
    const auto item = sampleConflict(agent);
    const auto meant = services::contentFor(item, services::InboxTake::Theirs, agent.content);
    QVERIFY(meant);
    f.parts.addItem(item);
    auto& page = f.open();
    f.button<QPushButton>(QStringLiteral("Take Theirs"))->click();
    f.settle(page);
    QCOMPARE(f.promptOf(agent.id), meant->prompt);
    QVERIFY(meant->prompt.find("as a number from 1 to 5") != std::string::npos);  // theirs, where they clash
    QVERIFY(meant->prompt.find("Be very polite.") != std::string::npos);          // since, elsewhere
  }

  void conflict_undo_bringsItBack_andTheTextAsItWas() {
    Inbox f;
    const auto agent = f.add(triage());
    f.connectAndBind();
    f.parts.addItem(sampleConflict(agent));
    auto& page = f.open();
    f.button<QPushButton>(QStringLiteral("Take Mine"))->click();
    f.button<QPushButton>(QStringLiteral("Undo"))->click();
    QVERIFY(QTest::qWaitFor([&] { return page.inbox().state().open == 1 && page.inbox().state().detail; }));
    f.settle(page);
    QVERIFY(f.promptOf(agent.id).find("number") != std::string::npos);
  }

  void conflict_undoAfterItWasWritten_takesTheTextBack() {
    Inbox f;
    const auto agent = f.add(triage());
    f.connectAndBind();
    f.parts.addItem(sampleConflict(agent));
    auto& page = f.open();
    f.button<QPushButton>(QStringLiteral("Take Mine"))->click();
    f.settle(page);
    QVERIFY(f.promptOf(agent.id).find("and a reason") != std::string::npos);
    f.button<QPushButton>(QStringLiteral("Undo"))->click();
    QTRY_VERIFY(page.inbox().state().open == 1 && page.inbox().state().detail);
    QCOMPARE(f.promptOf(agent.id), triage().prompt);
    QCOMPARE(page.inbox().state().decided, QString());
  }

  void conflict_undoAfterAnotherEdit_leavesThatAlone_andSaysSo() {
    Inbox f;
    const auto agent = f.add(triage());
    f.connectAndBind();
    f.parts.addItem(sampleConflict(agent));
    auto& page = f.open();
    f.button<QPushButton>(QStringLiteral("Take Mine"))->click();
    f.settle(page);
    auto found = await<services::AgentWithDraft>([&](auto done) { f.services.agents->load(agent.id, done); });
    auto edited = found->agent.content;
    edited.prompt += "\nAnd be brief.";
    QVERIFY(await<domain::Agent>([&](auto done) {
              f.services.agents->update(agent.id, edited, found->agent.revision, done);
            }).ok());
    f.button<QPushButton>(QStringLiteral("Undo"))->click();
    QTRY_VERIFY(page.inbox().state().error.has_value());
    QCOMPARE(f.promptOf(agent.id), edited.prompt);
    QCOMPARE(page.inbox().state().open, 0);
  }

  void twoDecisions_oneAfterTheOther_undoTakesBackTheSecondAlone() {
    Inbox f;
    f.connectAndBind();
    f.addPoetAndCritic(store::InboxKind::Recovered, "deleted_there");
    auto& page = f.open();
    QCOMPARE(page.inbox().state().open, 2);
    const auto second = page.inbox().state().detail->item.name == "Poet" ? "Critic" : "Poet";
    page.inbox().decide(ui::InboxDecision::BringBack);
    QTRY_VERIFY(page.inbox().state().detail && page.inbox().state().detail->item.name == second);
    page.inbox().decide(ui::InboxDecision::BringBack);
    page.inbox().undo();
    QTRY_COMPARE(page.inbox().state().open, 1);
    f.settle(page);
    auto gone = await<domain::Agent>([&](auto done) { f.services.agents->find(second, done); });
    QVERIFY(!gone);
    auto kept =
        await<std::int64_t>([&](auto done) { f.services.agents->count(store::ArchiveFilter::All, done); });
    QCOMPARE(*kept, 1);
  }

  void recovered_keptAsNew_undone_isGoneAgain() {
    Inbox f;
    f.connectAndBind();
    f.parts.addItem(sampleKept(store::InboxKind::Recovered, "Poet", "deleted_there"));
    auto& page = f.open();
    f.button<QPushButton>(QStringLiteral("Keep as New Agent"))->click();
    f.settle(page);
    f.button<QPushButton>(QStringLiteral("Undo"))->click();
    QTRY_COMPARE(page.inbox().state().open, 1);
    auto poet = await<domain::Agent>([&](auto done) { f.services.agents->find("Poet", done); });
    QVERIFY(!poet);
  }

  void recovered_broughtBack_undone_isGoneAgain() {
    Inbox f;
    f.connectAndBind();
    const auto item = sampleKept(store::InboxKind::Recovered, "Poet", "deleted_there");
    f.parts.addItem(item);
    auto& page = f.open();
    f.button<QPushButton>(QStringLiteral("Bring Back"))->click();
    f.button<QPushButton>(QStringLiteral("Undo"))->click();  // while it is being written
    QTRY_COMPARE(page.inbox().state().decided, QString());
    QCOMPARE(page.inbox().state().open, 1);
    QCOMPARE(f.promptOf(item.agent), std::string("(gone)"));
  }

  void conflict_ownWords_areWritten() {
    Inbox f;
    const auto agent = f.add(triage());
    f.connectAndBind();
    f.parts.addItem(sampleConflict(agent));
    auto& page = f.open();
    auto* proposal = f.named<QPlainTextEdit>(QStringLiteral("Prompt: proposed merge"));
    QCOMPARE(proposal->toPlainText().toStdString(), triage().prompt);
    proposal->setPlainText(QStringLiteral("Number and reason, please."));
    f.button<QPushButton>(QStringLiteral("Save My Edit"))->click();
    f.settle(page);
    QCOMPARE(f.promptOf(agent.id), std::string("Number and reason, please."));
  }

  void recovered_keptAsNew_isAnAgentOfItsOwn() {
    Inbox f;
    f.connectAndBind();
    f.parts.addItem(sampleKept(store::InboxKind::Recovered, "Poet", "deleted_there"));
    auto& page = f.open();
    f.button<QPushButton>(QStringLiteral("Keep as New Agent"))->click();
    f.settle(page);
    auto found = await<domain::Agent>([&](auto done) { f.services.agents->find("Poet", done); });
    QVERIFY(found.ok());
    QVERIFY(found->id != sampleKept(store::InboxKind::Recovered, "Poet", "").agent);
  }

  void recovered_broughtBack_isTheSameAgentAgain() {
    Inbox f;
    f.connectAndBind();
    const auto item = sampleKept(store::InboxKind::Recovered, "Poet", "deleted_there");
    f.parts.addItem(item);
    auto& page = f.open();
    f.button<QPushButton>(QStringLiteral("Bring Back"))->click();
    f.settle(page);
    QCOMPARE(f.promptOf(item.agent), item.mine->content.prompt);
  }

  void lost_areDecidedTogether() {
    Inbox f;
    f.connectAndBind();
    f.addPoetAndCritic(store::InboxKind::Lost, "restore");
    auto& page = f.open();
    QCOMPARE(page.inbox().state().lost, 2);
    f.button<QPushButton>(QStringLiteral("Bring All Back"))->click();
    f.settle(page);
    for (const auto* name : {"Poet", "Critic"}) {
      auto found = await<domain::Agent>([&](auto done) { f.services.agents->find(name, done); });
      QVERIFY2(found.ok(), name);
    }
  }

  void viewer_maySeeAndLetGo_butNotWrite_andIsToldWhy() {
    Inbox f("viewer");
    f.connectAndBind();
    f.parts.addItem(sampleKept(store::InboxKind::Rejected, "Poet", "forbidden"));
    f.open();
    QVERIFY(f.shows(QStringLiteral("You may look at this workspace, not change it.")));
    QVERIFY(!f.button<QPushButton>(QStringLiteral("Keep as New Agent"))->isEnabled());
    QVERIFY(f.button<QPushButton>(QStringLiteral("Let Go"))->isEnabled());
  }

  void oldEdit_isAmber_andItsAgeIsSaid() {
    Inbox f;
    f.connectAndBind();
    f.add(triage());
    f.parts.write([](store::Connection& connection) {
      store::Query(connection, "UPDATE sync_pending SET since = since - 1200000").run();
    });
    f.parts.start(Kind::Sending);
    QVERIFY(f.parts.state.state().late);
    QVERIFY(f.parts.state.state().words.contains(QStringLiteral("oldest 20 min")));
  }
};

QTEST_MAIN(InboxPageTest)
#include "inbox_page_test.moc"
