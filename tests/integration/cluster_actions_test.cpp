// ClusterActions over real sockets against the recorded API server, with the audit log in a real profile.
#include <QtTest>

#include "core/cluster/actions/object.h"
#include "core/services/cluster/cluster_actions.h"
#include "core/store/cluster_audit.h"
#include "core/wire/tree_json.h"
#include "tests/integration/recorded_cluster.h"

using namespace aiagent;
using namespace std::chrono_literals;
using cluster::Action;
using cluster::ActionKind;
using cluster::ActionStage;
using wire::KubeKind;

namespace {

constexpr char kEnvironment[] = "fake";
constexpr char kApi[] = "/apis/apps/v1/namespaces/aiagent/deployments/agent-api";

template <class Condition>
bool soon(Condition condition) {
  return QTest::qWaitFor(condition, 20'000);
}

}  // namespace

class ClusterActionsTest : public QObject {
  Q_OBJECT

 private:
  test::RecordedCluster m_cluster;
  base::SystemClock m_clock;
  base::UuidSource m_ids{m_clock};
  qt::QtScheduler m_scheduler;
  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<store::Store> m_store;
  std::unique_ptr<services::KubeClient> m_client;
  std::unique_ptr<services::ClusterActions> m_actions;
  cluster::Arming m_arming;

  void openAs(const char* token) {
    m_actions.reset();
    auto access = m_cluster.client().access();
    access.token = base::SecretString(token);
    access.context = "test";
    access.user = token;
    m_client = std::make_unique<services::KubeClient>(access, m_cluster.around());
    m_actions = std::make_unique<services::ClusterActions>(
        services::ActionSurroundings{*m_client, *m_store, m_scheduler, m_clock}, kEnvironment);
  }
  static Action on(ActionKind kind, KubeKind target, const char* name) {
    return {.kind = kind, .target = target, .nameSpace = "aiagent", .name = name, .reason = "test"};
  }
  ActionStage stage() const { return m_actions->state()->stage; }
  std::string word() const {
    return m_actions->state()->error ? m_actions->state()->error->providerCode : std::string();
  }
  ActionStage planned(Action action) {
    m_actions->plan(std::move(action));
    soon([&] { return stage() == ActionStage::Planned || m_actions->isAtRest(); });
    return stage();
  }
  cluster::ArmingToken armed() {
    if (!m_arming.arm({.environment = kEnvironment, .name = "Fake"}, m_clock.now())) qFatal("not armed");
    return *m_arming.token(m_clock.now());
  }
  ActionStage confirmed() {
    if (!m_actions->confirm(armed())) qFatal("not confirmed");
    soon([&] { return m_actions->isAtRest(); });
    return stage();
  }
  wire::Tree get(const std::string& path) { return wire::parseJson(m_cluster.ask({.path = path})).value(); }
  std::vector<store::AuditEntry> audit() {
    return m_store
        ->readAndWait<std::vector<store::AuditEntry>>(
            [](store::Connection& c) { return store::loadAudit(c, kEnvironment, 100); })
        .value();
  }
  int writes() {
    const auto told = m_cluster.ask({.path = "/_control"});
    const auto requests = wire::parseJson(told).value();
    int real = 0;
    for (const auto& one : cluster::listAt(requests, {"requests"})) {
      const auto& text = *one.text();
      if (text.rfind("GET", 0) != 0 && text.find("dryRun") == std::string::npos &&
          text.find("selfsubject") == std::string::npos && text.find("_control") == std::string::npos)
        ++real;
    }
    return real;
  }

 private Q_SLOTS:
  void initTestCase() {
    if (!m_cluster.start("10")) QSKIP("openssl is not installed");
  }
  void init() {
    m_cluster.open();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = store::Store::open(
        {.profile = m_folder->path().toStdString(),
         .clock = &m_clock,
         .ids = &m_ids,
         .deliver = [this](std::function<void()> task) { m_scheduler.post(std::move(task)); },
         .changed = nullptr,
         .vfs = {}});
    QVERIFY(opened.ok());
    m_store = std::move(*opened);
    openAs("admin");
  }
  void cleanup() {
    m_actions.reset();
    m_client.reset();
    m_cluster.close();
    m_store.reset();
  }

  void rollback_isPlannedTriedConfirmedAndSeen() {
    m_cluster.control(R"({"scene":"degraded"})");
    QCOMPARE(planned(on(ActionKind::RollBack, KubeKind::Deployment, "agent-api")), ActionStage::Planned);
    QCOMPARE(writes(), 0);
    const auto& changes = m_actions->state()->changes;
    QVERIFY(std::any_of(changes.begin(), changes.end(), [](const auto& one) {
      return one.path == "spec.template.spec.containers[api].image" &&
             one.after == "registry.example.com/aiagent/agent-api:1.5.0";
    }));
    QCOMPARE(confirmed(), ActionStage::Done);
    QVERIFY(soon([&] { return cluster::numberAt(get(kApi), {"status", "updatedReplicas"}) == 3; }));
    const auto object = get(kApi);
    QCOMPARE(cluster::textAt(object, {"metadata", "annotations", "deployment.kubernetes.io/revision"}),
             std::string("4"));
    QCOMPARE(cluster::textAt(object, {"metadata", "annotations", "kubernetes.io/change-cause"}),
             std::string("rolled back to revision 2 by admin: test"));
    const auto entries = audit();
    QCOMPARE(entries.size(), std::size_t(1));
    QCOMPARE(entries[0].outcome, std::string("done"));
    QCOMPARE(entries[0].identity, std::string("admin"));
    QCOMPARE(entries[0].target, std::string("deployment/agent-api"));
    QVERIFY(!entries[0].resourceVersion.empty());
  }

  void withoutAToken_nothingIsSent() {
    QCOMPARE(planned(on(ActionKind::Restart, KubeKind::Deployment, "agent-api")), ActionStage::Planned);
    QCOMPARE(m_actions->confirm({}).error().providerCode, std::string("act_not_armed"));
    cluster::Arming other;
    QVERIFY(other.arm({.environment = "another", .name = "Another"}, m_clock.now()).ok());
    QCOMPARE(m_actions->confirm(*other.token(m_clock.now())).error().providerCode,
             std::string("act_not_armed"));
    QCOMPARE(stage(), ActionStage::Planned);
    QCOMPARE(writes(), 0);
  }

  void withoutAPlan_nothingIsConfirmed() {
    QCOMPARE(m_actions->confirm(armed()).error().providerCode, std::string("act_not_planned"));
  }

  void readerWithoutTheRight_isRefusedBeforeTheDryRun() {
    openAs("reader");
    QCOMPARE(planned(on(ActionKind::Restart, KubeKind::Deployment, "agent-api")), ActionStage::Refused);
    QCOMPARE(word(), std::string("act_denied"));
    QVERIFY(m_cluster.ask({.path = "/_control"}).find("PATCH") == std::string::npos);
    QVERIFY(soon([&] { return m_actions->isAtRest(); }));
    QCOMPARE(audit().at(0).outcome, std::string("refused"));
  }

  void changeBySomebodyElse_isNotOverwritten() {
    auto action = on(ActionKind::Scale, KubeKind::Deployment, "agent-api");
    action.replicas = 5;
    QCOMPARE(planned(action), ActionStage::Planned);
    const auto other = m_client->send({.method = "PATCH",
                                       .path = kApi,
                                       .contentType = "application/merge-patch+json",
                                       .body = R"({"spec":{"replicas":7}})"},
                                      [](auto) {});
    QVERIFY(soon([&] { return cluster::numberAt(get(kApi), {"status", "availableReplicas"}) == 7; }));
    confirmed();
    QCOMPARE(word(), std::string("act_changed"));
    QCOMPARE(cluster::numberAt(get(kApi), {"spec", "replicas"}), std::int64_t(7));
  }

  void serviceIsSwitched_onlyWhereEnoughIsReady() {
    auto action = on(ActionKind::SwitchService, KubeKind::Service, "agent-web");
    action.selector = {{"slot", "green"}};
    QCOMPARE(planned(action), ActionStage::Planned);
    QCOMPARE(confirmed(), ActionStage::Done);
    QCOMPARE(
        cluster::textAt(get("/api/v1/namespaces/aiagent/services/agent-web"), {"spec", "selector", "slot"}),
        std::string("green"));
    action.selector = {{"slot", "purple"}};
    QCOMPARE(planned(action), ActionStage::Refused);
    QCOMPARE(word(), std::string("act_capacity"));
  }

  void cronJob_isRunNow_andAPodDeleted() {
    QCOMPARE(planned(on(ActionKind::RunNow, KubeKind::CronJob, "reindex")), ActionStage::Planned);
    QCOMPARE(confirmed(), ActionStage::Done);
    const auto job = "/apis/batch/v1/namespaces/aiagent/jobs/" + m_actions->state()->made;
    QVERIFY(soon([&] { return cluster::numberAt(get(job), {"status", "succeeded"}) == 1; }));
    const char* pod = "agent-api-7fdfd6b96d-8jqtk";
    QCOMPARE(planned(on(ActionKind::DeletePod, KubeKind::Pod, pod)), ActionStage::Planned);
    QCOMPARE(confirmed(), ActionStage::Done);
    QVERIFY(soon([&] {
      return m_cluster.ask({.path = std::string("/api/v1/namespaces/aiagent/pods/") + pod})
                 .rfind("error", 0) == 0;
    }));
  }

  void lostAnswer_isUnknown_andKeptAsThat() {
    QCOMPARE(planned(on(ActionKind::Restart, KubeKind::Deployment, "agent-api")), ActionStage::Planned);
    m_cluster.control(R"({"delay":300})");
    QVERIFY(m_actions->confirm(armed()).ok());
    QVERIFY(soon([&] { return stage() == ActionStage::Sending; }));
    m_actions->cancel();
    QCOMPARE(stage(), ActionStage::Unknown);
    QVERIFY(soon([&] { return m_actions->isAtRest(); }));
    m_cluster.control(R"({"delay":0})");
    QCOMPARE(audit().at(0).outcome, std::string("unknown"));
  }

  void endOfTheProgramWhileSending_leavesTheIntent() {
    QCOMPARE(planned(on(ActionKind::Restart, KubeKind::Deployment, "agent-api")), ActionStage::Planned);
    m_cluster.control(R"({"delay":300})");
    QVERIFY(m_actions->confirm(armed()).ok());
    QVERIFY(soon([&] { return stage() == ActionStage::Sending; }));
    m_actions.reset();
    m_cluster.control(R"({"delay":0})");
    const auto entries = audit();
    QCOMPARE(entries.size(), std::size_t(1));
    QVERIFY(entries[0].phase == store::AuditPhase::Intent);
  }
};

QTEST_GUILESS_MAIN(ClusterActionsTest)
#include "cluster_actions_test.moc"
