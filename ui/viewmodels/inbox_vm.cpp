#include "ui/viewmodels/inbox_vm.h"

#include <algorithm>

#include "core/authoring/content/content_field.h"
#include "core/authoring/text/diff.h"
#include "ui/format/text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {
namespace {

using domain::AgentContent;
using services::InboxTake;
using store::InboxItem;
using store::InboxKind;

constexpr std::chrono::seconds kPatience{12};

QString shownName(const InboxItem& item) {
  return item.name.empty() ? InboxVm::tr("(no name)") : format::text(item.name);
}

std::vector<authoring::Change> wordsOf(const std::optional<std::string>& base,
                                       const std::optional<std::string>& side) {
  return side ? authoring::diffText(base.value_or(""), *side) : std::vector<authoring::Change>();
}

ContestedField contested(authoring::FieldConflict conflict, const std::optional<AgentContent>& now) {
  ContestedField field{.field = conflict.field,
                       .base = std::move(conflict.base),
                       .mine = std::move(conflict.mine),
                       .theirs = std::move(conflict.theirs)};
  field.mineWords = wordsOf(field.base, field.mine);
  field.theirWords = wordsOf(field.base, field.theirs);
  auto content = now.value_or(AgentContent{});
  const auto* text = authoring::textField(content, field.field);
  field.written = text != nullptr;
  if (text) field.proposed = format::text(now ? *text : field.theirs.value_or(""));
  return field;
}

InboxDetail detailOf(InboxItem item, std::optional<AgentContent> now) {
  InboxDetail detail;
  for (auto& conflict : services::conflictsOf(item))
    detail.fields.push_back(contested(std::move(conflict), now));
  if (const auto& kept = item.mine ? item.mine : item.theirs; kept && detail.fields.empty())
    detail.changes = authoring::diffContent(item.base ? item.base->content : AgentContent{}, kept->content);
  detail.item = std::move(item);
  detail.now = std::move(now);
  return detail;
}

std::optional<AgentContent> withEdits(const InboxItem& item, const std::map<std::string, QString>& edits,
                                      const std::optional<AgentContent>& now) {
  auto content = now ? *now : item.theirs ? item.theirs->content : AgentContent{};
  for (const auto& [field, text] : edits)
    if (auto* place = authoring::textField(content, field)) *place = format::utf8(text);
  return services::contentOver(item, content, now);
}

QString toldOf(InboxDecision decision, const QString& name) {
  switch (decision) {
    case InboxDecision::Mine: return InboxVm::tr("“%1” goes on with your words.").arg(name);
    case InboxDecision::Theirs: return InboxVm::tr("“%1” goes on with their words.").arg(name);
    case InboxDecision::Merged: return InboxVm::tr("“%1” goes on with the merge.").arg(name);
    case InboxDecision::Edited: return InboxVm::tr("“%1” goes on as you wrote it.").arg(name);
    case InboxDecision::BringBack: return InboxVm::tr("“%1” is brought back.").arg(name);
    case InboxDecision::KeepAsNew: return InboxVm::tr("“%1” is kept as a new agent.").arg(name);
    case InboxDecision::DeleteIt: return InboxVm::tr("“%1” is deleted.").arg(name);
    case InboxDecision::LetGo: return InboxVm::tr("“%1” is let go.").arg(name);
  }
  return {};
}

}  // namespace

InboxVm::InboxVm(services::Profile& library, services::SyncService& sync, services::AgentService& agents,
                 services::ServerAccount& account, services::PeopleService* people, QObject* parent)
    : QObject(parent),
      m_library(library),
      m_sync(sync),
      m_agents(agents),
      m_account(account),
      m_people(people),
      m_background(library.scheduler()),
      m_rows(library.clock()) {
  connect(&sync, &services::SyncService::inboxChanged, this, &InboxVm::load);
  connect(&agents, &services::AgentService::changed, this, [this](const domain::AgentId& id) {
    if (m_state.detail && m_state.detail->item.agent == id) loadDetail();
  });
  m_patience.setSingleShot(true);
  m_patience.setInterval(kPatience);
  connect(&m_patience, &QTimer::timeout, this, &InboxVm::forgetUndo);
}

// ---------------------------------------------------------------- what there is

void InboxVm::load() {
  m_sync.inbox(false, whileAlive(this, [this](base::Result<std::vector<InboxItem>> items) {
                 if (items) return show(std::move(*items));
                 change([&](InboxState& state) {
                   state.loaded = true;
                   state.error = items.error();
                 });
               }));
}

void InboxVm::show(std::vector<InboxItem> items) {
  m_items = std::move(items);
  std::erase_if(m_items, [this](const InboxItem& item) { return m_hidden.contains(item.id); });
  nameMembers();
  std::vector<InboxRow> rows;
  for (const auto& item : m_items) {
    const auto name = m_names.find(item.by.toString());
    rows.push_back({.id = {item.id},
                    .kind = std::string(store::toWord(item.kind)),
                    .reason = item.reason,
                    .name = format::text(item.name),
                    .who = name == m_names.end() ? QString() : name->second,
                    .at = item.at});
  }
  m_rows.update(std::move(rows));
  change([this](InboxState& state) {
    state.loaded = true;
    state.open = int(m_items.size());
    state.lost = int(std::ranges::count(m_items, InboxKind::Lost, &InboxItem::kind));
  });
  if (m_rows.indexOf(m_state.selected) < 0) selectFirst();
}

void InboxVm::selectFirst() {
  select(m_items.empty() ? InboxId() : InboxId{m_items.front().id});
}

// Asked once; without the server nobody is named.
void InboxVm::nameMembers() {
  if (m_namesAsked || m_items.empty() || !m_people || !m_account.connected()) return;
  m_namesAsked = true;
  m_people->members(m_account.workspaceInUse(),
                    whileAlive(this, [this](base::Result<services::People> people) {
                      if (!people) return;
                      for (const auto& member : people->members)
                        m_names[member.user] = format::text(member.name.empty() ? member.email : member.name);
                      load();
                    }));
}

void InboxVm::select(const InboxId& id) {
  if (id == m_state.selected) return;
  change([&](InboxState& state) {
    state.selected = id;
    state.detail.reset();
    state.edits.clear();
  });
  loadDetail();
}

void InboxVm::loadDetail() {
  const auto at = std::ranges::find(m_items, m_state.selected.uuid, &InboxItem::id);
  if (at == m_items.end()) return;
  m_agents.load(at->agent, whileAlive(this, [this, item = *at](base::Result<services::AgentWithDraft> found) {
                  workOut(item, found ? std::optional(found->agent.content) : std::nullopt);
                }));
}

void InboxVm::workOut(InboxItem item, std::optional<AgentContent> now) {
  m_background.run<std::shared_ptr<const InboxDetail>>(
      "inbox", this,
      [item = std::move(item), now = std::move(now)]() -> std::shared_ptr<const InboxDetail> {
        return std::make_shared<InboxDetail>(detailOf(item, now));
      },
      [this](std::shared_ptr<const InboxDetail> detail) {
        if (detail->item.id != m_state.selected.uuid) return;
        change([&](InboxState& state) { state.detail = std::move(detail); });
      });
}

void InboxVm::edit(const std::string& field, const QString& text) {
  if (!m_state.detail) return;
  const auto& fields = m_state.detail->fields;
  const auto at = std::ranges::find(fields, field, &ContestedField::field);
  if (at == fields.end()) return;
  change([&](InboxState& state) {
    if (text == at->proposed)
      state.edits.erase(field);
    else
      state.edits[field] = text;
  });
}

void InboxVm::clearError() {
  change([](InboxState& state) { state.error.reset(); });
}

// ---------------------------------------------------------------- what is decided

void InboxVm::decide(InboxDecision decision) {
  if (!m_state.detail) return;
  const auto& item = m_state.detail->item;
  put({{item.id, decision, m_state.edits}}, toldOf(decision, shownName(item)));
}

void InboxVm::decideLost(InboxDecision decision) {
  std::vector<Decided> all;
  for (const auto& item : m_items)
    if (item.kind == InboxKind::Lost) all.push_back({item.id, decision, {}});
  const int count = int(all.size());
  put(std::move(all), decision == InboxDecision::LetGo ? tr("%n agents are let go.", nullptr, count)
                                                       : tr("%n agents are brought back.", nullptr, count));
}

void InboxVm::put(std::vector<Decided> decided, const QString& sentence) {
  forgetUndo();
  int row = -1;
  for (auto& one : decided) {
    one.round = m_round;
    m_hidden.insert(one.item);
    if (row < 0) row = m_rows.indexOf(InboxId{one.item});
  }
  m_queue.insert(m_queue.begin(), decided.rbegin(), decided.rend());
  change([&](InboxState& state) {
    state.decided = sentence;
    state.error.reset();
  });
  auto items = m_items;
  const bool own = m_hidden.contains(m_state.selected.uuid);
  show(std::move(items));
  // On to the one that stands in its place now.
  if (own && row > 0 && m_rows.rowCount() > 0) select(m_rows.row(std::min(row, m_rows.rowCount() - 1)).id);
  m_patience.start();
  if (!m_writing) writeNext();
}

void InboxVm::forgetUndo() {
  m_patience.stop();
  ++m_round;
  m_written.clear();
  change([](InboxState& state) { state.decided.clear(); });
}

void InboxVm::flush(std::function<void()> done) {
  if (done) m_flushed.push_back(std::move(done));
  if (!m_writing) writeNext();
}

void InboxVm::writeNext() {
  m_writing = !m_queue.empty();
  if (!m_writing) {
    if (m_takingBack) return takeBackNext();
    for (auto& done : std::exchange(m_flushed, {})) done();
    return;
  }
  const auto next = m_queue.back();
  m_queue.pop_back();
  write(next, whileAlive(this, [this, item = next.item, round = next.round](base::Result<Written> written) {
          m_hidden.erase(item);
          if (written && round == m_round) m_written.push_back(*written);
          if (!written) {
            forgetUndo();
            change([&](InboxState& state) { state.error = written.error(); });
          }
          if (m_state.loaded) load();
          writeNext();
        }));
}

// Both are read anew: the agent may have been edited since.
void InboxVm::write(const Decided& decided, services::Done<Written> done) {
  m_sync.inboxItem(decided.item, whileAlive(this, [this, decided, done](base::Result<InboxItem> item) {
                     if (!item) return done(item.error());
                     m_agents.load(item->agent,
                                   whileAlive(this, [this, decided, done, item = *item](
                                                        base::Result<services::AgentWithDraft> found) {
                                     Written written{.item = item.id, .agent = item.agent};
                                     if (found) written.before = found->agent.content;
                                     writeOver(decided, item, std::move(written), done);
                                   }));
                   }));
}

void InboxVm::writeOver(const Decided& decided, const InboxItem& item, Written written,
                        services::Done<Written> done) {
  const auto now = written.before;
  const auto resolve = [this, id = item.id, done](Written result, std::optional<AgentContent> content) {
    m_sync.resolve(id, std::move(content),
                   whileAlive(this, [this, result, done](base::Result<void> resolved) {
                     resolved ? readAfter(result, done) : done(resolved.error());
                   }));
  };
  const auto& kept = item.mine ? item.mine : item.theirs;
  switch (decided.decision) {
    case InboxDecision::Mine:
    case InboxDecision::BringBack: return resolve(written, services::contentFor(item, InboxTake::Mine, now));
    case InboxDecision::Theirs: return resolve(written, services::contentFor(item, InboxTake::Theirs, now));
    case InboxDecision::Edited: return resolve(written, withEdits(item, decided.edits, now));
    case InboxDecision::Merged:
    case InboxDecision::LetGo: return resolve(written, std::nullopt);
    case InboxDecision::KeepAsNew:
      if (!kept) return resolve(written, std::nullopt);
      return m_agents.create(kept->content,
                             [resolve, written, done](base::Result<domain::Agent> made) mutable {
                               if (!made) return done(made.error());
                               written.made = made->id;
                               resolve(written, std::nullopt);
                             });
    case InboxDecision::DeleteIt:
      return m_agents.remove(item.agent, [resolve, written, done](base::Result<void> removed) {
        const bool gone = removed || removed.error().code == base::ErrorCode::NotFound;
        gone ? resolve(written, std::nullopt) : done(removed.error());
      });
  }
}

void InboxVm::readAfter(Written written, services::Done<Written> done) {
  m_agents.load(written.agent,
                whileAlive(this, [written, done](base::Result<services::AgentWithDraft> found) {
                  auto result = written;
                  if (found) result.after = found->agent.content;
                  done(std::move(result));
                }));
}

// ---------------------------------------------------------------- undo

void InboxVm::undo() {
  if (m_state.decided.isEmpty() || m_takingBack) return;
  m_patience.stop();
  m_takingBack = true;
  if (!m_writing) takeBackNext();
}

// From the last that was written to the first, which is shown again then.
void InboxVm::takeBackNext() {
  m_writing = !m_written.empty();
  if (!m_writing) {
    m_takingBack = false;
    forgetUndo();
    return writeNext();
  }
  const auto last = m_written.back();
  m_written.pop_back();
  takeBack(last, whileAlive(this, [this, item = last.item](base::Result<void> taken) {
             change([&](InboxState& state) {
               if (!taken) state.error = taken.error();
               state.selected = InboxId{item};
               state.detail.reset();
               state.edits.clear();
             });
             m_sync.inbox(false, whileAlive(this, [this](base::Result<std::vector<InboxItem>> items) {
                            if (items) show(std::move(*items));
                            loadDetail();
                            takeBackNext();
                          }));
           }));
}

void InboxVm::takeBack(const Written& written, services::Done<void> done) {
  const auto reopen = [this, written, done] {
    m_sync.reopen(written.item, written.before, written.after, done);
  };
  if (written.made.isNull()) return reopen();
  m_agents.remove(written.made, [reopen, done](base::Result<void> removed) {
    const bool gone = removed || removed.error().code == base::ErrorCode::NotFound;
    gone ? reopen() : done(removed.error());
  });
}

void InboxVm::change(const std::function<void(InboxState&)>& edit) {
  auto next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

}  // namespace aiagent::ui
