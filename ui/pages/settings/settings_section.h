// SettingsSection: one section of the settings: a heading, and beneath it groups in a column that scrolls.
#pragma once

#include <QScrollArea>

#include "ui/pages/error_strip.h"

class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace aiagent::ui {

class SettingsSection : public QScrollArea {
  Q_OBJECT

 public:
  SettingsSection(const QString& title, QWidget* parent);

 Q_SIGNALS:
  // Another section would help: "providers", "network", "data".
  void sectionRequested(const QString& id);

 protected:
  // Puts `buttons` beside the heading: a section's own actions, the primary one last.
  void addHeadButtons(const QList<QWidget*>& buttons);
  // The strip's message for an error, without the remedy that leads to where the person is already.
  static StripMessage errorHere(const base::Error& error, format::Remedy here);
  // Does what a strip's remedy means on this page; false: it is none of these.
  bool followRemedy(const QString& buttonId);
  // Where the section's parts go; as wide as text is read well, at most.
  QVBoxLayout* column() const { return m_column; }
  QWidget* body() const { return m_body; }
  // The section's one form, so that labels and fields of all its groups stand in two columns. Made when it is
  // first asked for; what is added to column() afterwards stands beneath it.
  QFormLayout* form();
  // A heading in the form; an empty one leaves only a gap.
  QFormLayout* addGroup(const QString& title);
  // Under the last row of a form: a muted sentence, or a problem. Beside no label.
  QLabel* addHint(QFormLayout* form, const QString& text = {});
  // Lets the column take the width it gets: for tables.
  void useWholeWidth();

 private:
  QWidget* m_body;
  QVBoxLayout* m_column;
  bool m_wide = false;  // useWholeWidth()
  QFormLayout* m_form = nullptr;
};

// Shows or hides a field's whole row.
void syncRow(QFormLayout* form, QWidget* field, bool visible);

// A label for `field` that names it for screen readers and takes its mnemonic.
QLabel* fieldLabel(const QString& text, QWidget* field);

}  // namespace aiagent::ui
