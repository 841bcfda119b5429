// A log pane over a scripted network.
#pragma once

#include <memory>

#include "tests/unit/services/cluster/cluster_fixture.h"
#include "ui/pages/deployments/log_pane.h"
#include "ui/pages/deployments/log_view.h"

namespace aiagent::testing {

struct LogFixture {
  // The log of a pod by its name, as the server sends it.
  std::map<std::string, Script> logs;
  ClusterFixture cluster;
  base::SystemClock clock;
  services::LogFeedOptions options;
  std::unique_ptr<services::KubeClient> client;
  std::unique_ptr<ui::LogVm> vm;

  LogFixture() {
    cluster.http.answer = [this](const ports::HttpRequest& request) {
      for (const auto& [pod, script] : logs)
        if (request.url.find("/pods/" + pod + "/log") != std::string::npos) return script;
      // As an API server says it; moc does not follow quotes in a raw string.
      return jsonAnswer(404,
                        "{\"kind\":\"Status\",\"code\":404,\"reason\":\"NotFound\","
                        "\"message\":\"pods \\\"web-7f4-c\\\" not found\"}");
    };
    client = std::make_unique<services::KubeClient>(ClusterFixture::access(), around());
    vm = std::make_unique<ui::LogVm>(cluster.scheduler);
  }
  ~LogFixture() {
    vm.reset();
    client.reset();
  }
  services::KubeSurroundings around() { return {cluster.http, cluster.scheduler, clock, cluster.reader()}; }

  static std::string stamped(int number, const std::string& text) {
    const auto seconds = std::to_string(number / 60 % 60), rest = std::to_string(number % 60);
    return "2026-11-24T07:" + std::string(2 - seconds.size(), '0') + seconds + ':' +
           std::string(2 - rest.size(), '0') + rest + ".5Z " + text + '\n';
  }
  static cluster::LogSource source(const std::string& pod) {
    return {.podUid = pod, .nameSpace = "aiagent", .pod = pod, .container = "api"};
  }

  void open(const std::vector<std::string>& pods) {
    std::vector<cluster::LogSource> sources;
    for (const auto& pod : pods) sources.push_back(source(pod));
    vm->open(
        [this](bool previous) {
          auto made = options;
          made.log.previous = previous;
          return std::make_unique<services::LogFeed>(*client, around(), made);
        },
        sources);
  }
  bool come(std::size_t lines) {
    return QTest::qWaitFor([&] { return vm->lines().size() + vm->lines().evicted() >= lines; }, 10'000);
  }
};

}  // namespace aiagent::testing
