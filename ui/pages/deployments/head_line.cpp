#include "ui/pages/deployments/head_line.h"

#include <algorithm>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include "ui/pages/deployments/verdict_look.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/flow_layout.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using cluster::VerdictKind;

constexpr int kIconSize = 16;
constexpr int kLongest = 32;  // characters: a version is a stranger's text

void keepWhole(ElidedLabel* label) {
  const auto metrics = label->fontMetrics();
  label->setMinimumWidth(
      std::min(metrics.horizontalAdvance(label->fullText()) + 2, metrics.averageCharWidth() * kLongest));
}

// Only what is wrong has an icon: a line of ticks would hide it.
bool isWrong(const HeadFigure& figure) {
  return figure.isKnown && (figure.verdict == VerdictKind::Degraded || figure.verdict == VerdictKind::Failed);
}

}  // namespace

HeadLine::HeadLine(QWidget* parent) : QWidget(parent) {
  new FlowLayout(this, kGapGroups, kGapInside);
  auto policy = sizePolicy();
  policy.setHeightForWidth(true);
  policy.setVerticalPolicy(QSizePolicy::Minimum);
  setSizePolicy(policy);
}

HeadLine::Cell HeadLine::makeCell() {
  Cell cell;
  cell.whole = new QWidget(this);
  cell.name = new MetaLabel(cell.whole);
  cell.icon = new QLabel(cell.whole);
  cell.value = new ElidedLabel(cell.whole);
  cell.value->setTextFormat(Qt::PlainText);
  auto* row = new QHBoxLayout(cell.whole);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapInside);
  row->addWidget(cell.name);
  row->addWidget(cell.icon);
  row->addWidget(cell.value, 1);
  layout()->addWidget(cell.whole);
  return cell;
}

void HeadLine::render(const std::vector<HeadFigure>& figures) {
  if (figures == m_shown) return;
  m_shown = figures;
  while (m_cells.size() < figures.size()) m_cells.push_back(makeCell());
  for (std::size_t i = 0; i < m_cells.size(); ++i) {
    syncVisible(m_cells[i].whole, i < figures.size());
    if (i < figures.size()) renderCell(m_cells[i], figures[i]);
  }
  layout()->invalidate();
  updateGeometry();
}

void HeadLine::renderCell(Cell& cell, const HeadFigure& figure) {
  const auto tokens = tokensFor(palette());
  const bool wrong = isWrong(figure);
  syncText(cell.name, figure.name);
  keepWhole(cell.name);
  syncVisible(cell.icon, wrong);
  if (wrong) {
    const auto mode = figure.isStale ? QIcon::Disabled : QIcon::Normal;
    cell.icon->setPixmap(verdictIcon(figure.verdict).pixmap(kIconSize, kIconSize, mode));
  }
  syncText(cell.value, figure.isStale ? tr("%1 (stale)").arg(figure.value) : figure.value);
  keepWhole(cell.value);
  auto colours = palette();
  const bool grey = figure.isStale || !figure.isKnown;
  colours.setColor(QPalette::WindowText, grey    ? tokens.muted
                                         : wrong ? verdictColour(figure.verdict, tokens)
                                                 : tokens.text);
  cell.value->setPalette(colours);
  cell.whole->setToolTip(figure.tip.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
  cell.value->setAccessibleName(tr("%1: %2").arg(figure.name, cell.value->fullText()));
}

// Colours are another theme's.
void HeadLine::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
    for (std::size_t i = 0; i < m_cells.size() && i < m_shown.size(); ++i) renderCell(m_cells[i], m_shown[i]);
}

}  // namespace aiagent::ui
