#include "tests/ui/golden/pseudo_locale.h"

#include <QAbstractButton>
#include <QFile>
#include <QGroupBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QWidget>
#include <QXmlStreamReader>

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

QString keyOf(const QString& context, const QString& source) {
  return context + QStringLiteral(": ") + source;
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

PseudoTranslator::PseudoTranslator() {
  QFile file(QStringLiteral(AIAGENT_GOLDEN_SOURCE "/../../../translations/aiagent_de.ts"));
  if (!file.open(QIODevice::ReadOnly)) qFatal("no translation to go by");
  QXmlStreamReader xml(&file);
  QString context;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == QLatin1String("name")) context = xml.readElementText();
    if (xml.name() == QLatin1String("source")) m_known.insert(keyOf(context, xml.readElementText()));
  }
  if (xml.hasError() || m_known.isEmpty()) qFatal("the translation cannot be read");
}

QString PseudoTranslator::translate(const char* context, const char* source, const char*, int) const {
  const auto text = QString::fromUtf8(source);
  if (!hasLetters(text)) return text;
  const auto place = QString::fromUtf8(context);
  const bool ofQt = place.size() > 1 && place[0] == QLatin1Char('Q') && place[1].isUpper();
  if (const auto key = keyOf(place, text); !ofQt && !m_known.contains(key)) {
    if (!m_missing.contains(key)) m_missing << key;
    return {};
  }
  // A mark of the direction first: a text of this language reads from right to left where the window does.
  const QString mark = QGuiApplication::isRightToLeft() ? QString(QChar(0x200F)) : QString();
  return mark + QChar(u'⟦') + accented(text) + QString(text.size() / 3, QChar(u'·')) + QChar(u'⟧');
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
    // They report more room than Qt's own fields give them; they hold no text.
    if (widget->inherits("QLineEditIconButton")) continue;
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
