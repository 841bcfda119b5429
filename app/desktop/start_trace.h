// StartTrace: how long it takes until the window can be used; for the bench of the cold start.
#pragma once

class QWidget;

namespace aiagent::desktop {

// With AIAGENT_TRACE_START=1: writes "first-frame MS" to standard error when the library in it, with rows, is first
// painted. MS are milliseconds since the process was made (to a clock tick, 10 ms). Otherwise does nothing.
void traceFirstFrame(QWidget& window);

}  // namespace aiagent::desktop
