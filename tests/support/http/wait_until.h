// waitUntil: runs the event loop until something holds. (QTRY_VERIFY sleeps 10 ms between turns, which makes
// everything that goes back and forth between threads crawl.)
#pragma once

#include <chrono>
#include <functional>
#include <QEventLoop>
#include <QTimer>

namespace aiagent::testing {

// False when it does not hold after `limit`.
inline bool waitUntil(const std::function<bool()>& holds,
                      std::chrono::milliseconds limit = std::chrono::seconds(15)) {
  QEventLoop loop;
  QTimer poll, end;
  QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
    if (holds()) loop.quit();
  });
  QObject::connect(&end, &QTimer::timeout, &loop, &QEventLoop::quit);
  end.start(limit);
  poll.start(1);
  loop.exec();
  return holds();
}

}  // namespace aiagent::testing
