#include "ui/viewmodels/versions_vm.h"

#include <algorithm>
#include <utility>

#include "core/authoring/content/content_field.h"
#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {

using domain::AgentContent;
using domain::VersionId;

bool MergeReview::complete() const {
  return std::ranges::none_of(
      settled, [](const Settlement& settlement) { return settlement.choice == Settlement::Choice::Open; });
}

VersionsVm::VersionsVm(services::VersionService& versions, AgentVm& agent, QObject* parent)
    : QObject(parent), m_versions(versions), m_agent(agent), m_rows(versions.clock()) {
  connect(&m_agent, &AgentVm::stateChanged, this, &VersionsVm::follow);
  connect(&m_versions, &services::VersionService::changed, this, [this](const domain::AgentId& id) {
    if (!m_state.agent.isNull() && (id.isNull() || id == m_state.agent)) reload();
  });
  follow();
}

void VersionsVm::change(const std::function<void(VersionsState&)>& edit) {
  VersionsState next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

void VersionsVm::fail(const base::Error& error) {
  change([&](VersionsState& state) { state.error = error; });
}

// ---------------------------------------------------------------- the list

void VersionsVm::follow() {
  const auto& agent = m_agent.state();
  const auto id = agent.loaded ? agent.id : domain::AgentId{};
  if (id != m_state.agent) {
    ++m_reload;
    ++m_compare;
    m_history = {};
    m_looking = false;
    m_merge.reset();
    m_rows.update({});
    change([&](VersionsState& state) {
      state = {.agent = id, .draft = agent.draft, .elsewhere = agent.changedElsewhere};
    });
    if (!id.isNull()) reload();
    return;
  }
  change([&](VersionsState& state) { state.elsewhere = agent.changedElsewhere; });
  if (agent.draft == m_state.draft) {
    if (m_state.comparison && agent.content != m_compared) compare();
    return;
  }
  change([&](VersionsState& state) { state.draft = agent.draft; });
  fillRows();
  const bool wasShown = std::ranges::find(m_state.selected, VersionId{}) != m_state.selected.end();
  if (wasShown && !agent.draft) return start();
  if (m_state.comparison) compare();
}

void VersionsVm::reload() {
  auto taken =
      whileAlive(this, [this, number = ++m_reload](const base::Result<services::AgentHistory>& history) {
        if (number != m_reload) return;
        // An agent that was deleted has none, and the editor says so.
        if (!history && history.error().code == base::ErrorCode::NotFound) return;
        if (!history) return fail(history.error());
        takeHistory(*history);
      });
  // Who only opens an agent writes nothing.
  if (m_looking && !m_readOnly)
    m_versions.history(m_state.agent, std::move(taken));
  else
    m_versions.historySoFar(m_state.agent, std::move(taken));
}

void VersionsVm::takeHistory(const services::AgentHistory& history) {
  m_history = history;
  const auto wanted = std::exchange(m_wanted, {});
  fillRows();
  const auto head = std::ranges::find(history.versions, true, &domain::VersionSummary::head);
  const bool moved = head != history.versions.end() && head->number != m_state.head;
  change([&](VersionsState& state) {
    state.loaded = true;
    state.head = history.versions.empty() ? 1 : head == history.versions.end() ? 0 : head->number;
    state.last = head == history.versions.end() ? std::nullopt : std::optional(lastChange(*head));
    state.labels = history.labels;
    state.branches = history.branches;
  });
  if (moved && !m_state.selected.empty()) compare();
  if (m_state.moves) showMoves(true);
  if (!wanted.isNull()) open(wanted);
}

LastChange VersionsVm::lastChange(const domain::VersionSummary& head) const {
  return {.who = head.author,
          .own = !head.author.empty() && head.author == m_versions.author(),
          .at = head.created};
}

void VersionsVm::fillRows() {
  std::vector<VersionRow> rows;
  if (m_state.draft) rows.push_back({});
  for (const auto& version : m_history.versions) {
    const bool branch = std::ranges::find(m_history.branches, version.id, &domain::VersionSummary::id) !=
                        m_history.branches.end();
    rows.push_back({.id = version.id,
                    .number = version.number,
                    .author = version.author,
                    .message = version.message,
                    .created = version.created,
                    .head = version.head,
                    .branch = branch,
                    .merge = version.parents.size() > 1,
                    .labels = version.labels});
  }
  m_rows.update(std::move(rows));
}

QString VersionsVm::titleOf(const VersionId& id) const {
  const int row = m_rows.indexOf(id);
  return row < 0 ? QString() : versionTitle(m_rows.row(row));
}

std::string VersionsVm::hashOf(const VersionId& id) const {
  const auto at = std::ranges::find(m_history.versions, id, &domain::VersionSummary::id);
  return at == m_history.versions.end() ? std::string() : at->hash;
}

void VersionsVm::start() {
  if (!std::exchange(m_looking, true) && m_state.loaded && m_history.versions.empty()) reload();
  if (m_rows.rowCount() > 0) return select({m_rows.row(0).id});
  select({});
}

void VersionsVm::stop() {
  m_looking = false;
  ++m_compare;
  m_wanted = {};
  change([](VersionsState& state) {
    state.selected.clear();
    state.comparison.reset();
    state.moves.reset();
  });
}

void VersionsVm::select(std::vector<VersionId> ids) {
  if (ids.size() > 2) ids.resize(2);
  if (ids == m_state.selected && m_state.comparison) return;
  change([&](VersionsState& state) { state.selected = std::move(ids); });
  compare();
}

void VersionsVm::open(const VersionId& id) {
  const bool there = m_rows.indexOf(id) >= 0;
  m_wanted = there ? VersionId{} : id;
  if (there) select({id});
}

void VersionsVm::setAgainst(Against against) {
  if (against == m_state.against) return;
  change([&](VersionsState& state) { state.against = against; });
  compare();
}

// ---------------------------------------------------------------- comparing

void VersionsVm::compare() {
  ++m_compare;
  m_compared = m_agent.state().content;
  const auto& selected = m_state.selected;
  if (selected.size() == 2) return compareTwo();
  if (selected.size() == 1) return compareOne(selected.front());
  change([](VersionsState& state) { state.comparison.reset(); });
}

void VersionsVm::show(const AgentContent& before, const AgentContent& after, const Comparison& titles) {
  m_versions.compare(
      before, after,
      whileAlive(this, [this, number = m_compare, titles](std::vector<authoring::FieldChange> changes) {
        if (number != m_compare) return;
        auto comparison = titles;
        comparison.changes = std::make_shared<const std::vector<authoring::FieldChange>>(std::move(changes));
        change([&](VersionsState& state) { state.comparison = std::move(comparison); });
      }));
}

void VersionsVm::compareOne(const VersionId& id) {
  const QString head = m_state.head > 0 ? QStringLiteral("v%1").arg(m_state.head) : QString();
  if (id.isNull())
    return show(m_agent.savedAgent().content, m_agent.state().content,
                {.before = head, .after = titleOf(id)});
  m_versions.loadWithParent(
      id, whileAlive(this, [this, number = m_compare, head,
                            id](const base::Result<services::VersionWithParent>& found) {
        if (number != m_compare) return;
        if (!found) return fail(found.error());
        const auto& content = found->version.content;
        if (m_state.against == Against::Current)
          return show(content, m_agent.state().content,
                      {.before = titleOf(id), .after = m_state.draft ? titleOf({}) : head});
        const auto* parent = found->parent ? &*found->parent : nullptr;
        show(
            parent ? parent->content : AgentContent{}, content,
            {.before = parent ? QStringLiteral("v%1").arg(parent->number) : QString(), .after = titleOf(id)});
      }));
}

// The older one first; the draft is the newest of all.
void VersionsVm::compareTwo() {
  auto older = m_state.selected[0], newer = m_state.selected[1];
  if (m_rows.indexOf(older) < m_rows.indexOf(newer)) std::swap(older, newer);
  const Comparison titles{.before = titleOf(older), .after = titleOf(newer)};
  m_versions.load(older, whileAlive(this, [this, number = m_compare, newer,
                                           titles](const base::Result<domain::AgentVersion>& before) {
                    if (number != m_compare) return;
                    if (!before) return fail(before.error());
                    if (newer.isNull()) return show(before->content, m_agent.state().content, titles);
                    m_versions.load(newer,
                                    whileAlive(this, [this, number, titles, before = before->content](
                                                         const base::Result<domain::AgentVersion>& after) {
                                      if (number != m_compare) return;
                                      if (!after) return fail(after.error());
                                      show(before, after->content, titles);
                                    }));
                  }));
}

// ---------------------------------------------------------------- restoring and labels

void VersionsVm::restore(const VersionId& id) {
  if (id.isNull()) return;
  const auto revision = m_agent.savedAgent().revision;
  m_agent.setDraftAside();
  store::SaveOptions options{.note = {.message = format::utf8(tr("Restored %1").arg(titleOf(id)))},
                             .endsDraft = false};
  m_versions.restore(m_state.agent, id, revision,
                     whileAlive(this,
                                [this](const base::Result<domain::Agent>& agent) {
                                  if (!agent) {
                                    m_agent.bringBack();
                                    return fail(agent.error());
                                  }
                                  select({agent->headVersion});
                                }),
                     options);
}

void VersionsVm::putLabel(const std::string& name, const VersionId& id) {
  if (!id.isNull()) moveLabel(name, id, true);
}

void VersionsVm::takeLabel(const std::string& name) {
  moveLabel(name, {}, true);
}

void VersionsVm::moveLabel(const std::string& name, const VersionId& to, bool undoable) {
  const auto held = std::ranges::find(m_state.labels, name, &domain::Label::name);
  MovedLabel moved{.name = name, .to = to};
  if (held != m_state.labels.end()) moved.from = held->version;
  const QString title = format::text(name);
  moved.sentence = to.isNull() ? tr("“%1” was taken off %2.").arg(title, titleOf(moved.from))
                   : moved.from.isNull()
                       ? tr("“%1” points to %2.").arg(title, titleOf(to))
                       : tr("“%1” moved from %2 to %3.").arg(title, titleOf(moved.from), titleOf(to));
  const auto done = [this, moved, undoable](const base::Error* error) {
    if (error) return fail(*error);
    change([&](VersionsState& state) {
      state.moved = undoable ? std::optional(moved) : std::nullopt;
      state.error.reset();
    });
  };
  if (to.isNull())
    return m_versions.removeLabel(
        m_state.agent, name,
        whileAlive(this, [done](const base::Result<void>& end) { done(end ? nullptr : &end.error()); }));
  m_versions.moveLabel(m_state.agent, name, to,
                       whileAlive(this, [done](const base::Result<domain::Label>& end) {
                         done(end ? nullptr : &end.error());
                       }));
}

void VersionsVm::undoMove() {
  if (!m_state.moved) return;
  const auto moved = *m_state.moved;
  moveLabel(moved.name, moved.from, false);
}

void VersionsVm::showMoves(bool shown) {
  if (!shown) return change([](VersionsState& state) { state.moves.reset(); });
  m_versions.labelHistory(m_state.agent, {},
                          whileAlive(this, [this](const base::Result<std::vector<domain::LabelMove>>& moves) {
                            if (!moves) return fail(moves.error());
                            std::vector<QString> lines;
                            for (const auto& move : *moves) {
                              const QString place = move.to.isNull() ? tr("taken off") : titleOf(move.to);
                              QStringList words{format::exactTime(move.at), format::text(move.name), place};
                              if (!move.by.empty()) words << format::text(move.by);
                              lines.push_back(words.join(QStringLiteral(" · ")));
                            }
                            change([&](VersionsState& state) { state.moves = std::move(lines); });
                          }));
}

void VersionsVm::clearMessages() {
  change([](VersionsState& state) {
    state.error.reset();
    state.moved.reset();
  });
}

// ---------------------------------------------------------------- merging

void VersionsVm::mergeBranch(const VersionId& branch) {
  m_versions.mergeSides(m_state.agent, branch,
                        whileAlive(this, [this, branch](const base::Result<services::MergeSides>& sides) {
                          if (!sides) return fail(sides.error());
                          // What belongs to the agent and not to its versions stays as it is here.
                          const auto& mine = m_agent.state().content;
                          const auto ofVersion = [&](const AgentContent& content) {
                            return domain::withVersionedFields(mine, content);
                          };
                          begin({.base = ofVersion(sides->base ? sides->base->content : AgentContent{}),
                                 .theirs = ofVersion(sides->theirs.content),
                                 .whose = titleOf(branch),
                                 .with = branch});
                        }));
}

void VersionsVm::mergeElsewhere() {
  if (!m_agent.state().changedElsewhere) return;
  m_versions.loadBase(m_state.agent, m_agent.state().baseVersion,
                      whileAlive(this, [this](const base::Result<domain::AgentVersion>& base) {
                        if (!base && base.error().code != base::ErrorCode::NotFound)
                          return fail(base.error());
                        // Without a base every difference is asked about.
                        begin({.base = base ? base->content : AgentContent{},
                               .theirs = m_agent.savedAgent().content,
                               .whose = tr("saved elsewhere")});
                      }));
}

void VersionsVm::propose(DraftProposal proposal) {
  begin({.base = std::move(proposal.base),
         .theirs = std::move(proposal.proposed),
         .whose = tr("proposed"),
         .proposal = true,
         .taken = std::move(proposal.taken)});
}

void VersionsVm::begin(MergeWish wish) {
  m_merge = Merge{.wish = std::move(wish), .draft = {}, .outcome = {}};
  merge();
}

void VersionsVm::merge() {
  Q_EMIT aboutToMerge();
  m_merge->draft = m_agent.state().content;
  m_merge->outcome.reset();
  m_versions.merge(m_merge->wish.base, m_merge->draft, m_merge->wish.theirs,
                   whileAlive(this, [this, number = ++m_merging](services::MergeOutcome outcome) {
                     if (number != m_merging || !m_merge) return;
                     Q_EMIT aboutToMerge();
                     if (m_agent.state().content != m_merge->draft) return merge();
                     m_merge->outcome = std::move(outcome);
                     review();
                   }));
}

// What was settled before and is asked about in the same words stays settled.
void VersionsVm::review() {
  const auto before = m_state.merge;
  const auto& conflicts = m_merge->outcome->theirs.conflicts;
  if (conflicts.empty()) return finish(before.has_value());
  MergeReview review{
      .conflicts = std::make_shared<const std::vector<authoring::FieldConflict>>(conflicts),
      .words = std::make_shared<const std::vector<services::MergeOutcome::Words>>(m_merge->outcome->words),
      .settled = std::vector<Settlement>(conflicts.size()),
      .theirs = m_merge->wish.whose};
  for (std::size_t i = 0; before && i < conflicts.size(); ++i) {
    const auto same = std::ranges::find(*before->conflicts, conflicts[i]);
    if (same != before->conflicts->end())
      review.settled[i] = before->settled[std::size_t(same - before->conflicts->begin())];
  }
  const bool settled = before && m_merge->wish.finishing && review.complete();
  change([&](VersionsState& state) { state.merge = std::move(review); });
  if (settled) return finish(true);
  Q_EMIT mergeAsks();
}

void VersionsVm::settle(std::size_t conflict, const Settlement& settlement) {
  change([&](VersionsState& state) {
    if (state.merge && conflict < state.merge->settled.size()) state.merge->settled[conflict] = settlement;
  });
}

AgentContent VersionsVm::settled() const {
  const auto& [theirs, mine, words] = *m_merge->outcome;
  auto content = theirs.content;
  for (std::size_t i = 0; i < theirs.conflicts.size(); ++i) {
    const auto& field = theirs.conflicts[i].field;
    const auto& settlement = m_state.merge->settled[i];
    if (settlement.choice == Settlement::Choice::Mine)
      content = authoring::withFieldOf(std::move(content), mine.content, field);
    if (auto* text = authoring::textField(content, field);
        text && settlement.choice == Settlement::Choice::Own)
      *text = format::utf8(settlement.own);
  }
  return content;
}

void VersionsVm::finishMerge() {
  if (!m_merge || !m_merge->outcome || !m_state.merge || !m_state.merge->complete()) return;
  Q_EMIT aboutToMerge();
  auto& wish = m_merge->wish;
  const bool elsewhere = !wish.proposal && wish.with.isNull();
  const auto& saved = m_agent.savedAgent().content;
  if (m_agent.state().content == m_merge->draft && (!elsewhere || saved == wish.theirs)) return finish(true);
  // Typed on, or saved elsewhere once more, while it asked: that is merged too.
  if (elsewhere) wish.theirs = saved;
  wish.finishing = true;
  merge();
}

void VersionsVm::finish(bool asked) {
  auto content = settled();
  const auto wish = std::exchange(m_merge, std::nullopt)->wish;
  change([](VersionsState& state) { state.merge.reset(); });
  if (wish.proposal) {
    m_agent.replace(std::move(content));
    if (wish.taken) wish.taken();
    if (!asked) return;
  } else {
    m_agent.takeMerged(std::move(content), wish.with);
  }
  start();
  Q_EMIT merged();
}

void VersionsVm::cancelMerge() {
  m_merge.reset();
  change([](VersionsState& state) { state.merge.reset(); });
}

}  // namespace aiagent::ui
