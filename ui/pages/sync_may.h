// syncMay: turns a widget off, and says why.
#pragma once

#include <QVariant>
#include <QWidget>

namespace aiagent::ui {

// Off while there is a reason, which is its tooltip then; else as `enabled`, with its own.
inline void syncMay(QWidget* widget, bool enabled, const QString& reason) {
  constexpr char kOwn[] = "own-tool-tip";
  if (!widget->property(kOwn).isValid()) widget->setProperty(kOwn, widget->toolTip());
  const QString tip = reason.isEmpty() ? widget->property(kOwn).toString() : reason;
  if (widget->toolTip() != tip) widget->setToolTip(tip);
  const bool may = enabled && reason.isEmpty();
  if (widget->isEnabled() != may) widget->setEnabled(may);
}

}  // namespace aiagent::ui
