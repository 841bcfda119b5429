#include "ui/widgets/markdown/line_rules.h"

#include <algorithm>
#include <string>

namespace aiagent::widgets::markdown {
namespace {

bool isSpace(char c) {
  return c == ' ' || c == '\t';
}

std::string_view withoutIndent(std::string_view line) {
  return line.substr(indentOf(line).bytes);
}

std::size_t runLength(std::string_view text, char mark) {
  const auto end = text.find_first_not_of(mark);
  return end == std::string_view::npos ? text.size() : end;
}

// Bytes of a list marker ("-", "12.") at the beginning of `text`, 0 when there is none.
std::size_t markerBytes(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == '-' || text[0] == '+' || text[0] == '*') return 1;
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const bool ends = digits < text.size() && (text[digits] == '.' || text[digits] == ')');
  return digits >= 1 && digits <= 9 && ends ? digits + 1 : 0;
}

}  // namespace

Indent indentOf(std::string_view line) {
  Indent indent;
  for (; indent.bytes < line.size() && isSpace(line[indent.bytes]); ++indent.bytes)
    indent.columns = line[indent.bytes] == '\t' ? (indent.columns / 4 + 1) * 4 : indent.columns + 1;
  return indent;
}

bool isBlank(std::string_view line) {
  return std::all_of(line.begin(), line.end(), isSpace);
}

std::optional<FenceLine> openingFence(std::string_view line) {
  const Indent indent = indentOf(line);
  const auto rest = line.substr(indent.bytes);
  if (indent.columns > 3 || rest.empty() || (rest[0] != '`' && rest[0] != '~')) return std::nullopt;
  const auto length = runLength(rest, rest[0]);
  if (length < 3) return std::nullopt;
  if (rest[0] == '`' && rest.find('`', length) != std::string_view::npos) return std::nullopt;
  return FenceLine{rest[0], static_cast<int>(length), indent.columns};
}

bool closesFence(std::string_view line, const FenceLine& fence) {
  const Indent indent = indentOf(line);
  const auto rest = line.substr(indent.bytes);
  const auto length = runLength(rest, fence.mark);
  return indent.columns <= 3 && length >= static_cast<std::size_t>(fence.length) &&
         isBlank(rest.substr(length));
}

bool isHeading(std::string_view line) {
  const Indent indent = indentOf(line);
  const auto rest = line.substr(indent.bytes);
  const auto length = runLength(rest, '#');
  return indent.columns <= 3 && length >= 1 && length <= 6 &&
         (length == rest.size() || isSpace(rest[length]));
}

bool isThematicBreak(std::string_view line) {
  const auto rest = withoutIndent(line);
  if (indentOf(line).columns > 3 || rest.empty()) return false;
  const char mark = rest[0];
  if (mark != '*' && mark != '-' && mark != '_') return false;
  const bool pure = std::all_of(rest.begin(), rest.end(), [&](char c) { return c == mark || isSpace(c); });
  return pure && std::count(rest.begin(), rest.end(), mark) >= 3;
}

bool isSetextUnderline(std::string_view line, char mark) {
  const auto rest = withoutIndent(line);
  const auto length = runLength(rest, mark);
  return indentOf(line).columns <= 3 && length >= 1 && isBlank(rest.substr(length));
}

std::optional<ListMarker> listMarker(std::string_view line) {
  const Indent indent = indentOf(line);
  const auto rest = line.substr(indent.bytes);
  const auto bytes = markerBytes(rest);
  if (indent.columns > 3 || bytes == 0) return std::nullopt;
  if (bytes < rest.size() && !isSpace(rest[bytes])) return std::nullopt;
  ListMarker marker{.type = rest[bytes - 1]};
  marker.empty = isBlank(rest.substr(bytes));
  const int end = indent.columns + static_cast<int>(bytes);
  // The blanks behind the marker count as columns of the line, which matters for tabs.
  std::string padded(static_cast<std::size_t>(end), ' ');
  const int content = indentOf(padded.append(rest.substr(bytes))).columns;
  marker.contentColumn = marker.empty || content - end > 4 ? end + 1 : content;
  marker.canInterrupt = !marker.empty && (bytes == 1 || rest.substr(0, bytes - 1) == "1");
  return marker;
}

std::optional<Line> completeLine(std::string_view text, std::size_t from) {
  const auto end = text.find_first_of("\r\n", from);
  if (end == std::string_view::npos) return std::nullopt;
  if (text[end] == '\n') return Line{text.substr(from, end - from), end + 1};
  if (end + 1 == text.size()) return std::nullopt;
  return Line{text.substr(from, end - from), end + (text[end + 1] == '\n' ? 2 : 1)};
}

}  // namespace aiagent::widgets::markdown
