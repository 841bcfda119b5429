#include "core/services/cluster/signals_service.h"

#include <QPointer>
#include <utility>

namespace aiagent::services {
namespace {

using base::ErrorCode;
using cluster::SignalKind;

constexpr base::Milliseconds kGathered{100};  // answers that come together are told together
constexpr std::string_view kUsageSource = "metrics.k8s.io";

std::string usagePath(const std::string& nameSpace) {
  return "/apis/metrics.k8s.io/v1beta1" + (nameSpace.empty() ? "" : "/namespaces/" + nameSpace) + "/pods";
}

// There is no metrics server, or it is away: as with the API server's own answers (contract D13).
bool meansAbsent(const base::Error& error) {
  return error.httpStatus == 404 || error.httpStatus == 503;
}

}  // namespace

SignalsService::SignalsService(PrometheusServer server, PrometheusSurroundings around, SignalsOptions options,
                               QObject* parent)
    : QObject(parent), m_around(around), m_options(std::move(options)), m_background(around.scheduler) {
  prepare();
  m_state.fromPrometheus = true;
  m_prometheus = std::make_unique<PrometheusClient>(std::move(server), around);
  m_poll = std::make_unique<PrometheusPoll>(*m_prometheus, around.clock, m_options, m_state,
                                            [this] { publishSoon(); });
}

SignalsService::SignalsService(KubeClient& cluster, PrometheusSurroundings around, SignalsOptions options,
                               QObject* parent)
    : QObject(parent),
      m_around(around),
      m_options(std::move(options)),
      m_cluster(&cluster),
      m_background(around.scheduler) {
  prepare();
  for (auto& one : m_state.each)
    if (one.kind != SignalKind::Cpu && one.kind != SignalKind::Memory)
      one.freshness = SignalFreshness::Absent;
  m_state.budget.freshness = m_state.alerts.freshness = SignalFreshness::Absent;
}

SignalsService::~SignalsService() {
  // What they tell at their end is not for a half-destroyed object.
  m_poll.reset();
  m_cluster = nullptr;
  m_call.reset();
}

void SignalsService::prepare() {
  m_state.range = m_options.range;
  for (const auto kind : cluster::kSignalKinds) m_state.each.push_back({.kind = kind});
  m_state.end = m_around.clock.wallNow();
  m_state.start = m_state.end - m_options.range;
}

void SignalsService::start() {
  if (std::exchange(m_started, true)) return;
  poll();
}

void SignalsService::refresh() {
  if (m_started) poll();
}

void SignalsService::setRange(std::chrono::seconds range) {
  if (range == m_options.range) return;
  m_options.range = m_state.range = range;
  m_state.start = m_state.end - range;
  if (m_poll)
    m_poll->setRange(range);
  else
    showUsage();
  refresh();
  publishSoon();
}

void SignalsService::poll() {
  m_next.reset();
  if (m_poll)
    m_poll->run([this] { rest(); });
  else
    askUsage();
}

void SignalsService::rest() {
  m_next = m_around.scheduler.after(m_options.interval, [this] {
    const auto fired = std::move(m_next);  // holds what runs here
    poll();
  });
}

void SignalsService::publishSoon() {
  if (m_signal) return;
  m_signal = m_around.scheduler.after(kGathered, [this] {
    const auto fired = std::move(m_signal);
    Q_EMIT changed();
  });
}

// ---- without a Prometheus

void SignalsService::askUsage() {
  m_call.reset();
  m_call = m_cluster->send({.path = usagePath(m_options.scope.nameSpace)},
                           [this](base::Result<KubeAnswer> answer) {
                             if (!answer && answer.error().code == ErrorCode::Cancelled) return;
                             takeAnswer(std::move(answer));
                           });
}

void SignalsService::takeAnswer(base::Result<KubeAnswer> answer) {
  using Usage = base::Result<std::optional<cluster::UsagePoint>>;
  if (!answer) return takeUsage(answer.error());
  m_background.run<Usage>(
      "usage", this,
      [body = std::move(answer->body), scope = m_options.scope]() -> Usage {
        const auto metrics = wire::readKubeMetrics(body);
        if (!metrics) return metrics.error();
        return cluster::usageOf(scope, *metrics);
      },
      [this](Usage usage) { takeUsage(std::move(usage)); });
}

void SignalsService::takeUsage(base::Result<std::optional<cluster::UsagePoint>> usage) {
  std::optional<base::Error> trouble;
  if (!usage)
    trouble = usage.error();
  else if (*usage)
    m_usage.add(**usage);
  for (const auto kind : {SignalKind::Cpu, SignalKind::Memory}) {
    auto& state = m_state.each.at(std::size_t(kind));
    state.trouble = trouble;
    state.freshness = SignalFreshness::Live;  // unless showUsage() knows better
  }
  showUsage();
  publishSoon();
  rest();
}

void SignalsService::showUsage() {
  const auto now = m_around.clock.wallNow() + m_cluster->clockOffset().value_or(base::Milliseconds(0));
  m_state.end = now;
  m_state.start = now - m_options.range;
  const double first = double(base::toMillis(m_state.start)) / 1000;
  for (const auto kind : {SignalKind::Cpu, SignalKind::Memory}) {
    auto& state = m_state.each.at(std::size_t(kind));
    if (state.freshness == SignalFreshness::Loading && m_usage.cpu().empty() && !state.trouble) continue;
    state.unit = kind == SignalKind::Cpu ? cluster::SignalUnit::Cores : cluster::SignalUnit::Bytes;
    state.source = kUsageSource;
    state.points = kind == SignalKind::Cpu ? m_usage.cpu() : m_usage.memory();
    std::erase_if(state.points, [&](const wire::PromPoint& point) { return point.at < first; });
    state.asOf = m_usage.newest();
    state.latest =
        m_usage.cpu().empty()
            ? std::nullopt
            : std::optional((kind == SignalKind::Cpu ? m_usage.cpu() : m_usage.memory()).back().value);
    const bool nothing = m_usage.cpu().empty() && (!state.trouble || meansAbsent(*state.trouble));
    state.freshness =
        nothing ? SignalFreshness::Absent
                : cluster::freshnessOf(state.asOf, now, m_options.scrape, state.trouble.has_value());
  }
}

}  // namespace aiagent::services
