// LanguageCombo: the language of an agent's texts: the description's own, one that the offline drafter has,
// or any other in the person's words.
#pragma once

#include <QComboBox>

namespace aiagent::ui {

class LanguageCombo : public QComboBox {
  Q_OBJECT

 public:
  explicit LanguageCombo(QWidget* parent = nullptr);

  QString language() const;  // "de", or what was typed; empty: the description's own
  void setLanguage(const QString& language);

 Q_SIGNALS:
  void languageChanged();
};

// "de" -> "Deutsch"; anything else as it is.
QString languageName(const QString& language);

}  // namespace aiagent::ui
