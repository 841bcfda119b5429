#include "core/wire/tree.h"

#include <charconv>
#include <cmath>

#include "core/wire/json_text.h"

namespace aiagent::wire {
namespace {

std::string numberText(double value) {
  if (!std::isfinite(value)) return "null";
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  std::string text(buffer, end);
  // "1" would be read back as an integer
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

class JsonWriter {
 public:
  JsonWriter(std::string& out, bool pretty) : m_out(out), m_pretty(pretty) {}

  void write(const Tree& tree) {
    if (tree.isList())
      writeList(tree.items());
    else if (tree.isRecord())
      writeRecord(tree.members());
    else if (const auto* text = tree.text())
      appendQuoted(m_out, *text);
    else if (const auto* number = tree.number())
      m_out += numberText(*number);
    else
      m_out += tree.isNull() ? "null" : tree.asText();
  }

 private:
  void writeList(const List& items) {
    open('[');
    for (const auto& item : items) {
      next(&item == &items.front());
      write(item);
    }
    close(']', items.empty());
  }

  void writeRecord(const Record& members) {
    open('{');
    for (const auto& member : members) {
      next(&member == &members.front());
      appendQuoted(m_out, member.first);
      m_out += m_pretty ? ": " : ":";
      write(member.second);
    }
    close('}', members.empty());
  }

  void open(char mark) {
    m_out += mark;
    ++m_level;
  }
  void next(bool first) {
    if (!first) m_out += ',';
    newLine();
  }
  void close(char mark, bool empty) {
    --m_level;
    if (!empty) newLine();
    m_out += mark;
  }
  void newLine() {
    if (m_pretty) m_out.append(1, '\n').append(2 * m_level, ' ');
  }

  std::string& m_out;
  bool m_pretty;
  std::size_t m_level = 0;
};

std::string json(const Tree& tree, bool pretty) {
  std::string out;
  JsonWriter(out, pretty).write(tree);
  return out;
}

}  // namespace

Tree::Tree(List items) : m_value(std::move(items)) {}
Tree::Tree(Record members) : m_value(std::move(members)) {}

const List& Tree::items() const {
  static const List kNone;
  const auto* items = std::get_if<List>(&m_value);
  return items ? *items : kNone;
}

const Record& Tree::members() const {
  static const Record kNone;
  const auto* members = std::get_if<Record>(&m_value);
  return members ? *members : kNone;
}

const Tree* Tree::find(std::string_view name) const {
  const auto& all = members();
  for (auto member = all.rbegin(); member != all.rend(); ++member)
    if (member->first == name) return &member->second;
  return nullptr;
}

std::string Tree::asText() const {
  if (const auto* value = text()) return *value;
  if (const auto* value = boolean()) return *value ? "true" : "false";
  if (const auto* value = integer()) return std::to_string(*value);
  if (const auto* value = number()) {
    char buffer[32];
    return std::string(buffer, std::to_chars(buffer, buffer + sizeof buffer, *value).ptr);
  }
  return isNull() ? std::string() : compactJson(*this);
}

std::string compactJson(const Tree& tree) {
  return json(tree, false);
}

std::string prettyJson(const Tree& tree) {
  return json(tree, true);
}

}  // namespace aiagent::wire
