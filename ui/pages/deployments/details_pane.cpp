#include "ui/pages/deployments/details_pane.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/format/verdict_words.h"
#include "ui/pages/deployments/text_lines.h"
#include "ui/pages/deployments/verdict_look.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

constexpr int kIconSize = 16;

QVBoxLayout* part(QVBoxLayout* column) {
  auto* inner = new QVBoxLayout;
  inner->setSpacing(kGapInside);
  column->addLayout(inner);
  return inner;
}

}  // namespace

DetailsPane::DetailsPane(QWidget* parent) : QScrollArea(parent) {
  setAccessibleName(tr("Details"));
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  build();
}

void DetailsPane::build() {
  auto* body = new QWidget(this);
  m_column = new QVBoxLayout(body);
  m_column->setContentsMargins(kGapGroups, 0, kGapRelated, kGapGroups);
  m_column->setSpacing(kGapRelated);
  m_title = sectionTitle({}, body);
  m_title->setTextFormat(Qt::PlainText);
  m_title->setWordWrap(true);
  m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* close = iconButton(QStringLiteral("window-close"), tr("Close the details"), body);
  connect(close, &QToolButton::clicked, this, &DetailsPane::closed);
  auto* head = new QHBoxLayout;
  head->addWidget(m_title, 1);
  head->addWidget(close, 0, Qt::AlignTop);
  m_subtitle = new MetaLabel(body);
  m_verdictRow = new QWidget(body);
  auto* row = new QHBoxLayout(m_verdictRow);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  m_icon = new QLabel(m_verdictRow);
  m_verdict = new QLabel(m_verdictRow);
  m_verdict->setTextFormat(Qt::PlainText);
  m_verdict->setWordWrap(true);
  row->addWidget(m_icon, 0, Qt::AlignTop);
  row->addWidget(m_verdict, 1);
  m_column->addLayout(head);
  m_column->addWidget(m_subtitle);
  m_column->addWidget(m_verdictRow);
  m_actionsPlace = part(m_column);
  m_evidence = part(m_column);
  m_facts = part(m_column);
  m_events = part(m_column);
  m_column->addStretch(1);
  setWidget(body);
}

void DetailsPane::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return Q_EMIT closed();
  QScrollArea::keyPressEvent(event);
}

// Icons have the colour of the text, which another theme changes.
void DetailsPane::changeEvent(QEvent* event) {
  QScrollArea::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && m_icon && m_shown.hasVerdict) drawIcon();
}

void DetailsPane::drawIcon() {
  m_icon->setPixmap(verdictIcon(m_shown.verdict.kind).pixmap(kIconSize, kIconSize));
}

void DetailsPane::setActions(QWidget* actions) {
  m_actionsPlace->addWidget(actions);
}

void DetailsPane::show(const Details& details) {
  if (details == m_shown) return;
  const auto old = std::exchange(m_shown, details);
  syncText(m_title, details.title);
  syncText(m_subtitle, details.subtitle);
  syncVisible(m_verdictRow, details.hasVerdict);
  if (details.hasVerdict) {
    drawIcon();
    const auto reason = format::reasonText(details.verdict.reason);
    syncText(m_verdict, reason.isEmpty()
                            ? format::verdictName(details.verdict.kind)
                            : tr("%1: %2").arg(format::verdictName(details.verdict.kind), reason));
  }
  if (old.hasVerdict != details.hasVerdict || old.verdict != details.verdict) renderEvidence();
  if (old.facts != details.facts) renderFacts();
  if (old.events != details.events) renderEvents();
  if (old.title != details.title) verticalScrollBar()->setValue(0);
}

// Each: the field and what it says, and under it the rule that makes it count.
void DetailsPane::renderEvidence() {
  emptyLayout(m_evidence);
  if (!m_shown.hasVerdict || m_shown.verdict.evidence.empty()) return;
  m_evidence->addWidget(sectionTitle(tr("Why"), widget()));
  for (const auto& one : m_shown.verdict.evidence) {
    const auto value = one.value.empty() ? tr("not told") : format::text(one.value);
    m_evidence->addWidget(fixedLine(format::text(one.field) + QStringLiteral(" = ") + value, widget()));
    if (!one.rule.empty()) m_evidence->addWidget(hintLabel(format::text(one.rule), widget()));
  }
}

void DetailsPane::renderFacts() {
  emptyLayout(m_facts);
  if (m_shown.facts.empty()) return;
  m_facts->addWidget(sectionTitle(tr("Facts"), widget()));
  for (const auto& [name, value] : m_shown.facts)
    m_facts->addWidget(textLine(tr("%1: %2").arg(name, value), widget()));
}

void DetailsPane::renderEvents() {
  emptyLayout(m_events);
  if (m_shown.events.empty()) return;
  m_events->addWidget(sectionTitle(tr("Events"), widget()));
  for (const auto& event : m_shown.events) {
    auto* head = hintLabel(tr("%1 · %2").arg(event.when, event.reason), widget());
    head->setToolTip(event.exactly);
    m_events->addWidget(head);
    m_events->addWidget(textLine(event.message, widget()));
  }
}

}  // namespace aiagent::ui
