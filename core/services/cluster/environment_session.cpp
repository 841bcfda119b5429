#include "core/services/cluster/environment_session.h"

#include <algorithm>
#include <utility>

#include "core/cluster/signals/google_metrics.h"
#include "core/services/cluster/google_prometheus.h"
#include "core/services/cluster/kubeconfig_files.h"
#include "core/services/guarded.h"

namespace aiagent::services {
namespace {

using base::Result;
using cluster::ConfigProblem;
using Stage = SessionState::Stage;

// What the environment's kubeconfig says; where there is none at all, what this process has as a pod. Reads
// files.
Result<cluster::ResolvedAccess> accessOf(const domain::Environment& environment) {
  const auto config = loadKubeconfig(kubeconfigPlaces(environment.kubeconfig));
  if (!config) return config.error();
  if (config->empty() && config->problems.empty() && environment.context.empty())
    if (auto access = podsAccess()) {
      if (!environment.nameSpace.empty()) access->nameSpace = environment.nameSpace;
      return cluster::ResolvedAccess{std::move(access), {}};
    }
  return cluster::resolve(*config, environment.context, environment.nameSpace);
}

bool sameWish(const std::optional<ExecWish>& a, const std::optional<ExecWish>& b) {
  if (a.has_value() != b.has_value()) return false;
  return !a || wishHash(*a) == wishHash(*b);
}

}  // namespace

bool SessionState::operator==(const SessionState& other) const {
  return stage == other.stage && problems == other.problems && error == other.error &&
         context == other.context && server == other.server && nameSpace == other.nameSpace &&
         identity == other.identity && sameWish(wish, other.wish);
}

EnvironmentSession::EnvironmentSession(domain::Environment environment, ClusterGround ground, QObject* parent)
    : QObject(parent), m_environment(std::move(environment)), m_ground(std::move(ground)) {
  m_background = std::make_unique<Background>(m_ground.surroundings(nullptr).scheduler);
}

EnvironmentSession::~EnvironmentSession() {
  ++m_opening;
  close();
}

void EnvironmentSession::close() {
  if (m_client) Q_EMIT closing();
  m_who.reset();
  m_actions.reset();
  m_signals.reset();  // tells the recorder of alerts
  m_recorder.reset();
  m_inside.reset();
  m_certificates.reset();
  m_watch.reset();
  m_client.reset();
  m_plugins.reset();
  m_told = nullptr;
}

void EnvironmentSession::open() {
  const int opening = ++m_opening;
  close();
  change([](SessionState& state) { state = {}; });
  Q_EMIT watchChanged();
  m_ground.path.get([guard = QPointer(this), opening](const std::string& path) {
    if (guard && guard->m_opening == opening) guard->begin(path);
  });
}

void EnvironmentSession::begin(const std::string& path) {
  m_plugins = m_ground.makePlugins(
      path, [this](const ExecWish& wish, std::function<void(bool)> told) { ask(wish, std::move(told)); });
  m_background->run<Result<cluster::ResolvedAccess>>(
      "kubeconfig", this, [environment = m_environment] { return accessOf(environment); },
      [this, opening = m_opening](Result<cluster::ResolvedAccess> resolved) {
        if (opening == m_opening) take(std::move(resolved));
      });
}

void EnvironmentSession::take(Result<cluster::ResolvedAccess> told) {
  if (!told) return fail(told.error());
  auto& resolved = *told;
  change([&](SessionState& state) { state.problems = resolved.problems; });
  if (resolved.access) return connectTo(std::move(*resolved.access));
  const bool unknown = std::ranges::any_of(resolved.problems, [](const ConfigProblem& problem) {
    return problem.fault == cluster::ConfigFault::UnknownContext ||
           problem.fault == cluster::ConfigFault::Empty;
  });
  fail(
      {.code = unknown ? base::ErrorCode::NotFound : base::ErrorCode::InvalidInput, .subject = "kubeconfig"});
}

void EnvironmentSession::connectTo(cluster::ClusterAccess access) {
  change([&](SessionState& state) {
    state.stage = Stage::Watching;
    state.context = access.context;
    state.server = access.server;
    state.nameSpace = access.nameSpace;
  });
  const auto space = access.nameSpace;
  const auto around = surroundings();
  m_client = std::make_unique<KubeClient>(std::move(access), around);
  m_watch = std::make_unique<ClusterWatch>(*m_client, around, ClusterWatchOptions{.nameSpace = space});
  connect(m_watch.get(), &ClusterWatch::changed, this, &EnvironmentSession::watchChanged);
  m_watch->watchAlso(recordedKinds());
  m_watch->start();
  m_history = historyName(m_client->access(), space);
  m_recorder = std::make_unique<HistoryRecorder>(
      HistoryRecorder::Surroundings{*m_watch, m_ground.store, around.scheduler, around.clock},
      RecorderOptions{.environment = m_history});
  connect(m_recorder.get(), &HistoryRecorder::kept, this, &EnvironmentSession::historyKept);
  m_recorder->start();
  m_actions = std::make_unique<ClusterActions>(
      ActionSurroundings{*m_client, m_ground.store, around.scheduler, around.clock},
      m_environment.id.toString());
  askWho();
  Q_EMIT watchChanged();
}

SignalsService* EnvironmentSession::signals() {
  if (m_signals || !m_client) return m_signals.get();
  const auto around = surroundings();
  const PrometheusSurroundings beside{around.http, around.scheduler, around.clock};
  SignalsOptions options{.scope = {.nameSpace = m_state.nameSpace}};
  if (const auto service = domain::clusterServiceFrom(m_environment.prometheus)) {
    m_inside = std::make_unique<KubeProxyHttp>(*m_client, around.scheduler);
    m_signals = std::make_unique<SignalsService>(
        PrometheusServer{.url = m_inside->addressOf(service->nameSpace, service->name)},
        PrometheusSurroundings{*m_inside, around.scheduler, around.clock}, std::move(options));
  } else if (cluster::isGooglePrometheus(m_environment.prometheus)) {
    options.scope.labels = cluster::googleLabels(m_client->access());
    m_signals = std::make_unique<SignalsService>(googlePrometheus(m_environment.prometheus, *m_client), beside,
                                                 std::move(options));
  } else if (m_environment.prometheus.empty()) {
    m_signals = std::make_unique<SignalsService>(*m_client, beside, std::move(options));
  } else {
    m_signals = std::make_unique<SignalsService>(PrometheusServer{.url = m_environment.prometheus}, beside,
                                                 std::move(options));
  }
  connect(m_signals.get(), &SignalsService::changed, this, [this] {
    const auto& alerts = m_signals->state().alerts;
    const bool known = alerts.freshness == SignalFreshness::Live && !alerts.trouble;
    m_recorder->setAlerts(known ? std::optional(alerts.alerts) : std::nullopt);
  });
  m_signals->start();
  return m_signals.get();
}

// ---------------------------------------------------------------- certificates

CertificateProbe* EnvironmentSession::certificates() {
  if (m_certificates || !m_watch || !m_ground.tls || !m_probing || isProxied()) return m_certificates.get();
  const auto around = surroundings();
  m_certificates = std::make_unique<CertificateProbe>(*m_ground.tls, around.scheduler, around.clock);
  m_targets.clear();
  m_watch->watchAlso({wire::KubeKind::Ingress, wire::KubeKind::Gateway});
  for (const auto kind : {wire::KubeKind::Ingress, wire::KubeKind::Gateway}) {
    const auto* feed = m_watch->feed(kind);
    connect(feed, &KindFeed::rowsChanged, m_certificates.get(), [this] { aimProbe(); });
    connect(feed, &KindFeed::stateChanged, m_certificates.get(), [this] { aimProbe(); });
  }
  connect(m_certificates.get(), &CertificateProbe::changed, this, &EnvironmentSession::watchChanged);
  aimProbe();
  return m_certificates.get();
}

void EnvironmentSession::setProbing(bool on) {
  if (std::exchange(m_probing, on) == on) return;
  if (!on) m_certificates.reset();
  Q_EMIT watchChanged();
}

void EnvironmentSession::aimProbe() {
  PublicPlaces places{.api = m_environment.api};
  const auto collect = [this]<class Row>(wire::KubeKind kind, std::vector<const Row*>& into) {
    if (m_watch->isHidden(kind)) return;
    for (const auto& [uid, any] : m_watch->feed(kind)->table().rows())
      if (const auto* row = std::get_if<Row>(&any)) into.push_back(row);
  };
  collect(wire::KubeKind::Ingress, places.ingresses);
  collect(wire::KubeKind::Gateway, places.gateways);
  auto targets = targetsOf(places);
  if (targets == m_targets) return;
  m_targets = targets;
  m_certificates->setTargets(targets);
}

// Where it cannot be told the watch says why; the identity stays unknown, and is asked for with open().
void EnvironmentSession::askWho() {
  m_who = askIdentity(*m_client, [guard = QPointer(this), opening = m_opening](Result<ClusterIdentity> told) {
    if (!guard || guard->m_opening != opening || !told) return;
    const auto held = std::move(guard->m_who);
    guard->change([&](SessionState& state) { state.identity = std::move(*told); });
  });
}

void EnvironmentSession::fail(base::Error error) {
  change([&](SessionState& state) {
    state.stage = Stage::Failed;
    state.error = std::move(error);
  });
}

// ---------------------------------------------------------------- programs

void EnvironmentSession::ask(const ExecWish& wish, std::function<void(bool)> told) {
  if (m_ground.environments.isAllowed(wish)) return told(true);
  if (m_told) m_told(false);  // one question at a time; the older one is asked again when it is needed
  m_told = std::move(told);
  change([&](SessionState& state) { state.wish = wish; });
}

void EnvironmentSession::answer(bool allow, bool always) {
  if (!m_told || !m_state.wish) return;
  const auto told = std::exchange(m_told, nullptr);
  const auto wish = *m_state.wish;
  change([](SessionState& state) { state.wish.reset(); });
  if (allow && always) m_ground.environments.allow(wish, [](Result<void>) {});
  told(allow);
}

void EnvironmentSession::change(const std::function<void(SessionState&)>& edit) {
  auto next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

}  // namespace aiagent::services
