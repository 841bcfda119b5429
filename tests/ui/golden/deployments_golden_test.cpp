// What the Deployments page looks like: the recorded cluster, standing still at one moment.
#include <map>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QUrl>
#include <QUrlQuery>

#include "tests/support/manual_clock.h"
#include "tests/ui/pages/deployments_fixture.h"

using namespace aiagent;
using namespace aiagent::testing;
using domain::EnvironmentStage;

namespace {

// 2026-11-23T07:46:00Z, a little after the recording.
constexpr std::int64_t kMoment = 1'795'419'960'000;

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
    if (isDenied && what != QLatin1String("pods"))
      return jsonAnswer(403,
                        status(403, "Forbidden", "User \\\"limited\\\" cannot list " + what.toStdString()));
    if (query.hasQueryItem(QStringLiteral("sendInitialEvents")))
      return jsonAnswer(422, status(422, "Invalid", "sendInitialEvents is not supported"));
    if (query.hasQueryItem(QStringLiteral("watch"))) return {Step::head(200), Step::hang()};
    const auto body = listOf(what);
    return body.empty() ? jsonAnswer(404, status(404, "NotFound", "there is no such kind"))
                        : jsonAnswer(200, body);
  }

  std::string listOf(const QString& plural) {
    static const std::map<QString, QString> kShort = {
        {QStringLiteral("horizontalpodautoscalers"), QStringLiteral("hpa")},
        {QStringLiteral("poddisruptionbudgets"), QStringLiteral("pdb")}};
    const auto name = kShort.count(plural) ? kShort.at(plural) : plural;
    const auto own = file(scene + "/" + name.toStdString() + ".json");
    return own.empty() ? file("healthy/" + name.toStdString() + ".json") : own;
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
  bool isDenied = false;
};

struct Still {
  explicit Still(const char* scene) : cluster(scene), page(cluster.http, &clock) {
    cluster::ClusterAccess access;
    access.server = "https://c.example";
    page.writeKubeconfig(access);
  }
  void keepAll() {
    page.keep("production", EnvironmentStage::Production, "admin");
    page.keep("staging", EnvironmentStage::Staging, "reader");
  }

  test::ManualClock clock{kMoment};
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
    for (auto* edit : still.page.window->findChildren<QLineEdit*>())
      if (edit->placeholderText().contains(QLatin1String("kube"))) {
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
