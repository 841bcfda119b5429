#include "ui/widgets/controls/mnemonic.h"

#include <QRegularExpression>

namespace aiagent::ui {

QString withoutMnemonic(const QString& text) {
  static const QRegularExpression kBehindTheWord(QStringLiteral("\\s*[(（]&[^&\\s][)）]"));
  QString marked = text;
  marked.remove(kBehindTheWord);
  QString plain;
  for (qsizetype at = 0; at < marked.size(); ++at) {
    if (marked[at] == QLatin1Char('&') && ++at == marked.size()) break;  // the mark goes, what follows stays
    plain += marked[at];
  }
  return plain;
}

}  // namespace aiagent::ui
