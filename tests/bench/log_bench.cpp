// The log pane at full speed, with real painting on the offscreen platform.
//
//   log_bench [LINES]
//
// Lines of three pods arrive as fast as the event loop takes them, through LogFeed and LogVm into a pane that
// is shown. "stall" is the longest time between two turns of the event loop.
#include <cstdio>
#include <cstdlib>
#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include "tests/ui/pages/log_fixture.h"

using namespace aiagent;
using namespace aiagent::testing;

namespace {

Script flood(int lines, const std::string& pod) {
  Script script = {Step::head(200)};
  std::string piece;
  for (int i = 0; i < lines; ++i) {
    piece +=
        LogFixture::stamped(i / 100, R"({"level":"info","msg":"request","method":"GET","path":"/v1/agents/)" +
                                         std::to_string(i) + R"(","status":200,"pod":")" + pod + "\"}");
    if (piece.size() < 64u << 10) continue;
    script.push_back(Step::bytes(std::exchange(piece, {})));
  }
  script.push_back(Step::bytes(piece));
  script.push_back(Step::hang());
  return script;
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  const int lines = argc > 1 ? std::atoi(argv[1]) : 20'000;
  for (const bool wrapped : {false, true}) {
    LogFixture log;
    const int each = lines / 3;
    for (const char* pod : {"web-1", "web-2", "web-3"}) log.logs[pod] = flood(each, pod);
    ui::LogPane pane(*log.vm);
    pane.resize(1'000, 700);
    pane.view()->setWrapped(wrapped);
    pane.show();
    QElapsedTimer turn, whole;
    qint64 longest = 0;
    QTimer heartbeat;
    heartbeat.setInterval(0);
    QObject::connect(&heartbeat, &QTimer::timeout, [&] {
      longest = std::max(longest, turn.nsecsElapsed());
      turn.restart();
    });
    QTest::qWait(50);
    whole.start();
    turn.start();
    heartbeat.start();
    log.open({"web-1", "web-2", "web-3"});
    log.come(std::size_t(each) * 3);
    const double seconds = double(whole.nsecsElapsed()) / 1e9;
    std::printf("%-9s %d lines in %.2f s, longest stall %.1f ms\n", wrapped ? "wrapped" : "unwrapped",
                each * 3, seconds, double(longest) / 1e6);
  }
  return 0;
}
