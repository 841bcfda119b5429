#include "core/authoring/content/prompt_outline.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/base/utf8.h"

namespace aiagent::authoring {
namespace {

// Titles of parts that speak of every answer.
constexpr std::string_view kGeneralWords[] = {
    "and",        "answer",   "answers",      "behavior",    "behaviour",    "constraints", "core",
    "donts",      "dos",      "final",        "format",      "general",      "goal",        "goals",
    "guidelines", "identity", "important",    "instruction", "instructions", "language",    "length",
    "note",       "notes",    "objective",    "of",          "output",       "prompt",      "reminder",
    "reminders",  "reply",    "requirements", "response",    "responses",    "role",        "rule",
    "rules",      "style",    "system",       "task",        "the",          "tone",        "voice",
    "your"};

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isGeneral(std::string_view title) {
  std::string word;
  for (std::size_t i = 0; i <= title.size(); ++i) {
    const char c = i < title.size() ? title[i] : ' ';
    if (static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9')) return false;
    if (isLetter(c)) word += lower(c);
    if (isLetter(c) || c == '\'' || word.empty()) continue;
    if (!std::binary_search(std::begin(kGeneralWords), std::end(kGeneralWords), word)) return false;
    word.clear();
  }
  return true;
}

int headingLevel(std::string_view line) {
  const auto marks = std::min(line.find_first_not_of('#'), line.size());
  const bool spaced = marks < line.size() && (line[marks] == ' ' || line[marks] == '\t');
  return marks >= 1 && marks <= 6 && spaced && !base::trimmed(line.substr(marks)).empty()
             ? static_cast<int>(marks)
             : 0;
}

// "<rules>" or "</rules>" alone in its line: the name, with its slash.
std::string_view loneTag(std::string_view line) {
  if (line.size() < 3 || line.front() != '<' || line.back() != '>') return {};
  const auto name = line.substr(1, line.size() - 2);
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return isLetter(c) || c == '_' || c == '-' || c == '/'; })
             ? name
             : std::string_view();
}

std::string_view withoutEmphasis(std::string_view text) {
  while (!text.empty() && (text.front() == '*' || text.front() == '_')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == '*' || text.back() == '_')) text.remove_suffix(1);
  return base::trimmed(text);
}

class Reader {
 public:
  OutlineLine read(ByteRange range, std::string_view text) {
    OutlineLine line{range};
    const auto trimmed = base::trimmed(text);
    const bool fence = trimmed.substr(0, 3) == "```" || trimmed.substr(0, 3) == "~~~";
    if (fence || m_fenced) {
      if (fence && (!m_fenced || trimmed.find_first_not_of(trimmed[0]) == std::string_view::npos))
        m_fenced = !m_fenced;
      line.kind = LineKind::Code;
    } else if (trimmed.empty()) {
      line.kind = LineKind::Blank;
    } else if (text.substr(0, 4) == "    " && listMarker(text) == 0) {
      line.kind = LineKind::Code;
    } else if (const auto level = headingLevel(text); level > 0) {
      line.kind = LineKind::Heading;
      line.level = level;
      begin(withoutEmphasis(text.substr(static_cast<std::size_t>(level))));
    } else {
      beginAt(trimmed);
    }
    line.group = m_group;
    return line;
  }

 private:
  void begin(std::string_view title) { m_group = isGeneral(title) ? 0 : ++m_groups; }

  void beginAt(std::string_view line) {
    if (const auto tag = loneTag(line); !tag.empty()) {
      if (tag[0] == '/')
        m_group = 0;
      else
        begin(tag);
      return;
    }
    const auto title = withoutEmphasis(line);
    if (title.size() > 1 && title.back() == ':') begin(title.substr(0, title.size() - 1));
  }

  bool m_fenced = false;
  std::size_t m_group = 0, m_groups = 0;
};

}  // namespace

std::size_t listMarker(std::string_view line) {
  std::size_t at = std::min(line.find_first_not_of(" \t"), line.size());
  const auto rest = line.substr(at);
  std::size_t mark = 0;
  if (!rest.empty() && (rest[0] == '-' || rest[0] == '*' || rest[0] == '+')) mark = 1;
  if (rest.substr(0, 3) == "\u2022") mark = 3;
  if (mark == 0) {
    std::size_t count = 0;
    while (count < rest.size() && count < 3 &&
           ((rest[count] >= '0' && rest[count] <= '9') || (count == 0 && isLetter(rest[count]))))
      ++count;
    if (count > 0 && count < rest.size() && (rest[count] == '.' || rest[count] == ')')) mark = count + 1;
  }
  if (mark == 0 || mark >= rest.size() || (rest[mark] != ' ' && rest[mark] != '\t')) return 0;
  at += mark;
  return std::min(line.find_first_not_of(" \t", at), line.size());
}

Outline::Outline(std::string_view prompt) : m_prompt(prompt) {
  Reader reader;
  for (std::size_t begin = 0; begin < prompt.size();) {
    const auto end = std::min(prompt.find('\n', begin), prompt.size());
    const auto contentEnd = end > begin && prompt[end - 1] == '\r' ? end - 1 : end;
    m_lines.push_back(reader.read({begin, contentEnd}, prompt.substr(begin, contentEnd - begin)));
    begin = end + 1;
  }
}

bool Outline::isCode(std::size_t offset) const {
  const auto next =
      std::upper_bound(m_lines.begin(), m_lines.end(), offset,
                       [](std::size_t at, const OutlineLine& line) { return at < line.range.begin; });
  if (next == m_lines.begin()) return false;
  const auto& line = *std::prev(next);
  if (line.kind == LineKind::Code) return true;
  const auto before = m_prompt.substr(line.range.begin, offset - line.range.begin);
  return std::count(before.begin(), before.end(), '`') % 2 == 1;
}

}  // namespace aiagent::authoring
