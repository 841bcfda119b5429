// StartTrace: how long it takes until the window can be used; for the bench of the cold start.
#pragma once

class QMainWindow;

namespace aiagent::desktop {

// With AIAGENT_TRACE_START=1: writes "first-frame MS" to standard error when the first frame with the rows of
// the library read is painted. MS are milliseconds since the process was made (to a clock tick, 10 ms).
// Otherwise does nothing.
void traceFirstFrame(QMainWindow& window);

}  // namespace aiagent::desktop
