// PromptEdit: an editor for prompts. {{variables}} are marked, those without a value in another way.
#pragma once

#include <QSet>
#include <QTextCursor>

#include "ui/widgets/edit/plain_edit.h"

namespace aiagent::widgets {

// Something to be said about a stretch of the text, in characters of the document.
struct PromptFinding {
  enum class Level { Error, Warning, Hint };
  int from = 0;
  int to = 0;
  Level level = Level::Warning;
  QString message;
};

class PromptEdit : public PlainEdit {
  Q_OBJECT

 public:
  explicit PromptEdit(QWidget* parent = nullptr);

  // The variables that have a value or a default; all others are marked as unknown. Until it is called, every
  // variable counts as known.
  void setKnownVariables(const QStringList& names);

  // Underlined, each level in its way, and told on hovering. They move along with the text while it is
  // edited.
  void setFindings(const QList<PromptFinding>& findings);
  // Selects what a finding is about; false when it is not in the document any more.
  bool goToFinding(int index);

 protected:
  bool viewportEvent(QEvent* event) override;
  Marks marks(const QTextBlock& first, const QTextBlock& last) const override;

 private:
  struct Finding {
    QTextCursor place;
    PromptFinding::Level level;
    QString message;
  };

  void markFindings(Marks& found, int from, int to) const;

  QList<Finding> m_findings;
  QSet<QString> m_known;
  bool m_knowsAll = true;
};

}  // namespace aiagent::widgets
