#include <algorithm>
#include <map>
#include <set>

#include "core/authoring/content/lint_rules.h"
#include "core/base/utf8.h"

namespace aiagent::authoring {
namespace {

constexpr std::size_t kLeastRepeated = 60;  // bytes of a paragraph that is noticed when it comes twice
constexpr std::size_t kLeastRepeatedWords = 8;
constexpr std::size_t kShownBytes = 60;

using Lines = std::vector<OutlineLine>;

std::size_t nextFilled(const Lines& lines, std::size_t from) {
  while (from < lines.size() && lines[from].kind == LineKind::Blank) ++from;
  return from;
}

void lintSections(std::string_view prompt, const Lines& lines, Findings& findings) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].kind != LineKind::Heading) continue;
    const auto next = nextFilled(lines, i + 1);
    const bool atEnd = next == lines.size();
    if (!atEnd && (lines[next].kind != LineKind::Heading || lines[next].level > lines[i].level)) continue;
    // lines such as "# step one" right under each other are remarks of some script
    const auto isRemark = [&](std::size_t other) {
      return other < lines.size() && lines[other].kind == LineKind::Heading && lines[other].level == 1;
    };
    if (lines[i].level == 1 && (isRemark(i + 1) || (i > 0 && isRemark(i - 1)))) continue;
    const auto title =
        base::trimmed(lines[i].range.of(prompt).substr(static_cast<std::size_t>(lines[i].level)));
    findings.push_back({"empty-section",
                        atEnd ? Severity::Hint : Severity::Warning,
                        "prompt",
                        lines[i].range,
                        {std::string(title)},
                        {},
                        {}});
  }
}

// Lower case, one blank between words.
std::string normalised(std::string_view text, std::size_t& words) {
  std::string normal;
  bool blank = true;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      blank = true;
      continue;
    }
    if (blank) ++words;
    if (blank && !normal.empty()) normal += ' ';
    blank = false;
    normal += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return normal;
}

// The paragraph with the blank lines behind it, or those before it where it is the last.
ByteRange toRemove(std::string_view prompt, const Lines& lines, std::size_t first, std::size_t last) {
  const auto next = nextFilled(lines, last + 1);
  if (next < lines.size()) return {lines[first].range.begin, lines[next].range.begin};
  while (first > 0 && lines[first - 1].kind == LineKind::Blank) --first;
  return {first > 0 ? lines[first - 1].range.end : 0, prompt.size()};
}

struct Paragraph {
  ByteRange range;
  std::size_t first = 0, last = 0;  // lines
};

std::vector<Paragraph> paragraphsOf(const Lines& lines) {
  std::vector<Paragraph> found;
  for (std::size_t first = 0; first < lines.size(); ++first) {
    if (lines[first].kind != LineKind::Text) continue;
    auto last = first;
    while (last + 1 < lines.size() && lines[last + 1].kind == LineKind::Text) ++last;
    found.push_back({{lines[first].range.begin, lines[last].range.end}, first, last});
    first = last;
  }
  return found;
}

// Said again in another part it may be meant; within one it is not.
void lintParagraphs(std::string_view prompt, const Lines& lines, Findings& findings) {
  std::map<std::string, Paragraph> known;
  for (const auto& paragraph : paragraphsOf(lines)) {
    const auto text = paragraph.range.of(prompt);
    std::size_t words = 0;
    auto normal = normalised(text, words);
    if (normal.size() < kLeastRepeated || words < kLeastRepeatedWords) continue;
    const auto [entry, isNew] = known.emplace(std::move(normal), paragraph);
    if (isNew) continue;
    const auto& before = entry->second;
    const bool samePart = lines[before.first].group == lines[paragraph.first].group;
    const auto rest = toRemove(prompt, lines, paragraph.first, paragraph.last);
    findings.push_back({"duplicate-paragraph",
                        samePart ? Severity::Warning : Severity::Hint,
                        "prompt",
                        paragraph.range,
                        {std::string(base::utf8Prefix(text, kShownBytes))},
                        Fix{"remove-paragraph", {ReplaceText{"prompt", rest, ""}}},
                        before.range});
  }
}

bool isNameByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

// Where the piece of another tool's syntax that begins at `at` ends; `at` where there is none. In one line.
std::size_t foreignEnd(std::string_view line, std::size_t at) {
  const auto rest = line.substr(at);
  const auto upTo = [&](std::string_view close) {
    const auto end = rest.find(close, 2);
    return end == std::string_view::npos ? at : at + end + close.size();
  };
  if (rest.substr(0, 2) == "{%") return upTo("%}");
  if (rest.substr(0, 2) == "<%") return upTo("%>");
  if (rest.substr(0, 2) == "{{") {
    const auto inside = base::trimmed(rest.substr(2, 80));
    if (inside.empty()) return at;
    if (std::string_view("#/^>!").find(inside[0]) != std::string_view::npos) return upTo("}}");
    const auto name = std::find_if_not(inside.begin(), inside.end(), isNameByte) - inside.begin();
    const auto behind = base::trimmed(inside.substr(static_cast<std::size_t>(name)));
    return name > 0 && behind.substr(0, 1) == "|" ? upTo("}}") : at;  // a filter
  }
  if (rest.substr(0, 2) != "${" || rest.size() < 4) return at;
  const bool named =
      (rest[2] >= 'a' && rest[2] <= 'z') || (rest[2] >= 'A' && rest[2] <= 'Z') || rest[2] == '_';
  const auto end =
      static_cast<std::size_t>(std::find_if_not(rest.begin() + 2, rest.end(), isNameByte) - rest.begin());
  if (!named || end >= rest.size() || rest[end] != '}') return at;
  const bool formula = end + 1 < rest.size() && rest.find('$', end + 1) != std::string_view::npos;
  return formula ? at : at + end + 1;
}

void lintTemplates(std::string_view prompt, const Outline& outline, Findings& findings) {
  std::set<std::string_view> told;
  for (const auto& line : outline.lines()) {
    if (line.kind == LineKind::Code) continue;
    const auto text = line.range.of(prompt);
    for (std::size_t at = text.find_first_of("{<$"); at != std::string_view::npos;
         at = text.find_first_of("{<$", at)) {
      const auto end = foreignEnd(text, at);
      const ByteRange range{line.range.begin + at, line.range.begin + end};
      at = std::max(end, at + 1);
      if (range.empty() || told.count(range.of(prompt)) || outline.isCode(range.begin)) continue;
      told.insert(range.of(prompt));
      findings.push_back(
          {"foreign-template", Severity::Warning, "prompt", range, {std::string(range.of(prompt))}, {}, {}});
    }
  }
}

}  // namespace

void lintStructure(std::string_view prompt, const Outline& outline, Findings& findings) {
  lintSections(prompt, outline.lines(), findings);
  lintParagraphs(prompt, outline.lines(), findings);
  lintTemplates(prompt, outline, findings);
}

}  // namespace aiagent::authoring
