// The workspaces that are not open: rounds over their libraries, and what a person is told of them.
#include <QMenu>
#include <QSignalSpy>

#include "core/services/sync_reading.h"
#include "core/store/profile_lock.h"
#include "tests/support/manual_clock.h"
#include "tests/ui/sync_parts.h"
#include "ui/shell/workspace_indicator.h"
#include "ui/shell/workspace_switcher.h"

using namespace aiagent;
using namespace aiagent::testing;

namespace {

const std::string kSales = "01990000-0000-7000-8000-0000000000c1";
const std::string kGone = "01990000-0000-7000-8000-0000000000d1";
const std::string kPull = "POST /v1/rpc/sync_pull";
const std::string kPush = "POST /v1/rpc/sync_push";
const auto kAway = failure(base::ErrorCode::ConnectionFailed, "agents.example.com");

// "Support team" is open; the personal one and "Sales" have libraries beside it, once they are made.
struct Beside {
  Beside() {
    parts.moreWorkspaces = R"(,{"id":")" + kSales + R"(","name":"Sales","role":"member","personal":false})";
    parts.signIn();
    parts.bind();
    parts.start();
  }
  int asked(const std::string& what, const std::string& workspace) const {
    return int(std::ranges::count_if(parts.asked, [&](const auto& one) {
      return one.starts_with(what) && one.find(workspace) != std::string::npos;
    }));
  }
  const services::WorkspaceStatus& of(const std::string& workspace) const {
    for (const auto& one : parts.others.all())
      if (one.workspace.id == workspace) return one;
    qFatal("no such workspace: %s", workspace.c_str());
  }
  QString words(const std::string& workspace) const {
    const auto* known = parts.workspaces.state().find(workspace);
    return known ? known->words : QStringLiteral("(none)");
  }
  const ui::WorkspaceNotice& notice() const { return parts.workspaces.state().notice; }
  // That time goes by alone is seen by the window's own timer.
  void later(base::Milliseconds time) {
    clock.advance(time);
    parts.readOthers();
    Q_EMIT parts.others.changed();
  }
  // Locks of programs that have a library open.
  int sessionsIn(const std::string& workspace) const {
    int open = 0;
    for (const auto& entry : std::filesystem::directory_iterator(parts.libraryFolder(workspace) / "sessions"))
      open += entry.path().filename().string().size() > 36 ? 1 : 0;
    return open;
  }

  test::ManualClock clock;
  ServiceFixture services{{}, &clock};
  SyncParts parts{services};
};

}  // namespace

class WorkspacesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void read_tellsWhatWaitsInEach_andAsksNobody() {
    Beside f;
    f.parts.addLibrary(kPersonal, 0);
    f.parts.addLibrary(kSales, 3);
    f.clock.advance(std::chrono::minutes(5));
    const auto before = f.parts.asked.size();
    f.parts.readOthers();
    QCOMPARE(f.parts.asked.size(), before);
    QCOMPARE(f.parts.others.all().size(), std::size_t(2));
    QCOMPARE(f.of(kSales).sync.counts.pending, 3);
    QCOMPARE(f.words(kSales), QStringLiteral("3 edits to be sent · oldest 5 min"));
    QCOMPARE(f.words(kPersonal), QString());
    QVERIFY(f.of(kSales).here && f.of(kSales).member && !f.of(kSales).asked);
    QCOMPARE(f.sessionsIn(kSales), 0);
  }

  void round_asksForEachLibrary_closesIt_andNotesWhen() {
    Beside f;
    f.parts.addLibrary(kPersonal, 0);
    f.parts.addLibrary(kSales, 0);
    f.parts.syncOthers();
    for (const auto& workspace : {kPersonal, kSales}) {
      QCOMPARE(f.asked(kPull, workspace), 1);
      QCOMPARE(f.sessionsIn(workspace), 0);
      QCOMPARE(f.words(workspace), QStringLiteral("up to date"));
      QCOMPARE(services::lastInStep(f.parts.libraryFolder(workspace)), std::optional(f.clock.wallNow()));
    }
    QCOMPARE(f.asked(kPull, kTeam), 1);  // the one that is open has its own sync
  }

  void round_sendsWhatWaits() {
    Beside f;
    f.parts.addLibrary(kSales, 2);
    f.parts.others.sync({});
    QTRY_COMPARE(f.asked(kPush, kSales), 1);
  }

  void start_beginsByItself_andTriesAgainWhatDidNotGo() {
    Beside f;
    f.parts.addLibrary(kSales, 1);
    f.parts.answers[kPull] = f.parts.answers[kPush] = kAway;
    f.parts.others.start();
    QTRY_VERIFY(f.asked(kPull, kSales) + f.asked(kPush, kSales) > 0);
    QTRY_COMPARE(f.words(kSales), QStringLiteral("1 edit to be sent · no connection to the server"));
    f.clock.advance(std::chrono::minutes(1));  // what is armed counts by the real time
    f.parts.answers.clear();
    QTRY_COMPARE_WITH_TIMEOUT(f.asked(kPush, kSales), 1, 10'000);
  }

  void serverThatDoesNotAnswerForOne_isNotAskedForTheOthers() {
    Beside f;
    f.parts.addLibrary(kPersonal, 1);
    f.parts.addLibrary(kSales, 1);
    f.parts.answers[kPull] = f.parts.answers[kPush] = kAway;
    f.parts.syncOthers();
    const auto of = [&](const std::string& workspace) {
      return f.asked(kPull, workspace) + f.asked(kPush, workspace);
    };
    QVERIFY(of(kPersonal) == 0 || of(kSales) == 0);
    for (const auto& workspace : {kPersonal, kSales})
      QCOMPARE(f.words(workspace), QStringLiteral("1 edit to be sent · no connection to the server"));
  }

  void networkThatCameBack_beginsARound() {
    struct Network final : ports::NetworkMonitor {
      void watch(std::function<void(ports::NetworkNews)> then) override { told = std::move(then); }
      std::function<void(ports::NetworkNews)> told;
    } network;
    Beside f;
    f.parts.addLibrary(kSales, 0);
    f.parts.others.follow(network);
    f.parts.others.start();
    QTRY_COMPARE(f.asked(kPull, kSales), 1);
    network.told(ports::NetworkNews::Gone);
    QTRY_COMPARE(f.words(kSales), QStringLiteral("no network"));
    network.told(ports::NetworkNews::Renewed);
    QTRY_COMPARE(f.asked(kPull, kSales), 2);
    QTRY_COMPARE(f.words(kSales), QStringLiteral("up to date"));
  }

  void libraryThatAnotherProgramSyncs_isLeftToIt_untilItIsDone() {
    Beside f;
    f.parts.addLibrary(kSales, 0);
    auto held = store::FileLock::tryTake(f.parts.libraryFolder(kSales) / "sessions" / "sync.lock", true);
    QVERIFY(held && held->has_value());
    f.parts.others.start();
    QTRY_VERIFY(f.of(kSales).here);
    QTest::qWait(100);
    QCOMPARE(f.asked(kPull, kSales), 0);
    held->reset();
    QTRY_COMPARE_WITH_TIMEOUT(f.asked(kPull, kSales), 1, 10'000);
  }

  // 34
  void libraryOfAnotherAccount_isNeverSent() {
    Beside f;
    f.parts.addLibrary(kSales, 2, kBob);
    f.parts.syncOthers();
    QCOMPARE(f.asked(kPull, kSales) + f.asked(kPush, kSales), 0);
    QVERIFY(!f.of(kSales).member);
    f.parts.syncOthers();
    QCOMPARE(f.asked(kPull, kSales) + f.asked(kPush, kSales), 0);
  }

  void workspaceThatOneIsRemovedFrom_isTold_withWhatWasNotSent() {
    Beside f;
    f.parts.addLibrary(kGone, 2);
    f.parts.syncOthers();
    QCOMPARE(f.asked(kPull, kGone), 0);
    QCOMPARE(f.words(kGone), QStringLiteral("2 edits to be sent · not a member any more"));
    QCOMPARE(f.notice().id, kGone);
    QCOMPARE(f.notice().words, QStringLiteral("Gone: not a member any more"));
    QVERIFY(
        f.notice().sentence.contains(QStringLiteral("What was written there stays here and is not sent.")));
  }

  void libraryThatCannotBeOpened_isTold_andHoldsUpNoOther() {
    Beside f;
    f.parts.addLibrary(kPersonal, 0);
    std::filesystem::create_directories(f.parts.libraryFolder(kSales) / "profile.db");
    f.parts.syncOthers();
    QCOMPARE(f.words(kPersonal), QStringLiteral("up to date"));
    QVERIFY2(f.words(kSales).contains(QStringLiteral("cannot be written")), qPrintable(f.words(kSales)));
    QCOMPARE(f.notice().id, kSales);
  }

  void switcher_saysOfEachWhatWaitsThere() {
    Beside f;
    f.parts.addLibrary(kPersonal, 0);
    f.parts.addItemIn(kPersonal, sampleKept(store::InboxKind::Recovered, "Poet", "deleted_there"));
    f.parts.addLibrary(kSales, 1);
    f.parts.readOthers();
    ui::WorkspaceSwitcher switcher(f.parts.server, &f.parts.state, &f.parts.workspaces);
    Q_EMIT switcher.menu()->aboutToShow();
    QStringList texts;
    for (const auto* action : switcher.menu()->actions()) texts << action->text();
    QCOMPARE(texts.value(0), QStringLiteral("Ann Miller (personal) – Administrator\t1 to be decided"));
    QCOMPARE(texts.value(1), QStringLiteral("Support team – Administrator\tUp to date"));
    QCOMPARE(texts.value(2), QStringLiteral("Sales – Member\t1 edit to be sent"));
  }

  void indicator_namesTheWorkspaceWhoseEditsAreLate_andGoesThere() {
    Beside f;
    f.parts.addLibrary(kSales, 2);
    f.parts.readOthers();
    ui::WorkspaceIndicator indicator(f.parts.workspaces);
    QVERIFY(f.notice().id.empty() && indicator.isHidden());  // on their way
    f.later(std::chrono::minutes(3));
    QVERIFY(indicator.isVisible() && !f.notice().late);
    f.later(std::chrono::minutes(9));
    QVERIFY(f.notice().late);
    QCOMPARE(f.notice().words, QStringLiteral("2 edits wait in Sales · oldest 12 min"));
    QCOMPARE(indicator.accessibleName(),
             QStringLiteral("Another workspace: 2 edits wait in Sales · oldest 12 min"));
    QVERIFY(indicator.toolTip().contains(QStringLiteral("Press to open that workspace.")));
    QSignalSpy wanted(&f.parts.server, &ui::ServerVm::workspaceWanted);
    connect(&indicator, &ui::WorkspaceIndicator::wanted, &f.parts.server, &ui::ServerVm::open);
    indicator.click();
    QCOMPARE(wanted.value(0).value(0).toString().toStdString(), kSales);
  }

  // Nobody can do anything about it there: it is the network's matter.
  void indicator_withoutANetwork_saysTheAge_andDoesNotWarn() {
    Beside f;
    f.parts.addLibrary(kSales, 1);
    f.parts.answers[kPull] = f.parts.answers[kPush] = kAway;
    f.parts.others.hear(ports::NetworkNews::Gone);
    f.parts.readOthers();
    f.parts.others.hear(ports::NetworkNews::Gone);
    f.later(std::chrono::minutes(30));
    QCOMPARE(f.notice().words, QStringLiteral("1 edit waits in Sales · oldest 30 min"));
    QVERIFY(!f.notice().late);
  }

  void indicator_ofAnInboxElsewhere() {
    Beside f;
    f.parts.addLibrary(kPersonal, 0);
    f.parts.addItemIn(kPersonal, sampleKept(store::InboxKind::Recovered, "Poet", "deleted_there"));
    f.parts.readOthers();
    QCOMPARE(f.notice().words, QStringLiteral("1 to be decided in Ann Miller (personal)"));
    QVERIFY(!f.notice().late);
  }
};

QTEST_MAIN(WorkspacesTest)
#include "workspaces_test.moc"
