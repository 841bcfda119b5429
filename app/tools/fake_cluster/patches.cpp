#include "app/tools/fake_cluster/patches.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "core/cluster/actions/object.h"

namespace aiagent::fake_cluster {
namespace {

using cluster::put;
using cluster::sameJson;
using cluster::textAt;
using wire::Record;
using wire::Tree;

std::vector<std::string> partsOf(std::string_view pointer) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < pointer.size();) {
    const auto end = std::min(pointer.find('/', at + 1), pointer.size());
    std::string part;
    for (auto i = at + 1; i < end; ++i) {
      if (pointer[i] == '~' && i + 1 < end)
        part += pointer[++i] == '1' ? '/' : '~';
      else
        part += pointer[i];
    }
    parts.push_back(std::move(part));
    at = end;
  }
  return parts;
}

// Null: not there.
Tree* child(Tree& parent, const std::string& name) {
  if (parent.isRecord()) return const_cast<Tree*>(parent.find(name));
  if (name == "-") return nullptr;  // behind the last
  const auto index = std::size_t(std::atoi(name.c_str()));
  return parent.isList() && index < parent.items().size() ? &parent.mutableItems()[index] : nullptr;
}

bool setChild(Tree& parent, const std::string& name, const Tree& value, bool mustBeThere) {
  if (auto* there = child(parent, name)) return *there = value, true;
  if (mustBeThere) return false;
  if (parent.isList()) return parent.mutableItems().push_back(value), true;
  if (!parent.isRecord()) return false;
  put(parent, name, value);
  return true;
}

bool applyOne(Tree& object, const Tree& operation) {
  auto parts = partsOf(textAt(operation, {"path"}));
  if (parts.empty()) return false;
  const auto last = parts.back();
  parts.pop_back();
  auto* parent = &object;
  for (const auto& part : parts)
    if (!(parent = child(*parent, part))) return false;
  const auto word = textAt(operation, {"op"});
  const auto* value = operation.find("value");
  if (word == "test") {
    const auto* there = child(*parent, last);
    return there && value && sameJson(*there, *value);
  }
  if (word == "remove") {
    if (!child(*parent, last) || !parent->isRecord()) return false;
    return *parent = cluster::without(*parent, last), true;
  }
  return value && (word == "add" || word == "replace") && setChild(*parent, last, *value, word == "replace");
}

bool areNamed(const Tree& list) {
  return list.isList() && !list.items().empty() &&
         std::all_of(list.items().begin(), list.items().end(),
                     [](const Tree& one) { return !textAt(one, {"name"}).empty(); });
}

void mergeNamed(Tree& list, const Tree& patch) {
  for (const auto& one : patch.items()) {
    auto& items = list.mutableItems();
    const auto found = std::find_if(items.begin(), items.end(), [&](const Tree& there) {
      return textAt(there, {"name"}) == textAt(one, {"name"});
    });
    if (found == items.end())
      items.push_back(one);
    else
      applyStrategicPatch(*found, one);
  }
}

void merge(Tree& object, const Tree& patch, bool strategic) {
  if (!patch.isRecord()) {
    if (strategic && areNamed(patch) && areNamed(object)) return mergeNamed(object, patch);
    object = patch;
    return;
  }
  if (!object.isRecord() || (strategic && textAt(patch, {"$patch"}) == "replace")) object = Tree(Record());
  for (const auto& [name, value] : patch.members()) {
    if (strategic && name == "$patch") continue;
    if (value.isNull()) {
      object = cluster::without(object, name);
      continue;
    }
    if (!object.find(name)) put(object, name, Tree());
    merge(*child(object, name), value, strategic);
  }
}

}  // namespace

bool applyJsonPatch(Tree& object, const Tree& operations) {
  const auto& all = operations.items();
  return std::all_of(all.begin(), all.end(), [&](const Tree& one) { return applyOne(object, one); });
}

void applyMergePatch(Tree& object, const Tree& patch) {
  merge(object, patch, false);
}

void applyStrategicPatch(Tree& object, const Tree& patch) {
  merge(object, patch, true);
}

}  // namespace aiagent::fake_cluster
