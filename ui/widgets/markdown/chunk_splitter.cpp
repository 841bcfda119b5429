#include "ui/widgets/markdown/chunk_splitter.h"

#include <utility>

namespace aiagent::widgets::markdown {
namespace {

bool hasFenceMarks(std::string_view line) {
  return line.find("```") != std::string_view::npos || line.find("~~~") != std::string_view::npos;
}

bool isDeepFence(std::string_view line) {
  const auto rest = line.substr(indentOf(line).bytes);
  return indentOf(line).columns > 3 && (rest.starts_with("```") || rest.starts_with("~~~"));
}

// "|---|:-:|": below a line of text it makes a table.
bool isDelimiterRow(std::string_view line) {
  return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

std::string_view withoutContainerMarks(std::string_view line) {
  const auto from = line.find_first_not_of(" \t>-+*0123456789.)");
  return from == std::string_view::npos ? std::string_view() : line.substr(from);
}

}  // namespace

void ChunkSplitter::advance(std::string_view text) {
  while (const auto line = completeLine(text, m_read)) {
    readLine(line->text, m_read, line->next);
    m_read = line->next;
  }
}

std::vector<std::size_t> ChunkSplitter::takeCuts() {
  return std::exchange(m_cuts, {});
}

void ChunkSplitter::cut(std::size_t at) {
  if (at <= m_stable) return;
  m_stable = at;
  m_cuts.push_back(at);
}

void ChunkSplitter::readLine(std::string_view line, std::size_t begin, std::size_t end) {
  if (m_state == State::Never) return;
  if (m_state == State::Fence) return readInFence(line, end);
  if (isBlank(line)) return readBlank(end);
  switch (m_state) {
    case State::Paragraph: continueParagraph(line, begin, end); break;
    case State::List:
    case State::Unsure: continueList(line, begin, end); break;
    case State::Quote: continueQuote(line, begin, end); break;
    case State::Indented:
      if (indentOf(line).columns < 4) {
        cut(begin);
        this->begin(line, begin, end);
      }
      break;
    default: this->begin(line, begin, end);
  }
  m_afterBlank = false;
  m_tableSeen = m_state == State::Paragraph && (m_tableSeen || isDelimiterRow(line));
  watchInnerFence(line);
}

void ChunkSplitter::watchInnerFence(std::string_view line) {
  const auto rest = withoutContainerMarks(line);
  if (listMarker(line)) m_innerFence.reset();  // a new item ends what was open in the last one
  if (m_state == State::Fence || m_state == State::None || m_state == State::Paragraph) {
    m_innerFence.reset();
  } else if (m_innerFence && closesFence(rest, *m_innerFence)) {
    m_innerFence.reset();
  } else if (!m_innerFence) {
    m_innerFence = openingFence(rest);
  }
}

void ChunkSplitter::readBlank(std::size_t end) {
  m_afterBlank = true;
  if (m_state == State::Paragraph || m_state == State::Quote) {
    m_state = State::None;
    cut(end);
  }
  // An item may begin with one blank line at most: what is indented behind it does not belong to it.
  if (m_state == State::List && m_itemEmpty) m_state = State::Unsure;
}

void ChunkSplitter::readInFence(std::string_view line, std::size_t end) {
  if (!closesFence(line, m_fence)) return;
  m_state = State::None;
  m_afterBlank = false;
  cut(end);
}

// A line that begins a block of its own whatever stands before it, at the margin of the document.
bool ChunkSplitter::endsBlock(std::string_view line, std::size_t begin, std::size_t end) {
  if (const auto fence = openingFence(line)) {
    // md4c may take it for the end of a fence inside the list or quote before it.
    if (m_innerFence) {
      m_state = State::Never;
      return true;
    }
    cut(begin);
    m_fence = *fence;
    m_state = State::Fence;
    return true;
  }
  if (isHeading(line) || isThematicBreak(line)) {
    m_state = State::None;
    cut(end);
    return true;
  }
  return false;
}

void ChunkSplitter::begin(std::string_view line, std::size_t begin, std::size_t end) {
  if (indentOf(line).columns > 3) {
    m_state = State::Indented;
    return;
  }
  if (endsBlock(line, begin, end)) return;
  const auto first = line[indentOf(line).bytes];
  m_maybeDefinition = first == '[';
  if (const auto marker = listMarker(line)) return enterList(*marker);
  m_state = first == '>' ? State::Quote : State::Paragraph;
}

void ChunkSplitter::enterList(const ListMarker& marker) {
  m_state = State::List;
  m_listType = marker.type;
  m_itemColumn = marker.contentColumn;
  m_itemEmpty = marker.empty;
}

void ChunkSplitter::continueParagraph(std::string_view line, std::size_t begin, std::size_t end) {
  const Indent indent = indentOf(line);
  const bool equals = isSetextUnderline(line, '=');
  if (isDeepFence(line)) {
    m_state = State::Never;  // md4c begins a fence here, against the specification
    return;
  }
  // Indented code may follow a table; "===" behind link definitions alone is text; "---" may be an underline
  // or a break: all of them end in the same way, with a blank line and a line at the margin.
  if (indent.columns > 3 || isSetextUnderline(line, '-') || (equals && m_maybeDefinition)) {
    m_state = State::Unsure;
    return;
  }
  if (m_tableSeen && (equals || hasFenceMarks(line) || isHeading(line) || isThematicBreak(line))) {
    m_state = hasFenceMarks(line) ? State::Never : State::Unsure;  // md4c may take the line for a row
    return;
  }
  if (equals) {
    m_state = State::None;
    return cut(end);
  }
  if (endsBlock(line, begin, end)) return;
  if (line[indent.bytes] == '>') {
    m_state = State::Quote;
  } else if (const auto marker = listMarker(line)) {
    enterList(*marker);
    if (!marker->canInterrupt) m_state = State::Unsure;
  }
}

void ChunkSplitter::continueList(std::string_view line, std::size_t begin, std::size_t end) {
  const Indent indent = indentOf(line);
  const bool sure = m_state == State::List;
  if (sure && indent.columns >= m_itemColumn) {
    m_itemEmpty = false;
    return;
  }
  if (indent.columns > 1) {
    // Too deep for the margin, and perhaps not deep enough for the item.
    if (hasFenceMarks(line)) {
      m_state = State::Never;
    } else if (const auto marker = listMarker(line);
               marker && sure && marker->type == m_listType && !isThematicBreak(line)) {
      enterList(*marker);
    } else {
      m_state = State::Unsure;
    }
    return;
  }
  const auto marker = isThematicBreak(line) ? std::nullopt : listMarker(line);
  if (marker) {
    const bool certain = sure ? marker->type == m_listType : m_afterBlank;
    enterList(*marker);
    if (!certain && !m_afterBlank) m_state = State::Unsure;
    return;
  }
  if (m_afterBlank) {
    if (!m_innerFence || !openingFence(line)) cut(begin);
    return this->begin(line, begin, end);
  }
  if (isSetextUnderline(line, '-') || !endsBlock(line, begin, end)) m_state = State::Unsure;
}

void ChunkSplitter::continueQuote(std::string_view line, std::size_t begin, std::size_t end) {
  const Indent indent = indentOf(line);
  if (isDeepFence(line)) {
    m_state = State::Never;
    return;
  }
  if (indent.columns <= 3 && line[indent.bytes] == '>') return;
  if (indent.columns <= 3 && isSetextUnderline(line, '-')) {
    m_state = State::Unsure;
    return;
  }
  if (indent.columns <= 3 && endsBlock(line, begin, end)) return;
  m_state = State::Unsure;
}

}  // namespace aiagent::widgets::markdown
