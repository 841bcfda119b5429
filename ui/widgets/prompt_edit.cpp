#include "ui/widgets/prompt_edit.h"

#include <algorithm>
#include <QHelpEvent>
#include <QTextBlock>
#include <QToolTip>

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
  markFindings(found, from.position(), to.position() + to.length());
  return found;
}

void PromptEdit::setFindings(const QList<PromptFinding>& findings) {
  m_findings.clear();
  const int end = document()->characterCount() - 1;
  for (const auto& finding : findings) {
    QTextCursor place(document());
    place.setPosition(std::clamp(finding.from, 0, end));
    place.setPosition(std::clamp(finding.to, 0, end), QTextCursor::KeepAnchor);
    m_findings.append({place, finding.level, finding.message});
  }
  markSoon();
}

bool PromptEdit::goToFinding(int index) {
  if (index < 0 || index >= m_findings.size() || !m_findings[index].place.hasSelection()) return false;
  setTextCursor(m_findings[index].place);
  centerCursor();
  return true;
}

void PromptEdit::markFindings(Marks& found, int from, int to) const {
  for (const auto& finding : m_findings) {
    if (finding.place.selectionEnd() <= from || finding.place.selectionStart() >= to) continue;
    QTextCharFormat format;
    switch (finding.level) {
      case PromptFinding::Level::Error:
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(colors().error);
        break;
      case PromptFinding::Level::Warning:
        format.setUnderlineStyle(QTextCharFormat::DashUnderline);
        format.setUnderlineColor(colors().unknown);
        break;
      case PromptFinding::Level::Hint:
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        format.setUnderlineColor(colors().lineNumber);
        break;
    }
    found.append(mark(std::max(finding.place.selectionStart(), from),
                      std::min(finding.place.selectionEnd(), to - 1), format));
  }
}

bool PromptEdit::viewportEvent(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return PlainEdit::viewportEvent(event);
  auto* help = static_cast<QHelpEvent*>(event);
  const int at = cursorForPosition(help->pos()).position();
  QStringList told;
  for (const auto& finding : m_findings)
    if (finding.place.hasSelection() && at >= finding.place.selectionStart() &&
        at <= finding.place.selectionEnd())
      told << finding.message.toHtmlEscaped();
  QToolTip::showText(help->globalPos(),
                     told.isEmpty()
                         ? QString()
                         : QLatin1String("<qt>") + told.join(QLatin1String("<br>")) + QLatin1String("</qt>"),
                     this);
  return true;
}

}  // namespace aiagent::widgets
