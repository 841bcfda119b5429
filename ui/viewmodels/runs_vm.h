// RunsVm: the runs page. Every run kept, newest first, with search and filters; one of them opened.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <QObject>
#include <QString>
#include <QTimer>
#include <set>
#include <vector>

#include "core/services/agent_service.h"
#include "core/services/run_service.h"
#include "ui/viewmodels/run_details.h"
#include "ui/viewmodels/run_export.h"
#include "ui/viewmodels/run_list_model.h"

namespace aiagent::ui {

// An entry of the filter by agent.
struct AgentChoice {
  domain::AgentId id;
  QString name;
  bool operator==(const AgentChoice&) const = default;
};

struct RunsState {
  enum class List { Loading, Ready, NoRuns, NoMatch, Failed };
  enum class Detail { None, Loading, Ready, Failed };
  // A retry of the opened run is due.
  struct Waiting {
    base::Error reason;
    base::Instant until;
    int attempt = 0;
    bool operator==(const Waiting&) const = default;
  };

  QString search;
  std::optional<domain::RunStatus> status;  // filter
  AgentChoice agent;                        // filter; null id: all
  std::vector<AgentChoice> agents;          // to choose from: what findAgents() found last
  List list = List::Loading;
  std::optional<base::Error> listError;

  domain::RunId selected;
  Detail detail = Detail::None;
  std::shared_ptr<const RunDetails> details;  // with Detail::Ready
  bool whole = false;  // details hold all of the conversation; until then the opened run alone
  std::optional<base::Error> detailError;
  bool live = false;  // the opened run is going on in this program
  std::optional<Waiting> waiting;

  domain::RunId deleted;  // waits for its undo; null: none
  QString deletedTitle;
  QString notice;                    // something was done: "Exported to …"
  std::optional<base::Error> error;  // something that was asked for failed
  bool exporting = false;

  bool operator==(const RunsState&) const = default;
};

class RunsVm : public QObject {
  Q_OBJECT

 public:
  // How long a deleted run can be brought back.
  static constexpr base::Milliseconds kUndoTime{10'000};
  static constexpr int kPageSize = 100;

  RunsVm(services::RunService& runs, services::AgentService& agents, const base::Clock& clock,
         QObject* parent = nullptr);
  // Carries out what waits for its undo.
  ~RunsVm() override;

  const RunsState& state() const { return m_state; }
  RunListModel* rows() { return &m_rows; }
  const base::Clock& clock() const { return m_clock; }

  // Asks for the first rows; until then nothing is read. A second call only asks again after a failure.
  void start();
  void setSearch(const QString& text);
  void setStatus(std::optional<domain::RunStatus> status);
  void setAgent(const AgentChoice& agent);
  void clearFilters();
  // Fills state().agents with at most 50 agents whose names fit; "" gives those used last.
  void findAgents(const QString& text);

  void select(const domain::RunId& id);  // null closes the details
  void runAgain(const std::string& withoutParameter = {});
  void resume();
  void stop();
  void retryNow();
  void remove();  // the opened run, unless it is live
  void undo();
  void endUndo();
  void exportTo(const QString& path, ExportFormat format);
  void dismissMessages();  // the person closed error or notice
  // Carries out what only waits for its undo; `done` when nothing is left.
  void flush(std::function<void()> done);

 Q_SIGNALS:
  void stateChanged();
  // The opened run grew. What state().details holds is as of when it was opened; with a new `details` the
  // whole transcript is another one.
  void messageAdded(const aiagent::ui::ChatMessage& message);
  void textAppended(const QString& messageId, const QString& text);
  void textReplaced(const QString& messageId, const QString& text);

 private:
  void bind();
  void change(const std::function<void(RunsState&)>& edit);
  store::RunQuery query(int limit, int offset) const;
  void reload();
  void readMore();
  void take(store::RunPage page, bool append);
  RunsState::List listKind() const;
  void open(domain::RunId id);
  void loadAlone(domain::RunId id);
  void showAlone();
  void showConversation(std::vector<domain::RunRecord> conversation, bool whole);
  void refreshDetails(const domain::RunRecord& run);
  void onRunChanged(const domain::RunId& id);
  void onWaiting(const domain::RunId& id, const base::Error& reason, base::Milliseconds delay, int attempt);
  void onAppended(const domain::RunId& id, std::size_t message, std::size_t part, const std::string& text);
  void onReplaced(const domain::RunId& id, std::size_t message, std::size_t part);
  std::optional<ChatMessage> livePiece(const domain::RunId& id, std::size_t message, std::size_t part) const;
  void onFinished(const domain::RunRecord& run);
  void selectStarted(base::Result<domain::RunId> started);
  void forgetUndo();
  void fail(const base::Error& error);

  services::RunService& m_runs;
  services::AgentService& m_agents;
  const base::Clock& m_clock;
  RunListModel m_rows;
  RunsState m_state;
  QTimer m_refreshList;  // gathers many changes into one query
  QTimer m_refreshDetail;
  QTimer m_undoEnd;
  QTimer m_showAlone;
  std::optional<domain::RunRecord> m_alone;  // the opened run, while its conversation is still being read
  std::set<domain::RunId> m_hidden;          // deleted, or about to be: not listed
  std::set<QString> m_shown;                 // ids of the live run's pieces that the page knows
  bool m_started = false;
  bool m_loaded = false;   // the first answer has come
  bool m_reading = false;  // a further page is on its way
  int m_generation = 0;    // of the newest list query; answers to older ones are dropped
  int m_agentGeneration = 0;
};

}  // namespace aiagent::ui
