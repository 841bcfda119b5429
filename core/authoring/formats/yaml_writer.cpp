#include "core/authoring/formats/yaml_writer.h"

#include <algorithm>
#include <cstdio>

namespace aiagent::authoring {
namespace {

constexpr std::size_t kLongestSimpleKey = 100;  // YAML allows 1,024 characters
constexpr std::size_t kLongestPlain = 400;

// Where `text` at `at` is a character that a YAML reader refuses or reads as an end of line, its length.
std::size_t specialAt(std::string_view text, std::size_t at, unsigned& code) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const unsigned first = byte(0);
  code = first;
  if (first < 0x20 || first == 0x7f) return 1;
  if (first == 0xc2 && byte(1) <= 0xa0) {
    code = byte(1);
    return 2;
  }
  if (first == 0xe2 && byte(1) == 0x80 && (byte(2) == 0xa8 || byte(2) == 0xa9)) {
    code = byte(2) == 0xa8 ? 0x2028 : 0x2029;
    return 3;
  }
  if (first == 0xef && byte(1) == 0xbb && byte(2) == 0xbf) {
    code = 0xfeff;
    return 3;
  }
  if (first == 0xef && byte(1) == 0xbf && byte(2) >= 0xbe) {
    code = byte(2) == 0xbe ? 0xfffe : 0xffff;
    return 3;
  }
  return 0;
}

bool hasSpecial(std::string_view text, std::string_view allowed) {
  unsigned code = 0;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (specialAt(text, at, code) && allowed.find(text[at]) == std::string_view::npos) return true;
  return false;
}

std::string quotedText(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    unsigned code = 0;
    const char c = text[at];
    if (const auto size = specialAt(text, at, code)) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", code);
      out += c == '\n' ? "\\n" : c == '\t' ? "\\t" : escape;
      at += size;
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
    ++at;
  }
  return out + '"';
}

// Narrow on purpose: whatever is not plainly a word or a sentence is quoted.
bool isPlain(std::string_view text) {
  if (text.empty() || text.size() > kLongestPlain || text.back() == ' ' || text.back() == ':') return false;
  const auto first = static_cast<unsigned char>(text.front());
  const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first >= 0x80;
  if (!letter || hasSpecial(text, "") || text.find(": ") != std::string_view::npos ||
      text.find(" #") != std::string_view::npos)
    return false;
  // words that older readers take for truth values
  for (const std::string_view word :
       {"y",   "Y",   "n",   "N",    "yes",  "Yes",  "YES",   "no",    "No",    "NO",   "on",   "On",  "ON",
        "off", "Off", "OFF", "true", "True", "TRUE", "false", "False", "FALSE", "null", "Null", "NULL"})
    if (text == word) return false;
  return true;
}

bool isBlock(std::string_view text) {
  if (text.find('\n') == std::string_view::npos || text.ends_with("\n\n") || hasSpecial(text, "\n\t"))
    return false;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    if (at == 0 && (line.empty() || line[0] == ' ' || line[0] == '\t')) return false;
    if (!line.empty() && line.find_first_not_of(" \t") == std::string_view::npos) return false;
    at = end + 1;
  }
  return true;
}

class Writer {
 public:
  explicit Writer(std::string& out) : m_out(out) {}

  // `level`: of the lines that the value goes on with, where it does not fit behind its key.
  void value(const Tree& tree, std::size_t level) {
    if (tree.isRecord() && !tree.members().empty()) {
      m_out += '\n';
      record(tree.members(), level);
    } else if (tree.isList() && !tree.items().empty()) {
      m_out += '\n';
      list(tree.items(), level);
    } else if (tree.text() && isBlock(*tree.text())) {
      m_out += ' ';
      block(*tree.text(), level);
    } else {
      m_out += ' ' + inlineText(tree) + '\n';
    }
  }

  void record(const Record& members, std::size_t level, bool firstOpen = false) {
    for (const auto& [name, tree] : members) {
      if (!firstOpen) indent(level);
      firstOpen = false;
      const auto key = isPlain(name) ? name : quotedText(name);
      if (key.size() > kLongestSimpleKey) {
        m_out += "? " + key + '\n';
        indent(level);
      } else {
        m_out += key;
      }
      m_out += ':';
      value(tree, level + 1);
    }
  }

  void list(const List& items, std::size_t level) {
    for (const auto& item : items) {
      indent(level);
      m_out += '-';
      // a record begins on the line of its mark
      if (item.isRecord() && !item.members().empty()) {
        m_out += ' ';
        record(item.members(), level + 1, true);
      } else {
        value(item, level + 1);
      }
    }
  }

  static std::string inlineText(const Tree& tree) {
    if (const auto* text = tree.text()) return isPlain(*text) ? *text : quotedText(*text);
    return compactJson(tree);  // null, true, 1, 1.0, [] and {} are the same in YAML
  }

 private:
  void block(std::string_view text, std::size_t level) {
    m_out += text.ends_with('\n') ? "|\n" : "|-\n";
    if (text.ends_with('\n')) text.remove_suffix(1);
    for (std::size_t at = 0; at <= text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      if (end > at) indent(level);
      m_out.append(text.substr(at, end - at)).append(1, '\n');
      at = end + 1;
    }
  }

  void indent(std::size_t level) { m_out.append(2 * level, ' '); }

  std::string& m_out;
};

}  // namespace

std::string writeYaml(const Tree& tree) {
  std::string out;
  Writer writer(out);
  if (tree.isRecord() && !tree.members().empty())
    writer.record(tree.members(), 0);
  else if (tree.isList() && !tree.items().empty())
    writer.list(tree.items(), 0);
  else
    out = Writer::inlineText(tree) + '\n';
  return out;
}

}  // namespace aiagent::authoring
