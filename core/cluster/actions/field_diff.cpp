#include "core/cluster/actions/field_diff.h"

#include <algorithm>
#include <map>

#include "core/base/secret_string.h"
#include "core/base/utf8.h"
#include "core/wire/json_text.h"

namespace aiagent::cluster {
namespace {

using wire::List;
using wire::Record;
using wire::Tree;

constexpr std::size_t kLongestValue = 2'000;

std::string valueText(const Tree& value) {
  return std::string(base::utf8Prefix(value.text() ? *value.text() : value.asText(), kLongestValue));
}

std::string nameOf(const Tree& element) {
  return textAt(element, {"name"});
}

bool areNamed(const List& list) {
  return !list.empty() &&
         std::all_of(list.begin(), list.end(), [](const Tree& one) { return !nameOf(one).empty(); });
}

// "a.b", and "a[x.y/z]" for a name that has dots.
std::string joined(const std::string& path, const std::string& name) {
  if (name.find('.') != std::string::npos || name.find('/') != std::string::npos)
    return path + '[' + name + ']';
  return path.empty() ? name : path + '.' + name;
}

class Diff {
 public:
  std::vector<FieldChange> changes;

  void compare(const std::string& path, const Tree* before, const Tree* after) {
    const bool isRecord = (!before || before->isRecord()) && (!after || after->isRecord());
    const bool isNamed = (!before || areNamed(before->items())) && (!after || areNamed(after->items()));
    if (before && after && sameJson(*before, *after)) return;
    if (before && after && isRecord) return members(path, *before, *after);
    if (before && after && isNamed) return named(path, before->items(), after->items());
    if (before && after && before->isList() && after->isList() &&
        before->items().size() == after->items().size())
      return elements(path, before->items(), after->items());
    changes.push_back({path, before ? std::optional(valueText(*before)) : std::nullopt,
                       after ? std::optional(valueText(*after)) : std::nullopt});
  }

 private:
  void members(const std::string& path, const Tree& before, const Tree& after) {
    const MemberIndex olds(before), news(after);
    for (const auto& [name, value] : before.members())
      if (olds.find(name) == &value) compare(joined(path, name), &value, news.find(name));
    for (const auto& [name, value] : after.members())
      if (news.find(name) == &value && !olds.find(name)) compare(joined(path, name), nullptr, &value);
  }
  static std::map<std::string, const Tree*> byName(const List& list) {
    std::map<std::string, const Tree*> named;
    for (const auto& one : list) named.emplace(nameOf(one), &one);
    return named;
  }
  void named(const std::string& path, const List& before, const List& after) {
    const auto olds = byName(before), news = byName(after);
    for (const auto& [name, value] : olds) {
      const auto other = news.find(name);
      compare(path + '[' + name + ']', value, other == news.end() ? nullptr : other->second);
    }
    for (const auto& [name, value] : news)
      if (!olds.contains(name)) compare(path + '[' + name + ']', nullptr, value);
  }
  void elements(const std::string& path, const List& before, const List& after) {
    for (std::size_t i = 0; i < before.size(); ++i)
      compare(path + '[' + std::to_string(i) + ']', &before[i], &after[i]);
  }
};

Tree stripped(const Tree& object, bool withStatus) {
  auto metadata = object.find("metadata") ? *object.find("metadata") : Tree(Record());
  for (const char* name : {"managedFields", "resourceVersion", "generation"})
    metadata = without(metadata, name);
  auto rest = withStatus ? object : without(object, "status");
  put(rest, "metadata", std::move(metadata));
  return rest;
}

}  // namespace

std::vector<FieldChange> changesBetween(const Tree& before, const Tree& after, bool withStatus) {
  const auto old = stripped(before, withStatus), made = stripped(after, withStatus);
  Diff diff;
  diff.compare({}, &old, &made);
  return std::move(diff.changes);
}

std::string changesJson(const std::vector<FieldChange>& changes) {
  wire::JsonArray all;
  for (const auto& one : changes) {
    wire::JsonObject object;
    object.text("path", one.path);
    one.before ? object.text("before", base::maskSecrets(*one.before)) : object.raw("before", "null");
    one.after ? object.text("after", base::maskSecrets(*one.after)) : object.raw("after", "null");
    all.raw(object.take());
  }
  return all.take();
}

}  // namespace aiagent::cluster
