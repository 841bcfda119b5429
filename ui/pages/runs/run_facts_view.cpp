#include "ui/pages/runs/run_facts_view.h"

#include <QGridLayout>
#include <QLabel>

#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {

RunFactsView::RunFactsView(QWidget* parent) : QScrollArea(parent) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setAccessibleName(tr("Facts"));
}

void RunFactsView::show(const std::vector<RunFactGroup>& groups) {
  if (groups == m_shown && widget()) return;
  m_shown = groups;
  auto* body = new QWidget;
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(kGapGroups, kGapGroups, kGapGroups, kGapGroups);
  column->setSpacing(kGapRelated);
  for (const auto& group : groups) addGroup(column, group);
  column->addStretch(1);
  setWidget(body);
}

void RunFactsView::addGroup(QVBoxLayout* column, const RunFactGroup& group) {
  auto* parent = column->parentWidget();
  column->addWidget(sectionTitle(group.title, parent));
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(kGapGroups);
  grid->setVerticalSpacing(kGapInside);
  grid->setColumnStretch(1, 1);
  int row = 0;
  for (const auto& fact : group.facts) {
    auto* label = hintLabel(fact.label, parent);
    label->setWordWrap(false);
    auto* value = new QLabel(fact.value, parent);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setFocusPolicy(Qt::TabFocus);
    value->setAccessibleName(tr("%1: %2", "a fact's label and value").arg(fact.label, fact.value));
    if (!fact.exact.isEmpty()) value->setToolTip(fact.exact);
    grid->addWidget(label, row, 0, Qt::AlignTop);
    grid->addWidget(value, row++, 1);
  }
  column->addLayout(grid);
  column->addSpacing(kGapRelated);
}

}  // namespace aiagent::ui
