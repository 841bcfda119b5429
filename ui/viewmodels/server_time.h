// Times as a server writes them.
#pragma once

#include <optional>
#include <QDateTime>
#include <string>

#include "core/base/clock.h"
#include "ui/format/human.h"
#include "ui/format/text.h"

namespace aiagent::ui {

// Of ISO 8601; nothing: it is none.
inline std::optional<base::WallTime> serverTime(const std::string& iso) {
  const auto time = QDateTime::fromString(format::text(iso), Qt::ISODateWithMs);
  return time.isValid() ? std::optional(base::wallTimeFromMillis(time.toMSecsSinceEpoch())) : std::nullopt;
}
// "5 min ago"; empty when there is no such time.
inline QString relativeServerTime(const std::string& iso, base::WallTime now) {
  const auto time = serverTime(iso);
  return time ? format::relativeTime(*time, now) : QString();
}
inline QString exactServerTime(const std::string& iso) {
  const auto time = serverTime(iso);
  return time ? format::exactTime(*time) : QString();
}

}  // namespace aiagent::ui
