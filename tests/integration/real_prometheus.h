// A real Prometheus with an hour of measurements in it, which goes on scraping a small exporter.
#pragma once

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/support/http/loopback_server.h"

namespace aiagent::test {

class RealPrometheus {
 public:
  ~RealPrometheus() { stop(); }

  // Ten requests a second are well and one in two seconds fails; a pod uses a quarter of its limits. False:
  // it is not installed.
  bool start() {
    const auto program = QStandardPaths::findExecutable(QStringLiteral("prometheus"));
    const auto tool = QStandardPaths::findExecutable(QStringLiteral("promtool"));
    if (program.isEmpty() || tool.isEmpty()) return false;
    m_exporter = std::make_unique<::aiagent::testing::LoopbackServer>([](auto& connection) {
      while (connection.readRequest())
        connection.write(::aiagent::testing::simpleAnswer(sample(QDateTime::currentSecsSinceEpoch(), ""),
                                                          "Content-Type: text/plain\r\n"));
    });
    save("history", history());
    save("rules.yml",
         "groups: [{name: test, interval: 200ms, rules: [{alert: AlwaysOn, expr: vector(1), labels: "
         "{severity: "
         "critical, namespace: prod}, annotations: {summary: It is on}}]}]\n");
    save("prometheus.yml",
         "global: {scrape_interval: 200ms, evaluation_interval: 200ms}\n"
         "rule_files: [rules.yml]\n"
         "scrape_configs: [{job_name: t, static_configs: [{targets: ['127.0.0.1:" +
             std::to_string(m_exporter->port()) + "'], labels: {instance: i}}]}]\n");
    if (QProcess::execute(tool, {QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"),
                                 QStringLiteral("openmetrics"), QStringLiteral("--quiet"), path("history"),
                                 path("data")}) != 0)
      qFatal("no history");
    for (int tries = 0; tries < 3; ++tries)
      if (run(program)) return true;
    qFatal("Prometheus does not start: %s", m_process.readAllStandardError().constData());
  }

  void stop() {
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.terminate();
    if (!m_process.waitForFinished(10'000)) m_process.kill(), m_process.waitForFinished();
  }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }

 private:
  QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

  void save(const char* name, const std::string& text) const {
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(text.data(), qint64(text.size()));
  }

  // One line for each series, at that second; `at` is written behind it.
  static std::string sample(std::int64_t second, const std::string& at) {
    std::string all;
    for (const auto& family : families()) all += family.type + family.lines(double(second), at);
    return all;
  }

  struct Family {
    std::string type;
    std::function<std::string(double, const std::string&)> lines;
  };
  static std::vector<Family> families() {
    const auto line = [](const std::string& name, const std::string& labels, double value,
                         const std::string& at) {
      return name + "{job=\"t\",instance=\"i\",namespace=\"prod\",pod=\"api-5d8f7c9b4-x2v7k\"," + labels +
             "} " + std::to_string(value) + at + "\n";
    };
    const std::string route = R"(route="/v1/rpc/sync_pull",method="POST")";
    return {{"# TYPE aiagent_http_requests counter\n",
             [=](double second, const std::string& at) {
               const double since = second - kBegin;
               return line("aiagent_http_requests_total", route + R"(,status="200")", since * 10, at) +
                      line("aiagent_http_requests_total", route + R"(,status="503")", since * 0.5, at) +
                      line("aiagent_http_requests_total", R"(route="/livez",method="GET",status="200")",
                           since * 99, at);
             }},
            {"# TYPE aiagent_http_request_seconds histogram\n",
             [=](double second, const std::string& at) {
               const double since = second - kBegin;
               const std::string name = "aiagent_http_request_seconds_bucket";
               return line(name, route + R"(,le="0.01")", since * 5.25, at) +
                      line(name, route + R"(,le="0.1")", since * 10.5, at) +
                      line(name, route + R"(,le="+Inf")", since * 10.5, at) +
                      line(name, R"(route="/v1/live",method="GET",le="0.01")", 0, at) +
                      line(name, R"(route="/v1/live",method="GET",le="+Inf")", since * 90, at);
             }},
            {"# TYPE container_cpu_usage_seconds counter\n",
             [=](double second, const std::string& at) {
               const double used = (second - kBegin) * 0.5;
               return line("container_cpu_usage_seconds_total", R"(container="")", used, at) +
                      line("container_cpu_usage_seconds_total", R"(container="api")", used, at);
             }},
            {"# TYPE container_memory_working_set_bytes gauge\n",
             [=](double, const std::string& at) {
               const double bytes = 256.0 * 1024 * 1024;
               return line("container_memory_working_set_bytes", R"(container="")", bytes, at) +
                      line("container_memory_working_set_bytes", R"(container="POD")", 4096, at) +
                      line("container_memory_working_set_bytes", R"(container="api")", bytes, at);
             }},
            {"# TYPE kube_pod_container_resource_limits gauge\n",
             [=](double, const std::string& at) {
               return line("kube_pod_container_resource_limits", R"(container="api",resource="cpu")", 2, at) +
                      line("kube_pod_container_resource_limits", R"(container="api",resource="memory")",
                           1024.0 * 1024 * 1024, at);
             }},
            {"# TYPE kube_pod_status_phase gauge\n", [=](double, const std::string& at) {
               return line("kube_pod_status_phase", R"(phase="Running")", 1, at) +
                      line("kube_pod_status_phase", R"(phase="Failed")", 0, at);
             }}};
  }

  static std::string history() {
    const auto now = QDateTime::currentSecsSinceEpoch();
    std::string all;
    for (const auto& family : families()) {
      all += family.type;
      for (std::int64_t second = now - 3600; second <= now; second += 15)
        all += family.lines(double(second), " " + std::to_string(second));
    }
    return all + "# EOF\n";
  }

  bool run(const QString& program) {
    {
      QTcpServer free;
      if (!free.listen(QHostAddress::LocalHost)) return false;
      m_port = free.serverPort();
    }
    m_process.start(program, {QStringLiteral("--config.file=") + path("prometheus.yml"),
                              QStringLiteral("--storage.tsdb.path=") + path("data"),
                              QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(m_port)});
    if (!m_process.waitForStarted()) return false;
    return QTest::qWaitFor(
               [this] {
                 m_log += m_process.readAllStandardError();
                 return m_log.contains("Server is ready") || m_process.state() == QProcess::NotRunning;
               },
               30'000) &&
           m_process.state() == QProcess::Running;
  }

  static constexpr double kBegin = 1.7e9;
  QTemporaryDir m_folder;
  std::unique_ptr<::aiagent::testing::LoopbackServer> m_exporter;
  QProcess m_process;
  QByteArray m_log;
  quint16 m_port = 0;
};

}  // namespace aiagent::test
