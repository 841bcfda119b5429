// LibraryVm: the list of agents, its search and filters, and what can be done with an agent as a whole.
#pragma once

#include <functional>
#include <optional>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include "core/services/agent_service.h"
#include "ui/viewmodels/agent_list_model.h"

namespace aiagent::ui {

struct LibraryState {
  enum class Empty { No, NoAgents, NoMatch, NothingArchived };
  enum class Undo { None, Delete, Archive, Restore };

  QString search;
  QString tag;  // empty: all
  store::AgentOrder order = store::AgentOrder::RecentFirst;
  store::ArchiveFilter archive = store::ArchiveFilter::ActiveOnly;
  QStringList tags;          // all there are, by name
  domain::AgentId selected;  // null: none
  Empty empty = Empty::No;
  bool loaded = false;           // the first answer has come
  bool indexIncomplete = false;  // a bulk import is still being indexed
  Undo undo = Undo::None;        // what undo() would take back
  QString undoName;
  std::optional<base::Error> error;

  bool operator==(const LibraryState&) const = default;
};

class LibraryVm : public QObject {
  Q_OBJECT

 public:
  explicit LibraryVm(services::AgentService& agents, QObject* parent = nullptr);
  ~LibraryVm() override;

  const LibraryState& state() const { return m_state; }
  AgentListModel* rows() { return &m_rows; }

  // Asks for the first rows; until then nothing is read.
  void start();
  void setSearch(const QString& text);
  void setTag(const QString& tag);
  void setOrder(store::AgentOrder order);
  void setArchiveFilter(store::ArchiveFilter filter);
  void clearFilters();
  void select(const domain::AgentId& id);

  void create();  // selects the new agent and tells created()
  void duplicate(const domain::AgentId& id);
  void setArchived(const domain::AgentId& id, bool archived);
  // Takes the row away at once; the agent itself goes when the undo is over (10 s, the next delete, or
  // flush()).
  void remove(const domain::AgentId& id);
  void undo();
  void endUndo();  // the person closed the message
  void clearError();
  // Carries out what is only waiting for its undo; `done` when nothing is left.
  void flush(std::function<void()> done);

 Q_SIGNALS:
  void stateChanged();
  void created(const aiagent::domain::AgentId& id);
  void removed(const aiagent::domain::AgentId& id);

 private:
  void change(const std::function<void(LibraryState&)>& edit);
  void reload();
  void readMore();
  void ask(int limit, int offset, services::Done<store::AgentPage> done);
  void take(store::AgentPage page, bool append);
  void readTags();
  void insertNew(domain::AgentContent content);
  void fail(const base::Error& error);
  LibraryState::Empty emptiness() const;

  services::AgentService& m_agents;
  AgentListModel m_rows;
  LibraryState m_state;
  QTimer m_refresh;  // gathers many changes into one query
  QTimer m_undoEnd;
  bool m_started = false;
  int m_generation = 0;  // of the newest query; answers to older ones are dropped
  domain::AgentId m_undoAgent;
  domain::AgentId m_doomed;  // hidden, and deleted when the undo is over
};

}  // namespace aiagent::ui
