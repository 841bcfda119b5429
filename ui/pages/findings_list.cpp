#include "ui/pages/findings_list.h"

#include <algorithm>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "ui/format/finding.h"
#include "ui/widgets/controls/elided_button.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/controls/tab_order.h"

namespace aiagent::ui {
namespace {

constexpr int kMostRows = 40;  // an agent with more has one fault
constexpr int kRowsInSight = 3;

QString iconOf(authoring::Severity severity) {
  switch (severity) {
    case authoring::Severity::Error: return QStringLiteral("data-error");
    case authoring::Severity::Warning: return QStringLiteral("data-warning");
    case authoring::Severity::Hint: break;
  }
  return QStringLiteral("data-information");
}

}  // namespace

FindingsList::FindingsList(LintVm& lint, QWidget* parent) : QScrollArea(parent), m_lint(lint) {
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  setAccessibleName(tr("What the linter found"));
  auto* inner = new QWidget(this);
  m_column = new QVBoxLayout(inner);
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(0);
  setWidget(inner);
  hide();
  connect(&m_lint, &LintVm::changed, this, &FindingsList::render);
  render();
}

void FindingsList::render() {
  const auto& findings = m_lint.findings();
  QStringList wanted;
  for (const auto& finding : findings) {
    if (wanted.size() == kMostRows) break;
    wanted << format::severityName(finding.severity) + QLatin1String(": ") +
                  format::findingSentence(finding) +
                  (finding.fix ? QLatin1Char('\n') + format::fixLabel(*finding.fix) : QString());
  }
  if (wanted == m_shown) return;
  m_shown = wanted;
  m_current = -1;
  for (auto* row : m_rows) row->deleteLater();
  m_rows.clear();
  for (int i = 0; i < wanted.size(); ++i) {
    m_rows.push_back(buildRow(i));
    m_column->addWidget(m_rows.back());
  }
  std::vector<QWidget*> buttons;
  for (const auto* row : m_rows)
    for (auto* button : row->findChildren<QToolButton*>()) buttons.push_back(button);
  tabWithin(this, buttons);
  setVisible(!m_rows.empty());
  fitHeight();
}

QWidget* FindingsList::buildRow(int place) {
  const auto& finding = m_lint.findings()[std::size_t(place)];
  auto* row = new QWidget(widget());
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(kGapInside);
  const QString sentence = format::findingSentence(finding);
  auto* button = new ElidedButton(row);
  button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  button->setIcon(icon(iconOf(finding.severity)));
  button->setFullText(sentence);
  button->setToolTip(sentence);
  button->setAccessibleName(format::severityName(finding.severity) + QLatin1String(": ") + sentence);
  connect(button, &QToolButton::clicked, this, [this, place] { choose(place); });
  line->addWidget(button, 1);
  if (finding.fix) {
    auto* fix = new QToolButton(row);
    fix->setText(format::fixLabel(*finding.fix));
    fix->setFocusPolicy(Qt::StrongFocus);
    fix->setAccessibleName(fix->text() + QLatin1String(": ") + sentence);
    connect(fix, &QToolButton::clicked, this, [this, place] { m_lint.fix(std::size_t(place)); });
    line->addWidget(fix);
  }
  row->show();
  return row;
}

void FindingsList::fitHeight() {
  if (m_rows.empty()) return;
  int row = 0;
  for (const auto* widget : m_rows) row = std::max(row, widget->sizeHint().height());
  setFixedHeight(row * std::min(kRowsInSight, int(m_rows.size())));
}

void FindingsList::changeEvent(QEvent* event) {
  QScrollArea::changeEvent(event);
  if (event->type() == QEvent::FontChange) fitHeight();
}

void FindingsList::choose(int finding) {
  m_current = finding;
  ensureWidgetVisible(m_rows[std::size_t(finding)], 0, 0);
  Q_EMIT placeWanted(finding);
}

void FindingsList::step(int step) {
  const int count = int(m_rows.size());
  if (count == 0) return;
  const int from = m_current < 0 ? (step > 0 ? -1 : count) : m_current;
  choose((from + step + count) % count);
}

}  // namespace aiagent::ui
