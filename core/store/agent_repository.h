// Agents, their tags and drafts. Every function runs inside the caller's transaction (store.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/agent_version.h"

namespace aiagent::store {

class Connection;

enum class AgentOrder { RecentFirst, NameAscending, NameDescending, OldestFirst };
enum class ArchiveFilter { ActiveOnly, ArchivedOnly, All };

struct AgentQuery {
  std::string search = {};             // words as typed; the last one matches as a prefix; empty: no search
  std::vector<std::string> tags = {};  // all of them
  ArchiveFilter archive = ArchiveFilter::ActiveOnly;
  AgentOrder order = AgentOrder::RecentFirst;  // without search; a search is ranked
  int limit = 0;                               // 0: all
  int offset = 0;
};

struct AgentPage {
  std::vector<domain::AgentSummary> rows;
  bool more = false;             // there are rows past offset + limit
  bool indexIncomplete = false;  // a bulk import is still being indexed: text matches may be missing
};

struct TagCount {
  std::string tag;
  std::int64_t agents = 0;
};

// `content` must be domain::normalised. The ids come from Connection's source. Makes the first version.
base::Result<domain::Agent> insertAgent(Connection&, const domain::AgentContent& content,
                                        const domain::SaveNote& note = {});
base::Result<domain::Agent> loadAgent(Connection&, domain::AgentId id);  // NotFound
// By id text, or by exact name (not archived ones first); NotFound, Ambiguous (several of that name).
base::Result<domain::Agent> findAgent(Connection&, std::string_view idOrName);
struct SaveOptions {
  domain::SaveNote note = {};
  // Whether what is saved is the draft's end. Otherwise a draft that says something else stays, to be seen as
  // begun from an older revision.
  bool endsDraft = true;
};

// Conflict when the stored revision is not `expectedRevision`. Where a versioned field changed, the agent
// gets a new version, whose parent is the head (and the version it was merged with). Unchanged content writes
// nothing.
base::Result<domain::Agent> updateAgent(Connection&, domain::AgentId id, const domain::AgentContent& content,
                                        std::int64_t expectedRevision, const SaveOptions& options = {});
// The agent with the versioned fields of one of its versions, as a new version.
base::Result<domain::Agent> restoreVersion(Connection&, domain::AgentId id, domain::VersionId version,
                                           std::int64_t expectedRevision, const SaveOptions& options = {});
base::Result<domain::Agent> setArchived(Connection&, domain::AgentId id, bool archived);
// With its versions and labels; runs stay.
base::Result<void> deleteAgent(Connection&, domain::AgentId id);
base::Result<AgentPage> listAgents(Connection&, const AgentQuery& query);
base::Result<std::int64_t> countAgents(Connection&, ArchiveFilter archive);
base::Result<std::vector<TagCount>> listTags(Connection&);

// Drafts need not be normalised: a person may have emptied the name while typing.
base::Result<void> saveDraft(Connection&, const domain::AgentDraft& draft);  // NotFound: no such agent
base::Result<std::optional<domain::AgentDraft>> loadDraft(Connection&, domain::AgentId id);
base::Result<void> discardDraft(Connection&, domain::AgentId id);

// For imports: rows first, search index afterwards in the background (Store::indexing), first versions when
// they are needed (headVersion). The ids, in order.
base::Result<std::vector<domain::AgentId>> importAgents(Connection&,
                                                        const std::vector<domain::AgentContent>& contents);

}  // namespace aiagent::store
