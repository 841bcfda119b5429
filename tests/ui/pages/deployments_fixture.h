// The Deployments page over any cluster, with a real kubeconfig and a profile of its own.
#pragma once

#include <QFile>
#include <QTreeView>

#include "core/base/base64.h"
#include "tests/ui/pages/page_fixture.h"
#include "ui/pages/deployments/cluster_table_view.h"
#include "ui/pages/deployments/deployments_page.h"
#include "ui/widgets/controls/message_strip.h"
#include "ui/widgets/controls/section_bar.h"

namespace aiagent::testing {

inline bool soon(const std::function<bool()>& condition) {
  return QTest::qWaitFor(condition, 20'000);
}

// The page over a cluster that somebody else plays.
struct DeploymentsFixture : PageFixture {
  // Both must outlive this. No clock: the system's.
  explicit DeploymentsFixture(ports::HttpClient& client, const base::Clock* clock = nullptr)
      : PageFixture({}, clock), http(client) {
    environments = std::make_unique<services::EnvironmentService>(*services.profile);
    path = std::make_unique<services::LoginPath>(services.commands, services.scheduler, std::string(),
                                                 services.folder.path().toStdString());
  }
  ~DeploymentsFixture() { window.reset(); }

  services::ClusterGround ground() {
    return {services.profile->store(),
            *environments,
            *path,
            [this](services::ExecPlugins* plugins) {
              return services::KubeSurroundings{http, services.scheduler, services.clock, nullptr, plugins};
            },
            [this](std::string found, services::AskConsent ask) {
              return std::make_unique<services::ExecPlugins>(
                  services.commands, services.clock, std::move(ask),
                  services::ExecPluginOptions{.rules = {cluster::ExecPolicy::Allowlist, {}},
                                              .path = std::move(found)});
            },
            tls};
  }

  domain::Environment keep(const char* name, domain::EnvironmentStage stage, const char* context,
                           const char* api = "") {
    const domain::Environment environment{.name = name,
                                          .stage = stage,
                                          .kubeconfig = kubeconfig().toStdString(),
                                          .context = context,
                                          .nameSpace = "aiagent",
                                          .api = api};
    auto kept =
        await<domain::Environment>([&](auto done) { environments->save(environment, std::move(done)); });
    if (!kept) qFatal("the environment was not kept");
    return *kept;
  }

  ui::DeploymentsPage& open(QSize size = {1340, 840}) {
    page = &show(new ui::DeploymentsPage(ground()), size);
    if (!soon([&] { return page->deployments().state().loaded; })) qFatal("the environments never load");
    return *page;
  }
  // Until the cluster's workloads are there.
  ui::DeploymentsPage& openWatching(QSize size = {1340, 840}) {
    open(size);
    if (!soon([&] { return rowOf("agent-api") >= 0; })) qFatal("the workloads never come");
    return *page;
  }

  QTreeView* table() {
    for (auto* view : window->findChildren<QTreeView*>())
      if (view->isVisible()) return view;
    return nullptr;
  }
  int rowOf(const char* name) {
    auto* view = table();
    for (int row = 0; view && row < view->model()->rowCount(); ++row)
      if (view->model()->index(row, 0).data().toString() == QLatin1String(name)) return row;
    return -1;
  }
  void select(const char* name) {
    auto* view = table();
    view->setFocus();
    view->setCurrentIndex(view->model()->index(rowOf(name), 0));
  }
  QString current() { return table()->currentIndex().siblingAtColumn(0).data().toString(); }
  QString strip() {
    for (auto* one : window->findChildren<ui::MessageStrip*>())
      if (one->isVisible()) return one->message().sentence;
    return {};
  }
  void openSection(const char* title) { button<QToolButton>(QLatin1String(title))->click(); }
  QString kubeconfig() { return services.folder.filePath(QStringLiteral("kubeconfig")); }

  ports::HttpClient& http;
  ports::TlsProbe* tls = nullptr;  // null: nobody looks at certificates
  std::unique_ptr<services::EnvironmentService> environments;
  std::unique_ptr<services::LoginPath> path;
  ui::DeploymentsPage* page = nullptr;

  // Contexts "admin", "reader", "limited", and "plugin", for which a program would run.
  void writeKubeconfig(const cluster::ClusterAccess& access) {
    const auto authority = base::toBase64(access.caData);
    std::string users, contexts;
    for (const std::string user : {"admin", "reader", "limited"})
      users += "- {name: " + user + ", user: {token: " + user + "}}\n";
    users +=
        "- name: plugin\n  user:\n    exec: {apiVersion: client.authentication.k8s.io/v1, command: "
        "get-token, "
        "args: [--for, test], interactiveMode: Never}\n";
    for (const std::string user : {"admin", "reader", "limited", "plugin"})
      contexts += "- {name: " + user + ", context: {cluster: recorded, user: " + user + "}}\n";
    const auto text =
        "apiVersion: v1\nkind: Config\ncurrent-context: reader\nclusters:\n- name: recorded\n"
        "  cluster: {server: \"" +
        access.server + "\", certificate-authority-data: " + authority + "}\nusers:\n" + users +
        "contexts:\n" + contexts;
    QFile file(kubeconfig());
    if (!file.open(QIODevice::WriteOnly) || file.write(text.c_str()) < 0) qFatal("no kubeconfig");
    QFile program(services.folder.filePath(QStringLiteral("get-token")));
    if (!program.open(QIODevice::WriteOnly)) qFatal("no program");
    program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  }
};

}  // namespace aiagent::testing
