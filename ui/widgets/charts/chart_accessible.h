// What charts are to a screen reader: a chart with a name, and a description with its latest values.
#pragma once

namespace aiagent::widgets {

class TimeChart;

// Once in a process; later calls do nothing.
void installChartAccessibility();
// Its crosshair moved: what stands there is said.
void tellCrosshair(TimeChart* chart);

}  // namespace aiagent::widgets
