#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

#include "tests/ui/pages/page_fixture.h"
#include "tests/ui/sync_parts.h"
#include "ui/pages/people/people_page.h"

using namespace aiagent;
using namespace aiagent::testing;
using Access = ui::PeopleState::Access;

namespace {

struct PeopleFixture : PageFixture {
  explicit PeopleFixture(const std::string& role = "admin") : parts(services, role) {}

  ui::PeoplePage& open(Access until = Access::Ready) {
    auto& page =
        PageFixture::show(new ui::PeoplePage({parts.people, parts.account, services.clock, &parts.state}));
    if (!QTest::qWaitFor([&] { return page.people().state().access == until; })) qFatal("never there");
    QTest::qWait(40);
    return page;
  }
  ui::PeoplePage& openSignedIn(Access until = Access::Ready) {
    parts.signIn();
    parts.account.useWorkspace(kTeam);
    return open(until);
  }
  bool askedFor(const std::string& start) const {
    return std::ranges::any_of(parts.asked, [&](const std::string& one) { return one.starts_with(start); });
  }

  SyncParts parts;
};

const std::string kMember = "/v1/workspaces/" + kTeam + "/members/" + kBob;

}  // namespace

class PeoplePageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void notSignedIn_leadsToTheServer() {
    PeopleFixture f;
    auto& page = f.open(Access::NotConnected);
    QSignalSpy asked(&page, &ui::Page::pageRequested);
    f.button<QPushButton>(QStringLiteral("Sign In at a Server…"))->click();
    QCOMPARE(asked.at(0).at(1).toString(), QStringLiteral("server"));
  }

  void serverNotThere_saysSo_andTriesAgain() {
    PeopleFixture f;
    f.parts.answers["GET /v1/workspaces/" + kTeam + "/members"] =
        failure(base::ErrorCode::ConnectionFailed, "agents.example.com");
    auto& page = f.openSignedIn(Access::Failed);
    QVERIFY(f.shows(QStringLiteral("No connection to agents.example.com.")));
    f.parts.answers.clear();
    f.button<QPushButton>(QStringLiteral("Try Again"))->click();
    QVERIFY(QTest::qWaitFor([&] { return page.people().state().access == Access::Ready; }));
  }

  void administrator_seesMembersDevicesInvitationsAndWhatWasDone() {
    PeopleFixture f;
    f.openSignedIn();
    auto* members = f.named<QTreeWidget>(QStringLiteral("Members"));
    QCOMPARE(members->topLevelItemCount(), 3);
    QCOMPARE(members->topLevelItem(0)->text(0), QStringLiteral("Ann Miller (you)"));
    QCOMPARE(members->topLevelItem(2)->text(5), QStringLiteral("suspended"));
    QVERIFY(QTest::qWaitFor([&] {
      return f.named<QTreeWidget>(QStringLiteral("Devices of this member"))->topLevelItemCount() == 2;
    }));
    QCOMPARE(f.named<QTreeWidget>(QStringLiteral("Invitations that wait"))->topLevelItemCount(), 1);
    QCOMPARE(f.named<QTreeWidget>(QStringLiteral("What was done"))->topLevelItem(0)->text(0),
             QStringLiteral("Invited dora@example.org"));
  }

  void invite_showsCodeAndLinkOnce() {
    PeopleFixture f;
    f.parts.answers["POST /v1/workspaces/" + kTeam + "/invites"] = SyncParts::invitation();
    auto& page = f.openSignedIn();
    f.button<QPushButton>(QStringLiteral("Invite…"))->click();
    auto* address = f.named<QLineEdit>(QStringLiteral("Address"));
    QTest::keyClicks(address, QStringLiteral("eva@example.org"));
    QTest::keyClick(address, Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return page.people().state().invitation != nullptr; }));
    QTest::qWait(20);
    QVERIFY(f.named<QPushButton>(QStringLiteral("Copy: Link"))->hasFocus());
    QCOMPARE(f.named<QLineEdit>(QStringLiteral("Code"))->text(), QStringLiteral("K7TQ-9F3C-22MX"));
    f.button<QPushButton>(QStringLiteral("Done"))->click();
    QVERIFY(!page.people().state().invitation);
  }

  void suspend_asksFirst() {
    PeopleFixture f;
    f.parts.answers["PATCH " + kMember] = jsonAnswer(200, "{}");
    auto& page = f.openSignedIn();
    page.people().select(kBob);
    f.button<QPushButton>(QStringLiteral("Suspend…"))->click();
    QVERIFY(!f.askedFor("PATCH"));
    f.button<QPushButton>(QStringLiteral("Suspend"))->click();
    QVERIFY(QTest::qWaitFor([&] { return f.askedFor("PATCH " + kMember); }));
  }

  void remove_declined_doesNothing() {
    PeopleFixture f;
    auto& page = f.openSignedIn();
    page.people().select(kBob);
    f.button<QPushButton>(QStringLiteral("Remove…"))->click();
    f.button<QPushButton>(QStringLiteral("Leave It"))->click();
    QTest::qWait(30);
    QVERIFY(!f.askedFor("DELETE"));
  }

  void leaving_saysWhatIsNotSent() {
    PeopleFixture f;
    f.parts.signIn();
    f.parts.bind();
    domain::AgentContent content;
    content.name = "Triage";
    QVERIFY(await<domain::Agent>([&](auto done) { f.services.agents->create(content, done); }).ok());
    f.parts.sync.start(false);
    QTRY_COMPARE(f.parts.state.state().pending, 1);
    auto& page = f.open();
    page.people().select(kAnn);
    f.button<QPushButton>(QStringLiteral("Remove…"))->click();
    QVERIFY(f.shows(QStringLiteral("1 edit of yours is not sent yet: it stays on this computer")));
    page.people().select(kBob);
    f.button<QPushButton>(QStringLiteral("Remove…"))->click();
    QVERIFY(!f.shows(QStringLiteral("not sent yet")));
  }

  void lastAdministrator_isToldWhy() {
    PeopleFixture f;
    f.parts.answers["DELETE /v1/workspaces/" + kTeam + "/members/" + kAnn] =
        jsonAnswer(403, R"({"error":"last_admin","message":"Nobody would be left."})");
    f.openSignedIn();
    f.button<QPushButton>(QStringLiteral("Remove…"))->click();
    f.button<QPushButton>(QStringLiteral("Remove"))->click();
    QVERIFY(QTest::qWaitFor([&] { return f.shows(QStringLiteral("The last administrator cannot")); }));
  }

  void viewer_seesMembers_andWhyTheRestIsOff() {
    PeopleFixture f("viewer");
    f.openSignedIn();
    QVERIFY(f.shows(QStringLiteral("Only an administrator of this workspace")));
    for (const auto* text : {"Invite…", "Change Role…", "Suspend…", "Remove…"}) {
      auto* button = f.button<QPushButton>(QString::fromUtf8(text));
      QVERIFY2(!button->isEnabled() && !button->toolTip().isEmpty(), text);
    }
  }
};

QTEST_MAIN(PeoplePageTest)
#include "people_page_test.moc"
