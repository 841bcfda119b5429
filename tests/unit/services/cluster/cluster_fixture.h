// The cluster services on a scripted network, scripted programs, files of memory and a clock of the test.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <string>

#include "core/qt/qt_scheduler.h"
#include "core/services/cluster/kube_client.h"
#include "tests/support/http/scripted_http.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_commands.h"

namespace aiagent::testing {

struct ClusterFixture {
  services::ReadFile reader() {
    return [this](std::string path, std::function<void(base::Result<std::string>)> done) {
      reads.push_back(path);
      const auto found = files.find(path);
      if (found == files.end()) return done(base::Error{.code = base::ErrorCode::NotFound, .subject = path});
      done(found->second);
    };
  }

  // A program in a folder of its own; what it does is scripted, but it must be there to be found.
  std::string program(const std::string& name) {
    QFile file(folder.filePath(QString::fromStdString(name)));
    if (!file.open(QIODevice::WriteOnly)) qFatal("no program");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName().toStdString();
  }

  services::ExecPluginOptions allowing(std::vector<std::string> programs) {
    return {.rules = {cluster::ExecPolicy::Allowlist, std::move(programs)},
            .path = folder.path().toStdString(),
            .privateFolder = folder.filePath(QStringLiteral("private")).toStdString()};
  }

  static cluster::ClusterAccess access() {
    cluster::ClusterAccess access;
    access.context = "prod";
    access.cluster = "c";
    access.user = "me";
    access.server = "https://c.example";
    access.caData = "ca";
    return access;
  }

  cluster::ClusterAccess execAccess(const std::string& command) const {
    auto own = access();
    own.exec = cluster::ExecConfig{.apiVersion = "client.authentication.k8s.io/v1",
                                   .command = command,
                                   .args = {"--for", "c"},
                                   .env = {{"PLUGIN", "1"}},
                                   .installHint = "Install it."};
    return own;
  }

  static std::string reply(const std::string& status) {
    return R"({"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":)" + status +
           "}";
  }

  static std::string tokenReply(const std::string& token) { return reply("{\"token\":\"" + token + "\"}"); }
  static std::string pairReply(const std::string& certificate) {
    return reply("{\"clientCertificateData\":\"" + certificate + "\",\"clientKeyData\":\"k\"}");
  }

  QTemporaryDir folder;
  std::map<std::string, std::string> files;
  std::vector<std::string> reads;
  test::ManualClock clock;
  qt::QtScheduler scheduler;
  ScriptedCommands commands{scheduler};
  ScriptedHttp http{&scheduler};
};

template <class T>
struct Outcome {
  std::optional<base::Result<T>> result;
  int times = 0;
  std::function<void(base::Result<T>)> taker() {
    return [this](base::Result<T> told) { result.emplace(std::move(told)), ++times; };
  }
  bool await() const {
    return QTest::qWaitFor([&] { return result.has_value(); }, 10'000);
  }
  std::string word() const { return !result ? "nothing" : *result ? "good" : result->error().providerCode; }
};

}  // namespace aiagent::testing
