#include "ui/pages/generate/language_combo.h"

#include <QLineEdit>

#include "ui/pages/sync.h"

namespace aiagent::ui {
namespace {

struct Known {
  const char* code;
  const char* name;  // in the language itself
};
constexpr Known kLanguages[] = {{"en", "English"}, {"de", "Deutsch"}, {"zh", "简体中文"}};

}  // namespace

QString languageName(const QString& language) {
  for (const auto& [code, name] : kLanguages)
    if (language == QLatin1String(code)) return QString::fromUtf8(name);
  return language;
}

LanguageCombo::LanguageCombo(QWidget* parent) : QComboBox(parent) {
  setEditable(true);
  setInsertPolicy(QComboBox::NoInsert);
  addItem(tr("As the description"), QString());
  for (const auto& [code, name] : kLanguages) addItem(QString::fromUtf8(name), QLatin1String(code));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  lineEdit()->setPlaceholderText(tr("As the description"));
  connect(this, &QComboBox::editTextChanged, this, &LanguageCombo::languageChanged);
}

QString LanguageCombo::language() const {
  const QString text = currentText().trimmed();
  const int item = findText(text, Qt::MatchFixedString);
  return item >= 0 ? itemData(item).toString() : text;
}

void LanguageCombo::setLanguage(const QString& wanted) {
  if (language() == wanted) return;
  syncEditText(this, wanted.isEmpty() ? itemText(0) : languageName(wanted));
}

}  // namespace aiagent::ui
