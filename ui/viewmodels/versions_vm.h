// VersionsVm: the versions of the agent that is open: what changed, restoring, labels, branches and merging.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <QObject>
#include <QString>
#include <vector>

#include "core/authoring/content/content_diff.h"
#include "core/authoring/content/content_merge.h"
#include "core/services/version_service.h"
#include "ui/viewmodels/agent_vm.h"
#include "ui/viewmodels/draft_proposal.h"
#include "ui/viewmodels/version_rows.h"

namespace aiagent::ui {

enum class Against { Parent, Current };  // what one version is compared with

// What is compared; a null id is the draft, or with `before` of a first version, nothing.
struct Comparison {
  QString before;  // "v3", "Draft", "" for nothing
  QString after;
  std::shared_ptr<const std::vector<authoring::FieldChange>> changes;
  bool operator==(const Comparison&) const = default;
};

struct Settlement {
  enum class Choice { Open, Mine, Theirs, Own };
  Choice choice = Choice::Open;
  QString own;  // the text that was written by hand
  bool operator==(const Settlement&) const = default;
};

// A merge that waits for choices. `settled` is by place in `conflicts`.
struct MergeReview {
  std::shared_ptr<const std::vector<authoring::FieldConflict>> conflicts;
  std::shared_ptr<const std::vector<services::MergeOutcome::Words>> words;  // of each conflict
  std::vector<Settlement> settled;
  QString theirs;  // whose: "v7", a name
  bool complete() const;
  bool operator==(const MergeReview&) const = default;
};

struct MovedLabel {
  std::string name;
  domain::VersionId from;  // null: it was new
  domain::VersionId to;    // null: it was taken off
  QString sentence;
  bool operator==(const MovedLabel&) const = default;
};

// Who saved the newest version, and when.
struct LastChange {
  std::string who;  // a name; empty: not told
  bool own = false;
  base::WallTime at{};
  bool operator==(const LastChange&) const = default;
};

struct VersionsState {
  domain::AgentId agent;
  std::int64_t head = 0;  // number of the newest saved version, also before it is made; 0: not known yet
  bool draft = false;
  bool elsewhere = false;  // the agent was saved elsewhere: that is to be settled before anything else
  bool loaded = false;
  std::optional<LastChange> last;  // nothing: there is no version yet
  std::vector<domain::Label> labels;
  std::vector<domain::VersionSummary> branches;
  std::vector<domain::VersionId> selected;  // none, one, or two to be compared
  Against against = Against::Parent;
  std::optional<Comparison> comparison;
  std::optional<MergeReview> merge;
  std::optional<MovedLabel> moved;            // undoMove() takes it back
  std::optional<std::vector<QString>> moves;  // the history of labels, when it was asked for
  std::optional<base::Error> error;

  bool operator==(const VersionsState&) const = default;
};

class VersionsVm : public QObject {
  Q_OBJECT

 public:
  VersionsVm(services::VersionService& versions, AgentVm& agent, QObject* parent = nullptr);

  const VersionsState& state() const { return m_state; }
  VersionRows* rows() { return &m_rows; }
  const base::Clock& clock() const { return m_versions.clock(); }
  std::string hashOf(const domain::VersionId& id) const;  // of its content; "" for the draft

  // Selects what a person wants to see first: the draft, or the newest version. An agent that has none yet
  // gets its first.
  void start();
  void stop();                                      // nothing is compared any more
  void select(std::vector<domain::VersionId> ids);  // at most two count
  void open(const domain::VersionId& id);           // selects it as soon as the versions are read
  void setAgainst(Against against);
  // A workspace that may only be looked at: an agent without versions stays so.
  void setReadOnly(bool readOnly) { m_readOnly = readOnly; }

  // The version's fields as a new version; a draft is put aside and can be brought back.
  void restore(const domain::VersionId& id);
  void putLabel(const std::string& name, const domain::VersionId& id);
  void takeLabel(const std::string& name);
  void undoMove();
  void showMoves(bool shown);
  void clearMessages();

  // Merges into what stands in the editor. Without conflicts it is the draft at once, otherwise state().merge
  // asks.
  void mergeBranch(const domain::VersionId& branch);
  void mergeElsewhere();  // after AgentState::changedElsewhere
  // Merges what is proposed for the agent that is open with what stands in the editor by now. Undone as one
  // step, by AgentVm::bringBack().
  void propose(DraftProposal proposal);
  void settle(std::size_t conflict, const Settlement& settlement);
  void finishMerge();
  void cancelMerge();

 Q_SIGNALS:
  void stateChanged();
  void merged();  // the merge is the draft now
  void mergeAsks();
  void aboutToMerge();  // what is typed and not handed over yet would be lost

 private:
  struct MergeWish {
    domain::AgentContent base;
    domain::AgentContent theirs;
    QString whose;
    domain::VersionId with = {};
    bool proposal = false;
    std::function<void()> taken = {};  // of a proposal
    bool finishing = false;            // every choice was made; only what was typed since is new
  };
  struct Merge {
    MergeWish wish;
    domain::AgentContent draft;                     // that is merged
    std::optional<services::MergeOutcome> outcome;  // nothing: it is being worked out
  };

  void change(const std::function<void(VersionsState&)>& edit);
  void follow();
  void reload();
  void takeHistory(const services::AgentHistory& history);
  LastChange lastChange(const domain::VersionSummary& head) const;
  void fillRows();
  void compare();
  void compareOne(const domain::VersionId& id);
  void compareTwo();
  void show(const domain::AgentContent& before, const domain::AgentContent& after, const Comparison& titles);
  QString titleOf(const domain::VersionId& id) const;
  void moveLabel(const std::string& name, const domain::VersionId& to, bool undoable);
  void begin(MergeWish wish);
  void merge();
  void review();
  domain::AgentContent settled() const;
  void finish(bool asked);
  void fail(const base::Error& error);

  services::VersionService& m_versions;
  AgentVm& m_agent;
  VersionsState m_state;
  VersionRows m_rows;
  services::AgentHistory m_history;
  std::optional<Merge> m_merge;
  domain::VersionId m_wanted;       // open() waits for the versions
  domain::AgentContent m_compared;  // what stood in the editor when it was compared
  bool m_looking = false;           // from start() to stop()
  bool m_readOnly = false;
  int m_reload = 0;   // answers to older ones are dropped
  int m_compare = 0;  // likewise
  int m_merging = 0;  // likewise
};

}  // namespace aiagent::ui
