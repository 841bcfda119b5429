// whileAlive: a completion that is dropped once the object it was made for is gone.
#pragma once

#include <QObject>
#include <QPointer>
#include <utility>

namespace aiagent::ui {

// The services outlive the view-models, so an answer may come for one that has been closed.
template <class Function>
auto whileAlive(QObject* owner, Function function) {
  return [guard = QPointer<QObject>(owner), function = std::move(function)](auto&&... values) {
    if (guard) function(std::forward<decltype(values)>(values)...);
  };
}

}  // namespace aiagent::ui
