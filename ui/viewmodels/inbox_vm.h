// InboxVm: what sync could not decide by itself: conflicts, recovered texts, changes that the server did not
// take, and what the server lost.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <QObject>
#include <QString>
#include <QTimer>
#include <set>
#include <string>
#include <vector>

#include "core/authoring/content/content_diff.h"
#include "core/services/agent_service.h"
#include "core/services/background.h"
#include "core/services/inbox_choice.h"
#include "core/services/people_service.h"
#include "core/services/sync_service.h"
#include "ui/viewmodels/inbox_list_model.h"

namespace aiagent::ui {

// A field that both sides changed.
struct ContestedField {
  std::string field;  // as authoring::FieldConflict
  std::optional<std::string> base, mine, theirs;
  std::vector<authoring::Change> mineWords, theirWords;  // from the base
  bool written = false;                                  // it may be written by hand
  QString proposed;                                      // what the library shows: the merge of both
};

struct InboxDetail {
  store::InboxItem item;
  std::vector<ContestedField> fields;
  std::vector<authoring::FieldChange> changes;  // what the kept text has that the base had not
  std::optional<domain::AgentContent> now;      // nothing: there is no such agent here
};

enum class InboxDecision {
  Mine,       // services::InboxTake::Mine: where both changed the same, this device's words
  Theirs,     // services::InboxTake::Theirs: there the others'
  Merged,     // as the library shows them
  Edited,     // as a person wrote them
  BringBack,  // what was kept becomes the agent's content again
  KeepAsNew,  // it becomes an agent of its own
  DeleteIt,   // of deleted_here: delete it all the same
  LetGo
};

struct InboxState {
  bool loaded = false;
  int open = 0;
  int lost = 0;  // of those: what the server lost
  InboxId selected;
  std::shared_ptr<const InboxDetail> detail;  // of the selected one; null until it is worked out
  std::map<std::string, QString> edits;       // by field: what a person wrote over the proposal
  QString decided;                            // what was decided and can be undone; empty: nothing
  std::optional<base::Error> error;
  bool operator==(const InboxState&) const = default;
};

class InboxVm : public QObject {
  Q_OBJECT

 public:
  // All of them must outlive it. `people` tells names of who changed what; null: nobody is named.
  InboxVm(services::Profile& library, services::SyncService& sync, services::AgentService& agents,
          services::ServerAccount& account, services::PeopleService* people, QObject* parent = nullptr);

  const InboxState& state() const { return m_state; }
  InboxListModel* rows() { return &m_rows; }

  void load();
  void select(const InboxId& id);
  void edit(const std::string& field, const QString& text);

  // Written at once. undo() takes it back by a second write, for a few seconds, until the next decision, and
  // as long as nothing else has changed the agent.
  void decide(InboxDecision decision);
  void decideLost(InboxDecision decision);  // all that the server lost
  void undo();
  void flush(std::function<void()> done = {});  // `done` when all is written
  void clearError();

 Q_SIGNALS:
  void stateChanged();

 private:
  struct Decided {
    base::Uuid item;
    InboxDecision decision;
    std::map<std::string, QString> edits;
    int round = 0;
  };
  // What a decision wrote.
  struct Written {
    base::Uuid item;
    domain::AgentId agent;
    std::optional<domain::AgentContent> before, after;  // nothing: the agent is not there
    domain::AgentId made;                               // an agent of its own; null: none
  };
  void show(std::vector<store::InboxItem> items);
  void selectFirst();
  void loadDetail();
  void workOut(store::InboxItem item, std::optional<domain::AgentContent> now);
  void nameMembers();
  void put(std::vector<Decided> decided, const QString& sentence);
  void writeNext();
  void write(const Decided& decided, services::Done<Written> done);
  void writeOver(const Decided& decided, const store::InboxItem& item, Written written,
                 services::Done<Written> done);
  void readAfter(Written written, services::Done<Written> done);
  void forgetUndo();
  void takeBackNext();
  void takeBack(const Written& written, services::Done<void> done);
  void change(const std::function<void(InboxState&)>& edit);

  services::Profile& m_library;
  services::SyncService& m_sync;
  services::AgentService& m_agents;
  services::ServerAccount& m_account;
  services::PeopleService* m_people;
  services::Background m_background;
  InboxListModel m_rows;
  InboxState m_state;
  std::vector<store::InboxItem> m_items;
  std::map<std::string, QString> m_names;  // by user id
  bool m_namesAsked = false;
  std::vector<Written> m_written;  // can be undone
  std::vector<Decided> m_queue;    // to be written, the next at the end
  std::set<base::Uuid> m_hidden;   // decided, and perhaps not written yet
  int m_round = 0;                 // counts what can be undone together
  bool m_writing = false;
  bool m_takingBack = false;  // as soon as all is written
  QTimer m_patience;
  std::vector<std::function<void()>> m_flushed;
};

}  // namespace aiagent::ui
