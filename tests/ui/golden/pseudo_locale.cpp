#include "tests/ui/golden/pseudo_locale.h"

#include <QAbstractButton>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QWidget>

namespace aiagent::tests {
namespace {

const QString kFrom = QStringLiteral("aceinouyACEINOUY");
const QString kTo = QStringLiteral("àçéíñöùýÀÇÉÍÑÖÙÝ");

// Accents letters, but leaves placeholders, mnemonics, entities and {{variables}} alone.
QString accented(const QString& text) {
  static const QRegularExpression kKept(QStringLiteral("%L?\\d+|%n|&\\w|&[a-z]+;|\\{\\{\\w+\\}\\}|<[^>]+>"));
  QString result;
  qsizetype from = 0;
  const auto take = [&](qsizetype until) {
    for (; from < until; ++from) {
      const auto at = kFrom.indexOf(text[from]);
      result += at < 0 ? text[from] : kTo[at];
    }
  };
  for (auto it = kKept.globalMatch(text); it.hasNext();) {
    const auto match = it.next();
    take(match.capturedStart());
    result += match.captured();
    from = match.capturedEnd();
  }
  take(text.size());
  return result;
}

bool hasLetters(const QString& text) {
  static const QRegularExpression kLetters(QStringLiteral("\\p{L}{2,}"));
  return text.contains(kLetters);
}

bool isTranslated(const QString& text, const QStringList& data) {
  if (!hasLetters(text) || text.contains(QChar(u'⟦'))) return true;
  for (const auto& known : data)
    if (known.contains(text) || (!known.isEmpty() && text.contains(known))) return true;
  return false;
}

QString where(const QWidget& widget) {
  return QString::fromLatin1(widget.metaObject()->className()) + QLatin1Char(' ') + widget.objectName();
}

QStringList textsOf(const QWidget& widget) {
  QStringList texts = {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()};
  if (const auto* label = qobject_cast<const QLabel*>(&widget)) texts << label->text();
  if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) texts << button->text();
  if (const auto* box = qobject_cast<const QGroupBox*>(&widget)) texts << box->title();
  if (const auto* edit = qobject_cast<const QLineEdit*>(&widget)) texts << edit->placeholderText();
  return texts;
}

}  // namespace

QString PseudoTranslator::translate(const char*, const char* source, const char*, int) const {
  const auto text = QString::fromUtf8(source);
  if (!hasLetters(text)) return text;
  return QChar(u'⟦') + accented(text) + QString(text.size() / 3, QChar(u'·')) + QChar(u'⟧');
}

QStringList untranslatedTexts(const QWidget& root, const QStringList& data) {
  QStringList faults;
  for (const auto* widget : root.findChildren<QWidget*>()) {
    if (widget->objectName().startsWith(QLatin1String("qt_"))) continue;
    for (const auto& text : textsOf(*widget))
      if (!isTranslated(text, data)) faults << where(*widget) + QStringLiteral(": ") + text;
  }
  faults.removeDuplicates();
  return faults;
}

QStringList clippedTexts(const QWidget& root) {
  QStringList faults;
  for (const auto* widget : root.findChildren<QWidget*>()) {
    if (!widget->isVisibleTo(&root)) continue;
    const auto* label = qobject_cast<const QLabel*>(widget);
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    if ((!label && !button) || (label && (label->text().isEmpty() || label->wordWrap()))) continue;
    if (widget->minimumSizeHint().width() <= widget->width() &&
        widget->minimumSizeHint().height() <= widget->height())
      continue;
    faults << where(*widget) + QStringLiteral(": ") + (label ? label->text() : button->text());
  }
  return faults;
}

}  // namespace aiagent::tests
