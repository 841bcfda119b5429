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
  auto* grid = new QGridLayout(body);
  grid->setContentsMargins(kGapGroups, kGapGroups, kGapGroups, kGapGroups);
  grid->setHorizontalSpacing(kGapGroups);
  grid->setVerticalSpacing(kGapInside);
  grid->setColumnStretch(1, 1);
  for (const auto& group : groups) addGroup(grid, body, group);
  grid->setRowStretch(grid->rowCount(), 1);
  setWidget(body);
}

void RunFactsView::addGroup(QGridLayout* grid, QWidget* parent, const RunFactGroup& group) {
  int row = grid->rowCount();
  auto* heading = sectionTitle(group.title, parent);
  heading->setContentsMargins(0, row > 1 ? kGapRelated : 0, 0, 0);
  grid->addWidget(heading, row++, 0, 1, 2);
  for (const auto& fact : group.facts) {
    auto* label = hintLabel(fact.label, parent);
    label->setWordWrap(false);
    grid->addWidget(label, row, 0, Qt::AlignTop);
    grid->addWidget(valueOf(fact, parent), row++, 1);
  }
}

QWidget* RunFactsView::valueOf(const RunFact& fact, QWidget* parent) {
  auto* value = new QLabel(fact.value, parent);
  value->setWordWrap(true);
  value->setFocusPolicy(Qt::TabFocus);
  value->setAccessibleName(tr("%1: %2", "a fact's label and value").arg(fact.label, fact.value));
  if (!fact.exact.isEmpty()) value->setToolTip(fact.exact);
  if (fact.opens == RunFact::Opens::Version) {
    value->setText(QStringLiteral("<a href=\"version\">%1</a>").arg(fact.value.toHtmlEscaped()));
    value->setTextInteractionFlags(Qt::TextBrowserInteraction);
    value->setToolTip(tr("Open this version"));
    connect(value, &QLabel::linkActivated, this, &RunFactsView::versionWanted);
    return value;
  }
  value->setTextFormat(Qt::PlainText);
  value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  return value;
}

}  // namespace aiagent::ui
