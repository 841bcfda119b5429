// VersionService: versions of agents, their labels and branches.
#pragma once

#include <optional>
#include <QObject>
#include <string>
#include <vector>

#include "core/authoring/content/content_diff.h"
#include "core/authoring/content/content_merge.h"
#include "core/domain/agent_version.h"
#include "core/services/background.h"
#include "core/services/profile.h"
#include "core/store/agent_repository.h"
#include "core/store/version_repository.h"

namespace aiagent::services {

// An agent with what its versions page shows.
struct AgentHistory {
  std::vector<domain::VersionSummary> versions;  // newest first
  std::vector<domain::Label> labels;             // by name
  std::vector<domain::VersionSummary> branches;  // what could be merged into the head
};

struct VersionWithParent {
  domain::AgentVersion version;
  std::optional<domain::AgentVersion> parent;  // nothing: the first, or its parent is not here
};

// What a three-way merge of a version into an agent needs. `base` is the version both come from: nothing when
// there is none, and everything then has changed on both sides.
struct MergeSides {
  std::optional<domain::AgentVersion> base;
  domain::Agent mine;
  domain::AgentVersion theirs;
};

// A merge told both ways, with what its conflicts are shown with.
struct MergeOutcome {
  struct Words {  // from the base to either side; of values that are there
    std::vector<authoring::Change> mine;
    std::vector<authoring::Change> theirs;
  };
  authoring::ContentMerge theirs;  // with theirs where both changed
  authoring::ContentMerge mine;    // the same with mine
  std::vector<Words> words;        // of each conflict
};

// Every call returns at once; `done` comes later on this thread, and not after the service is gone.
class VersionService : public QObject {
  Q_OBJECT

 public:
  explicit VersionService(Profile& profile, QObject* parent = nullptr);

  const base::Clock& clock() const { return m_profile.clock(); }

  // Who is named where a version or label is made without a name.
  void setAuthor(std::string author) { m_author = std::move(author); }
  const std::string& author() const { return m_author; }

  // Without a version: an agent of which none was needed yet. Writes nothing.
  void historySoFar(domain::AgentId agent, Done<AgentHistory> done);
  // Makes the first version of an agent that has none.
  void history(domain::AgentId agent, Done<AgentHistory> done);
  void load(domain::VersionId id, Done<domain::AgentVersion> done);
  // "v12", "head", a label, an id, the beginning of a hash (store::findVersion).
  void find(domain::AgentId agent, std::string which, Done<domain::AgentVersion> done);
  // All of it as it stood at one moment.
  void mergeSides(domain::AgentId agent, domain::VersionId theirs, Done<MergeSides> done);
  // What a draft was begun from; a null id is the agent's first version (domain::AgentDraft).
  void loadBase(domain::AgentId agent, domain::VersionId base, Done<domain::AgentVersion> done);
  // What a version differs from when nothing else is said: its first parent. Nothing for a first version.
  void loadWithParent(domain::VersionId id, Done<VersionWithParent> done);
  void restore(domain::AgentId agent, domain::VersionId version, std::int64_t expectedRevision,
               Done<domain::Agent> done, store::SaveOptions options = {});

  // Texts of megabytes take their time, so these are worked out beside the event loop. A newer call of either
  // drops the one before, where that was not begun, without a word.
  void compare(domain::AgentContent before, domain::AgentContent after,
               std::function<void(std::vector<authoring::FieldChange>)> done);
  void merge(domain::AgentContent base, domain::AgentContent mine, domain::AgentContent theirs,
             std::function<void(MergeOutcome)> done);

  void moveLabel(domain::AgentId agent, std::string name, domain::VersionId version,
                 Done<domain::Label> done);
  void removeLabel(domain::AgentId agent, std::string name, Done<void> done);
  void labelHistory(domain::AgentId agent, std::string name, Done<std::vector<domain::LabelMove>> done);

 Q_SIGNALS:
  void changed(const aiagent::domain::AgentId& id);  // its versions or labels; null id: of many or unknown

 private:
  Profile& m_profile;
  Background m_background;
  std::string m_author;
};

}  // namespace aiagent::services
