#include "app/desktop/start_trace.h"

#include <time.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <QAbstractItemModel>
#include <QEvent>
#include <QListView>
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

class FirstPaint final : public QObject {
 public:
  FirstPaint(QListView* list, QObject* parent) : QObject(parent), m_list(list) { list->viewport()->installEventFilter(this); }

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() != QEvent::Paint || m_list->model()->rowCount() == 0) return false;
    watched->removeEventFilter(this);
    // After this turn the frame has been handed to the screen.
    QTimer::singleShot(0, this, [] { std::fprintf(stderr, "first-frame %.0f\n", (nowSeconds() - processStartSeconds()) * 1000); });
    return false;
  }

 private:
  QListView* m_list;
};

}  // namespace

void traceFirstFrame(QWidget& window) {
  if (qgetenv("AIAGENT_TRACE_START") != "1") return;
  if (auto* list = window.findChild<QListView*>(QStringLiteral("library"))) new FirstPaint(list, &window);
}

}  // namespace aiagent::desktop
