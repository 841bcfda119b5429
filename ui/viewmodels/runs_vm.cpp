#include "ui/viewmodels/runs_vm.h"

#include <algorithm>
#include <utility>

#include "core/services/guarded.h"
#include "ui/format/text.h"
#include "ui/viewmodels/write_file.h"

namespace aiagent::ui {
namespace {

using domain::RunId;
using domain::RunRecord;
using services::guarded;

constexpr int kMostAgentChoices = 50;
// A checkpoint comes four times a second while a run streams: one query gathers those of a while.
constexpr base::Milliseconds kRefreshDelay{150};
// Runs that were added while the list was shown come on top of the rows that are there already.
constexpr int kRoomForNew = 20;
// A conversation of thousands of runs takes the store a while: after this long the opened run is shown alone.
constexpr base::Milliseconds kShowAloneAfter{50};

}  // namespace

RunsVm::RunsVm(services::RunService& runs, services::AgentService& agents, const base::Clock& clock,
               QObject* parent)
    : QObject(parent), m_runs(runs), m_agents(agents), m_clock(clock), m_rows(clock) {
  for (auto* timer : {&m_refreshList, &m_refreshDetail, &m_undoEnd, &m_showAlone}) timer->setSingleShot(true);
  m_showAlone.setInterval(kShowAloneAfter);
  m_refreshList.setInterval(kRefreshDelay);
  m_refreshDetail.setInterval(kRefreshDelay);
  m_undoEnd.setInterval(kUndoTime);
  bind();
}

RunsVm::~RunsVm() {
  if (!m_state.deleted.isNull()) m_runs.remove(m_state.deleted, nullptr);
}

void RunsVm::bind() {
  connect(&m_rows, &RunListModel::moreWanted, this, &RunsVm::readMore);
  connect(&m_refreshList, &QTimer::timeout, this, &RunsVm::reload);
  connect(&m_refreshDetail, &QTimer::timeout, this, [this] { open(m_state.selected); });
  connect(&m_undoEnd, &QTimer::timeout, this, &RunsVm::endUndo);
  connect(&m_showAlone, &QTimer::timeout, this, &RunsVm::showAlone);
  connect(&m_runs, &services::RunService::changed, this, &RunsVm::onRunChanged);
  connect(&m_runs, &services::RunService::started, this, &RunsVm::onRunChanged);
  connect(&m_runs, &services::RunService::waiting, this, &RunsVm::onWaiting);
  connect(&m_runs, &services::RunService::finished, this, &RunsVm::onFinished);
  connect(&m_runs, &services::RunService::appended, this, &RunsVm::onAppended);
  connect(&m_runs, &services::RunService::replaced, this, &RunsVm::onReplaced);
}

void RunsVm::change(const std::function<void(RunsState&)>& edit) {
  auto next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

// ---------------------------------------------------------------- the list

void RunsVm::start() {
  if (m_started && m_state.list != RunsState::List::Failed) return;
  m_started = true;
  change([](RunsState& state) {
    state.list = RunsState::List::Loading;
    state.listError.reset();
  });
  reload();
  findAgents({});
}

void RunsVm::setSearch(const QString& text) {
  if (text == m_state.search) return;
  change([&](RunsState& state) { state.search = text; });
  reload();
}

void RunsVm::setStatus(std::optional<domain::RunStatus> status) {
  if (status == m_state.status) return;
  change([&](RunsState& state) { state.status = status; });
  reload();
}

void RunsVm::setAgent(const AgentChoice& agent) {
  if (agent == m_state.agent) return;
  change([&](RunsState& state) { state.agent = agent; });
  reload();
}

void RunsVm::clearFilters() {
  change([](RunsState& state) {
    state.search.clear();
    state.status.reset();
    state.agent = {};
  });
  reload();
}

void RunsVm::findAgents(const QString& text) {
  store::AgentQuery query;
  query.search = format::utf8(text);
  query.archive = store::ArchiveFilter::All;
  query.limit = kMostAgentChoices;
  const int generation = ++m_agentGeneration;
  m_agents.list(query,
                guarded<store::AgentPage>(this, [this, generation](base::Result<store::AgentPage> page) {
                  if (!page || generation != m_agentGeneration) return;
                  change([&](RunsState& state) {
                    state.agents.clear();
                    for (const auto& row : page->rows)
                      state.agents.push_back({row.id, format::text(row.name)});
                  });
                }));
}

store::RunQuery RunsVm::query(int limit, int offset) const {
  store::RunQuery query;
  if (!m_state.agent.id.isNull()) query.agent = m_state.agent.id;
  query.status = m_state.status;
  query.search = format::utf8(m_state.search);
  query.limit = limit;
  query.offset = offset;
  return query;
}

// Asks again for as many rows as are there, so that what the person has scrolled to stays.
void RunsVm::reload() {
  if (!m_started) return;
  m_refreshList.stop();
  const int limit = std::max(kPageSize, int(m_rows.rows().size()) + kRoomForNew);
  const int generation = ++m_generation;
  m_reading = false;
  m_runs.list(query(limit, 0),
              guarded<store::RunPage>(this, [this, generation](base::Result<store::RunPage> page) {
                if (generation != m_generation) return;
                if (page) return take(std::move(*page), false);
                change([&](RunsState& state) {
                  state.list = RunsState::List::Failed;
                  state.listError = page.error();
                });
              }));
}

void RunsVm::readMore() {
  if (m_reading) return;
  m_reading = true;
  const int generation = m_generation;
  // Hidden runs are counted by the store until they are gone; a row that comes twice is dropped.
  const int offset = int(m_rows.rows().size());
  m_runs.list(query(kPageSize, offset),
              guarded<store::RunPage>(this, [this, generation](base::Result<store::RunPage> page) {
                if (generation != m_generation) return;
                m_reading = false;
                if (page) return take(std::move(*page), true);
                fail(page.error());
              }));
}

void RunsVm::take(store::RunPage page, bool append) {
  std::erase_if(page.rows, [this](const domain::RunSummary& row) { return m_hidden.contains(row.id); });
  m_rows.setMore(page.more);
  auto rows = append ? m_rows.rows() : std::vector<domain::RunSummary>();
  for (auto& row : page.rows)
    if (!append || m_rows.indexOf(row.id) < 0) rows.push_back(std::move(row));
  m_rows.update(std::move(rows));
  m_loaded = true;
  change([this](RunsState& state) {
    state.list = listKind();
    state.listError.reset();
  });
}

RunsState::List RunsVm::listKind() const {
  if (!m_loaded) return RunsState::List::Loading;
  if (m_rows.rowCount() > 0) return RunsState::List::Ready;
  const bool filtered = !m_state.search.isEmpty() || m_state.status || !m_state.agent.id.isNull();
  return filtered ? RunsState::List::NoMatch : RunsState::List::NoRuns;
}

// ---------------------------------------------------------------- the opened run

void RunsVm::select(const RunId& id) {
  if (id == m_state.selected && m_state.detail != RunsState::Detail::Failed) return;
  change([&](RunsState& state) {
    state.selected = id;
    state.detail = id.isNull() ? RunsState::Detail::None : RunsState::Detail::Loading;
    state.details.reset();
    state.whole = false;
    state.detailError.reset();
    state.error.reset();
    state.notice.clear();
    state.waiting.reset();
    state.live = m_runs.live(id) != nullptr;
  });
  open(id);
}

void RunsVm::open(RunId id) {
  m_refreshDetail.stop();
  if (id.isNull()) return;
  if (!m_state.details) loadAlone(id);
  using Conversation = std::vector<RunRecord>;
  m_runs.conversation(id, guarded<Conversation>(this, [this, id](base::Result<Conversation> conversation) {
                        if (id != m_state.selected) return;
                        m_showAlone.stop();
                        if (conversation && !conversation->empty())
                          return showConversation(std::move(*conversation), true);
                        change([&](RunsState& state) {
                          state.detail = RunsState::Detail::Failed;
                          state.details.reset();
                          state.detailError = conversation ? base::Error{.code = base::ErrorCode::NotFound,
                                                                         .subject = id.toString()}
                                                           : conversation.error();
                        });
                      }));
}

void RunsVm::loadAlone(RunId id) {
  m_alone.reset();
  m_showAlone.start();
  m_runs.load(id, guarded<RunRecord>(this, [this, id](base::Result<RunRecord> run) {
                if (id != m_state.selected || m_state.details || !run) return;
                m_alone = std::move(*run);
                if (!m_showAlone.isActive()) showAlone();
              }));
}

void RunsVm::showAlone() {
  if (m_state.details || !m_alone || m_alone->id != m_state.selected) return;
  showConversation({*std::exchange(m_alone, std::nullopt)}, false);
}

void RunsVm::showConversation(std::vector<RunRecord> conversation, bool whole) {
  m_alone.reset();
  // What is in memory is newer than the last checkpoint; appended() continues from there.
  const auto* live = m_runs.live(m_state.selected);
  if (live) conversation.back() = *live;
  m_shown.clear();
  if (live)
    for (const auto& piece : toChatMessages(*live, true)) m_shown.insert(piece.id);
  const bool same =
      m_state.details && live == nullptr && !m_state.live && m_state.details->conversation == conversation;
  auto details =
      same ? m_state.details : std::make_shared<const RunDetails>(runDetails(std::move(conversation)));
  change([&](RunsState& state) {
    state.detail = RunsState::Detail::Ready;
    state.details = std::move(details);
    state.whole = whole;
    state.detailError.reset();
    state.live = live != nullptr;
    if (!live) state.waiting.reset();
  });
}

void RunsVm::onRunChanged(const RunId& id) {
  if (!m_started) return;
  const bool live = m_runs.live(id) != nullptr;
  const int row = id.isNull() ? -1 : m_rows.indexOf(id);
  // A live run that is listed as running looks the same until it is over.
  if (!live || row < 0 || m_rows.row(row).status != domain::RunStatus::Running) {
    if (!m_refreshList.isActive()) m_refreshList.start();
  }
  const bool concernsDetail = id.isNull() || id == m_state.selected;
  if (concernsDetail && !m_state.selected.isNull() && !(live && m_state.live) && !m_refreshDetail.isActive())
    m_refreshDetail.start();
}

std::optional<ChatMessage> RunsVm::livePiece(const RunId& id, std::size_t message, std::size_t part) const {
  const auto* run = id == m_state.selected && m_state.live ? m_runs.live(id) : nullptr;
  if (!run || message >= run->messages.size() || part >= run->messages[message].parts.size())
    return std::nullopt;
  return toChatMessage(*run, message, part, true);
}

void RunsVm::onAppended(const RunId& id, std::size_t message, std::size_t part, const std::string& text) {
  if (id != m_state.selected || !m_state.live || !m_state.details) return;  // the load will bring it along
  if (m_state.waiting) change([](RunsState& state) { state.waiting.reset(); });
  const auto piece = chatMessageId(id, message, part);
  if (m_shown.contains(piece)) {
    Q_EMIT textAppended(piece, format::text(text));
  } else if (const auto added = livePiece(id, message, part)) {
    m_shown.insert(piece);
    Q_EMIT messageAdded(*added);
  }
}

void RunsVm::onReplaced(const RunId& id, std::size_t message, std::size_t part) {
  const auto piece = m_state.details ? livePiece(id, message, part) : std::nullopt;
  if (!piece) return;
  if (m_shown.insert(piece->id).second)
    Q_EMIT messageAdded(*piece);
  else
    Q_EMIT textReplaced(piece->id, piece->text);
}

void RunsVm::onWaiting(const RunId& id, const base::Error& reason, base::Milliseconds delay, int attempt) {
  if (id != m_state.selected) return;
  change([&](RunsState& state) {
    state.waiting = RunsState::Waiting{reason, m_clock.now() + delay, attempt};
  });
}

void RunsVm::onFinished(const RunRecord& run) {
  if (!m_started) return;
  if (!m_refreshList.isActive()) m_refreshList.start();
  if (run.id == m_state.selected && m_state.details) refreshDetails(run);
}

// The record that finished() brought is what is shown even when it could not be stored.
void RunsVm::refreshDetails(const RunRecord& run) {
  auto conversation = m_state.details->conversation;
  conversation.back() = run;
  auto details = std::make_shared<const RunDetails>(runDetails(std::move(conversation)));
  change([&](RunsState& state) {
    state.details = std::move(details);
    state.live = false;
    state.waiting.reset();
  });
}

// ---------------------------------------------------------------- what can be done with it

void RunsVm::runAgain(const std::string& withoutParameter) {
  if (m_state.selected.isNull()) return;
  m_runs.repeat(m_state.selected, withoutParameter, guarded<RunId>(this, [this](base::Result<RunId> started) {
                  selectStarted(std::move(started));
                }));
}

void RunsVm::selectStarted(base::Result<RunId> started) {
  if (!started) return fail(started.error());
  m_refreshList.start();
  select(*started);
}

void RunsVm::resume() {
  if (!m_state.details || !m_state.details->resumable) return;
  m_runs.resume(m_state.selected, guarded<RunId>(this, [this](base::Result<RunId> started) {
                  if (!started) return fail(started.error());
                  m_refreshDetail.start();
                }));
}

void RunsVm::stop() {
  m_runs.cancel(m_state.selected);
}

void RunsVm::retryNow() {
  m_runs.retryNow(m_state.selected);
}

void RunsVm::remove() {
  const auto id = m_state.selected;
  if (id.isNull() || m_runs.live(id)) return;
  endUndo();  // only the last one can be brought back
  const int row = m_rows.indexOf(id);
  const auto title = row < 0 ? QString() : m_rows.index(row).data().toString();
  auto rows = m_rows.rows();
  const auto next = row < 0                      ? RunId()
                    : row + 1 < int(rows.size()) ? rows[std::size_t(row) + 1].id
                    : row > 0                    ? rows[std::size_t(row) - 1].id
                                                 : RunId();
  if (row >= 0) rows.erase(rows.begin() + row);
  m_rows.update(std::move(rows));
  m_hidden.insert(id);
  change([&](RunsState& state) {
    state.deleted = id;
    state.deletedTitle = title;
    state.list = listKind();
  });
  m_undoEnd.start();
  select(next);
}

void RunsVm::undo() {
  const auto id = m_state.deleted;
  if (id.isNull()) return;
  m_undoEnd.stop();
  m_hidden.erase(id);
  forgetUndo();
  reload();
  select(id);
}

void RunsVm::forgetUndo() {
  change([](RunsState& state) {
    state.deleted = {};
    state.deletedTitle.clear();
  });
}

void RunsVm::endUndo() {
  flush(nullptr);
}

// The row stays hidden until the store has said so; when it refuses, the run comes back with the reason.
void RunsVm::flush(std::function<void()> done) {
  const auto id = m_state.deleted;
  m_undoEnd.stop();
  if (id.isNull()) {
    if (done) done();
    return;
  }
  forgetUndo();
  m_runs.remove(id, guarded<void>(this, [this, id, done = std::move(done)](base::Result<void> removed) {
                  m_hidden.erase(id);
                  if (!removed && removed.error().code != base::ErrorCode::NotFound) fail(removed.error());
                  reload();
                  if (done) done();
                }));
}

void RunsVm::exportTo(const QString& path, ExportFormat format) {
  if (!m_state.details || !m_state.whole || m_state.exporting) return;
  change([](RunsState& state) {
    state.exporting = true;
    state.notice.clear();
    state.error.reset();
  });
  writeFile(
      this, path, [details = m_state.details, format] { return exportRuns(details->conversation, format); },
      [this, path](base::Result<void> written) {
        change([&](RunsState& state) {
          state.exporting = false;
          if (written)
            state.notice = tr("Exported to %1.").arg(path);
          else
            state.error = written.error();
        });
      });
}

void RunsVm::dismissMessages() {
  change([](RunsState& state) {
    state.error.reset();
    state.notice.clear();
  });
}

void RunsVm::fail(const base::Error& error) {
  if (error.code == base::ErrorCode::Cancelled) return;
  change([&](RunsState& state) { state.error = error; });
}

}  // namespace aiagent::ui
