#include "core/authoring/formats/plan.h"

#include <algorithm>
#include <unordered_map>

#include "core/base/sha256.h"
#include "core/domain/agent_version.h"

namespace aiagent::authoring {
namespace {

// Text behind its length, so that no two contents are written alike.
class RestWriter {
 public:
  void text(std::string_view text) {
    number(text.size());
    m_hash.add(text);
  }
  void number(std::size_t value) { m_hash.add(std::to_string(value) + ':'); }
  std::string hex() { return m_hash.hex(); }

 private:
  base::Sha256 m_hash;
};

// A format without a place for starters and cases cannot tell whether they are alike.
bool carriesRest(Format format) {
  const auto& fields = carriedFields(format);
  for (const std::string_view field : {"starters", "tags", "cases"})
    if (std::find(fields.begin(), fields.end(), field) == fields.end()) return false;
  return true;
}

class Planner {
 public:
  explicit Planner(const std::vector<ExistingAgent>& existing) {
    for (const auto& agent : existing) {
      m_byId.emplace(agent.id, &agent);
      m_byName.emplace(agent.name, &agent);
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
    const auto hash = domain::contentHash(agent.content), rest = restHash(agent.content);
    if (!agent.id.isNull()) {
      const auto [twin, first] = m_seen.emplace(agent.id, hash + rest);
      if (!first) {
        if (twin->second == hash + rest) {
          item.result = PlanResult::Same;
        } else {
          item.error =
              base::Error{.code = base::ErrorCode::Ambiguous, .detail = "one id twice", .subject = item.name};
        }
        return;
      }
    }
    const auto* existing = find(agent);
    item.result = PlanResult::New;
    if (!existing) return;
    item.existing = existing->id;
    const bool same = existing->contentHash == hash && existing->name == agent.content.name &&
                      (!carriesRest(*item.format) || existing->restHash == rest);
    item.result = same ? PlanResult::Same : PlanResult::Conflict;
  }

  const ExistingAgent* find(const Imported& agent) const {
    if (!agent.id.isNull())
      if (const auto at = m_byId.find(agent.id); at != m_byId.end()) return at->second;
    const auto at = m_byName.find(agent.content.name);
    return at == m_byName.end() ? nullptr : at->second;
  }

  std::unordered_map<domain::AgentId, const ExistingAgent*> m_byId;
  std::unordered_map<std::string_view, const ExistingAgent*> m_byName;
  std::unordered_map<domain::AgentId, std::string> m_seen;
};

}  // namespace

std::string restHash(const domain::AgentContent& content) {
  RestWriter hash;
  hash.text("agent-rest-1");
  hash.text(content.name);
  hash.text(content.description);
  hash.number(content.starters.size());
  for (const auto& starter : content.starters) hash.text(starter);
  hash.number(content.tags.size());
  for (const auto& tag : content.tags) hash.text(tag);
  hash.number(content.cases.size());
  for (const auto& one : content.cases) {
    for (const auto& text : {one.name, one.input, one.expect}) hash.text(text);
    hash.number(one.variables.size());
    for (const auto& [name, value] : one.variables) {
      hash.text(name);
      hash.text(value);
    }
  }
  return hash.hex();
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

ImportPlan plan(const Files& files, const std::vector<ExistingAgent>& existing,
                const ImportOptions& options) {
  auto read = importFiles(files, options);
  Planner planner(existing);
  ImportPlan plan;
  plan.ignored = std::move(read.ignored);
  plan.items.reserve(read.items.size());
  for (auto& item : read.items) plan.items.push_back(planner.item(std::move(item)));
  return plan;
}

}  // namespace aiagent::authoring
