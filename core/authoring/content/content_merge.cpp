#include "core/authoring/content/content_merge.h"

#include <algorithm>
#include <map>

#include "core/authoring/content/content_items.h"
#include "core/authoring/content/keyed_merge.h"
#include "core/wire/record_json.h"

namespace aiagent::authoring {
namespace {

using domain::AgentContent;

// JSON that may be written in several ways: what both agree on by meaning or one side changed.
std::optional<std::string> agreedJson(const std::string& base, const std::string& mine,
                                      const std::string& theirs) {
  if (const auto kept = agreed(&base, &mine, &theirs)) return **kept;
  if (sameJson(mine, theirs)) return std::min(mine, theirs);  // either will do, but not by who is who
  if (sameJson(base, mine)) return theirs;
  if (sameJson(base, theirs)) return mine;
  return std::nullopt;
}

class Merger {
 public:
  Merger(const AgentContent& base, const AgentContent& mine, const AgentContent& theirs)
      : m_base(base), m_mine(mine), m_theirs(theirs) {}

  ContentMerge run() {
    auto& content = m_merge.content;
    content.name = scalar("name", &AgentContent::name);
    content.description = text("description", m_base.description, m_mine.description, m_theirs.description,
                               domain::kLongestDescription);
    content.prompt = text("prompt", m_base.prompt, m_mine.prompt, m_theirs.prompt, domain::kLongestPrompt);
    content.model = scalar("model", &AgentContent::model);
    mergeParameters();
    content.tools = tools();
    content.outputSchema = schema();
    content.variables = named<domain::Variable>("variables.", &AgentContent::variables, variable);
    content.knowledge =
        named<domain::KnowledgeFile>("knowledge.", &AgentContent::knowledge,
                                     [](const auto&...) { return std::optional<domain::KnowledgeFile>(); });
    content.starters = mergeTexts(m_base.starters, m_mine.starters, m_theirs.starters);
    content.tags = mergeTexts(m_base.tags, m_mine.tags, m_theirs.tags);
    std::sort(content.tags.begin(), content.tags.end());
    mergeCases();
    return std::move(m_merge);
  }

 private:
  void conflict(std::string field, ValueForm form, std::optional<std::string> base,
                std::optional<std::string> mine, std::optional<std::string> theirs,
                std::vector<TextConflict> regions = {}) {
    m_merge.conflicts.push_back(
        {std::move(field), form, std::move(base), std::move(mine), std::move(theirs), std::move(regions)});
  }

  template <class Item>
  std::optional<Item> conflictOfItems(const std::string& field, const Item* base, const Item* mine,
                                      const Item* theirs) {
    const auto json = [](const Item* item) { return item ? std::optional(toJson(*item)) : std::nullopt; };
    conflict(field, ValueForm::Json, json(base), json(mine), json(theirs));
    return theirs ? std::optional(*theirs) : std::nullopt;
  }

  std::string scalar(const std::string& field, std::string AgentContent::*member) {
    const auto &base = m_base.*member, &mine = m_mine.*member, &theirs = m_theirs.*member;
    if (const auto kept = agreed(&base, &mine, &theirs)) return **kept;
    conflict(field, ValueForm::Text, base, mine, theirs);
    return theirs;
  }

  std::string text(const std::string& field, const std::string& base, const std::string& mine,
                   const std::string& theirs, std::size_t longest) {
    auto merge = mergeText(base, mine, theirs, {.longestResult = longest});
    if (!merge.clean()) conflict(field, ValueForm::Text, base, mine, theirs, std::move(merge.conflicts));
    return std::move(merge.text);
  }

  void mergeParameters() {
    const auto listOf = [](const AgentContent& content) {
      KeyedList<domain::ParameterValue> list;
      for (const auto& parameter : content.parameters.all())
        list.push_back({parameter.name, parameter.value});
      return list;
    };
    using Value = domain::ParameterValue;
    const auto resolve = [this](const std::string& name, const Value* base, const Value* mine,
                                const Value* theirs) {
      const auto json = [](const Value* value) {
        return value ? std::optional(wire::toJson(*value)) : std::nullopt;
      };
      conflict("parameters." + name, ValueForm::Json, json(base), json(mine), json(theirs));
      return theirs ? std::optional(*theirs) : std::nullopt;
    };
    for (auto& entry : mergeKeyed(listOf(m_base), listOf(m_mine), listOf(m_theirs), resolve))
      m_merge.content.parameters.set(std::move(entry.key), std::move(entry.item));
  }

  std::string tools() {
    const auto &base = m_base.tools, &mine = m_mine.tools, &theirs = m_theirs.tools;
    if (const auto kept = agreed(&base, &mine, &theirs)) return **kept;
    const auto baseItems = toolItems(base), mineItems = toolItems(mine), theirItems = toolItems(theirs);
    if (!baseItems || !mineItems || !theirItems) {
      conflict("tools", ValueForm::Text, base, mine, theirs);
      return theirs;
    }
    const auto listOf = [this](const std::vector<ToolItem>& items) {
      KeyedList<std::string> list;
      for (const auto& item : items) {
        list.push_back({item.key, item.json});
        m_toolLabels[item.key] = item.label;
      }
      return list;
    };
    const auto ours = listOf(*mineItems), others = listOf(*theirItems);
    const auto merged =
        mergeKeyed(listOf(*baseItems), ours, others, [this](const auto&... four) { return tool(four...); });
    // as it was written, where nothing of it changed
    if (merged == ours && merged == others) return std::min(mine, theirs);
    if (merged == others) return theirs;
    if (merged == ours) return mine;
    std::vector<ToolItem> items;
    for (const auto& entry : merged) items.push_back({entry.key, "", entry.item});
    return toolsText(items);
  }

  std::optional<std::string> tool(const std::string& key, const std::string* base, const std::string* mine,
                                  const std::string* theirs) {
    if (base && mine && theirs)
      if (auto kept = agreedJson(*base, *mine, *theirs)) return kept;
    if (mine && theirs && sameJson(*mine, *theirs)) return std::min(*mine, *theirs);
    // removed on one side, on the other written otherwise at most
    if (base && (!mine || !theirs) && sameJson(*base, mine ? *mine : *theirs)) return std::nullopt;
    const auto value = [](const std::string* json) { return json ? std::optional(*json) : std::nullopt; };
    conflict("tools." + m_toolLabels[key], ValueForm::Json, value(base), value(mine), value(theirs));
    return value(theirs);
  }

  std::string schema() {
    const auto &base = m_base.outputSchema, &mine = m_mine.outputSchema, &theirs = m_theirs.outputSchema;
    if (auto kept = agreedJson(base, mine, theirs)) return *kept;
    conflict("outputSchema", ValueForm::Json, base, mine, theirs);
    return theirs;
  }

  // Items under their names; `merge(base, mine, theirs)` may answer nothing: then it is a conflict.
  template <class Item, class Merge>
  std::vector<Item> named(const std::string& prefix, std::vector<Item> AgentContent::*member, Merge merge) {
    const auto listOf = [&](const AgentContent& content) {
      KeyedList<Item> list;
      for (const auto& item : content.*member) list.push_back({item.name, item});
      return list;
    };
    const auto resolve = [&](const std::string& name, const Item* base, const Item* mine,
                             const Item* theirs) {
      if (base && mine && theirs)
        if (auto item = merge(*base, *mine, *theirs)) return item;
      return conflictOfItems(prefix + name, base, mine, theirs);
    };
    std::vector<Item> items;
    for (auto& entry : mergeKeyed(listOf(m_base), listOf(m_mine), listOf(m_theirs), resolve))
      items.push_back(std::move(entry.item));
    return items;
  }

  // Member by member; nothing where one cannot be merged or the default would no longer be a value of it.
  static std::optional<domain::Variable> variable(const domain::Variable& base, const domain::Variable& mine,
                                                  const domain::Variable& theirs) {
    domain::Variable merged = theirs;
    bool conflicts = false;
    const auto member = [&](auto domain::Variable::*part) {
      if (const auto kept = agreed(&(base.*part), &(mine.*part), &(theirs.*part)))
        merged.*part = **kept;
      else
        conflicts = true;
    };
    member(&domain::Variable::type);
    member(&domain::Variable::example);
    member(&domain::Variable::defaultValue);
    merged.choices = mergeTexts(base.choices, mine.choices, theirs.choices);
    auto description = mergeText(base.description, mine.description, theirs.description);
    merged.description = std::move(description.text);
    const bool fitting = merged.defaultValue.empty() || fits(merged, merged.defaultValue);
    if (conflicts || !description.clean() || !fitting) return std::nullopt;
    return merged;
  }

  void mergeCases() {
    std::map<std::string, std::string> labels;
    const auto listOf = [&](const AgentContent& content) {
      KeyedList<domain::TestCase> list;
      const auto keys = caseKeys(content.cases);
      for (std::size_t i = 0; i < keys.size(); ++i) {
        list.push_back({keys[i], content.cases[i]});
        labels[keys[i]] = "cases." + caseLabel(content.cases[i], i);
      }
      return list;
    };
    using Case = domain::TestCase;
    const auto resolve = [&](const std::string& key, const Case* base, const Case* mine, const Case* theirs) {
      const auto& field = labels[key];
      return base && mine && theirs ? std::optional(testCase(field, *base, *mine, *theirs))
                                    : conflictOfItems(field, base, mine, theirs);
    };
    const auto base = listOf(m_base), mine = listOf(m_mine), theirs = listOf(m_theirs);
    for (auto& entry : mergeKeyed(base, mine, theirs, resolve))
      m_merge.content.cases.push_back(std::move(entry.item));
  }

  domain::TestCase testCase(const std::string& field, const domain::TestCase& base,
                            const domain::TestCase& mine, const domain::TestCase& theirs) {
    domain::TestCase merged = theirs;
    merged.input = text(field + ".input", base.input, mine.input, theirs.input, domain::kLongestPrompt);
    merged.expect = text(field + ".expect", base.expect, mine.expect, theirs.expect, domain::kLongestPrompt);
    const auto listOf = [](const domain::TestCase& from) {
      KeyedList<std::string> list;
      for (const auto& [name, value] : from.variables) list.push_back({name, value});
      return list;
    };
    const auto resolve = [&](const std::string& name, const std::string* b, const std::string* m,
                             const std::string* t) {
      const auto value = [](const std::string* from) { return from ? std::optional(*from) : std::nullopt; };
      conflict(field + ".variables." + name, ValueForm::Text, value(b), value(m), value(t));
      return value(t);
    };
    merged.variables.clear();
    for (auto& entry : mergeKeyed(listOf(base), listOf(mine), listOf(theirs), resolve))
      merged.variables.emplace(std::move(entry.key), std::move(entry.item));
    return merged;
  }

  const AgentContent& m_base;
  const AgentContent& m_mine;
  const AgentContent& m_theirs;
  std::map<std::string, std::string> m_toolLabels;
  ContentMerge m_merge;
};

}  // namespace

ContentMerge mergeContent(const AgentContent& base, const AgentContent& mine, const AgentContent& theirs) {
  return Merger(base, mine, theirs).run();
}

}  // namespace aiagent::authoring
