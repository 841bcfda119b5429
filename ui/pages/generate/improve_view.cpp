#include "ui/pages/generate/improve_view.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/pages/card.h"
#include "ui/pages/error_strip.h"
#include "ui/pages/sync.h"
#include "ui/pages/versions/field_sections.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/diff_view.h"

namespace aiagent::ui {
namespace {

constexpr int kGoalLines = 3;
constexpr int kCharacters = 90;     // about as many as fit a line
constexpr int kMostDiffLines = 12;  // of one edit, before it scrolls
constexpr char kWait[] = "wait";
constexpr char kAgain[] = "again";

QToolButton* rowButton(const QString& iconName, const QString& text, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setIcon(icon(iconName));
  button->setText(text);
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::StrongFocus);
  return button;
}

}  // namespace

ImproveView::ImproveView(ImproveVm& improve, QWidget* parent) : QWidget(parent), m_improve(improve) {
  build();
  connect(&m_improve, &ImproveVm::stateChanged, this, &ImproveView::render);
  render();
}

void ImproveView::build() {
  m_column = new QVBoxLayout(this);
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(kGapRelated);
  m_title = pageTitle({}, this);
  m_title->setTextFormat(Qt::PlainText);
  m_title->setWordWrap(true);
  m_goal = new QPlainTextEdit(this);
  m_goal->setPlaceholderText(tr("What should become better? For example: shorter answers"));
  m_goal->setAccessibleName(tr("Goal"));
  m_goal->setTabChangesFocus(true);
  m_goal->setFixedHeight(m_goal->fontMetrics().lineSpacing() * kGoalLines + 2 * kGapRelated);
  m_goal->installEventFilter(this);
  connect(m_goal, &QPlainTextEdit::textChanged, this, [this] { m_improve.setGoal(m_goal->toPlainText()); });
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  m_close = new QPushButton(tr("Generate a New Agent"), this);
  m_close->setFlat(true);
  m_ask = new QPushButton(this);
  m_ask->setDefault(true);
  row->addStretch(1);
  row->addWidget(m_close);
  row->addWidget(m_ask);
  m_strip = new MessageStrip(this);
  m_summary = new QLabel(this);
  m_summary->setTextFormat(Qt::PlainText);
  m_summary->setWordWrap(true);
  m_end = new QWidget(this);
  auto* end = new QHBoxLayout(m_end);
  end->setContentsMargins(0, 0, 0, 0);
  m_acceptAll = new QPushButton(tr("Accept All"), m_end);
  m_apply = new QPushButton(tr("Put into Draft"), m_end);
  end->addStretch(1);
  end->addWidget(m_acceptAll);
  end->addWidget(m_apply);
  m_column->addWidget(m_title);
  m_column->addWidget(m_goal);
  m_column->addLayout(row);
  m_column->addWidget(m_strip);
  m_column->addWidget(m_summary);
  m_column->addWidget(m_end);
  connect(m_ask, &QPushButton::clicked, this, &ImproveView::askOrStop);
  connect(m_close, &QPushButton::clicked, this, &ImproveView::closed);
  connect(m_acceptAll, &QPushButton::clicked, &m_improve, &ImproveVm::acceptAll);
  connect(m_apply, &QPushButton::clicked, &m_improve, &ImproveVm::apply);
  connect(m_strip, &MessageStrip::dismissed, &m_improve, &ImproveVm::clearError);
  connect(m_strip, &MessageStrip::triggered, this, [this](const QString& button) {
    const auto remedy = remedyOf(button);
    if (remedy == format::Remedy::OpenProviderSettings) Q_EMIT settingsWanted(QStringLiteral("providers"));
    if (remedy == format::Remedy::OpenNetworkSettings) Q_EMIT settingsWanted(QStringLiteral("network"));
    if (remedy == format::Remedy::TryAgain || button == QLatin1String(kAgain)) m_improve.ask();
    if (button == QLatin1String(kWait)) m_improve.waitForNetwork();
    if (button == QLatin1String(kCopyDetails) && m_improve.state().error)
      copyDetails(*m_improve.state().error);
  });
}

void ImproveView::focusGoal() {
  m_goal->setFocus();
}

void ImproveView::askOrStop() {
  if (m_improve.state().asking)
    m_improve.stop();
  else
    m_improve.ask();
}

bool ImproveView::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_goal && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
        (key->modifiers() & Qt::ControlModifier)) {
      askOrStop();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

// ---------------------------------------------------------------- rendering

void ImproveView::render() {
  const auto& state = m_improve.state();
  syncText(m_title, tr("Improve “%1”").arg(state.name));
  syncText(m_goal, state.goal);
  syncEnabled(m_goal, !state.asking);
  syncText(m_ask, state.asking ? tr("Stop") : tr("Propose Edits"));
  syncEnabled(m_ask, state.asking || !state.goal.trimmed().isEmpty());
  renderStrip();
  if (m_shown != state.improvement) makeRows();
  renderRows();
}

StripMessage ImproveView::failure(const base::Error& error) const {
  auto message = errorMessage(error);
  if (services::isOutOfReach(error))
    message.buttons = {{QLatin1String(kAgain), tr("Try Again")},
                       {QLatin1String(kWait), tr("Wait for Network")}};
  return message;
}

void ImproveView::tellBusy() {
  m_strip->tell(
      {.kind = StripKind::Caution, .sentence = tr("Put these edits into the draft, or reject them, first.")});
}

void ImproveView::renderStrip() {
  const auto& state = m_improve.state();
  StripMessage message;
  if (state.asking)
    message = {.sentence = tr("Looking for edits…"), .closable = false};
  else if (state.error)
    message = failure(*state.error);
  else if (state.queued)
    message = {.kind = StripKind::Positive,
               .sentence = tr("It waits in the queue, and is sent when the provider can be reached.")};
  else if (state.improvement && state.improvement->edits.empty())
    message = {.sentence = tr("No edit was proposed that fits the prompt."), .closable = false};
  else if (state.improvement && !state.improvement->unusable.empty())
    message = {.kind = StripKind::Caution,
               .sentence = tr("%n edits fit no place in the prompt and were left out.", nullptr,
                              int(state.improvement->unusable.size())),
               .closable = false};
  syncStrip(m_strip, message);
}

ImproveView::Row ImproveView::makeRow(std::size_t index) {
  const auto& state = m_improve.state();
  const auto& edit = state.improvement->edits[index];
  Row row;
  row.widget = new Card(this);
  const auto title = tr("Edit %1").arg(index + 1);
  row.widget->setAccessibleName(title);
  auto* column = new QVBoxLayout(row.widget);
  column->setContentsMargins(kGapGroups, kGapRelated, kGapGroups, kGapRelated);
  column->setSpacing(kGapInside);
  auto* header = new QHBoxLayout;
  header->addWidget(sectionTitle(title, row.widget));
  row.state = hintLabel({}, row.widget);
  header->addWidget(row.state, 1);
  row.accept = rowButton(QStringLiteral("checkmark"), tr("Accept"), row.widget);
  row.reject = rowButton(QStringLiteral("window-close"), tr("Reject"), row.widget);
  for (auto* button : {row.accept, row.reject}) {
    button->setAccessibleName(QStringLiteral("%1: %2").arg(button->text(), title));
    header->addWidget(button);
  }
  column->addLayout(header);
  column->addWidget(hintLabel(format::text(edit.reason), row.widget));
  column->addWidget(makeDiff(index, row.widget));
  connect(row.accept, &QToolButton::clicked, this, [this, index] { m_improve.accept(index); });
  connect(row.reject, &QToolButton::clicked, this, [this, index] { m_improve.reject(index); });
  return row;
}

// The lines that the edit touches, as they are and as they would be.
widgets::DiffView* ImproveView::makeDiff(std::size_t index, QWidget* parent) {
  const auto& prompt = m_improve.state().prompt;
  const auto& edit = m_improve.state().improvement->edits[index];
  const auto newline = edit.begin == 0 ? std::string::npos : prompt.rfind('\n', edit.begin - 1);
  const auto begin = newline == std::string::npos ? 0 : newline + 1;
  const auto end = std::min(prompt.find('\n', edit.end), prompt.size());
  const auto before = prompt.substr(begin, end - begin);
  const auto after =
      prompt.substr(begin, edit.begin - begin) + edit.replacement + prompt.substr(edit.end, end - edit.end);
  auto* diff = new widgets::DiffView(parent);
  diff->setAccessibleName(tr("What edit %1 changes").arg(index + 1));
  diff->setSections({{QString(), textPieces(before, after, authoring::diffText(before, after))}});
  const int width = std::max(20, kCharacters);
  int lines = 0;
  for (auto block = diff->document()->begin(); block.isValid(); block = block.next())
    lines += 1 + block.length() / width;
  diff->setFixedHeight(diff->fontMetrics().lineSpacing() * (std::min(lines, kMostDiffLines) + 1) +
                       2 * kGapRelated);
  return diff;
}

void ImproveView::makeRows() {
  for (const auto& row : m_rows) {
    row.widget->hide();
    row.widget->deleteLater();
  }
  m_rows.clear();
  m_shown = m_improve.state().improvement;
  if (!m_shown) return;
  for (std::size_t at = 0; at < m_shown->edits.size(); ++at) {
    m_rows.push_back(makeRow(at));
    m_column->insertWidget(m_column->indexOf(m_end), m_rows.back().widget);
  }
  QWidget* before = m_ask;
  for (const auto& row : m_rows) {
    setTabOrder(before, row.accept);
    setTabOrder(row.accept, row.reject);
    before = row.reject;
  }
  setTabOrder(before, m_acceptAll);
  setTabOrder(m_acceptAll, m_apply);
}

void ImproveView::renderRows() {
  const auto& state = m_improve.state();
  for (std::size_t at = 0; at < m_rows.size(); ++at) {
    const auto decision = state.decisions[at];
    QString word = tr("Proposed");
    if (decision == EditDecision::Accepted) word = tr("Accepted");
    if (decision == EditDecision::Rejected) word = tr("Rejected");
    if (decision != EditDecision::Accepted && state.isBlocked(at))
      word += tr(" (another edit of the same text is accepted)");
    syncText(m_rows[at].state, word);
    m_rows[at].widget->setAccessibleDescription(word);
    syncEnabled(m_rows[at].accept, decision != EditDecision::Accepted);
    syncEnabled(m_rows[at].reject, decision != EditDecision::Rejected);
  }
  const auto summary = state.improvement ? format::text(state.improvement->summary) : QString();
  syncText(m_summary, summary);
  syncVisible(m_summary, !summary.isEmpty());
  syncVisible(m_end, !m_rows.empty());
  syncEnabled(m_apply, state.anyAccepted());
}

}  // namespace aiagent::ui
