#include "core/cluster/actions/object.h"

#include <algorithm>

namespace aiagent::cluster {

using wire::List;
using wire::Record;
using wire::Tree;

const Tree* at(const Tree& object, Path path) {
  const auto* here = &object;
  for (const auto name : path) {
    here = here->find(name);
    if (!here) return nullptr;
  }
  return here;
}

std::string textAt(const Tree& object, Path path) {
  const auto* found = at(object, path);
  const auto* text = found ? found->text() : nullptr;
  return text ? *text : std::string();
}

std::int64_t numberAt(const Tree& object, Path path, std::int64_t fallback) {
  const auto* found = at(object, path);
  const auto* number = found ? found->integer() : nullptr;
  return number ? *number : fallback;
}

bool flagAt(const Tree& object, Path path) {
  const auto* found = at(object, path);
  const auto* flag = found ? found->boolean() : nullptr;
  return flag && *flag;
}

const List& listAt(const Tree& object, Path path) {
  static const List kNone;
  const auto* found = at(object, path);
  return found ? found->items() : kNone;
}

void put(Tree& record, std::string_view name, Tree value) {
  if (!record.isRecord()) record = Tree(Record());
  auto& members = record.mutableMembers();
  const auto found =
      std::find_if(members.rbegin(), members.rend(), [&](const auto& one) { return one.first == name; });
  if (found != members.rend())
    found->second = std::move(value);
  else
    members.emplace_back(std::string(name), std::move(value));
}

Tree without(const Tree& record, std::string_view name) {
  Record left;
  for (const auto& member : record.members())
    if (member.first != name) left.push_back(member);
  return Tree(std::move(left));
}

MemberIndex::MemberIndex(const Tree& record) : m_record(record) {
  constexpr std::size_t kFew = 32;
  if (record.members().size() <= kFew) return;
  for (const auto& [name, value] : record.members()) m_members[name] = &value;
}

const Tree* MemberIndex::find(std::string_view name) const {
  if (m_members.empty()) return m_record.find(name);
  const auto found = m_members.find(name);
  return found == m_members.end() ? nullptr : found->second;
}

bool sameJson(const Tree& a, const Tree& b) {
  if (a.isRecord() && b.isRecord()) {
    if (a.members().size() != b.members().size()) return false;
    // Of members of one name the last counts, as find() has it.
    const MemberIndex ours(a), others(b);
    return std::all_of(b.members().begin(), b.members().end(),
                       [&](const auto& member) { return ours.find(member.first) != nullptr; }) &&
           std::all_of(a.members().begin(), a.members().end(), [&](const auto& member) {
             const auto* other = others.find(member.first);
             return other && sameJson(*ours.find(member.first), *other);
           });
  }
  if (a.isList() && b.isList())
    return std::equal(a.items().begin(), a.items().end(), b.items().begin(), b.items().end(), sameJson);
  return a == b;
}

TextPairs pairsAt(const Tree& object, Path path) {
  TextPairs pairs;
  if (const auto* found = at(object, path))
    for (const auto& [name, value] : found->members()) pairs.emplace_back(name, value.asText());
  return pairs;
}

bool hasAll(const Tree* labels, const TextPairs& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const auto& one) {
    const auto* found = labels ? labels->find(one.first) : nullptr;
    return found && found->text() && *found->text() == one.second;
  });
}

namespace {

std::string joinedValues(const Tree& requirement) {
  std::string all;
  for (const auto& value : listAt(requirement, {"values"})) (all += all.empty() ? "" : ",") += value.asText();
  return all;
}

// "" for an operator that is not known.
std::string requirementText(const Tree& requirement) {
  const auto key = textAt(requirement, {"key"}), word = textAt(requirement, {"operator"});
  if (word == "Exists") return key;
  if (word == "DoesNotExist") return "!" + key;
  if (word == "In") return key + " in (" + joinedValues(requirement) + ")";
  return word == "NotIn" ? key + " notin (" + joinedValues(requirement) + ")" : std::string();
}

}  // namespace

std::string selectorText(const TextPairs& labels) {
  std::string text;
  for (const auto& [name, value] : labels) {
    if (!text.empty()) text += ',';
    (text += name + "=") += value;
  }
  return text;
}

std::string selectorText(const Tree* selector) {
  if (!selector) return {};
  auto text = selectorText(pairsAt(*selector, {"matchLabels"}));
  for (const auto& requirement : listAt(*selector, {"matchExpressions"})) {
    const auto term = requirementText(requirement);
    if (term.empty()) return {};
    (text += text.empty() ? "" : ",") += term;
  }
  return text;
}

bool isOwnedBy(const Tree& object, std::string_view uid) {
  const auto& owners = listAt(object, {"metadata", "ownerReferences"});
  return !uid.empty() && std::any_of(owners.begin(), owners.end(), [&](const Tree& owner) {
    return flagAt(owner, {"controller"}) && textAt(owner, {"uid"}) == uid;
  });
}

bool isReady(const Tree& object) {
  if (at(object, {"metadata", "deletionTimestamp"})) return false;
  const auto& conditions = listAt(object, {"status", "conditions"});
  return std::any_of(conditions.begin(), conditions.end(), [](const Tree& condition) {
    return textAt(condition, {"type"}) == "Ready" && textAt(condition, {"status"}) == "True";
  });
}

}  // namespace aiagent::cluster
