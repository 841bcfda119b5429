#include "ui/viewmodels/deployments/deployments_vm.h"

#include <algorithm>
#include <QFileInfo>
#include <utility>

#include "core/services/cluster/cluster_report.h"
#include "core/services/cluster/kubeconfig_files.h"
#include "core/services/cluster/read_file.h"
#include "core/store/cluster_history.h"
#include "core/store/settings_repository.h"
#include "ui/format/history_words.h"
#include "ui/format/text.h"
#include "ui/viewmodels/while_alive.h"
#include "ui/viewmodels/write_file.h"

namespace aiagent::ui {
namespace {

using base::Result;
using cluster::Freshness;
using domain::Environment;
using domain::EnvironmentId;
using services::EnvironmentSession;

constexpr int kGatherMs = 250;
constexpr int kSteadyMs = 5'000;
constexpr std::chrono::hours kReported{24};
constexpr std::int64_t kMostFacts = 2'000;  // of a report
constexpr char kProbingSetting[] = "cluster.certificates";

ContextChoices choicesOf(const Result<cluster::Kubeconfig>& config) {
  ContextChoices choices;
  if (!config) {
    choices.error = config.error();
    return choices;
  }
  choices.problems = cluster::validate(*config);
  for (const auto& [name, entry] : config->contexts) {
    ContextChoice choice{
        format::text(name), {}, format::text(entry.nameSpace), name == config->currentContext};
    if (const auto found = config->clusters.find(entry.cluster); found != config->clusters.end())
      choice.server = format::text(found->second.server);
    choices.contexts.push_back(std::move(choice));
  }
  return choices;
}

}  // namespace

const Environment* DeploymentsState::environment() const {
  const auto at = std::ranges::find(environments, current, &Environment::id);
  return at == environments.end() ? nullptr : &*at;
}

const EnvironmentGlance* DeploymentsState::glance() const {
  const auto at = glances.find(current);
  return at == glances.end() ? nullptr : &at->second;
}

DeploymentsVm::DeploymentsVm(services::ClusterGround ground, QObject* parent)
    : QObject(parent), m_ground(std::move(ground)), m_clock(m_ground.surroundings(nullptr).clock) {
  m_background = std::make_unique<services::Background>(m_ground.surroundings(nullptr).scheduler);
  m_soon.setSingleShot(true);
  m_soon.setInterval(kGatherMs);
  m_steady.setInterval(kSteadyMs);
  connect(&m_soon, &QTimer::timeout, this, &DeploymentsVm::look);
  connect(&m_steady, &QTimer::timeout, this, &DeploymentsVm::look);
  connect(&m_ground.environments, &services::EnvironmentService::changed, this,
          &DeploymentsVm::readEnvironments);
  connect(&m_ground.environments, &services::EnvironmentService::failed, this,
          [this](const base::Error& error) {
            change([&](DeploymentsState& state) {
              state.error = error;
              state.loaded = true;
            });
          });
}

DeploymentsVm::~DeploymentsVm() {
  disconnect(&m_ground.environments, nullptr, this, nullptr);
}

void DeploymentsVm::load() {
  readProbing();
  if (m_ground.environments.loaded())
    readEnvironments();
  else
    m_ground.environments.load();
}

// An environment that was changed is opened anew, one that is gone is closed.
void DeploymentsVm::readEnvironments() {
  const auto& all = m_ground.environments.environments();
  std::vector<EnvironmentId> closed;
  for (const auto& [id, session] : m_sessions)
    if (const auto* now = m_ground.environments.find(id); !now || *now != session->environment())
      closed.push_back(id);
  change([&](DeploymentsState& state) {
    state.loaded = true;
    state.environments = all;
    for (const auto& id : closed) state.glances.erase(id);
    if (!state.environment()) state.current = all.empty() ? EnvironmentId{} : all.front().id;
  });
  std::vector<std::unique_ptr<EnvironmentSession>> ending;
  for (const auto& id : closed) {
    ending.push_back(std::move(m_sessions[id]));
    m_sessions.erase(id);
  }
  if (!m_sessions.contains(m_state.current)) open(m_state.current);
}

EnvironmentSession* DeploymentsVm::session() const {
  const auto at = m_sessions.find(m_state.current);
  return at == m_sessions.end() ? nullptr : at->second.get();
}

base::WallTime DeploymentsVm::serverNow() const {
  const auto* open = session();
  return open && open->watch() ? open->watch()->serverNow() : m_clock.wallNow();
}

void DeploymentsVm::open(const EnvironmentId& id) {
  const auto* environment = m_ground.environments.find(id);
  change([&](DeploymentsState& state) {
    state.current = environment ? id : EnvironmentId{};
    state.session = {};
  });
  if (environment && !m_sessions.contains(id)) {
    auto made = std::make_unique<EnvironmentSession>(*environment, m_ground);
    made->setProbing(m_state.probing);
    connect(made.get(), &EnvironmentSession::stateChanged, this, &DeploymentsVm::readSession);
    connect(made.get(), &EnvironmentSession::watchChanged, this, [this] {
      if (!m_soon.isActive()) m_soon.start();
    });
    m_sessions.emplace(id, std::move(made)).first->second->open();
  }
  if (!m_steady.isActive()) m_steady.start();
  readSession();
  Q_EMIT sessionChanged();
}

void DeploymentsVm::reopen() {
  if (auto* current = session()) current->open();
}

void DeploymentsVm::refresh() {
  auto* current = session();
  if (!current) return;
  if (current->watch() && current->state().stage == services::SessionState::Stage::Watching)
    current->watch()->refresh();
  else
    current->open();
}

void DeploymentsVm::wake() {
  for (const auto& [id, session] : m_sessions)
    if (session->watch()) session->watch()->wake();
}

void DeploymentsVm::answer(bool allow, bool always) {
  if (auto* current = session()) current->answer(allow, always);
}

// ---------------------------------------------------------------- certificates

void DeploymentsVm::readProbing() {
  using Kept = std::optional<std::string>;
  m_ground.store.read<Kept>(
      [](store::Connection& connection) { return store::loadSetting(connection, kProbingSetting); },
      whileAlive(this, [this](Result<Kept> kept) {
        if (kept) probingIs(*kept != "off");
      }));
}

void DeploymentsVm::probingIs(bool on) {
  for (const auto& [id, session] : m_sessions) session->setProbing(on);
  change([&](DeploymentsState& state) { state.probing = on; });
}

void DeploymentsVm::setProbing(bool on) {
  probingIs(on);
  m_ground.store.write<void>(
      [on](store::Connection& connection) {
        return store::saveSetting(connection, kProbingSetting, on ? "on" : "off");
      },
      whileAlive(this, [this](Result<void> kept) {
        if (!kept) change([&](DeploymentsState& state) { state.error = kept.error(); });
      }));
}

void DeploymentsVm::readSession() {
  const auto* current = session();
  change([&](DeploymentsState& state) {
    state.session = current ? current->state() : services::SessionState{};
  });
  look();
}

// ---------------------------------------------------------------- verdicts

void DeploymentsVm::look() {
  std::map<EnvironmentId, EnvironmentGlance> glances;
  for (const auto& [id, session] : m_sessions) {
    const auto now = glances[id] = glanceAt(*session);
    // That a live cluster was heard again is no news.
    const auto before = m_state.glances.find(id);
    if (before == m_state.glances.end() || now.freshness != Freshness::Live) continue;
    before->second.asOf = now.asOf;
  }
  change([&](DeploymentsState& state) {
    for (auto& [id, glance] : glances) state.glances[id] = std::move(glance);
  });
}

EnvironmentGlance DeploymentsVm::glanceAt(EnvironmentSession& session) const {
  EnvironmentGlance glance;
  glance.verdict = cluster::verdict(cluster::VerdictKind::Unknown, "NothingKnown");
  auto* watch = session.watch();
  if (!watch) return glance;
  glance.verdict = watch->verdict();
  bool first = true;
  for (const auto kind : services::judgedKinds()) {
    const auto* feed = watch->feed(kind);
    if (!feed || (watch->isHidden(kind) && watch->isKnown(kind))) continue;
    if (first || services::lessFresh(feed->state().freshness, glance.freshness))
      glance.freshness = feed->state().freshness;
    glance.asOf = first ? feed->asOf() : std::min(glance.asOf, feed->asOf());
    first = false;
  }
  return glance;
}

// ---------------------------------------------------------------- environments

void DeploymentsVm::save(Environment environment, services::Done<Environment> done) {
  m_ground.environments.save(std::move(environment),
                             whileAlive(this, [this, done = std::move(done)](Result<Environment> kept) {
                               if (kept) {
                                 // What is listed comes with the change feed, and may not be there yet.
                                 change([&](DeploymentsState& state) { state.current = kept->id; });
                                 m_ground.environments.load();
                               }
                               done(std::move(kept));
                             }));
}

void DeploymentsVm::remove(const EnvironmentId& id) {
  m_ground.environments.remove(
      id, whileAlive(this, [this](Result<void> gone) {
        if (!gone) return change([&](DeploymentsState& state) { state.error = gone.error(); });
        m_ground.environments.load();
      }));
}

void DeploymentsVm::clearError() {
  change([](DeploymentsState& state) { state.error.reset(); });
}

void DeploymentsVm::exportTable(const ClusterTableModel& table, const QString& path) {
  writeFile(
      this, path,
      [columns = table.columns(), rows = table.shown(), now = table.now()] {
        return tableCsv(columns, rows, now);
      },
      [this](Result<void> outcome) { written(std::move(outcome)); });
}

void DeploymentsVm::written(Result<void> outcome) {
  change([&](DeploymentsState& state) {
    state.error = outcome ? std::nullopt : std::optional(outcome.error());
  });
}

void DeploymentsVm::exportReport(const QString& path) {
  auto* current = session();
  if (!current || !current->watch() || !current->client()) return;
  auto report =
      std::make_shared<cluster::Report>(services::reportOf(*current->watch(), current->client()->access()));
  using Facts = std::vector<domain::ClusterFact>;
  m_ground.store.read<Facts>(
      [name = current->history(), now = m_clock.wallNow()](store::Connection& connection) {
        // A server's clock may be ahead of this computer's.
        return store::listClusterFacts(connection, name, now - kReported, now + std::chrono::hours(1),
                                       kMostFacts);
      },
      whileAlive(this, [this, report, path](Result<Facts> facts) {
        if (!facts) return written(facts.error());
        report->history = std::move(*facts);
        writeFile(
            this, path,
            [report, words = format::reportWords()] { return cluster::reportHtml(*report, words); },
            [this](Result<void> outcome) { written(std::move(outcome)); });
      }));
}

void DeploymentsVm::askContexts(const QString& file, std::function<void(ContextChoices)> done) {
  m_background->run<ContextChoices>(
      "contexts", this,
      [places = services::kubeconfigPlaces(format::utf8(file))] {
        return choicesOf(services::loadKubeconfig(places));
      },
      std::move(done));
}

void DeploymentsVm::readEnvFile(const QString& file, services::Done<Environment> done) {
  m_background->run<Result<Environment>>(
      "env", this,
      [path = format::utf8(file), name = format::utf8(QFileInfo(file).fileName())]() -> Result<Environment> {
        auto read = services::readSmallFile(path);
        if (!read) return read.error();
        return domain::environmentFromFile(name, *read);
      },
      std::move(done));
}

void DeploymentsVm::change(const std::function<void(DeploymentsState&)>& edit) {
  auto next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

}  // namespace aiagent::ui
