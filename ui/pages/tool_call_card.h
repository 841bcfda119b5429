// ToolCallCard: one tool call: what is called with what, and how the person answers it.
#pragma once

#include "ui/pages/card.h"
#include "ui/viewmodels/tool_calls_vm.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace aiagent::ui {

class ToolCallCard : public Card {
  Q_OBJECT

 public:
  // `place`: of the call among the view-model's.
  ToolCallCard(ToolCallsVm& calls, std::size_t place, QWidget* parent = nullptr);
  void render();
  void focusAnswer();

 private:
  const ToolCallForm& form() const { return m_calls.state().calls[m_place]; }
  void build();
  void buildApproval(QVBoxLayout* column);
  void buildAnswer(QVBoxLayout* column);
  QWidget* buildCommand();
  void bindAnswer();
  void renderApproval();
  void renderCommand();

  ToolCallsVm& m_calls;
  std::size_t m_place;
  QPushButton* m_allow = nullptr;
  QPushButton* m_refuse = nullptr;
  QComboBox* m_how = nullptr;
  QStackedWidget* m_answers = nullptr;
  QPlainTextEdit* m_typed = nullptr;
  QPlainTextEdit* m_recorded = nullptr;
  QLineEdit* m_command = nullptr;
  QLabel* m_pieces = nullptr;
  QCheckBox* m_always = nullptr;
  QPushButton* m_run = nullptr;
  QPushButton* m_cancel = nullptr;
  QLabel* m_end = nullptr;
  QPlainTextEdit* m_output = nullptr;
  QCheckBox* m_record = nullptr;
};

}  // namespace aiagent::ui
