#include "ui/widgets/prompt_edit.h"

#include <QTextBlock>

#include "core/domain/prompt_template.h"

namespace aiagent::widgets {
namespace {

// A line longer than this has its variables marked near its beginning only.
constexpr int kMostMarked = 100'000;  // characters

}  // namespace

PromptEdit::PromptEdit(QWidget* parent) : PlainEdit(parent) {
  setAccessibleName(tr("Prompt"));
}

void PromptEdit::setKnownVariables(const QStringList& names) {
  m_known = QSet<QString>(names.begin(), names.end());
  m_knowsAll = false;
  markSoon();
}

PromptEdit::Marks PromptEdit::marks(const QTextBlock& first, const QTextBlock& last) const {
  // Braces may stand on two lines: look at one line more on each side.
  const QTextBlock from = first.previous().isValid() ? first.previous() : first;
  const QTextBlock to = last.next().isValid() ? last.next() : last;
  QString text;
  for (QTextBlock block = from; block.isValid() && text.size() < kMostMarked; block = block.next()) {
    text += QStringView(block.text()).left(kMostMarked);
    text += QLatin1Char('\n');
    if (block == to) break;
  }
  const std::string bytes = text.toStdString();
  Marks found;
  std::size_t byte = 0;
  int position = from.position();
  for (const auto& use : domain::findVariables(bytes)) {
    const auto units = [&](std::size_t begin, std::size_t end) {
      return int(QString::fromUtf8(bytes.data() + begin, qsizetype(end - begin)).size());
    };
    const int begin = position + units(byte, use.begin);
    const int end = begin + units(use.begin, use.end);
    byte = use.end;
    position = end;
    const bool known = m_knowsAll || m_known.contains(QString::fromStdString(use.name));
    QTextCharFormat format;
    format.setForeground(known ? colors().variable : colors().unknown);
    format.setBackground(known ? colors().variableBackground : colors().unknownBackground);
    if (!known) {  // not by colour alone
      format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
      format.setUnderlineColor(colors().unknown);
    }
    found.append(mark(begin, end, format));
  }
  return found;
}

}  // namespace aiagent::widgets
