// ContestedFieldView: a field that both sides changed: before, mine and theirs side by side, and the proposed
// merge, which can be edited.
#pragma once

#include <QWidget>

#include "ui/viewmodels/inbox_vm.h"

class QBoxLayout;
class QPlainTextEdit;

namespace aiagent::ui {

class ContestedFieldView : public QWidget {
  Q_OBJECT

 public:
  ContestedFieldView(const ContestedField& field, InboxVm& inbox, QWidget* parent = nullptr);

  void setReadOnly(bool readOnly);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* buildSide(const QString& title, const std::optional<std::string>& base,
                     const std::optional<std::string>& value, const std::vector<authoring::Change>* words);
  void buildProposal(const ContestedField& field);
  void fitHeights(int charactersALine);

  InboxVm& m_inbox;
  const std::string m_field;
  const QString m_name;
  QBoxLayout* m_sides = nullptr;
  std::vector<QPlainTextEdit*> m_edits;  // before, mine, theirs
  std::vector<QString> m_texts;          // what these show
  QPlainTextEdit* m_proposal = nullptr;  // null: the field cannot be written by hand
};

}  // namespace aiagent::ui
