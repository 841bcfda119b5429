// Tree: a document's values, read from JSON or YAML. Members keep their order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace aiagent::wire {

class Tree;
using List = std::vector<Tree>;
using Record = std::vector<std::pair<std::string, Tree>>;

class Tree {
 public:
  Tree() = default;  // null
  Tree(bool value) : m_value(value) {}
  Tree(std::int64_t value) : m_value(value) {}
  Tree(double value) : m_value(value) {}
  Tree(std::string value) : m_value(std::move(value)) {}
  Tree(std::string_view value) : m_value(std::string(value)) {}
  Tree(const char* value) : m_value(std::string(value)) {}
  Tree(List items);
  Tree(Record members);

  bool isNull() const { return m_value.index() == 0; }
  bool isList() const { return m_value.index() == 5; }
  bool isRecord() const { return m_value.index() == 6; }
  bool isScalar() const { return !isNull() && !isList() && !isRecord(); }
  const bool* boolean() const { return std::get_if<bool>(&m_value); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&m_value); }
  const double* number() const { return std::get_if<double>(&m_value); }
  const std::string* text() const { return std::get_if<std::string>(&m_value); }

  // Empty for everything else.
  const List& items() const;
  const Record& members() const;
  List& mutableItems() { return *std::get_if<List>(&m_value); }
  Record& mutableMembers() { return *std::get_if<Record>(&m_value); }

  // The last member of that name; null when there is none, or this is no record.
  const Tree* find(std::string_view name) const;
  // A scalar as a person would type it; "" for null, JSON for lists and records.
  std::string asText() const;

  bool operator==(const Tree&) const = default;

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Record> m_value;
};

// Finite numbers only; others become null.
std::string compactJson(const Tree& tree);
std::string prettyJson(const Tree& tree);  // two blanks a level, no newline at the end

}  // namespace aiagent::wire
