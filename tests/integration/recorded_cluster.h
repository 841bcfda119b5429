// The recorded API server over TLS, and a client of it.
#pragma once

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "core/qt/qt_http_client.h"
#include "core/qt/qt_scheduler.h"
#include "core/services/cluster/kube_client.h"
#include "tests/support/child_process.h"
#include "tests/support/http/loopback_server.h"

namespace aiagent::test {

class RecordedCluster {
 public:
  // False: openssl is not installed. `speed`: how many times as fast as it was recorded.
  bool start(const char* speed) {
    const auto made = ::aiagent::testing::makeCertificate();
    if (!made) return false;
    const auto certificate = save("server.pem", made->pem), key = save("server.key", made->tls.key.toPem());
    const auto fixtures =
        qEnvironmentVariable("AIAGENT_SOURCE_DIR").toStdString() + "/tests/fixtures/kubernetes";
    m_server = std::make_unique<ChildProcess>(
        "aiagent-fake-cluster",
        std::vector<std::string>{fixtures, "--cert", certificate, "--key", key, "--speed", speed});
    const auto first = m_server->line();
    if (!first || first->rfind("port ", 0) != 0) qFatal("no server");
    m_access.server = "https://127.0.0.1:" + first->substr(5);
    m_access.caData = made->pem.toStdString();
    m_access.token = base::SecretString("reader");
    return true;
  }

  // A fresh client, with the server as in the beginning.
  void open() {
    m_http = std::make_unique<qt::QtHttpClient>();
    m_client = std::make_unique<services::KubeClient>(m_access, around());
    control(R"({"reset":true})");
  }
  void close() {
    m_client.reset();
    m_http.reset();
  }

  const std::string& server() const { return m_access.server; }
  const std::string& authority() const { return m_access.caData; }  // PEM
  services::KubeClient& client() { return *m_client; }
  services::KubeSurroundings around() { return {*m_http, m_scheduler, m_clock, nullptr}; }
  std::string ask(services::KubeRequest request) {
    std::optional<base::Result<services::KubeAnswer>> answer;
    const auto call = m_client->send(std::move(request), [&](auto told) { answer.emplace(std::move(told)); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20'000)) qFatal("no answer");
    return *answer ? (*answer)->body : "error " + answer->error().detail;
  }
  void control(const char* orders) { ask({.method = "POST", .path = "/_control", .body = orders}); }

 private:
  std::string save(const char* name, const QByteArray& text) {
    QFile file(m_folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(text);
    return file.fileName().toStdString();
  }

  QTemporaryDir m_folder;
  std::unique_ptr<ChildProcess> m_server;
  base::SystemClock m_clock;
  qt::QtScheduler m_scheduler;
  std::unique_ptr<qt::QtHttpClient> m_http;
  std::unique_ptr<services::KubeClient> m_client;
  cluster::ClusterAccess m_access;
};

}  // namespace aiagent::test
