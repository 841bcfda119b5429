// What the Deployments page looks like: the recorded cluster, standing still at one moment.
#include <map>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QUrl>
#include <QUrlQuery>

#include "core/store/cluster_audit.h"
#include "core/wire/tree_json.h"
#include "tests/support/manual_clock.h"
#include "tests/ui/pages/deployments_fixture.h"
#include "ui/pages/deployments/action_pane.h"

using namespace aiagent;
using namespace aiagent::testing;
using domain::EnvironmentStage;

namespace {

// 2026-11-23T07:46:00Z, a little after the recording.
constexpr std::int64_t kMoment = 1'795'419'960'000;
constexpr int kPolicies = 7, kBudget = 9;  // columns of the posture

// Lists from the recordings; watches that say nothing; no trial changes anything.
struct StillCluster {
  explicit StillCluster(const char* folder) : scene(folder) {
    http.answer = [this](const ports::HttpRequest& request) { return answer(request); };
  }

  Script answer(const ports::HttpRequest& request) {
    const QUrl url(QString::fromStdString(request.url));
    const QUrlQuery query(url);
    const auto what = url.path().section(QLatin1Char('/'), -1);
    if (what == QLatin1String("selfsubjectreviews")) return jsonAnswer(201, file("auth/whoami-reader.json"));
    if (what == QLatin1String("selfsubjectaccessreviews"))
      return jsonAnswer(201, file("auth/can-list-deployments-yes.json"));
    if (isGone) return failure(base::ErrorCode::ConnectionFailed, "c.example");
    if (url.path() == QLatin1String("/api")) return jsonAnswer(200, file("discovery/api.aggregated.json"));
    if (url.path() == QLatin1String("/apis")) return jsonAnswer(200, file("discovery/apis.aggregated.json"));
    if (isDenied && what != QLatin1String("pods"))
      return jsonAnswer(403,
                        status(403, "Forbidden", "User \\\"limited\\\" cannot list " + what.toStdString()));
    if (query.hasQueryItem(QStringLiteral("sendInitialEvents")))
      return jsonAnswer(422, status(422, "Invalid", "sendInitialEvents is not supported"));
    if (query.hasQueryItem(QStringLiteral("watch"))) {
      if (!isBreaking) return {Step::head(200), Step::hang()};
      return {Step::head(200), Step::wait(base::Milliseconds(2'000)),
              Step::fail(base::Error{.code = base::ErrorCode::ConnectionFailed})};
    }
    if (what == QLatin1String("configmaps")) return jsonAnswer(200, configMaps());
    if (what == QLatin1String("agent-config"))
      return jsonAnswer(200, itemOf(file("healthy/configmaps.json")));
    if (what == QLatin1String("agent-api")) return jsonAnswer(200, restarted(request.method == "PATCH"));
    const auto body = listOf(what);
    return body.empty() ? jsonAnswer(404, status(404, "NotFound", "there is no such kind"))
                        : jsonAnswer(200, body);
  }

  std::string listOf(const QString& plural) {
    if (const auto made = own.find(plural.toStdString()); made != own.end())
      return R"({"kind":"List","apiVersion":"v1","metadata":{"resourceVersion":"7"},"items":[)" +
             made->second + "]}";
    static const std::map<QString, QString> kShort = {
        {QStringLiteral("horizontalpodautoscalers"), QStringLiteral("hpa")},
        {QStringLiteral("poddisruptionbudgets"), QStringLiteral("pdb")}};
    const auto name = kShort.count(plural) ? kShort.at(plural) : plural;
    const auto recorded = file(scene + "/" + name.toStdString() + ".json");
    return recorded.empty() ? file("healthy/" + name.toStdString() + ".json") : recorded;
  }
  // The deployment after it was restarted, and before.
  static std::string restarted(bool after) {
    auto text = file("writes/rollout-restart-patch.json");
    const std::string mark = "2026-11-23T07:45:17Z";
    const auto at = text.find(mark);
    if (!after && at != std::string::npos) text.replace(at, mark.size(), "2026-11-20T10:00:00Z");
    return text;
  }
  // The server's own table: one that was recorded, and some more to look at.
  static std::string configMaps() {
    std::string rows;
    for (const auto& [name, data] :
         std::vector<std::pair<std::string, int>>{{"agent-config", 3},
                                                  {"feature-switches", 12},
                                                  {"kube-root-ca.crt", 1},
                                                  {"prompts-of-the-support-team", 41}})
      rows += std::string(rows.empty() ? "" : ",") + R"({"cells":[")" + name + "\"," + std::to_string(data) +
              R"(,"3d"],"object":{"metadata":{"name":")" + name + R"(","namespace":"aiagent","uid":"u-)" +
              name + R"(","creationTimestamp":"2026-11-2)" + std::to_string(data % 4) + R"(T07:40:00Z"}}})";
    return R"({"kind":"Table","metadata":{"resourceVersion":"7"},"columnDefinitions":[{"name":"Name","type":"string"},)"
           R"({"name":"Data","type":"string"},{"name":"Age","type":"string"}],"rows":[)" +
           rows + "]}";
  }
  static std::string itemOf(const std::string& list) {
    const auto tree = wire::parseJson(list);
    const auto* items = tree ? tree->find("items") : nullptr;
    for (const auto& item : items ? items->items() : wire::List())
      if (const auto* metadata = item.find("metadata");
          metadata && metadata->find("name")->asText() == "agent-config")
        return wire::compactJson(item);
    return {};
  }
  static std::string file(const std::string& name) {
    QFile opened(qEnvironmentVariable("AIAGENT_SOURCE_DIR") + QStringLiteral("/tests/fixtures/kubernetes/") +
                 QString::fromStdString(name));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll().toStdString() : std::string();
  }
  static std::string status(int code, const std::string& reason, const std::string& message) {
    return R"({"kind":"Status","apiVersion":"v1","status":"Failure","reason":")" + reason +
           R"(","message":")" + message + R"(","code":)" + std::to_string(code) + "}";
  }

  qt::QtScheduler scheduler;
  ScriptedHttp http{&scheduler};
  const std::string scene;
  std::map<std::string, std::string> own;  // items of a list that was not recorded, by plural
  bool isDenied = false;
  bool isGone = false;
  bool isBreaking = false;  // its watches, after two seconds
};

// One host answers, another does not.
struct StillProbe final : ports::TlsProbe {
  struct Call final : QObject, ports::TlsProbeCall {};
  std::unique_ptr<ports::TlsProbeCall> greet(
      ports::TlsTarget target, std::function<void(base::Result<ports::TlsGreeting>)> told) override {
    auto call = std::make_unique<Call>();
    QTimer::singleShot(0, call.get(), [target, told = std::move(told)] {
      if (target.host != "agents.example.com")
        return told(base::Error{.code = base::ErrorCode::ConnectionFailed});
      told(ports::TlsGreeting{.subject = target.host,
                              .issuer = "Let's Encrypt R11",
                              .names = {"agents.example.com", "www.agents.example.com"},
                              .notBefore = {},
                              .notAfter = base::wallTimeFromMillis(kMoment) + std::chrono::days(34),
                              .sha256 = {},
                              .problems = {}});
    });
    return call;
  }
};

std::string cronJob(const std::string& name, const std::string& schedule, const std::string& last,
                    const std::string& more = "", const std::string& image = "postgres:16") {
  return R"({"metadata":{"name":")" + name + R"(","namespace":"aiagent","uid":"u-)" + name +
         R"(","creationTimestamp":"2026-11-01T00:00:00Z"},"spec":{"schedule":")" + schedule + "\"" + more +
         R"(,"jobTemplate":{"spec":{"template":{"spec":{"containers":[{"name":"c","image":")" + image +
         R"("}]}}}}},"status":{"lastSuccessfulTime":")" + last + R"("}})";
}

std::string certificate(const std::string& name, const std::string& until, const std::string& more) {
  return R"({"metadata":{"name":")" + name + R"(","namespace":"aiagent","uid":"u-)" + name +
         R"("},"spec":{"dnsNames":[")" + name +
         R"(.example.com"],"issuerRef":{"name":"letsencrypt"}},"status":{"notAfter":")" + until +
         R"(","conditions":[{"type":"Ready","status":"True"}])" + more + "}}";
}

struct Still {
  explicit Still(const char* scene) : cluster(scene), page(cluster.http, &clock) {
    cluster::ClusterAccess access;
    access.server = "https://c.example";
    page.writeKubeconfig(access);
    page.tls = &probe;
  }
  void keepAll() {
    page.keep("production", EnvironmentStage::Production, "admin");
    page.keep("staging", EnvironmentStage::Staging, "reader");
  }

  // A table that stands behind another one in its section.
  void chooseKind(const char* title) {
    for (auto* combo : page.window->findChildren<QComboBox*>())
      if (combo->isVisible() && combo->findText(QLatin1String(title)) >= 0)
        combo->setCurrentIndex(combo->findText(QLatin1String(title)));
  }
  void openSection(const char* title) {
    page.openSection(title);
    QTest::qWait(500);
  }

  test::ManualClock clock{kMoment};
  StillProbe probe;
  StillCluster cluster;
  DeploymentsFixture page;
};

}  // namespace

class DeploymentsGoldenTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<ui::Theme> m_theme;
  QStringList m_faults;

  void shoot(Still& still, const QString& name) {
    if (auto* focus = QApplication::focusWidget()) focus->clearFocus();
    QTest::qWait(300);
    const auto outcome =
        tests::compareGolden(QStringLiteral("deployments-") + name, tests::pictureOf(*still.page.window));
    if (!outcome.same) m_faults << outcome.message;
    for (const auto& text : still.page.clipped()) m_faults << name + QStringLiteral(": clipped ") + text;
  }
  void use(ui::ThemeChoice choice, int percent = 100) { m_theme->apply(choice, percent); }
  // In light and dark; small in light.
  void shootAll(Still& still, const QString& name, bool sizes = false) {
    shoot(still, name + QStringLiteral("-light"));
    use(ui::ThemeChoice::Dark);
    shoot(still, name + QStringLiteral("-dark"));
    use(ui::ThemeChoice::Light);
    if (!sizes) return;
    still.page.window->resize(924, 640);
    shoot(still, name + QStringLiteral("-small"));
    still.page.window->resize(1340, 840);
  }

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void cleanupTestCase() { m_theme.reset(); }
  void init() {
    m_faults.clear();
    use(ui::ThemeChoice::Light);
  }
  void cleanup() { QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(QLatin1Char('\n')))); }

  void empty() {
    Still still("healthy");
    still.page.open();
    shootAll(still, QStringLiteral("empty"));
  }

  void form() {
    Still still("healthy");
    still.page.open();
    still.page.page->go(QStringLiteral("new"));
    for (auto* edit : still.page.window->findChildren<QLineEdit*>()) {
      if (edit->placeholderText().contains(QLatin1String("prometheus")))
        edit->setText(
            QStringLiteral("https://monitoring.googleapis.com/v1/projects/p/location/global/prometheus"));
      if (!edit->placeholderText().contains(QLatin1String("kube"))) continue;
      edit->setText(QStringLiteral("/nowhere/config"));
      Q_EMIT edit->editingFinished();
    }
    shootAll(still, QStringLiteral("form"));
  }

  void workloads_withDetails() {
    Still still("healthy");
    still.keepAll();
    still.page.openWatching();
    still.page.select("agent-api");
    shootAll(still, QStringLiteral("workloads"), true);
  }

  void failed_withWhy() {
    Still still("degraded");
    still.keepAll();
    still.page.openWatching();
    QTest::qWait(400);
    still.page.button<QToolButton>(QStringLiteral("&Why"))->click();
    shootAll(still, QStringLiteral("why"));
  }

  void denied() {
    Still still("healthy");
    still.cluster.isDenied = true;
    still.keepAll();
    still.page.open();
    QVERIFY(soon([&] { return still.page.strip().contains(QStringLiteral("Not everything may be seen")); }));
    QVERIFY(soon([&] { return still.page.rowOf("embedder-oom") >= 0; }));
    shootAll(still, QStringLiteral("denied"));
  }

  void certificates() {
    Still still("healthy");
    still.cluster.own["certificates"] =
        certificate("late", "2026-12-10T00:00:00Z", R"(,"renewalTime":"2026-11-20T00:00:00Z")") + "," +
        certificate(
            "failing", "2026-11-28T00:00:00Z",
            R"(,"renewalTime":"2026-11-10T00:00:00Z","failedIssuanceAttempts":3,"lastFailureTime":"2026-11-23T05:00:00Z")") +
        "," + certificate("good", "2027-02-01T00:00:00Z", R"(,"renewalTime":"2027-01-01T00:00:00Z")");
    still.page.keep("production", EnvironmentStage::Production, "admin", "https://api.example.com");
    still.page.openWatching();
    still.openSection("Network");
    still.chooseKind("Certificates");
    QVERIFY(soon([&] { return still.page.rowOf("api.example.com") >= 0; }));
    QVERIFY(soon([&] { return still.page.rowOf("failing") >= 0; }));
    still.page.select("failing");
    shootAll(still, QStringLiteral("certificates"));
  }

  void backups() {
    Still still("healthy");
    still.cluster.own["cronjobs"] =
        cronJob("postgres-backup", "0 */6 * * *", "2026-11-23T06:03:00Z") + "," +
        cronJob("uploads-backup", "0 3 * * *", "2026-11-19T03:20:00Z", R"(,"suspend":true)") + "," +
        cronJob("nightly", "0 2 * * *", "2026-11-21T02:10:00Z", "", "tools/restic:0.17") + "," +
        cronJob("reindex", "* * * * *", "2026-11-23T07:45:00Z", "", "reindex:1");
    still.keepAll();
    still.page.openWatching();
    still.openSection("Backups");
    QVERIFY(soon([&] { return still.page.rowOf("postgres-backup") >= 0; }));
    QVERIFY(still.page.rowOf("reindex") < 0);
    still.page.select("uploads-backup");
    shootAll(still, QStringLiteral("backups"));
  }

  void moreKinds() {
    Still still("healthy");
    still.keepAll();
    still.page.openWatching();
    still.openSection("More Kinds");
    shootAll(still, QStringLiteral("more-kinds"));
    for (auto* combo : still.page.window->findChildren<QComboBox*>())
      if (const int at = combo->findText(QStringLiteral("configmaps")); combo->isVisible() && at >= 0)
        Q_EMIT combo->activated(at);
    QVERIFY(soon([&] { return still.page.rowOf("agent-config") >= 0; }));
    still.page.select("agent-config");
    QVERIFY(soon([&] { return still.page.shows(QStringLiteral("ConfigMap/agent-config")); }));
    shootAll(still, QStringLiteral("more-kinds-object"), true);
  }

  void posture() {
    Still still("healthy");
    still.keepAll();
    still.page.openWatching();
    still.openSection("Posture");
    QVERIFY(soon([&] { return still.page.rowOf("agent-api") >= 0; }));
    // Policies and budgets are asked for when it is opened.
    const auto isUnknown = [model = still.page.table()->model()](int column) {
      return !model->match(model->index(0, column), Qt::DisplayRole, QStringLiteral("unknown")).isEmpty();
    };
    QVERIFY(soon([&] { return !isUnknown(kPolicies) && !isUnknown(kBudget); }));
    shootAll(still, QStringLiteral("posture"), true);
    still.page.select("agent-api");
    shoot(still, QStringLiteral("posture-details"));
  }

  // Everything at twice the size.
  void large() {
    Still still("degraded");
    still.keepAll();
    still.page.openWatching();
    use(ui::ThemeChoice::Light, 200);
    still.page.window->resize(1440, 900);
    shoot(still, QStringLiteral("large"));
    use(ui::ThemeChoice::Light);
  }

  void stale() {
    Still still("healthy");
    still.keepAll();
    still.cluster.isBreaking = true;
    still.page.openWatching();
    still.cluster.isGone = true;
    QVERIFY(soon([&] { return still.page.shows(QStringLiteral("stale, as of")); }));
    QVERIFY(soon([&] { return !still.page.strip().isEmpty(); }));
    QTest::qWait(5'000);
    shootAll(still, QStringLiteral("stale"));
  }

  // What would be done, tried on the server, and what is still missing to do it.
  void actPlanned() {
    Still still("healthy");
    still.keepAll();
    still.page.openWatching();
    still.page.select("agent-api");
    for (auto* menu : still.page.window->findChildren<QMenu*>())
      for (auto* action : menu->actions())
        if (action->text() == QLatin1String("&Restart")) action->trigger();
    QVERIFY(soon([&] {
      const auto* pane = still.page.window->findChild<ui::ActionPane*>();
      return pane && pane->isVisible() &&
             pane->findChild<ui::MessageStrip*>()->message().sentence.contains(
                 QStringLiteral("arm the environment"));
    }));
    shootAll(still, QStringLiteral("act"));
  }

  void audit() {
    Still still("healthy");
    const auto environment = still.page.keep("production", EnvironmentStage::Production, "admin");
    auto& store = still.page.services.profile->store();
    const auto done = [&](std::chrono::minutes ago, const char* action, const char* target,
                          const char* outcome) {
      const store::AuditEntry entry{
          .act = store.ids().next(),
          .phase = *outcome ? store::AuditPhase::Outcome : store::AuditPhase::Intent,
          .at = base::wallTimeFromMillis(kMoment) - ago,
          .environment = environment.id.toString(),
          .context = "admin",
          .server = "https://c.example",
          .identity = "ann@example.com",
          .action = action,
          .nameSpace = "aiagent",
          .target = target,
          .reason = "Errors after the release of this morning",
          .plan = R"([{"method":"PATCH"}])",
          .outcome = outcome,
          .error = {},
          .resourceVersion = "4711"};
      const auto kept = store.writeAndWait<void>(
          [&](store::Connection& connection) { return store::appendAudit(connection, entry); });
      QVERIFY(kept);
    };
    done(std::chrono::minutes(3), "rollback", "deployment/agent-api", "done");
    done(std::chrono::minutes(40), "scale", "deployment/agent-web-green", "");
    done(std::chrono::minutes(90), "restart", "deployment/tool-runner", "refused");
    still.page.openWatching();
    still.openSection("Audit");
    QVERIFY(soon([&] { return still.page.table() && still.page.table()->model()->rowCount() == 3; }));
    still.page.table()->setCurrentIndex(still.page.table()->model()->index(0, 0));
    shootAll(still, QStringLiteral("audit"));
  }

  void arming() {
    Still still("healthy");
    still.keepAll();
    still.page.openWatching();
    still.page.button<QPushButton>(QStringLiteral("Read-only · A&rm…"))->click();
    shootAll(still, QStringLiteral("arming"));
  }

  void noneIsLeftOver() { QCOMPARE(tests::unusedGoldens(QStringLiteral("deployments-")), QStringList()); }
};

AIAGENT_GOLDEN_MAIN(DeploymentsGoldenTest)
#include "deployments_golden_test.moc"
