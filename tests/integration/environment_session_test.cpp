// EnvironmentSession against the recorded API server: from a kubeconfig on disk to verdicts, identity,
// history and acts; and what an untrusted kubeconfig may not do.
#include <QFile>
#include <QSignalSpy>
#include <QtTest>

#include "core/qt/qt_command_runner.h"
#include "core/services/cluster/environment_session.h"
#include "core/services/cluster/kubeconfig_files.h"
#include "core/store/cluster_history.h"
#include "tests/integration/recorded_cluster.h"

using namespace aiagent;
using services::EnvironmentSession;
using Stage = services::SessionState::Stage;

namespace {

template <class Condition>
bool soon(Condition condition) {
  return QTest::qWaitFor(condition, 20'000);
}

}  // namespace

class EnvironmentSessionTest : public QObject {
  Q_OBJECT

 private:
  test::RecordedCluster m_cluster;
  QTemporaryDir m_folder;
  base::SystemClock m_clock;
  qt::QtScheduler m_scheduler;
  qt::QtCommandRunner m_runner;
  std::unique_ptr<services::Profile> m_profile;
  std::unique_ptr<services::EnvironmentService> m_environments;
  std::unique_ptr<services::LoginPath> m_path;
  std::unique_ptr<EnvironmentSession> m_session;

  services::ClusterGround ground() {
    return {
        m_profile->store(), *m_environments, *m_path,
        [this](services::ExecPlugins* plugins) {
          auto around = m_cluster.around();
          around.plugins = plugins;
          return around;
        },
        [this](const std::string& path, services::AskConsent ask) {
          services::ExecPluginOptions options{.rules = {cluster::ExecPolicy::Allowlist, {}}, .path = path};
          return std::make_unique<services::ExecPlugins>(m_runner, m_clock, std::move(ask), options);
        }};
  }

  // A kubeconfig of one context "here", whose user is `user` (YAML).
  std::string kubeconfig(const QString& name, const QString& user) {
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(
        QStringLiteral("apiVersion: v1\nkind: Config\ncurrent-context: here\n"
                       "clusters: [{name: c, cluster: {server: \"%1\", certificate-authority-data: %2}}]\n"
                       "users: [{name: u, user: %3}]\n"
                       "contexts: [{name: here, context: {cluster: c, user: u, namespace: aiagent}}]\n")
            .arg(QString::fromStdString(m_cluster.server()),
                 QString::fromLatin1(QByteArray::fromStdString(m_cluster.authority()).toBase64()), user)
            .toUtf8());
    return file.fileName().toStdString();
  }

  // A plugin that gives the reader's token and leaves a mark that it ran.
  QString plugin() {
    QFile file(m_folder.filePath(QStringLiteral("plugin")));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write("#!/bin/sh\ntouch \"" + m_folder.filePath(QStringLiteral("ran")).toUtf8() +
               "\"\necho '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\","
               "\"status\":{\"token\":\"reader\"}}'\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
  }
  bool hasRun() const { return QFile::exists(m_folder.filePath(QStringLiteral("ran"))); }
  std::string withPlugin() {
    return kubeconfig(QStringLiteral("exec"),
                      QStringLiteral("{exec: {apiVersion: client.authentication.k8s.io/v1, command: \"%1\", "
                                     "interactiveMode: Never}}")
                          .arg(plugin()));
  }

  void open(const std::string& file, const std::string& context = {}) {
    domain::Environment environment{.name = "staging",
                                    .stage = domain::EnvironmentStage::Staging,
                                    .kubeconfig = file,
                                    .context = context};
    environment.id = m_profile->ids().make<domain::EnvironmentId>();
    m_session = std::make_unique<EnvironmentSession>(environment, ground());
    m_session->open();
  }
  bool isJudged() {
    return soon([&] {
      return m_session->watch() && m_session->watch()->settled() && !m_session->watch()->workloads().empty();
    });
  }

 private Q_SLOTS:
  void initTestCase() {
    if (!m_cluster.start("20")) QSKIP("openssl is not installed");
    auto opened = services::Profile::open(m_folder.filePath(QStringLiteral("profile")).toStdString(),
                                          m_scheduler, m_clock);
    QVERIFY(opened);
    m_profile = std::move(*opened);
    m_environments = std::make_unique<services::EnvironmentService>(*m_profile);
    m_environments->load();
    m_path = std::make_unique<services::LoginPath>(m_runner, m_scheduler, std::string(),
                                                   qEnvironmentVariable("PATH").toStdString());
  }
  void init() {
    m_cluster.open();
    QFile::remove(m_folder.filePath(QStringLiteral("ran")));
  }
  void cleanup() {
    m_session.reset();
    m_cluster.close();
  }

  void kubeconfig_leadsToVerdictsAndToWhoOneIs() {
    open(kubeconfig(QStringLiteral("token"), QStringLiteral("{token: reader}")));
    QVERIFY(m_session->state().stage == Stage::Opening);
    QVERIFY(isJudged());
    QVERIFY(m_session->state().stage == Stage::Watching);
    QCOMPARE(m_session->state().nameSpace, std::string("aiagent"));
    QVERIFY(soon([&] { return m_session->state().identity.has_value(); }));
    QVERIFY(m_session->state().identity->fromServer);
    QVERIFY(m_session->actions());
    QVERIFY(m_session->signals());
  }

  void whatIsWatched_isKeptAsHistory() {
    open(kubeconfig(QStringLiteral("token"), QStringLiteral("{token: reader}")));
    QVERIFY(isJudged());
    QVERIFY(soon([&] {
      const auto facts = m_profile->store().readAndWait<std::optional<store::ClusterSnapshot>>(
          [&](store::Connection& connection) {
            return store::clusterSnapshotBefore(connection, m_session->history(),
                                                m_clock.wallNow() + std::chrono::hours(1));
          });
      return facts && facts->has_value();
    }));
  }

  void kubeconfigWithFaults_saysThemAll_andIsReadAgain() {
    open(kubeconfig(QStringLiteral("token"), QStringLiteral("{token: reader}")), "elsewhere");
    QVERIFY(soon([&] { return m_session->state().stage == Stage::Failed; }));
    QCOMPARE(m_session->state().problems.front().fault, cluster::ConfigFault::UnknownContext);
    QVERIFY(!m_session->watch());
    m_session->open();
    QVERIFY(soon([&] { return m_session->state().stage == Stage::Failed; }));
  }

  void missingKubeconfig_isTold() {
    open(m_folder.filePath(QStringLiteral("none")).toStdString());
    QVERIFY(soon([&] { return m_session->state().stage == Stage::Failed; }));
    QCOMPARE(m_session->state().error->code, base::ErrorCode::NotFound);
  }

  void plugin_runsOnlyWithThePersonsWord() {
    open(withPlugin());
    QVERIFY(soon([&] { return m_session->state().wish.has_value(); }));
    QTest::qWait(200);
    QVERIFY(!hasRun());
    QCOMPARE(m_session->state().wish->program.front(), plugin().toStdString());
    m_session->answer(false, false);
    QVERIFY(!m_session->state().wish);
    QVERIFY(soon([&] {
      const auto* feed = m_session->watch()->feed(wire::KubeKind::Deployment);
      return feed->state().trouble.has_value();
    }));
    QVERIFY(!hasRun());
    m_session->open();
    QVERIFY(soon([&] { return m_session->state().wish.has_value(); }));
    m_session->answer(true, false);
    QVERIFY(isJudged());
    QVERIFY(hasRun());
    QVERIFY(m_environments->allowedPlugins().empty());
  }

  void pluginAllowedAlways_isNotAskedForAgain() {
    open(withPlugin());
    QVERIFY(soon([&] { return m_session->state().wish.has_value(); }));
    m_session->answer(true, true);
    QVERIFY(isJudged());
    QVERIFY(soon([&] { return m_environments->allowedPlugins().size() == 1; }));
    QSignalSpy changes(m_session.get(), &EnvironmentSession::stateChanged);
    bool asked = false;
    connect(m_session.get(), &EnvironmentSession::stateChanged, this,
            [&] { asked = asked || m_session->state().wish.has_value(); });
    m_session->open();
    QVERIFY(isJudged());
    QVERIFY(!asked);
  }
};

QTEST_GUILESS_MAIN(EnvironmentSessionTest)
#include "environment_session_test.moc"
