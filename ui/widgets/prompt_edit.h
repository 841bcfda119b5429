// PromptEdit: an editor for prompts. {{variables}} are marked, those without a value in another way.
#pragma once

#include <QSet>

#include "ui/widgets/edit/plain_edit.h"

namespace aiagent::widgets {

class PromptEdit : public PlainEdit {
  Q_OBJECT

 public:
  explicit PromptEdit(QWidget* parent = nullptr);

  // The variables that have a value or a default; all others are marked as unknown. Until it is called, every
  // variable counts as known.
  void setKnownVariables(const QStringList& names);

 protected:
  Marks marks(const QTextBlock& first, const QTextBlock& last) const override;

 private:
  QSet<QString> m_known;
  bool m_knowsAll = true;
};

}  // namespace aiagent::widgets
