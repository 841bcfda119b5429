#include "core/authoring/formats/plan.h"

#include <algorithm>
#include <unordered_map>

#include "core/authoring/formats/export.h"
#include "core/authoring/formats/readers.h"

namespace aiagent::authoring {
namespace {

// By meaning: JSON may be laid out otherwise, and variables stand in another order.
bool alike(const domain::AgentContent& one, const domain::AgentContent& other) {
  return lossesBetween(one, other, Format::OwnJson).empty();
}

bool hasMadeUpName(const PlanItem& item) {
  return std::any_of(item.losses.begin(), item.losses.end(),
                     [](const Loss& loss) { return loss.reason == LossReason::NameMadeUp; });
}

// What a format has no place for cannot differ: the existing agent is looked at as the format would show it.
bool isSame(const domain::AgentContent& existing, const PlanItem& item) {
  const auto& content = item.imported->content;
  if (alike(existing, content)) return true;
  auto shown = throughFormat(existing, *item.format);
  if (!shown) return false;
  if (hasMadeUpName(item)) shown->name = content.name;
  return alike(*shown, content);
}

class Planner {
 public:
  explicit Planner(const std::vector<ExistingAgent>& existing) {
    for (const auto& agent : existing) {
      m_byId.emplace(agent.id, &agent);
      m_byName.emplace(agent.content.name, &agent);
      m_bySlug.emplace(slugOf(agent.content.name), &agent);
    }
  }

  PlanItem item(ImportItem read) {
    PlanItem item;
    item.source = std::move(read.source);
    item.format = read.format;
    item.candidates = std::move(read.candidates);
    if (!read.imported) {
      item.name = item.source;
      item.error = read.imported.error();
      return item;
    }
    item.imported = std::move(*read.imported);
    item.name = item.imported->content.name;
    item.losses = std::move(item.imported->losses);
    item.imported->losses.clear();
    decide(item);
    return item;
  }

 private:
  void decide(PlanItem& item) {
    const auto& agent = *item.imported;
    if (!agent.id.isNull()) {
      const auto [twin, first] = m_seen.emplace(agent.id, agent.content);
      if (!first) {
        if (alike(twin->second, agent.content)) {
          item.result = PlanResult::Same;
        } else {
          item.error =
              base::Error{.code = base::ErrorCode::Ambiguous, .detail = "one id twice", .subject = item.name};
        }
        return;
      }
    }
    item.result = PlanResult::New;
    if (const auto* existing = find(agent))
      settle(item, *existing, isSame(existing->content, item) ? PlanResult::Same : PlanResult::Conflict);
    else if (const auto* likely = hasMadeUpName(item) ? findSlug(agent.content.name) : nullptr)
      if (isSame(likely->content, item)) settle(item, *likely, PlanResult::Same);
  }

  static void settle(PlanItem& item, const ExistingAgent& existing, PlanResult result) {
    item.existing = existing.id;
    item.existingRevision = existing.revision;
    item.result = result;
  }

  const ExistingAgent* find(const Imported& agent) const {
    if (!agent.id.isNull())
      if (const auto at = m_byId.find(agent.id); at != m_byId.end()) return at->second;
    const auto at = m_byName.find(agent.content.name);
    return at == m_byName.end() ? nullptr : at->second;
  }

  const ExistingAgent* findSlug(std::string_view name) const {
    for (const auto& form : shortForms(name))
      if (const auto at = m_bySlug.find(form); at != m_bySlug.end()) return at->second;
    return nullptr;
  }

  std::unordered_map<domain::AgentId, const ExistingAgent*> m_byId;
  std::unordered_map<std::string_view, const ExistingAgent*> m_byName;
  std::unordered_map<std::string, const ExistingAgent*> m_bySlug;
  std::unordered_map<domain::AgentId, domain::AgentContent> m_seen;
};

}  // namespace

std::vector<std::string> shortForms(std::string_view fileName) {
  return {slugOf(fileName), slugOf(fileName.substr(0, fileName.find('.')))};
}

std::string_view toWord(PlanResult result) {
  switch (result) {
    case PlanResult::New: return "new";
    case PlanResult::Same: return "same";
    case PlanResult::Conflict: return "conflict";
    case PlanResult::Refused: break;
  }
  return "refused";
}

ImportPlan planOf(ImportResult read, const std::vector<ExistingAgent>& existing) {
  Planner planner(existing);
  ImportPlan plan;
  plan.ignored = std::move(read.ignored);
  plan.items.reserve(read.items.size());
  for (auto& item : read.items) plan.items.push_back(planner.item(std::move(item)));
  return plan;
}

ImportPlan plan(const Files& files, const std::vector<ExistingAgent>& existing,
                const ImportOptions& options) {
  return planOf(importFiles(files, options), existing);
}

}  // namespace aiagent::authoring
