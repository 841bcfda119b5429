#include "ui/pages/tool_calls_pane.h"

#include <algorithm>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/pages/error_strip.h"
#include "ui/pages/sync.h"
#include "ui/pages/tool_call_card.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/message_strip.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {

ToolCallsPane::ToolCallsPane(ToolCallsVm& calls, QWidget* parent) : QScrollArea(parent), m_calls(calls) {
  build();
  connect(&m_calls, &ToolCallsVm::stateChanged, this, &ToolCallsPane::render);
  render();
}

void ToolCallsPane::build() {
  setAccessibleName(tr("Tool calls"));
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  auto* body = new QWidget(this);
  m_column = new QVBoxLayout(body);
  m_column->setContentsMargins(12, 0, 12, 0);
  m_column->setSpacing(kGapRelated);
  m_strip = new MessageStrip(body);
  m_column->addWidget(m_strip);
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  m_hint = hintLabel({}, body);
  m_send = new QPushButton(icon(QStringLiteral("media-playback-start")), tr("Send"), body);
  m_send->setToolTip(tr("Send the answers; the conversation goes on"));
  row->addWidget(m_hint, 1);
  row->addWidget(m_send);
  m_column->addLayout(row);
  setWidget(body);
  connect(m_send, &QPushButton::clicked, &m_calls, &ToolCallsVm::send);
  connect(m_strip, &MessageStrip::dismissed, &m_calls, &ToolCallsVm::clearError);
}

QSize ToolCallsPane::sizeHint() const {
  const int room = parentWidget() ? parentWidget()->height() / 2 : 400;
  return {widget()->sizeHint().width(), std::min(widget()->sizeHint().height(), room)};
}

QSize ToolCallsPane::minimumSizeHint() const {
  return {0, std::min(sizeHint().height(), fontMetrics().lineSpacing() * 6)};
}

void ToolCallsPane::render() {
  const auto& state = m_calls.state();
  if (state.run != m_run) rebuild();
  for (auto* card : m_cards) card->render();
  setVisible(!state.run.isNull());
  if (state.run.isNull()) return;
  const auto open = std::ranges::count_if(state.calls, [](const auto& call) { return !call.answered(); });
  syncText(m_hint, open == 0   ? tr("Every call has its answer.")
                   : open == 1 ? tr("One call waits for its answer.")
                               : tr("%n calls wait for their answers.", nullptr, int(open)));
  syncEnabled(m_send, state.complete());
  syncStrip(m_strip, state.error ? errorMessage(*state.error) : StripMessage{});
  updateGeometry();
}

void ToolCallsPane::rebuild() {
  for (auto* card : std::exchange(m_cards, {})) {
    card->hide();
    card->deleteLater();
  }
  m_run = m_calls.state().run;
  QWidget* before = m_strip;
  for (std::size_t place = 0; place < m_calls.state().calls.size(); ++place) {
    auto* card = new ToolCallCard(m_calls, place, widget());
    m_column->insertWidget(1 + int(place), card);
    m_cards.push_back(card);
    before = card;
  }
  setTabOrder(before, m_send);
}

void ToolCallsPane::focusFirst() {
  if (!m_cards.empty()) m_cards.front()->focusAnswer();
}

}  // namespace aiagent::ui
