#include "ui/viewmodels/deployments/other_kinds_vm.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/cluster/kube_kinds.h"
#include "ui/format/text.h"
#include "ui/viewmodels/deployments/row_builder.h"

namespace aiagent::ui {
namespace {

using base::ErrorCode;
using base::Result;
using cluster::Freshness;
using services::ResourceTable;
using wire::KubeKind;
using wire::KubeResource;

// Endpoints are read for Services, and shown nowhere.
bool hasOwnTable(const KubeResource& resource) {
  const auto api = (resource.group.empty() ? "/api/" : "/apis/") + resource.groupVersion();
  return std::ranges::any_of(cluster::kindPlaces(), [&](const cluster::KindPlace& place) {
    return place.kind != KubeKind::EndpointSlice && place.resource == resource.plural && place.api == api;
  });
}

bool isAge(std::size_t column, const ResourceTable& table) {
  return column == wire::ageColumnOf(table.columns) &&
         std::ranges::any_of(table.rows,
                             [](const wire::KubeTableRow& row) { return wire::told(row.created); });
}

// Nothing: it is no number.
std::optional<double> numberOf(const std::string& text) {
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// By its cells: servers call columns of numbers texts.
bool isNumber(std::size_t column, const ResourceTable& table) {
  bool any = false;
  for (const auto& row : table.rows) {
    if (row.cells[column].empty()) continue;
    if (!numberOf(row.cells[column])) return false;
    any = true;
  }
  return any;
}

bool sameKinds(const std::vector<ClusterColumn>& a, const std::vector<ClusterColumn>& b) {
  return std::ranges::equal(a, b, {}, &ClusterColumn::kind, &ClusterColumn::kind);
}

bool isCancelled(const base::Error& error) {
  return error.code == ErrorCode::Cancelled;
}

}  // namespace

std::vector<ClusterColumn> columnsOf(const ResourceTable& table) {
  std::vector<ClusterColumn> columns;
  for (const auto& column : table.columns) {
    auto kind = CellKind::Text;
    if (isAge(columns.size(), table))
      kind = CellKind::Age;
    else if (isNumber(columns.size(), table))
      kind = CellKind::Number;
    columns.push_back({format::text(column.name), kind});
  }
  return columns;
}

std::vector<ClusterRow> rowsOf(const ResourceTable& table) {
  const auto columns = columnsOf(table);
  std::vector<ClusterRow> rows;
  rows.reserve(table.rows.size());
  for (const auto& from : table.rows) {
    RowBuilder row;
    const auto& first = from.cells.empty() ? from.name : from.cells.front();
    const auto name = from.name.empty() ? first : from.name;
    row.called(from.uid.empty() ? from.nameSpace + '/' + name : from.uid, name);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto& cell = from.cells[i];
      if (columns[i].kind == CellKind::Age)
        row.age(from.created);
      else if (columns[i].kind == CellKind::Number)
        row.keyed(cell, numberOf(cell).value_or(0));
      else
        row.text(cell);
    }
    rows.push_back(row.take());
    rows.back().nameSpace = from.nameSpace;
  }
  return rows;
}

OtherKindsVm::OtherKindsVm(const base::Clock& clock, std::chrono::milliseconds pause, QObject* parent)
    : QObject(parent), m_clock(clock) {
  m_pause.setInterval(pause);
  m_pause.setSingleShot(true);
  connect(&m_pause, &QTimer::timeout, this, &OtherKindsVm::refresh);
}

// Calls tell of their end while they still can.
OtherKindsVm::~OtherKindsVm() {
  endCalls();
}

void OtherKindsVm::endCalls() {
  m_kindsCall.reset();
  m_tableCall.reset();
  m_objectCall.reset();
}

void OtherKindsVm::change(const std::function<void(OtherKindsState&)>& edit) {
  auto next = m_state;
  edit(next);
  count(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

void OtherKindsVm::count(OtherKindsState& state) const {
  state.total = m_model ? m_model->total() : 0;
  state.shown = m_model ? std::size_t(m_model->rowCount()) : 0;
}

// ---------------------------------------------------------------- whose kinds

void OtherKindsVm::setSession(services::EnvironmentSession* session) {
  if (m_session == session) return;
  if (m_session) m_session->disconnect(this);
  m_session = session;
  if (session) {
    connect(session, &services::EnvironmentSession::closing, this, &OtherKindsVm::drop);
    connect(session, &services::EnvironmentSession::watchChanged, this, &OtherKindsVm::bind);
  }
  drop();
  bind();
}

// The client goes, and all that was asked of it.
void OtherKindsVm::drop() {
  m_client = nullptr;
  endCalls();
  m_pause.stop();
  setModel(nullptr);
  change([](OtherKindsState& state) { state = {}; });
}

void OtherKindsVm::bind() {
  if (client() == m_client) return;
  m_client = client();
  change([&](OtherKindsState& state) { state.open = m_client != nullptr; });
  if (m_shown) read();
}

void OtherKindsVm::setShown(bool shown) {
  if (std::exchange(m_shown, shown) == shown) return;
  if (!shown) return m_pause.stop();
  if (!m_pause.isActive()) read();
}

// ---------------------------------------------------------------- reading

void OtherKindsVm::refresh() {
  if (m_state.kindsError) m_state.kindsKnown = false;
  read();
}

void OtherKindsVm::read() {
  if (!client() || !m_shown) return;
  m_pause.stop();
  if (!m_state.kindsKnown) return askKinds();
  askTable();
  if (m_state.object) askObject();
}

void OtherKindsVm::askKinds() {
  if (m_kindsCall) return;
  m_kindsCall = services::askKinds(*client(), [this](Result<services::ClusterKinds> found) {
    const auto held = std::move(m_kindsCall);
    if (found || !isCancelled(found.error())) takeKinds(std::move(found));
  });
}

void OtherKindsVm::takeKinds(Result<services::ClusterKinds> found) {
  if (!found) {
    change([&](OtherKindsState& state) { state.kindsError = found.error(); });
    if (m_shown) m_pause.start();
    return;
  }
  std::erase_if(found->all, hasOwnTable);
  const auto place =
      std::ranges::find(found->all, m_wanted, [](const KubeResource& kind) { return kind.fullName(); });
  change([&](OtherKindsState& state) {
    state.kindsKnown = true;
    state.kindsError.reset();
    state.chosen = place == found->all.end() ? -1 : int(place - found->all.begin());
    state.kinds = std::move(found->all);
    state.unanswered = std::move(found->unanswered);
  });
  if (m_shown) read();
}

void OtherKindsVm::choose(int kind) {
  if (kind == m_state.chosen || kind < 0 || kind >= int(m_state.kinds.size())) return;
  m_tableCall.reset();
  m_objectCall.reset();
  m_wanted = m_state.kinds[std::size_t(kind)].fullName();
  setModel(nullptr);
  change([kind](OtherKindsState& state) {
    state.chosen = kind;
    state.readAt = {};
    state.error.reset();
    state.freshness = Freshness::Loading;
    state.complete = true;
    state.remaining.reset();
    state.object.reset();
  });
  read();
}

std::string OtherKindsVm::placeOf(const KubeResource& kind) const {
  return kind.namespaced ? m_session->state().nameSpace : std::string();
}

void OtherKindsVm::askTable() {
  const auto* kind = m_state.kind();
  if (!kind || m_tableCall) return;
  m_tableCall = services::readTable(*client(), {*kind, placeOf(*kind)}, [this](Result<ResourceTable> table) {
    const auto held = std::move(m_tableCall);
    if (table || !isCancelled(table.error())) takeTable(std::move(table));
  });
}

void OtherKindsVm::takeTable(Result<ResourceTable> table) {
  if (m_shown) m_pause.start();
  if (table) showTable(*table);
  // What somebody may not see any more is not shown on.
  const bool isHidden =
      !table && (table.error().code == ErrorCode::Forbidden || table.error().httpStatus == 404);
  if (isHidden) setModel(nullptr);
  change([&](OtherKindsState& state) {
    if (isHidden) state.object.reset();
    if (!table) {
      state.error = table.error();
      state.freshness = isHidden ? Freshness::Denied : m_model ? Freshness::Stale : Freshness::Loading;
      return;
    }
    state.error.reset();
    state.freshness = Freshness::Polled;
    state.readAt = m_clock.wallNow();
    state.complete = table->complete;
    state.remaining = table->remaining;
    const auto* opened = state.object ? m_model->find(state.object->id) : nullptr;
    if (!opened) state.object.reset();
  });
}

// The same columns keep the model, and with it what is selected.
void OtherKindsVm::showTable(const ResourceTable& table) {
  auto columns = columnsOf(table);
  if (!m_model || m_columns != table.columns || !sameKinds(m_model->columns(), columns)) {
    auto model = std::make_unique<ClusterTableModel>(std::move(columns));
    model->setFilter(m_filter);
    m_columns = table.columns;
    m_extra.clear();
    for (int i = 0; i < int(m_columns.size()); ++i)
      if (m_columns[std::size_t(i)].priority > 0) m_extra.push_back(i);
    model->update(rowsOf(table));
    setModel(std::move(model));
  } else {
    m_model->update(rowsOf(table));
  }
  countAges();
}

void OtherKindsVm::setModel(std::unique_ptr<ClusterTableModel> model) {
  if (!model && !m_model) return;
  Q_EMIT modelAboutToChange();
  m_model = std::move(model);
  if (!m_model) m_columns.clear();
  Q_EMIT modelChanged();
}

void OtherKindsVm::countAges() {
  if (m_model && m_session && m_session->watch()) m_model->setNow(m_session->watch()->serverNow());
}

void OtherKindsVm::setFilter(const QString& text) {
  m_filter = text;
  if (m_model) m_model->setFilter(text);
  change([](OtherKindsState&) {});
}

// ---------------------------------------------------------------- one object

void OtherKindsVm::openObject(const std::string& rowId) {
  const auto* row = m_model ? m_model->find(rowId) : nullptr;
  const auto* kind = m_state.kind();
  if (!row || !kind || (m_state.object && m_state.object->id == rowId)) return;
  m_objectCall.reset();
  change([&](OtherKindsState& state) {
    state.object = OpenedObject{.id = rowId, .title = kind->kind + '/' + row->name, .text = {}, .error = {}};
  });
  askObject();
}

void OtherKindsVm::closeObject() {
  m_objectCall.reset();
  change([](OtherKindsState& state) { state.object.reset(); });
}

void OtherKindsVm::askObject() {
  const auto* row = m_model && m_state.object ? m_model->find(m_state.object->id) : nullptr;
  const auto* kind = m_state.kind();
  if (!row || !kind || !client() || m_objectCall) return;
  const auto place = row->nameSpace.empty() ? placeOf(*kind) : row->nameSpace;
  m_objectCall = services::readObject(*client(), {*kind, place, row->name}, [this](Result<std::string> text) {
    const auto held = std::move(m_objectCall);
    if (text || !isCancelled(text.error())) takeObject(std::move(text));
  });
}

void OtherKindsVm::takeObject(Result<std::string> text) {
  change([&](OtherKindsState& state) {
    if (!state.object) return;
    if (text) {
      state.object->text = std::move(*text);
      state.object->error.reset();
    } else {
      state.object->error = text.error();
      if (text.error().code == ErrorCode::Forbidden) state.object->text.clear();
    }
  });
}

}  // namespace aiagent::ui
