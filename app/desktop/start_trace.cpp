#include "app/desktop/start_trace.h"

#include <time.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <QAbstractItemModel>
#include <QEvent>
#include <QListView>
#include <QMainWindow>
#include <QTimer>
#include <QWidget>
#include <sstream>
#include <string>

namespace aiagent::desktop {
namespace {

// Field 22 of /proc/self/stat: when the process was made, in clock ticks since the system started.
double processStartSeconds() {
  std::ifstream file("/proc/self/stat");
  std::string line;
  std::getline(file, line);
  std::istringstream fields(line.substr(line.rfind(')') + 2));
  std::string field;
  for (int i = 3; i <= 22; ++i) fields >> field;
  return field.empty() ? 0 : std::stod(field) / double(::sysconf(_SC_CLK_TCK));
}

double nowSeconds() {
  timespec now{};
  ::clock_gettime(CLOCK_BOOTTIME, &now);
  return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

// The first frame that is painted after the library has its rows; on a narrow window the library itself is
// folded away, and the agent that is open takes its place.
class FirstFrame final : public QObject {
 public:
  FirstFrame(QAbstractItemModel* rows, QWidget* shown, QObject* parent) : QObject(parent), m_rows(rows) {
    shown->installEventFilter(this);
    connect(rows, &QAbstractItemModel::rowsInserted, shown, qOverload<>(&QWidget::update));
  }

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() != QEvent::Paint || m_rows->rowCount() == 0) return false;
    watched->removeEventFilter(this);
    // After this turn the frame has been handed to the screen.
    QTimer::singleShot(0, this, [] {
      std::fprintf(stderr, "first-frame %.0f\n", (nowSeconds() - processStartSeconds()) * 1000);
    });
    return false;
  }

 private:
  QAbstractItemModel* m_rows;
};

}  // namespace

void traceFirstFrame(QMainWindow& window) {
  if (qgetenv("AIAGENT_TRACE_START") != "1") return;
  const auto* list = window.findChild<QListView*>(QStringLiteral("library"));
  if (list) new FirstFrame(list->model(), window.centralWidget(), &window);
}

}  // namespace aiagent::desktop
