// Where a chart's lines and labels stand. No painting.
#pragma once

#include <QString>
#include <vector>

namespace aiagent::widgets {

// From nothing up: 0, then steps of 1, 2 or 5 times a power of ten (of two, where `binary`), the last at or
// above `highest`; at most `most` steps, at least one. From below nothing where `lowest` is.
std::vector<double> valueTicks(double lowest, double highest, int most, bool binary = false);

// Full minutes, hours or days of local time in [start, end], at most `most`.
std::vector<double> timeTicks(double start, double end, int most);

// "14:05", or "Fri 27" for the ticks of a range of more than two days.
QString timeTickText(double at, double start, double end);
// "Fri 27 Nov, 14:05"; with seconds where points are less than a minute apart.
QString exactTimeText(double at, double step);

// As many decimals as the value needs to be told from its neighbours, in the language of QLocale().
QString plainNumber(double value);

}  // namespace aiagent::widgets
