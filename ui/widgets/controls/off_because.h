// Why a command is off.
#pragma once

#include <QVariant>
#include <QWidget>

namespace aiagent::ui {

// A property of an action that is off, a QString: its buttons show it as their tooltip.
inline constexpr char kOffBecause[] = "off-because";

// Off while there is a reason, which is its tooltip then; else as `enabled`, with its own.
inline void enableUnless(QWidget* widget, const QString& reason, bool enabled) {
  constexpr char kOwn[] = "own-tool-tip";
  if (!widget->property(kOwn).isValid()) widget->setProperty(kOwn, widget->toolTip());
  const QString tip = reason.isEmpty() ? widget->property(kOwn).toString() : reason;
  if (widget->toolTip() != tip) widget->setToolTip(tip);
  const bool may = enabled && reason.isEmpty();
  if (widget->isEnabled() != may) widget->setEnabled(may);
}

}  // namespace aiagent::ui
