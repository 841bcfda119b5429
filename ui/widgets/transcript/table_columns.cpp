#include "ui/widgets/transcript/table_columns.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <QFontMetricsF>

namespace aiagent::widgets {

std::vector<double> columnWidths(const markdown::TableShape& shape, double available,
                                 const TranscriptStyle& style) {
  const QFontMetricsF metrics(style.title);  // headers are bolder than the rest
  const double padding = 2 * TranscriptStyle::kSmall;
  // The texts were compared by their number of characters: a little slack for narrow letters among them.
  const auto measured = [&](const QString& text) {
    return std::ceil(metrics.horizontalAdvance(text) * 1.04) + padding + 4;
  };
  std::vector<double> natural, least;
  for (const auto& column : shape.columns) {
    natural.push_back(measured(column.widestText));
    least.push_back(std::min(natural.back(), measured(column.widestWord)));
  }
  const double naturalSum = std::accumulate(natural.begin(), natural.end(), 0.0);
  const double leastSum = std::accumulate(least.begin(), least.end(), 0.0);
  if (naturalSum <= available) {
    // Of texts of one length the widest was not known: where there is room, all get a quarter more.
    const double stretch = std::min(1.25, available / naturalSum);
    for (auto& width : natural) width = std::floor(width * stretch);
    return natural;
  }
  std::vector<double> widths;
  for (std::size_t i = 0; i < natural.size(); ++i) {
    const double width = leastSum >= available ? least[i] * available / leastSum
                                               : least[i] + (natural[i] - least[i]) * (available - leastSum) /
                                                                (naturalSum - leastSum);
    widths.push_back(std::floor(width));
  }
  return widths;
}

}  // namespace aiagent::widgets
