// FieldRow: one field of a generated agent: its value, what was decided about it, and what can be done.
#pragma once

#include "ui/pages/card.h"
#include "ui/viewmodels/generate_vm.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTableWidget;
class QToolButton;
class QVBoxLayout;

namespace aiagent::ui {

class TextPusher;

class FieldRow : public Card {
  Q_OBJECT

 public:
  FieldRow(authoring::Field field, GenerateVm& generate, QWidget* parent = nullptr);

  void render();
  void pushAll();  // hands over text that waits for a pause in typing

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void buildHeader(QVBoxLayout* column);
  void buildValue(QVBoxLayout* column);
  void buildEditor(QVBoxLayout* column);
  void buildWish(QVBoxLayout* column);
  QToolButton* addButton(const QString& iconName, const QString& text, std::function<void()> run);
  void renderState();
  void renderButtons();
  void renderValue();
  void renderVariables(const std::vector<domain::Variable>& variables);
  void renderNotes();
  const authoring::FieldValue* shownValue() const;  // null: nothing yet
  QString shownText() const;
  QString plainText(const authoring::FieldValue& value) const;
  bool isWriting() const;
  void setEditing(bool editing);
  void fillEditor();
  void fitHeight(QPlainTextEdit* edit);

  authoring::Field m_field;
  GenerateVm& m_generate;
  QString m_title;
  QToolButton* m_state = nullptr;
  QToolButton* m_accept = nullptr;
  QToolButton* m_reject = nullptr;
  QToolButton* m_edit = nullptr;
  QToolButton* m_again = nullptr;
  QToolButton* m_why = nullptr;
  QWidget* m_buttons = nullptr;
  QLabel* m_value = nullptr;         // short and listed fields
  QPlainTextEdit* m_text = nullptr;  // prompt and JSON
  QTableWidget* m_table = nullptr;   // variables
  QPlainTextEdit* m_editor = nullptr;
  QComboBox* m_words = nullptr;
  TextPusher* m_pusher = nullptr;
  QWidget* m_wishBar = nullptr;
  QLineEdit* m_wish = nullptr;
  QLabel* m_problems = nullptr;
  QLabel* m_whyText = nullptr;
  bool m_editing = false;
};

}  // namespace aiagent::ui
