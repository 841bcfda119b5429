#include "core/services/agent_service.h"

#include "core/services/guarded.h"
#include "core/wire/request_json.h"

namespace aiagent::services {
namespace {

using domain::Agent;
using domain::AgentContent;
using domain::AgentId;

// What must hold before content is written: the domain's limits, and JSON where JSON is expected.
base::Result<AgentContent> checked(AgentContent content) {
  auto tidy = domain::normalised(std::move(content));
  if (!tidy) return tidy;
  if (auto json = wire::checkJsonFields(*tidy); !json) return json.error();
  return tidy;
}

}  // namespace

AgentService::AgentService(Profile& profile, QObject* parent) : QObject(parent), m_profile(profile) {
  connect(&profile, &Profile::changed, this, [this](const std::vector<store::Change>& changes) {
    for (const auto& change : changes)
      if (change.kind == store::RecordKind::Agent || change.kind == store::RecordKind::AgentDraft)
        Q_EMIT changed(AgentId{change.id});
  });
}

void AgentService::list(store::AgentQuery query, Done<store::AgentPage> done) {
  m_profile.store().read<store::AgentPage>(
      [query = std::move(query)](store::Connection& connection) {
        return store::listAgents(connection, query);
      },
      guarded(this, std::move(done)));
}

void AgentService::search(store::AgentQuery query, Done<store::AgentPage> done) {
  m_profile.store().search<store::AgentPage>(
      [query = std::move(query)](store::Connection& connection) {
        return store::listAgents(connection, query);
      },
      guarded(this, std::move(done)));
}

void AgentService::tags(Done<std::vector<store::TagCount>> done) {
  m_profile.store().read<std::vector<store::TagCount>>(
      [](store::Connection& connection) { return store::listTags(connection); },
      guarded(this, std::move(done)));
}

void AgentService::count(store::ArchiveFilter archive, Done<std::int64_t> done) {
  m_profile.store().read<std::int64_t>(
      [archive](store::Connection& connection) { return store::countAgents(connection, archive); },
      guarded(this, std::move(done)));
}

void AgentService::find(std::string idOrName, Done<Agent> done) {
  m_profile.store().read<Agent>(
      [name = std::move(idOrName)](store::Connection& connection) {
        return store::findAgent(connection, name);
      },
      guarded(this, std::move(done)));
}

void AgentService::load(AgentId id, Done<AgentWithDraft> done) {
  m_profile.store().read<AgentWithDraft>(
      [id](store::Connection& connection) -> base::Result<AgentWithDraft> {
        auto agent = store::loadAgent(connection, id);
        if (!agent) return agent.error();
        auto draft = store::loadDraft(connection, id);
        if (!draft) return draft.error();
        return AgentWithDraft{std::move(*agent), std::move(*draft)};
      },
      guarded(this, std::move(done)));
}

domain::SaveNote AgentService::signedBy(domain::SaveNote note) const {
  if (note.author.empty()) note.author = m_author;
  return note;
}

void AgentService::create(AgentContent content, Done<Agent> done, domain::SaveNote note) {
  m_profile.store().write<Agent>(
      [content = std::move(content),
       note = signedBy(std::move(note))](store::Connection& connection) -> base::Result<Agent> {
        const auto tidy = checked(content);
        return tidy ? store::insertAgent(connection, *tidy, note) : tidy.error();
      },
      guarded(this, std::move(done)));
}

void AgentService::update(AgentId id, AgentContent content, std::int64_t expectedRevision, Done<Agent> done,
                          store::SaveOptions options) {
  options.note = signedBy(std::move(options.note));
  m_profile.store().write<Agent>(
      [id, content = std::move(content), expectedRevision,
       options = std::move(options)](store::Connection& connection) -> base::Result<Agent> {
        const auto tidy = checked(content);
        return tidy ? store::updateAgent(connection, id, *tidy, expectedRevision, options) : tidy.error();
      },
      guarded(this, std::move(done)));
}

void AgentService::setArchived(AgentId id, bool archived, Done<Agent> done) {
  m_profile.store().write<Agent>(
      [id, archived](store::Connection& connection) { return store::setArchived(connection, id, archived); },
      guarded(this, std::move(done)));
}

void AgentService::remove(AgentId id, Done<void> done) {
  m_profile.store().write<void>(
      [id](store::Connection& connection) { return store::deleteAgent(connection, id); },
      guarded(this, std::move(done)));
}

void AgentService::importAll(std::vector<AgentContent> contents, Done<std::vector<AgentId>> done) {
  m_profile.store().write<std::vector<AgentId>>(
      [contents = std::move(contents)](store::Connection& connection) -> base::Result<std::vector<AgentId>> {
        std::vector<AgentContent> tidied;
        tidied.reserve(contents.size());
        for (const auto& content : contents) {
          auto tidy = checked(content);
          if (!tidy) return tidy.error();
          tidied.push_back(std::move(*tidy));
        }
        return store::importAgents(connection, tidied);
      },
      guarded(this, std::move(done)));
}

void AgentService::saveDraft(domain::AgentDraft draft, Done<void> done) {
  m_profile.store().write<void>(
      [draft = std::move(draft)](store::Connection& connection) {
        return store::saveDraft(connection, draft);
      },
      guarded(this, std::move(done)));
}

void AgentService::discardDraft(AgentId id, Done<void> done) {
  m_profile.store().write<void>(
      [id](store::Connection& connection) { return store::discardDraft(connection, id); },
      guarded(this, std::move(done)));
}

}  // namespace aiagent::services
