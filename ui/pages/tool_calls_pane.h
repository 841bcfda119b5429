// ToolCallsPane: under the transcript, a small form for each tool call that waits for its answer.
#pragma once

#include <QScrollArea>
#include <vector>

#include "ui/viewmodels/tool_calls_vm.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace aiagent::ui {

class MessageStrip;
class ToolCallCard;

// Hidden while nothing is waited for; takes at most half of the pane it is in.
class ToolCallsPane : public QScrollArea {
  Q_OBJECT

 public:
  explicit ToolCallsPane(ToolCallsVm& calls, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  void focusFirst();

 private:
  void build();
  void render();
  void rebuild();

  ToolCallsVm& m_calls;
  QVBoxLayout* m_column = nullptr;
  MessageStrip* m_strip = nullptr;
  QLabel* m_hint = nullptr;
  QPushButton* m_send = nullptr;
  std::vector<ToolCallCard*> m_cards;
  domain::RunId m_run;  // whose calls the cards are for
};

}  // namespace aiagent::ui
