#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

#include "tests/ui/pages/page_fixture.h"
#include "tests/ui/sync_parts.h"
#include "ui/pages/settings/server_section.h"

using namespace aiagent;
using namespace aiagent::testing;

namespace {

struct ServerFixture : PageFixture {
  ServerFixture() : parts(services) {}

  void open() { PageFixture::show(new ui::ServerSection(parts.server)); }
  void typeInvitation() {
    named<QLineEdit>(QStringLiteral("Address or link"))
        ->setText(QStringLiteral("https://agents.example.com"));
    named<QLineEdit>(QStringLiteral("Code"))->setText(QStringLiteral("K7TQ-9F3C"));
  }

  SyncParts parts;
};

}  // namespace

class SettingsServerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void signIn_makesTheLibraryThePersonalWorkspaces_andStartsSync() {
    ServerFixture f;
    f.open();
    QVERIFY(!f.button<QPushButton>(QStringLiteral("Sign In"))->isEnabled());
    f.typeInvitation();
    f.button<QPushButton>(QStringLiteral("Sign In"))->click();
    QVERIFY(QTest::qWaitFor([&] { return f.parts.state.state().kind == ui::SyncState::Kind::UpToDate; }));
    QCOMPARE(f.parts.state.state().workspace, QStringLiteral("Ann Miller"));
    QVERIFY(f.shows(QStringLiteral("Ann Miller (ann@example.org)")));
    QCOMPARE(f.named<QTreeWidget>(QStringLiteral("Workspaces"))->topLevelItemCount(), 2);
  }

  void signIn_usedCode_isToldBesideTheCode() {
    ServerFixture f;
    f.parts.answers["POST /v1/auth/exchange"] = jsonAnswer(401, R"({"error":"code_used","message":"Used."})");
    f.open();
    f.typeInvitation();
    f.button<QPushButton>(QStringLiteral("Sign In"))->click();
    QVERIFY(QTest::qWaitFor([&] { return f.shows(QStringLiteral("This invitation was used already.")); }));
    f.named<QLineEdit>(QStringLiteral("Code"))->setText(QStringLiteral("other"));
    QVERIFY(!f.shows(QStringLiteral("This invitation was used already.")));
  }

  void signIn_clearTextAddress_isRefusedBeforeAnythingIsSent() {
    ServerFixture f;
    f.open();
    f.typeInvitation();
    f.named<QLineEdit>(QStringLiteral("Address or link"))
        ->setText(QStringLiteral("http://agents.example.com"));
    f.button<QPushButton>(QStringLiteral("Sign In"))->click();
    QVERIFY(f.shows(QStringLiteral("This is not an address that the program can sign in at.")));
    QVERIFY(f.parts.asked.empty());
  }

  void invitation_fillsTheLinkIn_andItsButtonIsNext() {
    ServerFixture f;
    auto& section = f.show(new ui::ServerSection(f.parts.server));
    const auto link = QStringLiteral("aiagent:/") +
                      QStringLiteral("/connect?url=https%3A%2F%2Fagents.example.com&code=K7TQ");
    section.invite(link);
    QCOMPARE(f.named<QLineEdit>(QStringLiteral("Address or link"))->text(), link);
    auto* signIn = f.button<QPushButton>(QStringLiteral("Sign In"));
    QTRY_VERIFY(signIn->hasFocus());
    QVERIFY(signIn->isEnabled());
    signIn->click();
    QTRY_VERIFY(f.shows(QStringLiteral("Ann Miller (ann@example.org)")));
  }

  void invitation_withoutALink_waitsForTheAddress_andWithOneForTheCode() {
    ServerFixture f;
    auto& section = f.show(new ui::ServerSection(f.parts.server));
    section.invite({});
    auto* address = f.named<QLineEdit>(QStringLiteral("Address or link"));
    QTRY_VERIFY(address->hasFocus());
    address->setText(QStringLiteral("https://agents.example.com"));
    section.invite({});
    QTRY_VERIFY(f.named<QLineEdit>(QStringLiteral("Code"))->hasFocus());
  }

  void invitation_ofWhoIsSignedIn_changesNothing() {
    ServerFixture f;
    f.parts.signIn();
    auto& section = f.show(new ui::ServerSection(f.parts.server));
    section.invite(QStringLiteral("aiagent:/") + QStringLiteral("/connect?url=x&code=y"));
    QCOMPARE(f.parts.server.state().address, QString());
  }

  void signedInAgain_syncGoesOn() {
    ServerFixture f;
    f.parts.signIn();
    f.parts.bind(kPersonal);
    const auto refused = jsonAnswer(401, R"({"error":"device_revoked","message":"Signed out."})");
    f.parts.answers["POST /v1/rpc/sync_pull"] = refused;
    f.parts.answers["POST /v1/auth/refresh"] = refused;
    f.parts.start(ui::SyncState::Kind::SignIn);
    f.parts.answers.clear();
    f.parts.signIn();
    QVERIFY(QTest::qWaitFor([&] { return f.parts.state.state().kind == ui::SyncState::Kind::UpToDate; }));
  }

  void device_isSignedOutOnlyAfterAYes() {
    ServerFixture f;
    f.parts.signIn();
    f.parts.answers["DELETE /v1/devices/d2"] = jsonAnswer(204, "");
    f.open();
    auto* devices = f.named<QTreeWidget>(QStringLiteral("Your devices"));
    QVERIFY(QTest::qWaitFor([&] { return devices->topLevelItemCount() == 2; }));
    devices->setCurrentItem(devices->topLevelItem(0));
    QVERIFY(!f.button<QPushButton>(QStringLiteral("Sign Out Device…"))->isEnabled());  // this one
    devices->setCurrentItem(devices->topLevelItem(1));
    f.button<QPushButton>(QStringLiteral("Sign Out Device…"))->click();
    f.button<QPushButton>(QStringLiteral("Sign Out"))->click();
    QVERIFY(QTest::qWaitFor([&] {
      return std::ranges::any_of(
          f.parts.asked, [](const std::string& one) { return one.starts_with("DELETE /v1/devices/d2"); });
    }));
  }

  void workspace_isOpenedByItsButton() {
    ServerFixture f;
    f.parts.signIn();
    f.open();
    QSignalSpy wanted(&f.parts.server, &ui::ServerVm::workspaceWanted);
    auto* list = f.named<QTreeWidget>(QStringLiteral("Workspaces"));
    list->setCurrentItem(list->topLevelItem(1));
    f.button<QPushButton>(QStringLiteral("Open"))->click();
    QCOMPARE(wanted.at(0).at(0).toString().toStdString(), kTeam);
  }

  void signOut_saysWhatIsNotSent_inEachWorkspace() {
    ServerFixture f;
    f.parts.signIn();
    f.parts.bind();
    f.parts.addLibrary(kPersonal, 1);
    domain::AgentContent content;
    content.name = "Triage";
    for (int i = 0; i < 2; ++i)
      QVERIFY(await<domain::Agent>([&](auto done) { f.services.agents->create(content, done); }).ok());
    f.parts.sync.start(false);
    QTRY_COMPARE(f.parts.state.state().pending, 2);
    f.parts.readOthers();
    f.PageFixture::show(new ui::ServerSection(f.parts.server, &f.parts.state, &f.parts.workspaces));
    auto* list = f.named<QTreeWidget>(QStringLiteral("Workspaces"));
    QCOMPARE(list->topLevelItem(0)->text(2), QStringLiteral("1 edit to be sent"));
    QCOMPARE(list->topLevelItem(1)->text(2), QStringLiteral("open"));
    f.button<QPushButton>(QStringLiteral("Sign Out…"))->click();
    QVERIFY(
        f.shows(QStringLiteral("Not sent yet: 2 edits in Support team, 1 edit in Ann Miller (personal).")));
  }

  void signOut_asksFirst_andForgetsWhoThisWas() {
    ServerFixture f;
    f.parts.signIn();
    f.open();
    f.button<QPushButton>(QStringLiteral("Sign Out…"))->click();
    QVERIFY(f.parts.account.connected());
    f.button<QPushButton>(QStringLiteral("Sign Out"))->click();
    QVERIFY(QTest::qWaitFor([&] { return !f.parts.account.connected(); }));
    QVERIFY(f.button<QPushButton>(QStringLiteral("Sign In")) != nullptr);
  }
};

QTEST_MAIN(SettingsServerTest)
#include "settings_server_test.moc"
