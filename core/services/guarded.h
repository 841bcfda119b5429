// Completions that must not outlive the object they were made for.
#pragma once

#include <functional>
#include <QObject>
#include <QPointer>
#include <utility>

#include "core/base/result.h"

namespace aiagent::services {

// `done`, but silent once `owner` is gone. Both live on one thread.
template <class T>
std::function<void(base::Result<T>)> guarded(QObject* owner, std::function<void(base::Result<T>)> done) {
  return [guard = QPointer<QObject>(owner), done = std::move(done)](base::Result<T> outcome) {
    if (guard && done) done(std::move(outcome));
  };
}

}  // namespace aiagent::services
