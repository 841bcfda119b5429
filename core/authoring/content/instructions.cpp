#include "core/authoring/content/instructions.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace aiagent::authoring {
namespace {

constexpr std::string_view kMarksAround = ",.!?:;()*_'`";

bool isBlank(char c) {
  return c == ' ' || c == '\t';
}

class Reader {
 public:
  Reader(std::string_view prompt, const std::vector<OutlineLine>& lines) : m_prompt(prompt), m_lines(lines) {}

  std::vector<Instruction> run() {
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
      if (m_lines[i].kind == LineKind::Text) readLine(m_lines[i]);
      if (!goesOn(i)) finish();
    }
    finish();
    return std::move(m_found);
  }

 private:
  bool goesOn(std::size_t line) const {
    if (line + 1 >= m_lines.size() || m_lines[line].kind != LineKind::Text ||
        m_lines[line + 1].kind != LineKind::Text)
      return false;
    const auto next = m_lines[line + 1].range.of(m_prompt), rest = base::trimmed(next);
    return listMarker(next) == 0 && rest[0] >= 'a' && rest[0] <= 'z';
  }

  void readLine(const OutlineLine& line) {
    const auto text = line.range.of(m_prompt);
    if (const auto marker = listMarker(text); marker > 0) finish();
    m_group = line.group;
    for (std::size_t at = listMarker(text); at < text.size();) {
      if (isBlank(text[at])) {
        ++at;
        continue;
      }
      auto end = at;
      while (end < text.size() && !isBlank(text[end])) ++end;
      addWord(text.substr(at, end - at), line.range.begin + at);
      at = end;
    }
  }

  void addWord(std::string_view raw, std::size_t offset) {
    if (raw.find('"') != std::string_view::npos || raw.find("\u201c") != std::string_view::npos ||
        raw.find("\u201d") != std::string_view::npos)
      m_quotes = true;
    auto word = raw;
    while (!word.empty() && kMarksAround.find(word.front()) != std::string_view::npos) word.remove_prefix(1);
    while (!word.empty() && kMarksAround.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
    if (m_current.words.empty()) m_current.range.begin = offset;
    m_current.range.end = offset + raw.size();
    if (!word.empty()) {
      std::string lower(word);
      std::transform(lower.begin(), lower.end(), lower.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
      m_current.words.push_back(std::move(lower));
    }
    const auto last = raw.find_last_not_of("*_)'`");
    if (last != std::string_view::npos && std::string_view(".!?;").find(raw[last]) != std::string_view::npos)
      finish();
  }

  void finish() {
    if (!m_current.words.empty() && !m_quotes) {
      m_current.group = m_group;
      m_found.push_back(std::move(m_current));
    }
    m_current = {};
    m_quotes = false;
  }

  std::string_view m_prompt;
  const std::vector<OutlineLine>& m_lines;
  std::vector<Instruction> m_found;
  Instruction m_current;
  std::size_t m_group = 0;
  bool m_quotes = false;
};

}  // namespace

std::vector<Instruction> readInstructions(std::string_view prompt, const Outline& outline) {
  return Reader(prompt, outline.lines()).run();
}

}  // namespace aiagent::authoring
