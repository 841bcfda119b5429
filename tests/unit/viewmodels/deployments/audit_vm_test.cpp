#include "ui/viewmodels/deployments/audit_vm.h"

#include <QtTest>

#include "tests/unit/services/service_fixture.h"

using namespace aiagent;
using store::AuditEntry;
using store::AuditPhase;

class AuditVmTest : public QObject {
  Q_OBJECT

  testing::ServiceFixture f;

  void append(const char* environment, const char* target, AuditPhase phase, const char* outcome) {
    const AuditEntry entry{.act = f.profile->store().ids().next(),
                           .phase = phase,
                           .at = f.clock.wallNow(),
                           .environment = environment,
                           .context = "reader",
                           .server = "https://c.example",
                           .identity = "ann",
                           .action = "restart",
                           .nameSpace = "aiagent",
                           .target = target,
                           .reason = "a try",
                           .plan = "{}",
                           .outcome = outcome,
                           .error = {},
                           .resourceVersion = {}};
    const auto kept = f.profile->store().writeAndWait<void>(
        [&](store::Connection& connection) { return store::appendAudit(connection, entry); });
    QVERIFY(kept);
  }

 private Q_SLOTS:
  void actsOfTheWindowAndOfTheCommandLine_areOfTheEnvironment_andNoOthers() {
    append("id-1", "deployment/agent-api", AuditPhase::Outcome, "done");
    append("reader", "deployment/agent-web", AuditPhase::Intent, "");
    append("id-2", "deployment/other", AuditPhase::Outcome, "failed");
    ui::AuditVm audit(f.profile->store(), f.clock);
    QCOMPARE(audit.state().loaded, false);
    audit.setEnvironment("id-1", "reader");
    QVERIFY(QTest::qWaitFor([&] { return audit.state().loaded; }));
    QCOMPARE(audit.state().total, std::size_t(2));
    QVERIFY(!audit.state().error);
    audit.setFilter(QStringLiteral("agent-web"));
    QCOMPARE(audit.state().shown, std::size_t(1));
    const auto& row = *audit.model().rowAt(0);
    QCOMPARE(row.cells.size(), ui::auditColumns().size());
    QCOMPARE(row.cells[2], std::string("aiagent/deployment/agent-web"));
    QCOMPARE(row.cells[3], std::string("begun; its end was not seen"));
    QCOMPARE(audit.entry(row.id)->target, std::string("deployment/agent-web"));
    QVERIFY(!audit.entry("none"));
  }

  void noEnvironment_hasNothing() {
    ui::AuditVm audit(f.profile->store(), f.clock);
    audit.load();
    QVERIFY(audit.state().loaded);
    QCOMPARE(audit.state().total, std::size_t(0));
  }
};

QTEST_GUILESS_MAIN(AuditVmTest)
#include "audit_vm_test.moc"
