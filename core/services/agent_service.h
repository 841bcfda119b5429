// AgentService: the library of agents and their drafts.
#pragma once

#include <optional>
#include <QObject>
#include <string>
#include <vector>

#include "core/domain/agent.h"
#include "core/services/profile.h"
#include "core/store/agent_repository.h"

namespace aiagent::services {

struct AgentWithDraft {
  domain::Agent agent;
  std::optional<domain::AgentDraft> draft;
};

// Every call returns at once; `done` comes later on this thread, and not after the service is gone.
class AgentService : public QObject {
  Q_OBJECT

 public:
  explicit AgentService(Profile& profile, QObject* parent = nullptr);

  // Who is named in versions whose note names nobody.
  void setAuthor(std::string author) { m_author = std::move(author); }

  void list(store::AgentQuery query, Done<store::AgentPage> done);
  // As list, for each key press: a newer search makes older ones end with Cancelled.
  void search(store::AgentQuery query, Done<store::AgentPage> done);
  void tags(Done<std::vector<store::TagCount>> done);
  void count(store::ArchiveFilter archive, Done<std::int64_t> done);
  void find(std::string idOrName, Done<domain::Agent> done);
  void load(domain::AgentId id, Done<AgentWithDraft> done);

  // These check and tidy the content first: InvalidInput names the field and nothing is written.
  void create(domain::AgentContent content, Done<domain::Agent> done, domain::SaveNote note = {});
  void update(domain::AgentId id, domain::AgentContent content, std::int64_t expectedRevision,
              Done<domain::Agent> done, store::SaveOptions options = {});
  void setArchived(domain::AgentId id, bool archived, Done<domain::Agent> done);
  void remove(domain::AgentId id, Done<void> done);
  // The new ids, in order. One faulty content and none is written.
  void importAll(std::vector<domain::AgentContent> contents, Done<std::vector<domain::AgentId>> done);

  void saveDraft(domain::AgentDraft draft, Done<void> done);
  void discardDraft(domain::AgentId id, Done<void> done);

  const base::Clock& clock() const { return m_profile.clock(); }

 Q_SIGNALS:
  void changed(const aiagent::domain::AgentId& id);  // agent or its draft; null id: many

 private:
  domain::SaveNote signedBy(domain::SaveNote note) const;

  Profile& m_profile;
  std::string m_author;
};

}  // namespace aiagent::services
