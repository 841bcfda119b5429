// Reading and building the JSON of one object of Kubernetes as a tree. Pure.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/wire/tree.h"

namespace aiagent::cluster {

// Names one by one, because labels and annotations have dots in theirs.
using Path = std::initializer_list<std::string_view>;

// Null: there is none.
const wire::Tree* at(const wire::Tree& object, Path path);
// Empty, `fallback`, false for what is missing or something else.
std::string textAt(const wire::Tree& object, Path path);
std::int64_t numberAt(const wire::Tree& object, Path path, std::int64_t fallback = 0);
bool flagAt(const wire::Tree& object, Path path);
const wire::List& listAt(const wire::Tree& object, Path path);

// Replaces the member of that name or adds it; `record` becomes a record if it is none.
void put(wire::Tree& record, std::string_view name, wire::Tree value);
wire::Tree without(const wire::Tree& record, std::string_view name);

// Members by name, quickly also where a hostile server sent very many. The tree must outlive it.
class MemberIndex {
 public:
  explicit MemberIndex(const wire::Tree& record);
  const wire::Tree* find(std::string_view name) const;

 private:
  const wire::Tree& m_record;
  std::unordered_map<std::string_view, const wire::Tree*> m_members;  // empty: few enough to look through
};

// The same values; the order of members does not count.
bool sameJson(const wire::Tree& a, const wire::Tree& b);

using TextPairs = std::vector<std::pair<std::string, std::string>>;
TextPairs pairsAt(const wire::Tree& object, Path path);
// Whether `labels` (a record, or null) has all of these.
bool hasAll(const wire::Tree* labels, const TextPairs& wanted);
// A metav1.LabelSelector as the query writes it ("app=web,tier in (a,b),!old"); "" when it selects nothing or
// has an operator that is not known.
std::string selectorText(const wire::Tree* selector);
std::string selectorText(const TextPairs& labels);

// Controlled by the object of that uid.
bool isOwnedBy(const wire::Tree& object, std::string_view uid);
// Condition Ready of a pod or node, and not on its way out.
bool isReady(const wire::Tree& object);

}  // namespace aiagent::cluster
