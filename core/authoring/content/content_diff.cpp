#include "core/authoring/content/content_diff.h"

#include <algorithm>
#include <map>
#include <optional>

#include "core/authoring/content/content_items.h"
#include "core/authoring/text/sequence_diff.h"
#include "core/base/utf8.h"
#include "core/wire/json_text.h"
#include "core/wire/record_json.h"

namespace aiagent::authoring {
namespace {

// An item under a key, as text.
struct Keyed {
  std::string key;
  std::string label;
  std::string json;
};

FieldChangeKind kindOf(bool was, bool is) {
  return !was ? FieldChangeKind::Added : !is ? FieldChangeKind::Removed : FieldChangeKind::Changed;
}

class Differ {
 public:
  Differ(const domain::AgentContent& before, const domain::AgentContent& after)
      : m_before(before), m_after(after) {}

  std::vector<FieldChange> run() {
    text("name", m_before.name, m_after.name);
    text("description", m_before.description, m_after.description);
    text("prompt", m_before.prompt, m_after.prompt);
    text("model", m_before.model, m_after.model);
    items("parameters.", parametersOf(m_before), parametersOf(m_after));
    tools();
    schema();
    items("variables.", itemsOf(m_before.variables), itemsOf(m_after.variables));
    items("knowledge.", itemsOf(m_before.knowledge), itemsOf(m_after.knowledge));
    list("starters", m_before.starters, m_after.starters);
    list("tags", m_before.tags, m_after.tags);
    cases();
    return std::move(m_changes);
  }

 private:
  void text(std::string field, const std::string& before, const std::string& after) {
    if (before == after) return;
    const auto kind = kindOf(!before.empty(), !after.empty());
    m_changes.push_back(
        {std::move(field), kind, ValueForm::Text, before, after, diffText(before, after), {}});
  }

  void structured(std::string field, FieldChangeKind kind, std::string before, std::string after) {
    std::vector<JsonChange> details;
    if (kind == FieldChangeKind::Changed) details = *diffJson(before, after);
    m_changes.push_back({std::move(field),
                         kind,
                         ValueForm::Json,
                         std::move(before),
                         std::move(after),
                         {},
                         std::move(details)});
  }

  static std::vector<Keyed> parametersOf(const domain::AgentContent& content) {
    std::vector<Keyed> items;
    for (const auto& parameter : content.parameters.all())
      items.push_back({parameter.name, parameter.name, wire::toJson(parameter.value)});
    return items;
  }

  template <class Item>
  static std::vector<Keyed> itemsOf(const std::vector<Item>& all) {
    std::vector<Keyed> items;
    for (const auto& item : all) items.push_back({item.name, item.name, toJson(item)});
    return items;
  }

  void items(const std::string& prefix, const std::vector<Keyed>& before, const std::vector<Keyed>& after) {
    std::map<std::string_view, const Keyed*> had, has;
    for (const auto& item : before) had.emplace(item.key, &item);
    for (const auto& item : after) has.emplace(item.key, &item);
    for (const auto& item : before) {
      const auto now = has.find(item.key);
      if (now == has.end())
        structured(prefix + item.label, FieldChangeKind::Removed, item.json, "");
      else if (!sameJson(item.json, now->second->json))
        structured(prefix + item.label, FieldChangeKind::Changed, item.json, now->second->json);
    }
    for (const auto& item : after)
      if (!had.count(item.key)) structured(prefix + item.label, FieldChangeKind::Added, "", item.json);
  }

  void tools() {
    const auto before = toolItems(m_before.tools), after = toolItems(m_after.tools);
    if (!before || !after) return text("tools", m_before.tools, m_after.tools);
    const auto keyed = [](const std::vector<ToolItem>& tools) {
      std::vector<Keyed> items;
      for (const auto& tool : tools) items.push_back({tool.key, tool.label, tool.json});
      return items;
    };
    items("tools.", keyed(*before), keyed(*after));
  }

  void schema() {
    const auto &before = m_before.outputSchema, &after = m_after.outputSchema;
    const bool was = !base::trimmed(before).empty(), is = !base::trimmed(after).empty();
    if ((!was && !is) || sameJson(before, after)) return;
    const bool areJson = (!was || wire::isJson(before)) && (!is || wire::isJson(after));
    if (areJson)
      structured("outputSchema", kindOf(was, is), before, after);
    else
      text("outputSchema", before, after);
  }

  void list(std::string field, const std::vector<std::string>& before,
            const std::vector<std::string>& after) {
    if (before == after) return;
    Symbols symbols;
    const std::vector<std::string_view> had(before.begin(), before.end()), has(after.begin(), after.end());
    const auto a = symbols.of(had), b = symbols.of(has);
    std::vector<bool> kept(before.size()), known(after.size());
    for (const auto& match : commonParts(a, b, {}).matches)
      for (std::size_t i = 0; i < match.length; ++i) kept[match.a + i] = known[match.b + i] = true;
    FieldChange change{std::move(field),
                       kindOf(!before.empty(), !after.empty()),
                       ValueForm::Json,
                       toJson(before),
                       toJson(after),
                       {},
                       {}};
    for (std::size_t i = 0; i < before.size(); ++i)
      if (!kept[i])
        change.details.push_back({std::to_string(i), JsonChangeKind::Removed, wire::quoted(before[i]), ""});
    for (std::size_t i = 0; i < after.size(); ++i)
      if (!known[i])
        change.details.push_back({std::to_string(i), JsonChangeKind::Added, "", wire::quoted(after[i])});
    m_changes.push_back(std::move(change));
  }

  static std::string listJson(const std::vector<domain::TestCase>& cases) {
    wire::JsonArray array;
    for (const auto& testCase : cases) array.raw(toJson(testCase));
    return array.take();
  }

  void cases() {
    const auto &before = m_before.cases, &after = m_after.cases;
    if (before == after) return;
    FieldChange change{"cases",
                       kindOf(!before.empty(), !after.empty()),
                       ValueForm::Json,
                       listJson(before),
                       listJson(after),
                       {},
                       {}};
    const auto had = caseKeys(before), has = caseKeys(after);
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < has.size(); ++i) places.emplace(has[i], i);
    std::vector<bool> known(after.size());
    for (std::size_t i = 0; i < had.size(); ++i) {
      const auto place = places.find(had[i]);
      if (place != places.end()) known[place->second] = true;
      caseDetails(change.details, caseLabel(before[i], i), &before[i],
                  place == places.end() ? nullptr : &after[place->second]);
    }
    for (std::size_t i = 0; i < has.size(); ++i)
      if (!known[i]) caseDetails(change.details, caseLabel(after[i], i), nullptr, &after[i]);
    m_changes.push_back(std::move(change));
  }

  static void caseDetails(std::vector<JsonChange>& details, const std::string& label,
                          const domain::TestCase* before, const domain::TestCase* after) {
    if (!before || !after) {
      details.push_back({label, before ? JsonChangeKind::Removed : JsonChangeKind::Added,
                         before ? toJson(*before) : "", after ? toJson(*after) : ""});
      return;
    }
    if (*before == *after) return;
    auto changes = diffJson(toJson(*before), toJson(*after));
    for (auto& detail : *changes) {
      detail.path = label + "." + detail.path;
      details.push_back(std::move(detail));
    }
  }

  const domain::AgentContent& m_before;
  const domain::AgentContent& m_after;
  std::vector<FieldChange> m_changes;
};

}  // namespace

std::string_view toWord(FieldChangeKind kind) {
  switch (kind) {
    case FieldChangeKind::Added: return "added";
    case FieldChangeKind::Removed: return "removed";
    case FieldChangeKind::Changed: return "changed";
  }
  return "changed";
}

std::vector<FieldChange> diffContent(const domain::AgentContent& before, const domain::AgentContent& after) {
  return Differ(before, after).run();
}

}  // namespace aiagent::authoring
