#include "ui/widgets/transcript/text_formats.h"

#include <algorithm>
#include <QStringTokenizer>

#include "ui/widgets/markdown/code_tokenizer.h"

namespace aiagent::widgets {
namespace {

QTextCharFormat formatOf(const markdown::Span& span, const TranscriptStyle& style) {
  QTextCharFormat format;
  if (span.style & markdown::InlineCode) {
    format.setFontFamilies(style.fixed.families());
    format.setFontFixedPitch(true);
  }
  if (span.style & markdown::Bold) format.setFontWeight(QFont::Bold);
  if (span.style & (markdown::Italic | markdown::ImageAlt)) format.setFontItalic(true);
  if (span.style & markdown::Strike) format.setFontStrikeOut(true);
  if (span.style & (markdown::Strike | markdown::Address)) format.setForeground(style.colors.muted);
  if (!span.href.isEmpty()) {
    format.setForeground(style.colors.link);
    format.setFontUnderline(true);
  }
  return format;
}

QColor colorOf(markdown::TokenKind kind, const TranscriptPalette& colors) {
  switch (kind) {
    case markdown::TokenKind::Keyword: return colors.keyword;
    case markdown::TokenKind::String: return colors.string;
    case markdown::TokenKind::Number: return colors.number;
    case markdown::TokenKind::Comment: return colors.comment;
    case markdown::TokenKind::Key: return colors.key;
    case markdown::TokenKind::Added: return colors.added;
    case markdown::TokenKind::Removed: return colors.removed;
  }
  return colors.text;
}

}  // namespace

QList<QTextLayout::FormatRange> spanFormats(const markdown::Piece& piece, int from, int length,
                                            const TranscriptStyle& style) {
  QList<QTextLayout::FormatRange> formats;
  for (const markdown::Span& span : piece.spans) {
    const int begin = std::max(span.from, from);
    const int end = std::min(span.from + span.length, from + length);
    if (begin < end) formats.append({begin - from, end - begin, formatOf(span, style)});
  }
  return formats;
}

void addEmojiFormats(const QString& text, QList<QTextLayout::FormatRange>& formats) {
  static const QStringList families = {QStringLiteral("Noto Color Emoji"), QStringLiteral("Segoe UI Emoji"),
                                       QStringLiteral("Apple Color Emoji")};
  const auto isPart = [](QChar c) {
    // U+1F000 to U+1FBFF as surrogates, joiners and variation selectors.
    return (c.unicode() >= 0xD83C && c.unicode() <= 0xD83E) || c.unicode() == 0x200D || c.unicode() == 0xFE0F;
  };
  for (int i = 0; i < text.size(); ++i) {
    if (!text[i].isHighSurrogate() || !isPart(text[i])) continue;
    const int from = i;
    while (i < text.size() && (isPart(text[i]) || text[i].isLowSurrogate())) ++i;
    QTextCharFormat format;
    format.setFontFamilies(families);
    formats.append({from, i - from, format});
  }
}

QList<QTextLayout::FormatRange> codeFormats(const markdown::Piece& piece, const TranscriptStyle& style) {
  QList<QTextLayout::FormatRange> formats;
  const auto* language = markdown::findLanguage(piece.language);
  if (!language) return formats;
  int state = piece.codeState;
  int from = 0;
  std::vector<markdown::CodeToken> tokens;
  for (const QStringView line : QStringView(piece.text).tokenize(u'\n')) {
    tokens.clear();
    state = markdown::tokenizeLine(language, line, state, &tokens);
    for (const auto& token : tokens) {
      QTextCharFormat format;
      format.setForeground(colorOf(token.kind, style.colors));
      formats.append({from + token.from, token.length, format});
    }
    from += int(line.size()) + 1;
  }
  return formats;
}

}  // namespace aiagent::widgets
