#include "core/services/cluster/prometheus_poll.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace aiagent::services {
namespace {

using namespace std::chrono_literals;
using base::ErrorCode;
using base::Milliseconds;
using cluster::freshnessOf;
using cluster::SignalKind;
using std::chrono::seconds;

constexpr Milliseconds kSearchAgain = 5min;  // for what nobody measured
constexpr Milliseconds kLearnAgain = 1h, kLearnAfterFailure = 10min;
constexpr Milliseconds kShortWindows = 1min, kLongWindows = 10min;
constexpr Milliseconds kLongestKept = 1h;
constexpr seconds kShortest{6h};  // windows up to this are asked for each minute
constexpr seconds kHistory{28 * 24h}, kHistoryStep{30min};
constexpr seconds kUnlearnt{1h};  // the last hour is judged, and not learnt from

base::WallTime timeOf(double at) {
  return base::wallTimeFromMillis(std::llround(at * 1000));
}

// The one number of an answer, if there is one.
std::optional<double> numberOf(const wire::PromAnswer& answer) {
  if (answer.series.empty() || answer.series.front().points.empty()) return std::nullopt;
  const double value = answer.series.front().points.back().value;
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

base::WallTime lastMeasured(const cluster::Points& points) {
  const auto found = std::find_if(points.rbegin(), points.rend(),
                                  [](const wire::PromPoint& point) { return !std::isnan(point.value); });
  return found == points.rend() ? base::WallTime{} : timeOf(found->at);
}

// What says nothing of a label may concern everybody.
bool isOf(const cluster::SignalScope& scope, const wire::PromAlert& alert) {
  const auto fits = [&](std::string_view name, std::string_view value) {
    const auto of = alert.labels.at(name);
    return of.empty() || of == value;
  };
  return fits("namespace", scope.nameSpace) &&
         std::all_of(scope.labels.begin(), scope.labels.end(),
                     [&](const auto& label) { return fits(label.first, label.second); });
}

wire::PromAlert alertOf(const wire::PromSeries& series) {
  return {.name = std::string(series.labels.at("alertname")),
          .severity = std::string(series.labels.at("severity")),
          .summary = {},
          .labels = series.labels,
          .firing = series.labels.at("alertstate") == "firing"};
}

}  // namespace

PrometheusPoll::PrometheusPoll(PrometheusClient& client, const base::Clock& clock, SignalsOptions options,
                               SignalsState& state, std::function<void()> changed)
    : m_client(client),
      m_clock(clock),
      m_options(std::move(options)),
      m_state(state),
      m_changed(std::move(changed)),
      m_watched(std::size(cluster::kSignalKinds)) {}

PrometheusPoll::~PrometheusPoll() {
  stop();
}

void PrometheusPoll::stop() {
  m_done = nullptr;
  m_newest.clear();
  // Taken out first: each tells that it was cancelled.
  const auto calls = std::exchange(m_calls, {});
}

void PrometheusPoll::setRange(seconds range) {
  stop();
  m_options.range = range;
  for (auto& one : m_watched)
    one = Watched{.place = one.place, .newestTold = one.newestTold, .nextSearch = one.nextSearch};
}

void PrometheusPoll::run(std::function<void()> done) {
  stop();
  m_done = std::move(done);
  m_range =
      cluster::queryRange(m_client.serverNow(),
                          {.range = m_options.range, .scrape = m_options.scrape, .pixels = m_options.pixels});
  m_state.start = m_range.start;
  m_state.end = m_range.end;
  m_state.step = m_range.step;
  for (const auto kind : cluster::kSignalKinds) update(kind);
  askAlerts();
  askBudget();
  for (const auto kind : cluster::kSignalKinds) learn(kind);
}

void PrometheusPoll::keep(const std::function<std::unique_ptr<PrometheusCall>(int)>& begin) {
  const int call = ++m_lastCall;
  m_calls[call] = begin(call);
}

void PrometheusPoll::ask(const std::string& expression, const std::optional<cluster::QueryRange>& range,
                         Taker take) {
  keep([&](int call) {
    auto told = [this, call, take = std::move(take)](base::Result<wire::PromAnswer> answer) {
      if (!answer && answer.error().code == ErrorCode::Cancelled) return;
      take(std::move(answer));
      answered(call);
    };
    return range ? m_client.queryRange(expression, *range, std::move(told))
                 : m_client.query(expression, std::move(told));
  });
}

void PrometheusPoll::answered(int call) {
  m_calls.erase(call);
  age();
  m_changed();
  if (m_calls.empty() && m_done) std::exchange(m_done, nullptr)();
}

bool PrometheusPoll::due(std::optional<base::Instant>& next, Milliseconds interval) {
  if (next && m_clock.now() < *next) return false;
  next = m_clock.now() + interval;
  return true;
}

std::vector<cluster::SignalQuery> PrometheusPoll::queriesOf(SignalKind kind) const {
  return cluster::signalQueries(kind, m_options.scope, cluster::rateWindow(m_range.step, m_options.scrape));
}

cluster::SignalQuery PrometheusPoll::queryOf(SignalKind kind) const {
  return queriesOf(kind).at(*m_watched.at(std::size_t(kind)).place);
}

// ---- one signal

void PrometheusPoll::update(SignalKind kind) {
  auto& one = watched(kind);
  if (!one.place) {
    if (due(one.nextSearch, kSearchAgain)) search(kind, 0);
    return;
  }
  if (one.asked != m_range) search(kind, *one.place);
  askLatest(kind);
  askNewest(kind);
}

void PrometheusPoll::search(SignalKind kind, std::size_t place) {
  const auto queries = queriesOf(kind);
  if (place == 0) watched(kind).refused.reset();
  if (place >= queries.size()) return nothingFound(kind);
  ask(queries[place].expression, m_range, [this, kind, place](base::Result<wire::PromAnswer> answer) {
    takePoints(kind, place, std::move(answer));
  });
}

void PrometheusPoll::takePoints(SignalKind kind, std::size_t place, base::Result<wire::PromAnswer> answer) {
  auto& state = stateOf(kind);
  auto& one = watched(kind);
  const bool known = one.place.has_value();
  if (!answer && (known || answer.error().code != ErrorCode::RequestRejected)) {
    state.trouble = answer.error();
    one.nextSearch.reset();
    return;
  }
  if (!answer) one.refused = answer.error();
  if (!answer || answer->series.empty() || answer->series.front().points.empty()) {
    // What was measured there is so no more: perhaps it is elsewhere now.
    one.place.reset();
    return search(kind, known ? 0 : place + 1);
  }
  const auto query = queriesOf(kind).at(place);
  state.trouble.reset();
  state.source = query.source;
  state.unit = query.unit;
  state.points = std::move(answer->series.front().points);
  // A rate goes on for a while after its last measurement: only without a word of that is it the time.
  if (!one.newestTold) state.asOf = lastMeasured(state.points);
  if (!state.latest && std::isfinite(state.points.back().value)) state.latest = state.points.back().value;
  one.asked = m_range;
  one.place = place;
  judge(kind);
  if (known) return;
  askLatest(kind);
  askNewest(kind);
  learn(kind);
  if (kind != SignalKind::Errors) return;
  // Of another source than before, perhaps.
  m_shares.clear();
  m_nextShort.reset();
  m_nextLong.reset();
  m_burning.forget();
  askBudget();
}

void PrometheusPoll::nothingFound(SignalKind kind) {
  auto& one = watched(kind);
  const auto refused = one.refused;
  one = Watched{.place = {}, .nextSearch = m_clock.now() + kSearchAgain};
  stateOf(kind) = SignalState{.kind = kind,
                              .freshness = refused ? SignalFreshness::Failed : SignalFreshness::Absent,
                              .trouble = refused};
}

void PrometheusPoll::askLatest(SignalKind kind) {
  ask(queryOf(kind).expression, std::nullopt, [this, kind](base::Result<wire::PromAnswer> answer) {
    auto& state = stateOf(kind);
    if (!answer) {
      state.trouble = answer.error();
      return;
    }
    state.trouble.reset();
    // What is measured no more keeps its last value, with its age.
    if (!answer->series.empty()) state.latest = numberOf(*answer);
  });
}

// When the newest measurement is from is the same for several signals.
void PrometheusPoll::askNewest(SignalKind kind) {
  const auto expression = queryOf(kind).newest;
  auto& waiting = m_newest[expression];
  waiting.push_back(kind);
  if (waiting.size() > 1) return;
  ask(expression, std::nullopt, [this, expression](base::Result<wire::PromAnswer> answer) {
    const auto kinds = m_newest.extract(expression);
    const auto at = answer ? numberOf(*answer) : std::nullopt;
    if (kinds.empty() || !at || *at <= 0 || *at > 1e11) return;
    for (const auto each : kinds.mapped()) {
      watched(each).newestTold = true;
      stateOf(each).asOf = timeOf(*at);
    }
  });
}

void PrometheusPoll::learn(SignalKind kind) {
  auto& one = watched(kind);
  if (!one.place || !due(one.nextLearning, kLearnAgain)) return;
  const auto end = m_client.serverNow() - kUnlearnt;
  cluster::QueryRange range{
      .start = base::WallTime((end - kHistory).time_since_epoch() / kHistoryStep * kHistoryStep),
      .end = base::WallTime(end.time_since_epoch() / kHistoryStep * kHistoryStep),
      .step = kHistoryStep};
  ask(queryOf(kind).expression, range, [this, kind](base::Result<wire::PromAnswer> answer) {
    auto& watch = watched(kind);
    if (!answer) {
      watch.nextLearning = m_clock.now() + kLearnAfterFailure;
      return;
    }
    const auto points = answer->series.empty() ? cluster::Points{} : std::move(answer->series.front().points);
    watch.band = cluster::SeasonalBand(points, cluster::bandOptions(kind, stateOf(kind).unit));
    judge(kind);
  });
}

void PrometheusPoll::judge(SignalKind kind) {
  auto& state = stateOf(kind);
  const auto& band = watched(kind).band;
  state.season = band.season();
  state.history = band.history();
  state.band = band.along(state.points);
  state.anomalies = cluster::findAnomalies(state.points, band);
}

void PrometheusPoll::age() {
  const auto now = m_client.serverNow();
  for (auto& state : m_state.each) {
    if (state.freshness == SignalFreshness::Absent && state.points.empty() && !state.trouble) continue;
    state.freshness = freshnessOf(state.asOf, now, m_options.scrape, state.trouble.has_value());
  }
  auto& budget = m_state.budget;
  if (m_state.of(SignalKind::Errors).freshness == SignalFreshness::Absent)
    budget = BudgetState{.freshness = SignalFreshness::Absent};
  else
    budget.freshness = freshnessOf(budget.asOf, now, seconds(kShortWindows / 1s), budget.trouble.has_value());
  auto& alerts = m_state.alerts;
  alerts.freshness = freshnessOf(alerts.asOf, now, m_options.scrape, alerts.trouble.has_value());
}

// ---- error budget

void PrometheusPoll::askBudget() {
  if (!watched(SignalKind::Errors).place) return;
  std::vector<seconds> few, many{seconds(m_options.objective.period)};
  for (const auto window : cluster::burnWindowLengths()) (window <= kShortest ? few : many).push_back(window);
  if (due(m_nextShort, kShortWindows)) askShares(few);
  if (!due(m_nextLong, kLongWindows)) return;
  askShares(many);
  const auto history = cluster::historyQuery(queryOf(SignalKind::Errors), m_options.objective.period);
  ask(history, std::nullopt, [this](base::Result<wire::PromAnswer> answer) {
    const auto count = answer ? numberOf(*answer) : std::nullopt;
    if (count && *count >= 0 && *count < 1e6)
      m_observed = seconds(cluster::kHistoryStep) * std::int64_t(*count);
  });
}

void PrometheusPoll::askShares(const std::vector<seconds>& windows) {
  const auto place = *watched(SignalKind::Errors).place;
  ask(cluster::errorSharesQuery(m_options.scope, place, windows), std::nullopt,
      [this, windows](base::Result<wire::PromAnswer> answer) { takeShares(windows, std::move(answer)); });
}

void PrometheusPoll::takeShares(const std::vector<seconds>& windows, base::Result<wire::PromAnswer> answer) {
  auto& state = m_state.budget;
  if (!answer) {
    state.trouble = answer.error();
    return;
  }
  const auto now = m_clock.now();
  for (const auto window : windows) {
    m_shares.erase(window);
    m_sharesAt[window] = now;
    for (const auto& series : answer->series)
      if (series.labels.at("window") == cluster::promDuration(window) && !series.points.empty())
        m_shares[window] = series.points.back().value;
  }
  // What could not be asked again for so long is not known any more.
  for (const auto& [window, at] : m_sharesAt)
    if (now - at > kLongestKept) m_shares.erase(window);
  state.trouble.reset();
  state.asOf = m_client.serverNow();
  state.budget = cluster::errorBudget(m_options.objective, m_shares, m_observed);
  m_burning.on(*state.budget, now);
  state.verdict = cluster::budgetBurnVerdict(*state.budget, m_burning, now);
}

// ---- alerts

void PrometheusPoll::askAlerts() {
  if (m_alertsAsSeries) return askAlertSeries();
  keep([this](int call) {
    return m_client.alerts([this, call](base::Result<std::vector<wire::PromAlert>> alerts) {
      if (!alerts && alerts.error().code == ErrorCode::Cancelled) return;
      const auto code = alerts ? ErrorCode::Internal : alerts.error().code;
      if (code == ErrorCode::NotFound || code == ErrorCode::BadResponse ||
          code == ErrorCode::RequestRejected) {
        m_alertsAsSeries = true;
        askAlertSeries();
      } else {
        takeAlerts(std::move(alerts));
      }
      answered(call);
    });
  });
}

void PrometheusPoll::askAlertSeries() {
  ask(cluster::alertsQuery(m_options.scope), std::nullopt, [this](base::Result<wire::PromAnswer> answer) {
    if (!answer) return takeAlerts(answer.error());
    std::vector<wire::PromAlert> alerts;
    for (const auto& series : answer->series) alerts.push_back(alertOf(series));
    std::stable_sort(alerts.begin(), alerts.end(),
                     [](const auto& a, const auto& b) { return a.firing && !b.firing; });
    takeAlerts(std::move(alerts));
  });
}

void PrometheusPoll::takeAlerts(base::Result<std::vector<wire::PromAlert>> alerts) {
  auto& state = m_state.alerts;
  if (!alerts) {
    state.trouble = alerts.error();
    return;
  }
  std::erase_if(*alerts, [this](const wire::PromAlert& alert) { return !isOf(m_options.scope, alert); });
  state.trouble.reset();
  state.alerts = std::move(*alerts);
  state.asOf = m_client.serverNow();
}

}  // namespace aiagent::services
