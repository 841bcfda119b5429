#include "ui/viewmodels/library_vm.h"

#include <algorithm>

#include "ui/format/text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {
namespace {

constexpr int kPage = 200;  // rows of the first answer: more than a screen, soon there
constexpr int kMore = 1'000;
constexpr std::chrono::milliseconds kGather{25};
constexpr std::chrono::seconds kUndoTime{10};

}  // namespace

LibraryVm::LibraryVm(services::AgentService& agents, QObject* parent)
    : QObject(parent), m_agents(agents), m_rows(agents.clock()) {
  m_refresh.setSingleShot(true);
  m_refresh.setInterval(kGather);
  connect(&m_refresh, &QTimer::timeout, this, [this] {
    reload();
    readTags();
  });
  m_undoEnd.setSingleShot(true);
  m_undoEnd.setInterval(kUndoTime);
  connect(&m_undoEnd, &QTimer::timeout, this, &LibraryVm::endUndo);
  connect(&m_rows, &AgentListModel::moreWanted, this, &LibraryVm::readMore);
  connect(&m_agents, &services::AgentService::changed, this, [this] {
    if (m_state.loaded && !m_refresh.isActive()) m_refresh.start();
  });
}

LibraryVm::~LibraryVm() = default;

void LibraryVm::change(const std::function<void(LibraryState&)>& edit) {
  LibraryState next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

void LibraryVm::start() {
  m_started = true;
  reload();
  readTags();
}

void LibraryVm::setSearch(const QString& text) {
  if (text == m_state.search) return;
  change([&](LibraryState& state) { state.search = text; });
  reload();
}

void LibraryVm::setTag(const QString& tag) {
  if (tag == m_state.tag) return;
  change([&](LibraryState& state) { state.tag = tag; });
  reload();
}

void LibraryVm::setOrder(store::AgentOrder order) {
  if (order == m_state.order) return;
  change([&](LibraryState& state) { state.order = order; });
  reload();
}

void LibraryVm::setArchiveFilter(store::ArchiveFilter filter) {
  if (filter == m_state.archive) return;
  change([&](LibraryState& state) { state.archive = filter; });
  reload();
}

void LibraryVm::clearFilters() {
  change([](LibraryState& state) {
    state.search.clear();
    state.tag.clear();
    state.archive = store::ArchiveFilter::ActiveOnly;
  });
  reload();
}

void LibraryVm::select(const domain::AgentId& id) {
  change([&](LibraryState& state) { state.selected = id; });
}

void LibraryVm::ask(int limit, int offset, services::Done<store::AgentPage> done) {
  store::AgentQuery query{.search = format::utf8(m_state.search.trimmed()),
                          .archive = m_state.archive,
                          .order = m_state.order,
                          .limit = limit,
                          .offset = offset};
  if (!m_state.tag.isEmpty()) query.tags = {format::utf8(m_state.tag)};
  if (query.search.empty())
    m_agents.list(std::move(query), std::move(done));
  else
    m_agents.search(std::move(query), std::move(done));
}

// Asks for as many rows as there are already, so that an update never takes rows from under a scrolled view.
void LibraryVm::reload() {
  if (!m_started) return;
  const int generation = ++m_generation;
  const int limit = std::max(kPage, m_rows.rowCount());
  ask(limit, 0, whileAlive(this, [this, generation](base::Result<store::AgentPage> page) {
        if (generation != m_generation) return;
        if (!page) return fail(page.error());
        take(std::move(*page), false);
      }));
}

void LibraryVm::readMore() {
  const int generation = m_generation;
  ask(kMore, m_rows.rowCount(), whileAlive(this, [this, generation](base::Result<store::AgentPage> page) {
        if (generation != m_generation) return;
        if (!page) return fail(page.error());
        take(std::move(*page), true);
      }));
}

void LibraryVm::take(store::AgentPage page, bool append) {
  std::erase_if(page.rows, [this](const auto& row) { return row.id == m_doomed; });
  std::vector<domain::AgentSummary> rows;
  if (append) rows = m_rows.rows();
  for (auto& row : page.rows)
    if (!append || m_rows.indexOf(row.id) < 0) rows.push_back(std::move(row));
  m_rows.update(std::move(rows));
  m_rows.setMore(page.more);
  change([&](LibraryState& state) {
    state.loaded = true;
    state.indexIncomplete = page.indexIncomplete;
    state.empty = emptiness();
  });
}

LibraryState::Empty LibraryVm::emptiness() const {
  if (m_rows.rowCount() > 0) return LibraryState::Empty::No;
  if (!m_state.search.trimmed().isEmpty() || !m_state.tag.isEmpty()) return LibraryState::Empty::NoMatch;
  return m_state.archive == store::ArchiveFilter::ArchivedOnly ? LibraryState::Empty::NothingArchived
                                                               : LibraryState::Empty::NoAgents;
}

void LibraryVm::readTags() {
  m_agents.tags(whileAlive(this, [this](base::Result<std::vector<store::TagCount>> counts) {
    if (!counts) return;  // the filter stays as it was; the list itself tells what is wrong
    QStringList tags;
    for (const auto& count : *counts) tags << format::text(count.tag);
    tags.sort(Qt::CaseInsensitive);
    change([&](LibraryState& state) { state.tags = tags; });
  }));
}

void LibraryVm::insertNew(domain::AgentContent content) {
  m_agents.create(std::move(content), whileAlive(this, [this](base::Result<domain::Agent> agent) {
                    if (!agent) return fail(agent.error());
                    select(agent->id);
                    Q_EMIT created(agent->id);
                  }));
}

void LibraryVm::create() {
  clearFilters();  // a new agent must be seen
  insertNew({.name = format::utf8(tr("New agent"))});
}

void LibraryVm::duplicate(const domain::AgentId& id) {
  m_agents.load(id, whileAlive(this, [this](base::Result<services::AgentWithDraft> found) {
                  if (!found) return fail(found.error());
                  // What the person sees is copied: the draft where there is one.
                  auto content = found->draft ? found->draft->content : found->agent.content;
                  const QString name =
                      format::text(content.name.empty() ? found->agent.content.name : content.name);
                  content.name = format::utf8(tr("%1 (copy)").arg(name.left(150)));
                  insertNew(std::move(content));
                }));
}

void LibraryVm::setArchived(const domain::AgentId& id, bool archived) {
  endUndo();
  m_agents.setArchived(id, archived,
                       whileAlive(this, [this, id, archived](base::Result<domain::Agent> agent) {
                         if (!agent) return fail(agent.error());
                         m_undoAgent = id;
                         m_undoEnd.start();
                         change([&](LibraryState& state) {
                           state.undo = archived ? LibraryState::Undo::Archive : LibraryState::Undo::Restore;
                           state.undoName = format::text(agent->content.name);
                         });
                       }));
}

void LibraryVm::remove(const domain::AgentId& id) {
  endUndo();
  const int at = m_rows.indexOf(id);
  const QString name = at < 0 ? QString() : format::text(m_rows.row(at).name);
  m_doomed = m_undoAgent = id;
  m_undoEnd.start();
  auto rows = m_rows.rows();
  std::erase_if(rows, [&](const auto& row) { return row.id == id; });
  m_rows.update(std::move(rows));
  change([&](LibraryState& state) {
    if (state.selected == id) state.selected = {};
    state.undo = LibraryState::Undo::Delete;
    state.undoName = name;
    state.empty = emptiness();
  });
}

void LibraryVm::undo() {
  const auto kind = m_state.undo;
  const auto id = m_undoAgent;
  m_undoEnd.stop();
  m_doomed = {};
  change([](LibraryState& state) { state.undo = LibraryState::Undo::None; });
  if (kind == LibraryState::Undo::Delete) {
    select(id);
    return reload();
  }
  if (kind == LibraryState::Undo::None) return;
  m_agents.setArchived(id, kind == LibraryState::Undo::Restore,
                       whileAlive(this, [this](base::Result<domain::Agent> agent) {
                         if (!agent) fail(agent.error());
                       }));
}

void LibraryVm::endUndo() {
  flush([] {});
}

void LibraryVm::flush(std::function<void()> done) {
  m_undoEnd.stop();
  change([](LibraryState& state) { state.undo = LibraryState::Undo::None; });
  if (m_doomed.isNull()) return done();
  const auto id = std::exchange(m_doomed, {});
  m_agents.remove(id, whileAlive(this, [this, id, done = std::move(done)](base::Result<void> end) {
                    if (end) Q_EMIT removed(id);
                    if (!end && end.error().code != base::ErrorCode::NotFound) {
                      fail(end.error());
                      reload();  // it is still there: show it again
                    }
                    done();
                  }));
}

void LibraryVm::clearError() {
  change([](LibraryState& state) { state.error.reset(); });
}

void LibraryVm::fail(const base::Error& error) {
  if (error.code == base::ErrorCode::Cancelled) return;
  change([&](LibraryState& state) { state.error = error; });
}

}  // namespace aiagent::ui
