#include "core/services/version_service.h"

#include "core/services/guarded.h"

namespace aiagent::services {
namespace {

using domain::AgentId;
using domain::AgentVersion;
using domain::VersionId;

base::Result<AgentHistory> readHistory(store::Connection& connection, AgentId agent) {
  AgentHistory history;
  auto versions = store::listVersions(connection, agent);
  if (!versions) return versions.error();
  history.versions = std::move(*versions);
  auto labels = store::listLabels(connection, agent);
  if (!labels) return labels.error();
  history.labels = std::move(*labels);
  auto branches = store::listBranches(connection, agent);
  if (!branches) return branches.error();
  history.branches = std::move(*branches);
  return history;
}

std::vector<authoring::Change> wordsOf(const std::optional<std::string>& before,
                                       const std::optional<std::string>& after) {
  if (!after) return {};
  return authoring::diffText(before.value_or(""), *after);
}

MergeOutcome mergeBothWays(const domain::AgentContent& base, const domain::AgentContent& mine,
                           const domain::AgentContent& theirs) {
  MergeOutcome outcome;
  outcome.theirs = authoring::mergeContent(base, mine, theirs);
  if (outcome.theirs.clean()) return outcome;
  outcome.mine = authoring::mergeContent(base, theirs, mine);
  for (const auto& conflict : outcome.theirs.conflicts)
    outcome.words.push_back({wordsOf(conflict.base, conflict.mine), wordsOf(conflict.base, conflict.theirs)});
  return outcome;
}

}  // namespace

VersionService::VersionService(Profile& profile, QObject* parent)
    : QObject(parent), m_profile(profile), m_background(profile.scheduler()) {
  connect(&profile, &Profile::changed, this, [this](const std::vector<store::Change>& changes) {
    for (const auto& change : changes) {
      if (change.kind == store::RecordKind::Agent || change.kind == store::RecordKind::Label)
        Q_EMIT changed(AgentId{change.id});
    }
  });
}

void VersionService::historySoFar(AgentId agent, Done<AgentHistory> done) {
  m_profile.store().read<AgentHistory>(
      [agent](store::Connection& connection) { return readHistory(connection, agent); },
      guarded(this, std::move(done)));
}

void VersionService::history(AgentId agent, Done<AgentHistory> done) {
  historySoFar(agent, [this, agent, done = std::move(done)](base::Result<AgentHistory> history) {
    if (!history || !history->versions.empty()) return done(std::move(history));
    m_profile.store().write<AgentHistory>(
        [agent](store::Connection& connection) -> base::Result<AgentHistory> {
          const auto head = store::headVersion(connection, agent);
          return head ? readHistory(connection, agent) : head.error();
        },
        guarded(this, done));
  });
}

void VersionService::load(VersionId id, Done<AgentVersion> done) {
  m_profile.store().read<AgentVersion>(
      [id](store::Connection& connection) { return store::loadVersion(connection, id); },
      guarded(this, std::move(done)));
}

// On the writer: "head" of an agent without versions makes its first.
void VersionService::find(AgentId agent, std::string which, Done<AgentVersion> done) {
  m_profile.store().write<AgentVersion>(
      [agent, which = std::move(which)](store::Connection& connection) -> base::Result<AgentVersion> {
        if (const auto head = store::headVersion(connection, agent); !head) return head.error();
        return store::findVersion(connection, agent, which);
      },
      guarded(this, std::move(done)));
}

void VersionService::mergeSides(AgentId agent, VersionId theirs, Done<MergeSides> done) {
  m_profile.store().read<MergeSides>(
      [agent, theirs](store::Connection& connection) -> base::Result<MergeSides> {
        auto mine = store::loadAgent(connection, agent);
        if (!mine) return mine.error();
        auto other = store::loadVersion(connection, theirs);
        if (!other) return other.error();
        auto base = store::commonAncestor(connection, mine->headVersion, theirs);
        if (!base) return base.error();
        return MergeSides{std::move(*base), std::move(*mine), std::move(*other)};
      },
      guarded(this, std::move(done)));
}

void VersionService::loadBase(AgentId agent, VersionId base, Done<AgentVersion> done) {
  m_profile.store().read<AgentVersion>(
      [agent, base](store::Connection& connection) {
        return base.isNull() ? store::findVersion(connection, agent, "v1")
                             : store::loadVersion(connection, base);
      },
      guarded(this, std::move(done)));
}

void VersionService::loadWithParent(VersionId id, Done<VersionWithParent> done) {
  m_profile.store().read<VersionWithParent>(
      [id](store::Connection& connection) -> base::Result<VersionWithParent> {
        auto version = store::loadVersion(connection, id);
        if (!version) return version.error();
        VersionWithParent found{std::move(*version), {}};
        if (found.version.parents.empty()) return found;
        if (auto parent = store::loadVersion(connection, found.version.parents.front()))
          found.parent = std::move(*parent);
        return found;
      },
      guarded(this, std::move(done)));
}

void VersionService::restore(AgentId agent, VersionId version, std::int64_t expectedRevision,
                             Done<domain::Agent> done, store::SaveOptions options) {
  if (options.note.author.empty()) options.note.author = m_author;
  m_profile.store().write<domain::Agent>(
      [=](store::Connection& connection) {
        return store::restoreVersion(connection, agent, version, expectedRevision, options);
      },
      guarded(this, std::move(done)));
}

void VersionService::compare(domain::AgentContent before, domain::AgentContent after,
                             std::function<void(std::vector<authoring::FieldChange>)> done) {
  m_background.run<std::vector<authoring::FieldChange>>(
      "compare", this,
      [before = std::move(before), after = std::move(after)] {
        return authoring::diffContent(before, after);
      },
      std::move(done));
}

void VersionService::merge(domain::AgentContent base, domain::AgentContent mine, domain::AgentContent theirs,
                           std::function<void(MergeOutcome)> done) {
  m_background.run<MergeOutcome>(
      "merge", this,
      [base = std::move(base), mine = std::move(mine), theirs = std::move(theirs)] {
        return mergeBothWays(base, mine, theirs);
      },
      std::move(done));
}

void VersionService::moveLabel(AgentId agent, std::string name, VersionId version, Done<domain::Label> done) {
  m_profile.store().write<domain::Label>(
      [agent, name = std::move(name), version, by = m_author](store::Connection& connection) {
        return store::moveLabel(connection, agent, name, version, by);
      },
      guarded(this, std::move(done)));
}

void VersionService::removeLabel(AgentId agent, std::string name, Done<void> done) {
  m_profile.store().write<void>(
      [agent, name = std::move(name), by = m_author](store::Connection& connection) {
        return store::removeLabel(connection, agent, name, by);
      },
      guarded(this, std::move(done)));
}

void VersionService::labelHistory(AgentId agent, std::string name,
                                  Done<std::vector<domain::LabelMove>> done) {
  m_profile.store().read<std::vector<domain::LabelMove>>(
      [agent, name = std::move(name)](store::Connection& connection) {
        return store::labelHistory(connection, agent, name);
      },
      guarded(this, std::move(done)));
}

}  // namespace aiagent::services
