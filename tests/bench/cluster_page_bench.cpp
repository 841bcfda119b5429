// The deployments page over a large cluster, with real painting on the offscreen platform: a generated API
// server (large_cluster.py, a program of its own) with 200 changes a second.
//
//   cluster_page_bench [SECONDS [OPTIONS OF large_cluster.py …]]
//
// "first view" is the time from the server's last byte to a page that shows everything; "of a core" is CPU
// time of the whole process over SECONDS (30), the median of windows of ten and the dearest of them (what is
// done each half minute falls into one of three); "stall" the longest time between two turns of the event
// loop.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <string>
#include <vector>

#include "app/backend/backend.h"
#include "core/base/process_start.h"
#include "ui/pages/deployments/cluster_table_view.h"
#include "ui/pages/deployments/deployments_page.h"

using namespace aiagent;

namespace {

constexpr int kWorkloads = 0, kPods = 1, kEvents = 2;  // sections of the page
constexpr int kWindow = 10;                            // seconds

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double cpuSeconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
}

// "VmRSS" or "VmHWM" of this process, in MB.
double megabytes(const std::string& field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(field)) return std::atof(line.c_str() + field.size() + 1) / 1024;
  return 0;
}

// The server, and when it had sent all of a kind.
class Server {
 public:
  explicit Server(const QStringList& options) {
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("python3"), QStringList(QStringLiteral(AIAGENT_SOURCE) +
                                                           QStringLiteral("/tests/bench/large_cluster.py")) +
                                                   options);
    while (port.empty() && m_process.waitForReadyRead(60'000)) read();
    QObject::connect(&m_process, &QProcess::readyRead, [this] { read(); });
  }
  ~Server() {
    m_process.closeWriteChannel();
    m_process.waitForFinished(5'000);
  }
  std::string port;
  double lastByte = 0;  // of the kinds that the page's first view rests on

 private:
  void read() {
    while (m_process.canReadLine()) {
      const auto words = m_process.readLine().trimmed().split(' ');
      if (words.front() == "port") port = words.at(1).toStdString();
      if (words.front() == "sent") lastByte = std::max(lastByte, words.at(3).toDouble());
    }
  }
  QProcess m_process;
};

// The longest time between two turns of the event loop since it was asked last.
class Stalls {
 public:
  Stalls() {
    m_timer.setInterval(5);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, [this] {
      m_longest = std::max(m_longest, double(m_turn.nsecsElapsed()) / 1e6);
      m_turn.restart();
    });
  }
  void start() {
    m_longest = 0;
    m_turn.start();
    m_timer.start();
  }
  double stop() {
    m_timer.stop();
    return std::max(m_longest, double(m_turn.nsecsElapsed()) / 1e6);
  }

 private:
  QTimer m_timer;
  QElapsedTimer m_turn;
  double m_longest = 0;
};

bool waitUntil(const std::function<bool()>& done, int milliseconds) {
  QEventLoop loop;
  QTimer look, limit;
  look.callOnTimeout([&] {
    if (done()) loop.quit();
  });
  limit.callOnTimeout(&loop, &QEventLoop::quit);
  look.start(5);
  limit.start(milliseconds);
  loop.exec();
  return done();
}

// Without a turn of the loop that the page did not ask for.
void pass(int seconds) {
  QEventLoop loop;
  QTimer::singleShot(seconds * 1'000, &loop, &QEventLoop::quit);
  loop.exec();
}

class Bench {
 public:
  Bench(app::Backend& backend, Server& server, int seconds)
      : m_server(server), m_seconds(seconds), m_page(backend.clusterGround()) {
    m_page.resize(1280, 800);
    m_page.show();
  }

  bool open(std::size_t workloads) {
    m_stalls.start();
    const bool came = waitUntil([&] { return shown(workloads); }, 120'000);
    report("first view, workloads");
    return came;
  }

  void openPods(std::size_t pods) {
    m_server.lastByte = now();
    m_stalls.start();
    m_page.openSection(kPods);
    waitUntil([&] { return shown(pods); }, 60'000);
    report("first view, pods tab opened");
  }

  void steady(const char* what, int section) {
    if (section >= 0) m_page.openSection(section);
    m_page.setVisible(section >= 0);
    pass(2);
    std::vector<double> used;
    for (int left = m_seconds; left > 0; left -= kWindow) used.push_back(usedIn(std::min(left, kWindow)));
    std::sort(used.begin(), used.end());
    m_stalls.start();  // its own turns are not in what was used
    pass(m_seconds);
    const auto stall = m_stalls.stop();
    std::printf("%-32s %6.1f %% of a core (at most %.1f)   stall %7.1f ms   %5.0f MB\n", what,
                used[used.size() / 2], used.back(), stall, megabytes("VmRSS:"));
    std::fflush(stdout);
  }

 private:
  // In hundredths of a core.
  static double usedIn(int seconds) {
    const auto cpu = cpuSeconds();
    const auto begun = now();
    pass(seconds);
    return 100 * (cpuSeconds() - cpu) / (now() - begun);
  }

  bool shown(std::size_t rows) {
    auto* view = m_page.findChild<ui::ClusterTableView*>();
    for (auto* each : m_page.findChildren<ui::ClusterTableView*>())
      if (each->isVisible()) view = each;
    if (!view) return false;
    const auto& state = view->current().state();
    if (state.shown < rows || state.freshness != cluster::Freshness::Live) return false;
    const auto* glance = m_page.deployments().state().glance();
    if (!glance || glance->verdict.kind == cluster::VerdictKind::Unknown) return false;
    m_page.grab();
    return true;
  }

  void report(const char* what) {
    const auto seconds = now() - m_server.lastByte;
    const auto stall = m_stalls.stop();
    std::printf("%-32s %6.2f s             stall %7.1f ms   %5.0f MB, peak %.0f MB\n", what, seconds, stall,
                megabytes("VmRSS:"), megabytes("VmHWM:"));
    std::fflush(stdout);
  }

  Server& m_server;
  const int m_seconds;
  ui::DeploymentsPage m_page;
  Stalls m_stalls;
};

std::string writeKubeconfig(const QTemporaryDir& folder, const std::string& port) {
  const auto path = folder.path().toStdString() + "/kubeconfig";
  std::ofstream(path)
      << R"({"apiVersion":"v1","kind":"Config","current-context":"large","clusters":[{"name":"large",)"
      << R"("cluster":{"server":"http://127.0.0.1:)" << port
      << R"("}}],"users":[{"name":"nobody","user":{}}],)"
      << R"("contexts":[{"name":"large","context":{"cluster":"large","user":"nobody","namespace":"aiagent"}}]})";
  return path;
}

bool keepEnvironment(app::Backend& backend, const std::string& kubeconfig) {
  domain::Environment environment;
  environment.name = "large";
  environment.kubeconfig = kubeconfig;
  bool kept = false, ended = false;
  backend.environments().save(environment, [&](const base::Result<domain::Environment>& end) {
    kept = end.ok();
    ended = true;
  });
  waitUntil([&] { return ended; }, 10'000);
  return kept;
}

}  // namespace

int main(int argc, char** argv) {
  base::startProcess();  // as the window does
  qputenv("QT_QPA_PLATFORM", "offscreen");
  for (const char* name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"}) qunsetenv(name);
  QApplication application(argc, argv);
  const int seconds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 30;
  const auto given = application.arguments().mid(2);
  const auto count = [&](const QString& name, int usual) {
    const auto at = given.indexOf(name);
    return std::size_t(at >= 0 && at + 1 < given.size() ? given[at + 1].toInt() : usual);
  };
  Server server(given);
  QTemporaryDir folder;
  auto backend = app::Backend::open(folder.path().toStdString() + "/profile");
  if (server.port.empty() || !backend || !keepEnvironment(**backend, writeKubeconfig(folder, server.port))) {
    std::fprintf(stderr, "cluster_page_bench: cannot begin\n");
    return 1;
  }
  Bench bench(**backend, server, seconds);
  if (!bench.open(count(QStringLiteral("--workloads"), 300))) {
    std::fprintf(stderr, "cluster_page_bench: the page never showed all\n");
    return 1;
  }
  bench.openPods(count(QStringLiteral("--pods"), 30'000));
  bench.steady("workloads tab, changes running", kWorkloads);
  bench.steady("pods tab, changes running", kPods);
  bench.steady("events tab, changes running", kEvents);
  bench.steady("hidden, changes running", -1);
  return 0;
}
