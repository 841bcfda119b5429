#include "tests/simulation/edits.h"

#include <algorithm>

#include "core/authoring/content/shared_merge.h"
#include "core/store/agent_repository.h"
#include "core/store/connection.h"
#include "core/store/import_repository.h"
#include "core/store/sql.h"
#include "core/store/sync_rows.h"
#include "core/store/version_repository.h"

namespace aiagent::simulation {
namespace {

using base::Result;
using domain::Agent;
using domain::AgentContent;
using store::Connection;

// What an edit did to one agent's texts, for the ledger.
struct Deed {
  std::string told;
  std::string before, after;
};

std::string shown(Connection& connection, domain::AgentId id) {
  return store::fieldsJson(store::readShared(connection, id));
}

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  while (at <= text.size()) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) text += (i > 0 ? "\n" : "") + lines[i];
  return text;
}

class Editor {
 public:
  Editor(int client, Random& random, Ledger& ledger) : m_client(client), m_random(random), m_ledger(ledger) {}

  AgentContent fresh() {
    AgentContent content;
    content.name = "Agent " + token();
    content.description = "About " + token();
    content.prompt =
        "You help " + token() + "\nBe brief " + token() + "\nAsk first " + token() + "\nEnd well " + token();
    return content;
  }

  // One field written otherwise; its name.
  std::string change(AgentContent& content) {
    switch (m_random.below(9)) {
      case 0: content.name = "Agent " + token(); return "name";
      case 1: content.description += ' ' + token(); return "description";
      case 2: return changeTags(content);
      case 3: content.model = "model-" + token(); return "model";
      case 4: content.parameters.set(m_random.chance(50) ? "user" : "x.note", token()); return "parameter";
      case 5: return changeTools(content);
      default: return changePrompt(content);
    }
  }

 private:
  std::string token() { return m_ledger.make(m_client); }

  std::string changeTags(AgentContent& content) {
    if (content.tags.empty() || m_random.chance(60))
      content.tags.push_back("tag" + token());
    else
      content.tags.erase(content.tags.begin() + std::ptrdiff_t(m_random.below(content.tags.size())));
    return "tags";
  }

  std::string changeTools(AgentContent& content) {
    const auto name = m_random.chance(50) ? "find" : "send";
    content.tools = std::string(R"([{"type":"function","name":")") + name + R"(","description":"Does )" +
                    token() + R"(","parameters":{}}])";
    return "tools";
  }

  std::string changePrompt(AgentContent& content) {
    auto lines = linesOf(content.prompt);
    const auto at = std::ptrdiff_t(m_random.below(lines.size()));
    switch (m_random.below(4)) {
      case 0: lines[std::size_t(at)] = "Instead " + token(); break;
      case 1: lines.insert(lines.begin() + at, "Also " + token()); break;
      case 2:
        if (lines.size() > 2) {
          lines.erase(lines.begin() + at);
          break;
        }
        [[fallthrough]];
      default: lines[std::size_t(at)] += " and " + token();
    }
    content.prompt = joined(lines);
    return "prompt";
  }

  int m_client;
  Random& m_random;
  Ledger& m_ledger;
};

// In an order that does not depend on ids or times.
std::vector<Agent> agentsOf(Connection& connection) {
  std::vector<Agent> agents;
  std::vector<domain::AgentId> ids;
  {
    store::Query row(connection, "SELECT id FROM agent ORDER BY name, number");
    while (row.next()) ids.push_back(row.id<domain::AgentId>(0));
  }
  for (const auto id : ids) agents.push_back(*store::loadAgent(connection, id));
  return agents;
}

Result<Deed> create(Connection& connection, Editor& editor) {
  const auto content = domain::normalised(editor.fresh());
  if (!content) return content.error();
  const auto made = store::insertAgent(connection, *content);
  if (!made) return made.error();
  return Deed{"create " + content->name, "", shown(connection, made->id)};
}

Result<Deed> change(Connection& connection, Editor& editor, const Agent& agent) {
  auto content = agent.content;
  const auto what = editor.change(content);
  const auto fit = domain::normalised(content);
  if (!fit) return fit.error();
  const auto before = shown(connection, agent.id);
  const auto saved = store::updateAgent(connection, agent.id, *fit, agent.revision);
  if (!saved) return saved.error();
  return Deed{"change " + what + " of " + agent.content.name, before, shown(connection, agent.id)};
}

Result<Deed> label(Connection& connection, Random& random, const Agent& agent) {
  const auto head = store::headVersion(connection, agent.id);
  if (!head) return head.error();
  const auto versions = store::listVersions(connection, agent.id);
  const auto labels = store::listLabels(connection, agent.id);
  const std::string name = random.chance(70) ? "production" : "staging";
  const auto version = (*versions)[random.below(versions->size())].id;
  const bool there =
      std::any_of(labels->begin(), labels->end(), [&](const auto& one) { return one.name == name; });
  if (there && random.chance(30)) {
    const auto removed = store::removeLabel(connection, agent.id, name, "");
    if (!removed) return removed.error();
    return Deed{"unlabel " + agent.content.name, "", ""};
  }
  const auto moved = store::moveLabel(connection, agent.id, name, version, "");
  if (!moved) return moved.error();
  return Deed{"label " + agent.content.name, "", ""};
}

Result<Deed> archive(Connection& connection, const Agent& agent) {
  const auto done = store::setArchived(connection, agent.id, !agent.archived);
  if (!done) return done.error();
  return Deed{"archive " + agent.content.name, "", ""};
}

// The texts of an agent with those of its versions: who deletes it deletes these.
std::string withVersions(Connection& connection, const Agent& agent) {
  auto texts = shown(connection, agent.id);
  const auto versions = store::listVersions(connection, agent.id);
  for (const auto& version : *versions)
    texts += wire::toJson(wire::toFields(*store::loadVersion(connection, version.id)));
  return texts;
}

Result<Deed> remove(Connection& connection, const Agent& agent) {
  const auto before = withVersions(connection, agent);
  const auto done = store::deleteAgent(connection, agent.id);
  if (!done) return done.error();
  return Deed{"delete " + agent.content.name, before, ""};
}

// As after "undo": the same agent, under its own id.
Result<Deed> bringBack(Connection& connection, const Agent& agent) {
  const auto made = store::importAgentsAs(connection, {agent.content}, {agent.id});
  if (!made) return made.error();
  const auto head = store::headVersion(connection, agent.id);
  if (!head) return head.error();
  return Deed{"bring back " + agent.content.name, "", shown(connection, agent.id)};
}

Result<Deed> one(Connection& connection, Editor& editor, Random& random, std::vector<Agent>& deleted) {
  const auto agents = agentsOf(connection);
  const auto dice = random.below(100);
  if (agents.empty() || (dice < 12 && agents.size() < 6)) return create(connection, editor);
  const auto& agent = agents[random.below(agents.size())];
  if (dice < 18) {
    deleted.push_back(agent);
    return remove(connection, agent);
  }
  if (dice < 22 && !deleted.empty()) {
    const auto back = deleted.back();
    deleted.pop_back();
    if (!store::loadAgent(connection, back.id)) return bringBack(connection, back);
  }
  if (dice < 27) return archive(connection, agent);
  if (dice < 36) return label(connection, random, agent);
  return change(connection, editor, agent);
}

std::string finish(const Result<Deed>& deed, Ledger& ledger, int client) {
  if (!deed) {
    if (deed.error().code == base::ErrorCode::InvalidInput) return "";  // two merged lists may be too long
    throw Violation("store", "an edit is refused: " + deed.error().detail + ' ' + deed.error().subject);
  }
  ledger.edited(deed->before, deed->after, "client " + std::to_string(client) + ": " + deed->told);
  return deed->told;
}

domain::AgentContent chosen(const store::InboxItem& item, Random& random, bool& none) {
  none = false;
  const auto dice = random.below(4);
  if (dice == 0 && item.mine) return item.mine->content;
  if (dice == 1 && item.theirs) return item.theirs->content;
  if (dice == 2 && item.mine && item.theirs)
    return authoring::mergeShared(item.base.value_or(domain::SharedAgent{}), *item.mine, *item.theirs)
        .agent.content;
  none = true;
  return {};
}

}  // namespace

std::string edit(Client& client, Random& random, Ledger& ledger) {
  Editor editor(client.number(), random, ledger);
  const auto deed = client.store().write(
      [&](Connection& connection) { return one(connection, editor, random, client.deleted()); });
  return finish(deed, ledger, client.number());
}

std::string resolve(Client& client, Random& random, Ledger& ledger) {
  const auto deed = client.store().write([&](Connection& connection) -> Result<Deed> {
    const auto items = store::listInbox(connection);
    if (!items) return items.error();
    if (items->empty()) return base::Error{.code = base::ErrorCode::InvalidInput};
    const auto& item = (*items)[random.below(items->size())];
    bool none = false;
    const auto content = chosen(item, random, none);
    const auto before = shown(connection, item.agent);
    const auto done = store::resolveInboxItem(connection, item.id,
                                              none ? std::nullopt : std::optional(content), "Somebody");
    if (!done) return done.error();
    return Deed{"resolve " + std::string(toWord(item.kind)) + ' ' + item.reason + " of " + item.name +
                    (none ? " as it is" : " with a content"),
                before, shown(connection, item.agent)};
  });
  return finish(deed, ledger, client.number());
}

}  // namespace aiagent::simulation
